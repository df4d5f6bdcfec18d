/** Signs the feed as a report is signed, and opens that signature again: whoever keeps a catalogue can see who says so. */
import { createHash } from 'node:crypto';
import { isRecord } from '../../report/exact-json.js';
import { PAYLOAD_TYPE, signedBytes } from '../../report/seal/dsse.js';
import { readBundle, signBundle } from '../../report/seal/seal-bundle.js';
import { isSignedBy, keyIdOf, publicPemOf, type SealingKey } from '../../report/seal/seal-key.js';
import { readStatement, writeStatement } from '../../report/seal/seal-statement.js';
import { publicKeyIn, type TrustedKey } from '../../report/seal/trust-root.js';
import type { ReasonCode } from '../../report/seal/verify-reasons.js';
import { FEED } from '../site/addresses.js';

const PREDICATE = 'urn:ketentest:compliancy-feed:1';

/** @param text - the feed, as it is published @param at - ISO 8601, UTC @returns the text of the signature's file */
export function sealFeed(text: string, at: string, key: SealingKey): Promise<string> {
  const certificaten = key.certificates.map(({ raw }) => raw.toString('base64'));
  const ondertekenaar = {
    sleutel: keyIdOf(key.publicKey),
    publicKey: publicPemOf(key.publicKey),
    ...(certificaten.length > 0 && { certificaten }),
  };
  return signBundle(writeStatement(PREDICATE, { verzegeldOp: at, ondertekenaar }, new Map([[FEED, digestOf(text)]])), key);
}

export interface FeedSigner {
  /** Id of the key. */
  readonly sleutel: string;
  readonly verzegeldOp: string;
  /** Whose it is, as the trust root says; absent when it does not, and then the seal only shows that nothing was changed since. */
  readonly naam?: string;
}

/** @returns why it does not hold, for a signature that does not */
export function openFeedSeal(text: string, bundle: Uint8Array, trust?: readonly TrustedKey[]): FeedSigner | ReasonCode {
  const read = readBundle(bundle);
  if (typeof read === 'string') return read;
  const statement = readStatement(read.payload, PREDICATE);
  if (typeof statement === 'string') return statement;
  const { ondertekenaar, verzegeldOp } = statement.predicate;
  const trusted = trust?.find(({ id }) => id === read.keyId);
  if (trust && !trusted) return 'KEY_UNKNOWN';
  if (trusted?.ingetrokken) return 'KEY_REVOKED';
  const carried =
    isRecord(ondertekenaar) && typeof ondertekenaar.publicKey === 'string' ? publicKeyIn(ondertekenaar.publicKey) : undefined;
  const key = trusted?.key ?? carried;
  if (!key || keyIdOf(key) !== read.keyId) return 'KEY_MISMATCH';
  if (!isSignedBy(key, signedBytes(PAYLOAD_TYPE, read.payload), read.signature)) return 'SIGNATURE_INVALID';
  const [subject, ...more] = statement.subject;
  if (subject?.name !== FEED || more.length > 0) return 'STATEMENT_FORM';
  if (subject.digest.sha256 !== digestOf(text)) return 'FILE_DIFFERS';
  return { sleutel: read.keyId, verzegeldOp: String(verzegeldOp), ...(trusted && { naam: trusted.naam }) };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

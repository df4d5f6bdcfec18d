/** Opens one seal: reads it, finds the key that counts, checks the signature, and only then reads what was signed. */
import { createHash, type KeyObject } from 'node:crypto';
import { PAYLOAD_TYPE, signedBytes } from './dsse.js';
import { isRecord } from './exact-json.js';
import { bytesOf } from './package-bytes.js';
import type { PackageSource } from './package-source.js';
import { type Bundle, MAX_SEAL_BYTES, readBundle } from './seal-bundle.js';
import { algorithmOf, isSignedBy, keyIdOf, type SealAlgorithm } from './seal-key.js';
import { SEAL } from './seal-names.js';
import { COUNTER_PREDICATE, didAlong, readStatement, SEAL_PREDICATE, type Statement } from './seal-statement.js';
import { publicKeyIn, type TrustedKey } from './trust-root.js';
import type { ReasonCode, SealFinding } from './verify-reasons.js';

/** Who signed, as far as it could be established. */
export interface Signer {
  /** Name of the file of the seal. */
  readonly zegel: string;
  /** Id of the key: SHA-256 of its SubjectPublicKeyInfo. */
  readonly sleutel: string;
  readonly algoritme: SealAlgorithm;
  /** Whose key it is, as the trust root says; absent when it says nothing. */
  readonly naam?: string;
  /** Who that is, as the trust root says. */
  readonly wie?: TrustedKey['wie'];
  /** Whether the trust root lets this key make this kind of seal. */
  readonly vertrouwd: boolean;
  /** When, as the signer says; nobody else vouches for it. */
  readonly verzegeldOp: string;
  /** True for who signed along that every verdict comes out the same when it is computed again. */
  readonly nagerekend?: boolean;
  /** True for who signed along that it recorded the same messages at the other end. */
  readonly meegeschreven?: boolean;
}

export interface OpenedSeal {
  readonly statement: Statement;
  readonly signer: Signer;
  /** SHA-256 of its file. */
  readonly digest: string;
}

export interface SealRead {
  readonly findings: readonly SealFinding[];
  /** Absent when nothing in it can be believed. */
  readonly opened?: OpenedSeal;
}

/** @param trust - absent when nobody said whom they trust: then the key that goes along only shows that nothing changed */
export async function openSeal(source: PackageSource, name: string, trust: readonly TrustedKey[] | undefined): Promise<SealRead> {
  const refused = (code: ReasonCode, more: Partial<SealFinding> = {}): SealRead => ({
    findings: [{ code, bestand: name, ...more }],
  });
  const bytes = await bytesOf(source, name, MAX_SEAL_BYTES);
  const bundle = bytes === undefined ? 'SEAL_UNREADABLE' : readBundle(bytes);
  if (bytes === undefined || typeof bundle === 'string') return refused(bundle as ReasonCode);
  const named = trust?.filter(({ id }) => id === bundle.keyId) ?? [];
  const carried = carriedKey(bundle);
  const key = named[0]?.key ?? carried;
  if (key === undefined || keyIdOf(key) !== bundle.keyId) {
    return refused(trust === undefined ? 'KEY_MISMATCH' : 'KEY_UNKNOWN', { gezien: bundle.keyId });
  }
  if (!isSignedBy(key, signedBytes(PAYLOAD_TYPE, bundle.payload), bundle.signature)) return refused('SIGNATURE_INVALID');
  const statement = readStatement(bundle.payload, name === SEAL ? SEAL_PREDICATE : COUNTER_PREDICATE);
  if (typeof statement === 'string') return refused(statement);
  const complaint = trust && complaintOf(named, statement, name);
  const algoritme = algorithmOf(key) ?? 'ed25519';
  const signer: Signer = {
    zegel: name,
    sleutel: bundle.keyId,
    algoritme,
    ...(named[0] && { naam: named[0].naam, ...(named[0].wie && { wie: named[0].wie }) }),
    vertrouwd: named.length > 0 && complaint === undefined,
    verzegeldOp: timeIn(statement),
    ...(name !== SEAL && didAlong(statement)),
  };
  // Who signs along and is not known takes nothing away from a seal that is.
  const isFatal = complaint !== undefined && (name === SEAL || complaint !== 'KEY_UNKNOWN');
  return {
    findings: isFatal ? [{ code: complaint, bestand: name, gezien: bundle.keyId }] : [],
    opened: { statement, signer, digest: createHash('sha256').update(bytes).digest('hex') },
  };
}

/** The key in what was signed. Whoever changes a package can put another one there: it says nothing about who. */
function carriedKey({ payload, keyId }: Bundle): KeyObject | undefined {
  try {
    const { predicate } = JSON.parse(payload.toString('utf8')) as { readonly predicate?: unknown };
    const carried = isRecord(predicate) && isRecord(predicate.ondertekenaar) ? predicate.ondertekenaar : {};
    const key = carried.sleutel === keyId && typeof carried.publicKey === 'string' ? publicKeyIn(carried.publicKey) : undefined;
    return key;
  } catch {
    return undefined;
  }
}

function complaintOf(named: readonly TrustedKey[], statement: Statement, name: string): ReasonCode | undefined {
  const [key] = named;
  if (key === undefined) return 'KEY_UNKNOWN';
  if (named.some(({ ingetrokken }) => ingetrokken)) return 'KEY_REVOKED';
  if (name === SEAL && key.soort === 'medeondertekenaar') return 'KEY_WRONG_KIND';
  if (key.van === undefined && key.tot === undefined) return undefined;
  const at = Date.parse(timeIn(statement));
  const isWithin = at >= (key.van ?? at) && at <= (key.tot ?? at);
  return isWithin ? undefined : 'KEY_OUT_OF_TIME';
}

function timeIn({ predicate }: Statement): string {
  return typeof predicate.verzegeldOp === 'string' ? predicate.verzegeldOp : '';
}

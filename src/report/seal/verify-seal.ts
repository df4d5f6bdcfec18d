/** Opens one seal: reads it, finds the key that counts, checks the signature, and only then reads what was signed. */
import { createHash, type KeyObject } from 'node:crypto';
import { isRecord } from '../exact-json.js';
import { bytesOf } from '../package-bytes.js';
import type { PackageSource } from '../package-source.js';
import { PAYLOAD_TYPE, signedBytes } from './dsse.js';
import { type Bundle, MAX_SEAL_BYTES, readBundle } from './seal-bundle.js';
import { algorithmOf, isSignedBy, keyIdOf, type SealAlgorithm } from './seal-key.js';
import { SEAL } from './seal-names.js';
import { COUNTER_PREDICATE, didAlong, readStatement, SEAL_PREDICATE, type Statement } from './seal-statement.js';
import { publicKeyIn, type TrustedKey } from './trust-root.js';
import type { CertificateFacts } from './verify-certificate.js';
import type { ReasonCode, SealFinding } from './verify-reasons.js';
import { establish, STRANGER, type Trust } from './verify-signer.js';

/** Who signed, as far as it could be established. */
export interface Signer {
  /** Name of the file of the seal. */
  readonly zegel: string;
  /** Id of the key: SHA-256 of its SubjectPublicKeyInfo. */
  readonly sleutel: string;
  readonly algoritme: SealAlgorithm;
  /** Whose key it is, as the trust root says, or the certificate for which it vouches; absent when neither does. */
  readonly naam?: string;
  /** What the certificate says; true when somebody who is trusted vouches for it. */
  readonly certificaat?: CertificateFacts;
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

/** @param trust - of nobody when it is empty: then the key that goes along only shows that nothing changed */
export async function openSeal(source: PackageSource, name: string, trust: Trust): Promise<SealRead> {
  const bytes = await bytesOf(source, name, MAX_SEAL_BYTES);
  if (bytes === undefined) return { findings: [{ code: 'SEAL_UNREADABLE', bestand: name }] };
  return openSealBytes(bytes, name, name === SEAL ? SEAL_PREDICATE : COUNTER_PREDICATE, trust);
}

/** The same of a seal over something else than a package. @param predicate - the kind of statement it should hold */
export function openSealBytes(bytes: Uint8Array, name: string, predicate: string, trust: Trust): SealRead {
  const refused = (code: ReasonCode, more: Partial<SealFinding> = {}): SealRead => ({
    findings: [{ code, bestand: name, ...more }],
  });
  const bundle = readBundle(bytes);
  if (typeof bundle === 'string') return refused(bundle);
  const key = keyOf(bundle, trust);
  if (key === undefined || keyIdOf(key) !== bundle.keyId) {
    return refused(trust.trust || trust.authorities ? 'KEY_UNKNOWN' : 'KEY_MISMATCH', { gezien: bundle.keyId });
  }
  const algoritme = algorithmOf(key);
  if (algoritme === undefined) return refused('CERT_KEY_KIND', { gezien: bundle.keyId });
  if (!isSignedBy(key, signedBytes(PAYLOAD_TYPE, bundle.payload), bundle.signature)) return refused('SIGNATURE_INVALID');
  const statement = readStatement(bundle.payload, predicate);
  if (typeof statement === 'string') return refused(statement);
  const verzegeldOp = timeIn(statement);
  const { complaint, isKnown, ...who } = establish({ bundle, statement, name, at: Date.parse(verzegeldOp) }, trust);
  const signer: Signer = {
    ...{ zegel: name, sleutel: bundle.keyId, algoritme, ...who, vertrouwd: isKnown && complaint === undefined, verzegeldOp },
    ...(name !== SEAL && didAlong(statement)),
  };
  // Who signs along and is not known takes nothing away from a seal that is.
  const isFatal = complaint !== undefined && (name === SEAL || !STRANGER.includes(complaint));
  const gezien = who.certificaat?.naam ?? bundle.keyId;
  return {
    findings: isFatal ? [{ code: complaint, bestand: name, gezien }] : [],
    opened: { statement, signer, digest: createHash('sha256').update(bytes).digest('hex') },
  };
}

/** The key that is trusted, that of the certificate, or the one that goes along. */
export function keyOf(bundle: Bundle, { trust }: Trust): KeyObject | undefined {
  const named = trust?.find(({ id }) => id === bundle.keyId);
  return named?.key ?? bundle.certificate?.publicKey ?? carriedKey(bundle);
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

function timeIn({ predicate }: Statement): string {
  return typeof predicate.verzegeldOp === 'string' ? predicate.verzegeldOp : '';
}

/** Whose a certificate is, and whether somebody vouches for it whom the verifier trusts. */
import type { X509Certificate } from 'node:crypto';
import { isRecord } from '../exact-json.js';
import { algorithmOf } from './seal-key.js';
import type { TrustedAuthority } from './trust-authorities.js';
import type { ReasonCode } from './verify-reasons.js';

/** What a certificate says of its owner. It is true when the issuer is trusted. */
export interface CertificateFacts {
  /** Organisation or, when there is none, the common name. */
  readonly naam: string;
  /** Number of an organisation of the Dutch government, when the serialNumber of the subject is one. */
  readonly oin?: string;
  readonly uitgever: string;
  /** The last day. */
  readonly geldigTot: string;
}

/** @returns what is wrong with a chain in itself, whoever is trusted and whenever it was */
export function chainComplaint(certificates: readonly X509Certificate[]): ReasonCode | undefined {
  const [leaf] = certificates;
  if (leaf === undefined || algorithmOf(leaf.publicKey) === undefined || leaf.ca) return 'CERT_KEY_KIND';
  const isLinked = certificates.every((each, index) => {
    const next = certificates[index + 1];
    // The last one may be a root of its own, or point at one that does not stand here.
    if (next === undefined) return each.subject !== each.issuer || isSignedWith(each, each);
    return isIssuedBy(each, next);
  });
  return isLinked ? undefined : 'CERT_CHAIN';
}

/** @param at - milliseconds since 1970; NaN when it is not known, which is never valid */
export function isValidAt({ validFrom, validTo }: X509Certificate, at: number): boolean {
  return at >= Date.parse(validFrom) && at <= Date.parse(validTo);
}

/** Who vouches for a chain that is sound in itself. */
export function vouchersOf(
  certificates: readonly X509Certificate[],
  authorities: readonly TrustedAuthority[],
): readonly TrustedAuthority[] {
  const last = certificates.at(-1);
  return authorities.filter(({ certificate }) => {
    if (certificates.some(({ raw }) => raw.equals(certificate.raw))) return true;
    return last !== undefined && isIssuedBy(last, certificate);
  });
}

export function factsOfCertificate(certificate: X509Certificate): CertificateFacts {
  const subject: unknown = certificate.toLegacyObject().subject;
  const oin = partOf(subject, 'serialNumber');
  return {
    naam: partOf(subject, 'O') ?? partOf(subject, 'CN') ?? certificate.subject,
    ...(oin !== undefined && /^\d{20}$/.test(oin) && { oin }),
    uitgever: certificate.issuer.replaceAll('\n', ', '),
    geldigTot: dayOf(certificate.validTo),
  };
}

function isIssuedBy(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return issuer.ca && certificate.checkIssued(issuer) && isSignedWith(certificate, issuer);
  } catch {
    return false;
  }
}

function isSignedWith(certificate: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return certificate.verify(issuer.publicKey);
  } catch {
    return false;
  }
}

/** @returns the text itself when it is no moment */
function dayOf(text: string): string {
  const at = Date.parse(text);
  return Number.isNaN(at) ? text : new Date(at).toISOString().slice(0, 10);
}

/** A part that stands there twice says nothing. */
function partOf(subject: unknown, name: string): string | undefined {
  const value = isRecord(subject) ? subject[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

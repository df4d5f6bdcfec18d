/** Establishes who set a seal: by a key that is trusted, or by a certificate for which somebody who is trusted vouches. */
import type { X509Certificate } from 'node:crypto';
import { isRecord } from '../exact-json.js';
import { type Bundle, certificateIn } from './seal-bundle.js';
import { SEAL } from './seal-names.js';
import type { Statement } from './seal-statement.js';
import type { TrustedAuthority } from './trust-authorities.js';
import type { TrustedKey } from './trust-root.js';
import { type CertificateFacts, chainComplaint, factsOfCertificate, isValidAt, vouchersOf } from './verify-certificate.js';
import type { ReasonCode } from './verify-reasons.js';

/** Whom somebody trusts; nobody when both are absent. */
export interface Trust {
  readonly trust?: readonly TrustedKey[];
  readonly authorities?: readonly TrustedAuthority[];
}

export interface Established {
  /** Why this key may not have set this seal. */
  readonly complaint?: ReasonCode;
  /** Whether there is a reason to believe who it says it is. */
  readonly isKnown: boolean;
  readonly naam?: string;
  readonly wie?: TrustedKey['wie'];
  readonly certificaat?: CertificateFacts;
}

/** Longer chains are not looked at. */
const MAX_CHAIN = 8;

/** Reasons for which nobody knows who signed; anything else is wrong, whoever it was. */
export const STRANGER: readonly ReasonCode[] = ['KEY_UNKNOWN', 'CERT_UNKNOWN_ISSUER'];

export interface SealOf {
  readonly bundle: Bundle;
  readonly statement: Statement;
  /** Of the file of the seal. */
  readonly name: string;
  /** When it was set, as the signer says: milliseconds since 1970; NaN when they do not say. */
  readonly at: number;
}

/** Of a seal whose signature holds. */
export function establish({ bundle, statement, name, at }: SealOf, trust: Trust): Established {
  const chain = chainOf(bundle, statement);
  if (chain === undefined) return { complaint: 'CERT_CHAIN', isKnown: false };
  const [leaf] = chain;
  const certificaat = leaf && factsOfCertificate(leaf);
  const named = trust.trust?.filter(({ id }) => id === bundle.keyId) ?? [];
  const isNobody = trust.trust === undefined && trust.authorities === undefined;
  const sound = leaf && chainComplaint(chain);
  if (sound !== undefined) return { complaint: sound, isKnown: false };
  const [key] = named;
  if (key) {
    const complaint = keyComplaint(named, key, name, at);
    const { naam, wie } = key;
    // Nobody vouched for what its certificate says.
    return { ...(complaint && { complaint }), isKnown: true, naam, ...(wie && { wie }) };
  }
  const told = { isKnown: false, ...(certificaat && { certificaat }) };
  if (isNobody) return told;
  if (certificaat === undefined) return { ...told, complaint: 'KEY_UNKNOWN' };
  const vouchers = vouchersOf(chain, trust.authorities ?? []);
  const voucher = vouchers.find(({ oin }) => oin === undefined || oin === certificaat.oin);
  if (vouchers.length === 0) return { ...told, complaint: 'CERT_UNKNOWN_ISSUER' };
  if (voucher === undefined) return { ...told, complaint: 'SIGNER_OTHER' };
  const complaint = certificateComplaint(chain, voucher, name, at);
  const { naam } = certificaat;
  return { ...told, isKnown: true, ...(complaint && { complaint }), naam, ...(voucher.wie && { wie: voucher.wie }) };
}

/**
 * The certificate of the key, then of who issued that, and so on, as they were signed: what stands outside of the signature has to
 * be the same. @returns undefined when it is not, or when one cannot be read
 */
function chainOf({ certificate }: Bundle, { predicate }: Statement): readonly X509Certificate[] | undefined {
  if (certificate === undefined) return [];
  const { certificaten } = isRecord(predicate.ondertekenaar) ? predicate.ondertekenaar : {};
  if (!Array.isArray(certificaten) || certificaten.length > MAX_CHAIN) return undefined;
  const chain = certificaten.map(certificateIn).filter((each) => each !== undefined);
  return chain.length === certificaten.length && chain[0]?.raw.equals(certificate.raw) ? chain : undefined;
}

function certificateComplaint(
  chain: readonly X509Certificate[],
  voucher: TrustedAuthority,
  name: string,
  at: number,
): ReasonCode | undefined {
  if (mayNot(voucher.soort, name)) return 'KEY_WRONG_KIND';
  return [...chain, voucher.certificate].every((each) => isValidAt(each, at)) ? undefined : 'CERT_OUT_OF_TIME';
}

function keyComplaint(named: readonly TrustedKey[], key: TrustedKey, name: string, at: number): ReasonCode | undefined {
  if (named.some(({ ingetrokken }) => ingetrokken)) return 'KEY_REVOKED';
  if (mayNot(key.soort, name)) return 'KEY_WRONG_KIND';
  if (key.van === undefined && key.tot === undefined) return undefined;
  return at >= (key.van ?? at) && at <= (key.tot ?? at) ? undefined : 'KEY_OUT_OF_TIME';
}

/** Who issues tickets seals nothing. */
function mayNot(soort: TrustedKey['soort'], name: string): boolean {
  return soort === 'ticketuitgever' || (soort === 'medeondertekenaar' && name === SEAL);
}

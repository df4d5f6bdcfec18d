/** Certificates to seal with: an authority, an issuer below it, and who got one of that issuer. */
import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { type Certificate, type CertificateRequest, makeCertificate } from '../../../src/cli/certs/certificate.js';
import { type SealingKey, sealingKey } from '../../../src/report/seal/seal-key.js';

export const OIN = '00000001999999990000';

const base = {
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: new Date('2028-01-01T00:00:00Z'),
  keyType: 'ec',
} as const;

export function certificateOf(more: Partial<CertificateRequest> & Pick<CertificateRequest, 'subject'>): Certificate {
  return makeCertificate({ ...base, ...more });
}

const subject = { commonName: 'Testregio', organisation: 'Regio Verzonnendam', oin: OIN };

export const ROOT = certificateOf({ subject: { commonName: 'Wortel van de test' }, use: 'authority' });
export const ISSUER = certificateOf({ subject: { commonName: 'Uitgever van de test' }, use: 'authority', issuer: ROOT });
export const LEAF = certificateOf({ subject, issuer: ISSUER });
/** Bears the same names, and is somebody else. */
export const OTHER_ROOT = certificateOf({ subject: ROOT.subject, use: 'authority' });
export const OTHER_ISSUER = certificateOf({ subject: ISSUER.subject, use: 'authority', issuer: OTHER_ROOT });
export const OTHER_LEAF = certificateOf({ subject, issuer: OTHER_ISSUER });
export const EXPIRED = certificateOf({ subject, issuer: ISSUER, validTo: new Date('2026-02-01T00:00:00Z') });
export const NOT_YET = certificateOf({ subject, issuer: ISSUER, validFrom: new Date('2027-01-01T00:00:00Z') });
export const OLD_ISSUER = certificateOf({
  ...{ subject: { commonName: 'Oude uitgever' }, use: 'authority' as const, issuer: ROOT },
  validTo: new Date('2026-02-01T00:00:00Z'),
});
export const OF_OLD_ISSUER = certificateOf({ subject, issuer: OLD_ISSUER });
/** Issued by somebody who may not issue. */
export const OF_LEAF = certificateOf({ subject: { commonName: 'Kind van een blad' }, issuer: LEAF });
export const RSA_LEAF = certificateOf({ subject, issuer: ISSUER, keyType: 'rsa' });

export function x509({ cert }: Certificate): X509Certificate {
  return new X509Certificate(cert);
}

export function keyOf({ key }: Certificate): KeyObject {
  return createPrivateKey(key);
}

/** @param chain - who issued that, and so on */
export function sealingWith(signer: Certificate, ...chain: readonly Certificate[]): SealingKey {
  return sealingKey(keyOf(signer), [signer, ...chain].map(x509));
}

/** As a bundle has it. */
export function materialOf(certificate: Certificate): unknown {
  return { certificate: { rawBytes: x509(certificate).raw.toString('base64') } };
}

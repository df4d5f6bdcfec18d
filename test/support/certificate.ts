/** Certificates for tests: our own generator, with little to say and keys that are made in no time. */
import { makeCertificate as make } from '../../src/cli/certs/certificate.js';

/** PEM texts of a certificate and its key. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly name: string;
}

export interface CertificateOptions {
  /** Names for which it is valid: host names or addresses. */
  readonly names?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Who signs it; itself when absent. */
  readonly issuer?: Certificate;
  readonly isAuthority?: boolean;
  /** What it may be used for alone. */
  readonly use?: 'server' | 'client';
}

const DAY_MILLIS = 86_400_000;

/**
 * Makes a certificate with a fresh P-256 key.
 * @param name - its common name
 */
export function makeCertificate(name: string, options: CertificateOptions = {}): Certificate {
  const { issuer, isAuthority, use, ...rest } = options;
  const made = make({
    validFrom: new Date(Date.now() - DAY_MILLIS),
    validTo: new Date(Date.now() + DAY_MILLIS),
    ...rest,
    subject: { commonName: name },
    keyType: 'ec',
    ...(issuer && { issuer: { cert: issuer.cert, key: issuer.key, subject: { commonName: issuer.name } } }),
    ...(isAuthority ? { use: 'authority' } : use && { use }),
  });
  return { cert: made.cert, key: made.key, name };
}

/** An authority that can sign others. */
export function makeAuthority(name: string): Certificate {
  return makeCertificate(name, { isAuthority: true });
}

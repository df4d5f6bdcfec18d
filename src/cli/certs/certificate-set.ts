/**
 * The certificates of a local test: an authority of our own, one for who listens and one for who calls. They prove
 * nothing about anybody, and say so in their names.
 */
import { type Certificate, makeCertificate } from './certificate.js';

export interface CertificateSetRequest {
  /** Stands in the serialNumber of both certificates. */
  readonly oin: string;
  /** Host names and addresses of who listens, beside those of this machine. */
  readonly names: readonly string[];
  readonly validFrom: Date;
  readonly validTo: Date;
  readonly keyType?: 'rsa' | 'ec';
}

export interface CertificateFile {
  readonly name: string;
  readonly text: string;
  /** A key is for its owner's eyes only. */
  readonly isSecret: boolean;
}

/** For which every server certificate of ours holds. */
const LOCAL_NAMES = ['localhost', '127.0.0.1', '::1'] as const;
export const ORGANISATION = 'Ketentest (alleen voor tests)';
/** The authority of every set. */
export const AUTHORITY_SUBJECT = { commonName: 'Ketentest test-CA', organisation: ORGANISATION } as const;

/** File names of a set. */
export const SET_FILES = {
  ca: 'ca.pem',
  caKey: 'ca-key.pem',
  server: 'server.pem',
  serverKey: 'server-key.pem',
  client: 'client.pem',
  clientKey: 'client-key.pem',
} as const;

/** Makes a set: six files, of which three are keys. */
export function makeCertificateSet({ oin, names, ...common }: CertificateSetRequest): readonly CertificateFile[] {
  const subject = (commonName: string) => ({ commonName, organisation: ORGANISATION });
  const authority = makeCertificate({ ...common, subject: AUTHORITY_SUBJECT, use: 'authority' });
  const all = [...new Set([...names, ...LOCAL_NAMES])];
  const signed = { ...common, issuer: authority };
  const server = makeCertificate({ ...signed, subject: { ...subject(all[0] ?? ''), oin }, use: 'server', names: all });
  const client = makeCertificate({ ...signed, subject: { ...subject('Ketentest client'), oin }, use: 'client' });
  return [
    ...filesOf(SET_FILES.ca, SET_FILES.caKey, authority),
    ...filesOf(SET_FILES.server, SET_FILES.serverKey, server),
    ...filesOf(SET_FILES.client, SET_FILES.clientKey, client),
  ];
}

function filesOf(certFile: string, keyFile: string, { cert, key }: Certificate): readonly CertificateFile[] {
  return [
    { name: certFile, text: cert, isSecret: false },
    { name: keyFile, text: key, isSecret: true },
  ];
}

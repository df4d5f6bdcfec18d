/**
 * Makes X.509 certificates for tests, with keys made on the spot. Node signs; the form is written here, since Node
 * itself can only read one.
 *
 * @see RFC 5280, section 4.1
 */
import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { bitString, boolean, type Der, integer, octets, oid, printable, sequence, setOf, tagged, time, utf8 } from './der.js';
import { generalName } from './general-name.js';

/** PEM texts of a certificate and its key. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly subject: Subject;
}

export interface Subject {
  readonly commonName: string;
  /** In the Netherlands. */
  readonly organisation?: string;
  /** Identifies an organisation in the Dutch government; stands in the subject's serialNumber. */
  readonly oin?: string;
}

/** What a certificate may be used for. */
export type CertificateUse = 'authority' | 'server' | 'client';

export interface CertificateRequest {
  readonly subject: Subject;
  readonly validFrom: Date;
  readonly validTo: Date;
  /** Neither server nor client alone when absent. */
  readonly use?: CertificateUse;
  /** Host names and addresses for which it holds. */
  readonly names?: readonly string[];
  /** Who signs it; itself when absent. */
  readonly issuer?: Certificate;
  /** RSA of 2048 bits, which every product knows, or the curve P-256, which is made in no time. */
  readonly keyType?: 'rsa' | 'ec';
}

const OIDS = {
  commonName: '2.5.4.3',
  serialNumber: '2.5.4.5',
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  subjectKeyId: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAltName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  authorityKeyId: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  serverAuth: '1.3.6.1.5.5.7.3.1',
  clientAuth: '1.3.6.1.5.5.7.3.2',
} as const;

const ALGORITHMS = {
  rsa: sequence(oid('1.2.840.113549.1.1.11'), tagged(0x05)),
  ec: sequence(oid('1.2.840.10045.4.3.2')),
} as const;

/** Makes a certificate with a fresh key. */
export function makeCertificate(request: CertificateRequest): Certificate {
  const { privateKey, publicKey } = freshKeys(request.keyType ?? 'rsa');
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const signing = request.issuer === undefined ? privateKey : createPrivateKey(request.issuer.key);
  const algorithm = ALGORITHMS[signing.asymmetricKeyType === 'rsa' ? 'rsa' : 'ec'];
  const ownKey = spki(publicKey);
  const issuerKey = request.issuer === undefined ? ownKey : spki(createPublicKey(signing));
  const body = toBeSigned(request, algorithm, ownKey, issuerKey);
  const der = sequence(body, algorithm, bitString(sign('sha256', body, signing)));
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd();
  return { cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`, key, subject: request.subject };
}

function freshKeys(type: 'rsa' | 'ec') {
  return type === 'rsa'
    ? generateKeyPairSync('rsa', { modulusLength: 2048 })
    : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

function spki(key: ReturnType<typeof createPublicKey>): Der {
  return key.export({ type: 'spki', format: 'der' });
}

function toBeSigned(request: CertificateRequest, algorithm: Der, ownKey: Der, issuerKey: Der): Der {
  const { subject, issuer, validFrom, validTo } = request;
  return sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([0x01]), randomBytes(15)])),
    algorithm,
    nameOf(issuer?.subject ?? subject),
    sequence(time(validFrom), time(validTo)),
    nameOf(subject),
    ownKey,
    tagged(0xa3, sequence(...extensions(request, ownKey, issuerKey))),
  );
}

function nameOf({ commonName, organisation, oin }: Subject): Der {
  const part = (type: string, value: Der): Der => setOf(sequence(oid(type), value));
  return sequence(
    ...(organisation === undefined ? [] : [part(OIDS.country, printable('NL')), part(OIDS.organisation, utf8(organisation))]),
    ...(oin === undefined ? [] : [part(OIDS.serialNumber, printable(oin))]),
    part(OIDS.commonName, utf8(commonName)),
  );
}

function extensions({ use, names = [] }: CertificateRequest, ownKey: Der, issuerKey: Der): readonly Der[] {
  const isAuthority = use === 'authority';
  // Bits from the left: digitalSignature, …, keyEncipherment (2), …, keyCertSign (5), cRLSign (6).
  const usage = isAuthority ? bitString(Buffer.from([0b0000_0110]), 1) : bitString(Buffer.from([0b1010_0000]), 5);
  return [
    extension(OIDS.basicConstraints, sequence(...(isAuthority ? [boolean(true)] : [])), true),
    extension(OIDS.keyUsage, usage, true),
    ...(use === 'server' ? [extension(OIDS.extendedKeyUsage, sequence(oid(OIDS.serverAuth)))] : []),
    ...(use === 'client' ? [extension(OIDS.extendedKeyUsage, sequence(oid(OIDS.clientAuth)))] : []),
    ...(names.length > 0 ? [extension(OIDS.subjectAltName, sequence(...names.map(generalName)))] : []),
    extension(OIDS.subjectKeyId, octets(keyId(ownKey))),
    extension(OIDS.authorityKeyId, sequence(tagged(0x80, keyId(issuerKey)))),
  ];
}

function extension(type: string, value: Der, isCritical = false): Der {
  return sequence(oid(type), ...(isCritical ? [boolean(true)] : []), octets(value));
}

/** Any name that is the same for the same key will do. @see RFC 7093, section 2 */
function keyId(key: Der): Der {
  return createHash('sha256').update(key).digest().subarray(0, 20);
}

/**
 * Makes X.509 certificates for tests: a small DER writer, enough for a TLS handshake, with keys made on the spot.
 *
 * @see RFC 5280, section 4.1; ITU-T X.690 for DER
 */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isIP } from 'node:net';

/** PEM texts of a certificate and its key. */
export interface Certificate {
  readonly cert: string;
  readonly key: string;
  readonly name: string;
}

export interface CertificateOptions {
  /** Names for which it is valid: host names or IPv4 addresses. */
  readonly names?: readonly string[];
  readonly validFrom?: Date;
  readonly validTo?: Date;
  /** Who signs it; itself when absent. */
  readonly issuer?: Certificate;
  readonly isAuthority?: boolean;
}

const DAY_MILLIS = 86_400_000;
const ECDSA_SHA256 = sequence(oid('1.2.840.10045.4.3.2'));

/**
 * Makes a certificate with a fresh P-256 key.
 * @param name - its common name
 */
export function makeCertificate(name: string, options: CertificateOptions = {}): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const issuer = options.issuer;
  const signingKey = issuer === undefined ? privateKey : createPrivateKey(issuer.key);
  const body = toBeSigned(name, issuer?.name ?? name, publicKey, options);
  const signature = sign('sha256', body, signingKey);
  const der = sequence(body, ECDSA_SHA256, bitString(signature));
  const lines = der.toString('base64').replaceAll(/.{64}/g, '$&\n').trimEnd();
  return { cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`, key, name };
}

/** An authority that can sign others. */
export function makeAuthority(name: string): Certificate {
  return makeCertificate(name, { isAuthority: true });
}

function toBeSigned(name: string, issuer: string, publicKey: KeyObject, options: CertificateOptions): Buffer {
  const { validFrom = new Date(Date.now() - DAY_MILLIS), validTo = new Date(Date.now() + DAY_MILLIS) } = options;
  return sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ECDSA_SHA256,
    commonName(issuer),
    sequence(time(validFrom), time(validTo)),
    commonName(name),
    createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })).export({ type: 'spki', format: 'der' }),
    tagged(0xa3, sequence(...extensions(options))),
  );
}

function extensions({ names = [], isAuthority = false }: CertificateOptions): Buffer[] {
  const constraints = sequence(...(isAuthority ? [tagged(0x01, Buffer.from([0xff]))] : []));
  const basic = sequence(oid('2.5.29.19'), tagged(0x01, Buffer.from([0xff])), octets(constraints));
  if (names.length === 0) return [basic];
  const general = names.map((name) => (isIP(name) === 4 ? tagged(0x87, addressOf(name)) : tagged(0x82, Buffer.from(name))));
  return [basic, sequence(oid('2.5.29.17'), octets(sequence(...general)))];
}

function addressOf(name: string): Buffer {
  return Buffer.from(name.split('.').map(Number));
}

function commonName(name: string): Buffer {
  return sequence(tagged(0x31, sequence(oid('2.5.4.3'), tagged(0x0c, Buffer.from(name)))));
}

function tagged(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  if (length < 0x100) return Buffer.from([0x81, length]);
  return Buffer.from([0x82, length >> 8, length & 0xff]);
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tagged(0x30, ...parts);
}

function integer(bytes: Buffer): Buffer {
  return tagged(0x02, bytes);
}

function octets(bytes: Buffer): Buffer {
  return tagged(0x04, bytes);
}

function bitString(bytes: Buffer): Buffer {
  return tagged(0x03, Buffer.from([0]), bytes);
}

/** Years from 2050 on need the long form; certificates for tests end before. */
function time(moment: Date): Buffer {
  const digits = moment.toISOString().replaceAll(/[-:T]|\.\d+/g, '');
  return tagged(0x17, Buffer.from(digits.slice(2)));
}

function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return tagged(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(number: number): number[] {
  const digits = [number & 0x7f];
  for (let rest = number >> 7; rest > 0; rest >>= 7) digits.unshift((rest & 0x7f) | 0x80);
  return digits;
}

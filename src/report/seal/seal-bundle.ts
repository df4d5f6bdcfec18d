/**
 * The file of a seal: a Sigstore bundle v0.3 with one DSSE signature, made with a key of one's own.
 *
 * @see https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto
 */
import { X509Certificate } from 'node:crypto';
import { canonicalJson } from '../canonical-json.js';
import { hasExactly, readExactJson } from '../exact-json.js';
import { fromBase64, PAYLOAD_TYPE, signedBytes } from './dsse.js';
import { keyIdOf, type SealingKey } from './seal-key.js';
import type { ReasonCode } from './verify-reasons.js';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** Larger is no seal of a package: that of a hundred thousand files is smaller. */
export const MAX_SEAL_BYTES = 24 * 1024 * 1024;

export interface Bundle {
  readonly payload: Buffer;
  readonly signature: Buffer;
  /** Id of the key, as the bundle says or of its certificate. A hint: which key counts is decided by whoever verifies. */
  readonly keyId: string;
  /** Of the key; absent when the bundle names the key by its id. */
  readonly certificate?: X509Certificate;
}

/** Signs a statement, and writes the file of the seal. */
export async function signBundle(statement: unknown, key: SealingKey): Promise<string> {
  const payload = Buffer.from(canonicalJson(statement));
  const signature = await key.sign(signedBytes(PAYLOAD_TYPE, payload));
  return canonicalJson({
    mediaType: MEDIA_TYPE,
    verificationMaterial: materialOf(key),
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig: signature.toString('base64') }],
    },
  });
}

/** A bundle of this version has room for one certificate; it goes along in what is signed too, with those of its issuers. */
function materialOf({ publicKey, certificates: [leaf] }: SealingKey) {
  if (leaf === undefined) return { publicKey: { hint: keyIdOf(publicKey) } };
  return { certificate: { rawBytes: leaf.raw.toString('base64') } };
}

/** Reads the file of a seal, of which nothing is believed yet; what we do not check may not stand in it. */
export function readBundle(bytes: Uint8Array): Bundle | ReasonCode {
  const read = readExactJson(bytes);
  if ('problem' in read) return read.problem === 'unreadable' ? 'SEAL_UNREADABLE' : 'SEAL_NOT_CANONICAL';
  const { value } = read;
  if (!hasExactly(value, 'mediaType', 'verificationMaterial', 'dsseEnvelope')) return 'SEAL_FORM';
  if (value.mediaType !== MEDIA_TYPE) return 'SEAL_MEDIA_TYPE';
  const { verificationMaterial: material, dsseEnvelope: envelope } = value;
  if (!hasExactly(envelope, 'payload', 'payloadType', 'signatures') || !Array.isArray(envelope.signatures)) return 'SEAL_FORM';
  if (envelope.payloadType !== PAYLOAD_TYPE) return 'PAYLOAD_TYPE';
  if (envelope.signatures.length !== 1) return 'SIGNATURE_COUNT';
  const [only] = envelope.signatures as readonly unknown[];
  if (!hasExactly(only, 'sig')) return 'SEAL_FORM';
  const payload = bytesIn(envelope.payload);
  const signature = bytesIn(only.sig);
  const signer = signerIn(material);
  if (payload === undefined || signature === undefined || signer === undefined) return 'SEAL_FORM';
  return { payload, signature, ...signer };
}

/** @returns undefined when it is no form of ours */
function signerIn(material: unknown): Pick<Bundle, 'keyId' | 'certificate'> | undefined {
  if (hasExactly(material, 'publicKey')) {
    const { publicKey } = material;
    return hasExactly(publicKey, 'hint') && typeof publicKey.hint === 'string' ? { keyId: publicKey.hint } : undefined;
  }
  if (!hasExactly(material, 'certificate') || !hasExactly(material.certificate, 'rawBytes')) return undefined;
  const certificate = certificateIn(material.certificate.rawBytes);
  return certificate && { keyId: keyIdOf(certificate.publicKey), certificate };
}

/** @param value - DER in base64 @returns undefined when it is no certificate whose key can be read */
export function certificateIn(value: unknown): X509Certificate | undefined {
  try {
    const der = bytesIn(value);
    const certificate = der && new X509Certificate(der);
    // What stands behind it would be looked at by nobody; and a key that cannot be read throws.
    return der !== undefined && certificate?.raw.equals(der) && certificate.publicKey ? certificate : undefined;
  } catch {
    return undefined;
  }
}

function bytesIn(value: unknown): Buffer | undefined {
  return typeof value === 'string' && value !== '' ? fromBase64(value) : undefined;
}

/**
 * The file of a seal: a Sigstore bundle v0.3 with one DSSE signature, made with a key of one's own.
 *
 * @see https://github.com/sigstore/protobuf-specs, sigstore_bundle.proto
 */
import type { KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical-json.js';
import { fromBase64, PAYLOAD_TYPE, signedBytes } from './dsse.js';
import { hasExactly, readExactJson } from './exact-json.js';
import { keyIdOf, signWith } from './seal-key.js';
import type { ReasonCode } from './verify-reasons.js';

const MEDIA_TYPE = 'application/vnd.dev.sigstore.bundle.v0.3+json';

/** Larger is no seal of a package: that of a hundred thousand files is smaller. */
export const MAX_SEAL_BYTES = 24 * 1024 * 1024;

export interface Bundle {
  readonly payload: Buffer;
  readonly signature: Buffer;
  /** Id of the key, as the bundle says. A hint: which key counts is decided by whoever verifies. */
  readonly keyId: string;
}

/** Signs a statement. @param key - private, of a kind that seals */
export function writeBundle(statement: unknown, key: KeyObject): string {
  const payload = Buffer.from(canonicalJson(statement));
  const signature = signWith(key, signedBytes(PAYLOAD_TYPE, payload));
  return canonicalJson({
    mediaType: MEDIA_TYPE,
    verificationMaterial: { publicKey: { hint: keyIdOf(key) } },
    dsseEnvelope: {
      payload: payload.toString('base64'),
      payloadType: PAYLOAD_TYPE,
      signatures: [{ sig: signature.toString('base64') }],
    },
  });
}

/** Reads the file of a seal, of which nothing is believed yet; what we do not check may not stand in it. */
export function readBundle(bytes: Uint8Array): Bundle | ReasonCode {
  const read = readExactJson(bytes);
  if ('problem' in read) return read.problem === 'unreadable' ? 'SEAL_UNREADABLE' : 'SEAL_NOT_CANONICAL';
  const { value } = read;
  if (!hasExactly(value, 'mediaType', 'verificationMaterial', 'dsseEnvelope')) return 'SEAL_FORM';
  if (value.mediaType !== MEDIA_TYPE) return 'SEAL_MEDIA_TYPE';
  const { verificationMaterial: material, dsseEnvelope: envelope } = value;
  if (!hasExactly(material, 'publicKey') || !hasExactly(material.publicKey, 'hint')) return 'SEAL_FORM';
  if (!hasExactly(envelope, 'payload', 'payloadType', 'signatures') || !Array.isArray(envelope.signatures)) return 'SEAL_FORM';
  if (envelope.payloadType !== PAYLOAD_TYPE) return 'PAYLOAD_TYPE';
  if (envelope.signatures.length !== 1) return 'SIGNATURE_COUNT';
  const [only] = envelope.signatures as readonly unknown[];
  if (!hasExactly(only, 'sig')) return 'SEAL_FORM';
  const payload = bytesIn(envelope.payload);
  const signature = bytesIn(only.sig);
  const { hint } = material.publicKey;
  if (payload === undefined || signature === undefined || typeof hint !== 'string') return 'SEAL_FORM';
  return { payload, signature, keyId: hint };
}

function bytesIn(value: unknown): Buffer | undefined {
  return typeof value === 'string' && value !== '' ? fromBase64(value) : undefined;
}

/**
 * Keys that seal: which kinds there are, how each signs, and the id by which a key is called. What a key is says how it
 * signs; nothing that stands in a seal is asked for that.
 */
import { createHash, createPublicKey, type KeyObject, sign, verify, type X509Certificate } from 'node:crypto';

/** What seals: a private key in our hands, or one that somebody else keeps and signs with. */
export interface SealingKey {
  readonly publicKey: KeyObject;
  /** Whose it is: its certificate, then who issued that, and so on; empty for a bare key. */
  readonly certificates: readonly X509Certificate[];
  /** @returns a signature as {@link isSignedBy} takes it */
  sign(bytes: Uint8Array): Promise<Buffer>;
}

/** ECDSA over P-256 with SHA-256, signatures in DER; or Ed25519. */
export type SealAlgorithm = 'ecdsa-p256-sha256' | 'ed25519';

/** @returns undefined for a key that cannot seal: RSA, another curve */
export function algorithmOf(key: KeyObject): SealAlgorithm | undefined {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  return isP256 ? 'ecdsa-p256-sha256' : undefined;
}

/** SHA-256 of the public key as SubjectPublicKeyInfo in DER, in hexadecimal. @param key - public, or the private one of it */
export function keyIdOf(key: KeyObject): string {
  const known = IDS.get(key);
  if (known !== undefined) return known;
  const id = createHash('sha256')
    .update(publicOf(key).export({ type: 'spki', format: 'der' }))
    .digest('hex');
  IDS.set(key, id);
  return id;
}

/** A key never changes, and is asked for its id by every seal. */
const IDS = new WeakMap<KeyObject, string>();

/** PEM text of the public key. */
export function publicPemOf(key: KeyObject): string {
  return publicOf(key).export({ type: 'spki', format: 'pem' }).toString();
}

/** @param key - private, of a kind that seals */
export function sealingKey(key: KeyObject, certificates: readonly X509Certificate[] = []): SealingKey {
  return { publicKey: publicOf(key), certificates, sign: async (bytes) => signWith(key, bytes) };
}

/** @param key - private, of a kind that seals */
export function signWith(key: KeyObject, bytes: Uint8Array): Buffer {
  return sign(hashOf(key), bytes, key);
}

/** @param key - public, of a kind that seals */
export function isSignedBy(key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean {
  try {
    return verify(hashOf(key), bytes, key, signature);
  } catch {
    // A signature that cannot even be read.
    return false;
  }
}

function publicOf(key: KeyObject): KeyObject {
  return key.type === 'public' ? key : createPublicKey(key);
}

function hashOf(key: KeyObject): string | null {
  return algorithmOf(key) === 'ed25519' ? null : 'sha256';
}

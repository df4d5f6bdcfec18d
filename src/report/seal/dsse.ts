/**
 * DSSE: what is signed is a type and raw bytes, so that nothing has to be brought into one form before a signature is
 * checked.
 *
 * @see https://github.com/secure-systems-lab/dsse, protocol.md
 */
export const PAYLOAD_TYPE = 'application/vnd.in-toto+json';

/** The bytes that are signed (PAE). */
export function signedBytes(payloadType: string, payload: Uint8Array): Buffer {
  const type = Buffer.from(payloadType, 'utf8');
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} `), type, Buffer.from(` ${payload.byteLength} `), payload]);
}

/** @returns undefined when it is not base64 in its one regular form, so that no two texts stand for the same bytes */
export function fromBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64') === text ? bytes : undefined;
}

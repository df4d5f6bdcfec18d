/**
 * Content for documents that are large: as many bytes as wanted, the same ones every time, which do not compress.
 */

/** Base64 of so many bytes. */
export function contentOf(count: number): string {
  const bytes = Buffer.alloc(count);
  let state = 0x2545f491;
  for (let at = 0; at < count; at++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    bytes[at] = state & 0xff;
  }
  return bytes.toString('base64');
}

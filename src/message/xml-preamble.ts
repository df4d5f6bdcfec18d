/**
 * What stands before the first element of a document, skipped in one pass: a text can be made on which a regular
 * expression for this never ends.
 */

const PARTS = [
  ['<!--', '-->'],
  ['<?', '?>'],
] as const;

/** The text from its first tag or DOCTYPE on; white space, comments and processing instructions before it are left out. */
export function afterPreamble(text: string): string {
  let at = 0;
  for (;;) {
    while (at < text.length && text.charAt(at).trim() === '') at += 1;
    const part = PARTS.find(([start]) => text.startsWith(start, at));
    if (!part) return text.slice(at);
    const [start, end] = part;
    const found = text.indexOf(end, at + start.length);
    if (found < 0) return '';
    at = found + end.length;
  }
}

/** More white space than this before a declaration is no slip, in bytes. */
const SLIP = 4096;

/**
 * A document that begins with white space and then its XML declaration, with the two changed round: then it can be read,
 * and every line keeps its number. Undefined for every other document, and in an encoding of several bytes.
 * @see XML 1.0, 2.8 "Prolog and Document Type Declaration": nothing may stand before the declaration
 */
export function declarationFirst(bytes: Uint8Array): Uint8Array | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 2 * SLIP)).toString('latin1');
  const [, mark = '', space = '', declaration = ''] = /^(\xef\xbb\xbf)?([\t\n\r ]+)(<\?xml[\t\n\r ][^<>]*?\?>)/.exec(head) ?? [];
  if (declaration === '' || space.length > SLIP) return undefined;
  const start = Buffer.from(mark + declaration + space, 'latin1');
  return Buffer.concat([start, bytes.subarray(start.length)]);
}

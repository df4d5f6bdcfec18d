/** References in a document that is read piece by piece: only those that XML has of itself, since there is no DOCTYPE. */
import { unescaped } from './tree/plain-text.js';

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow these
export const UNUSUAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Up to the last character there is, &#x10FFFF; */
const NO_REFERENCE = /&(?!(?:#0*\d{1,6}|#10\d{5}|#110\d{4}|#x0*(?:10|[\dA-Fa-f])?[\dA-Fa-f]{1,4}|\w+);)/;
const NOT_OF_XML = /&(?!#|lt;|gt;|amp;|quot;|apos;)/;

/** @returns the text with its references written out, or where the first stands that cannot be */
export function withoutReferences(text: string): string | number {
  const plain = text.includes('\r') ? text.replaceAll('\r\n', '\n') : text;
  if (!plain.includes('&')) return plain;
  const odd = plain.search(NO_REFERENCE);
  const known = odd < 0 ? unescaped(plain) : undefined;
  if (known !== undefined && !UNUSUAL.test(known)) return known;
  return Math.max(odd < 0 ? plain.search(NOT_OF_XML) : odd, 0);
}

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

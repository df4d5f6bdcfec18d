/** Where the parts of a start tag end. */

const [SLASH, GREATER, EQUALS] = [0x2f, 0x3e, 0x3d];

/** `>` or `/`, or where the text ends. */
export function isTagEnd(sign: number): boolean {
  // Past the end of the text it is no number, and then there is nothing to read on.
  return sign === GREATER || sign === SLASH || Number.isNaN(sign);
}

/** Past white space. */
export function blanksEnd(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) <= 0x20) at += 1;
  return at;
}

/** Past the name of a tag or an attribute. */
export function nameEnd(text: string, from: number): number {
  let at = from;
  for (let sign = text.charCodeAt(at); sign > 0x20 && sign !== EQUALS && !isTagEnd(sign); sign = text.charCodeAt(at)) at += 1;
  return at;
}

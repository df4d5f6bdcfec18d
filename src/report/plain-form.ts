/**
 * Looks over a text of JSON once, before it is parsed: how deep it goes, and whether it plainly has the form of RFC 8785. Whether it is JSON at
 * all is for who parses it.
 */

/** `plain`: when it is JSON, it has that form. `unclear`: whoever wants to know writes it again and compares. */
export type PlainForm = 'plain' | 'unclear' | 'too-deep';

const [QUOTE, BACKSLASH, SLASH, COMMA, U] = [0x22, 0x5c, 0x2f, 0x2c, 0x75] as const;
const [OPENS_LIST, CLOSES_LIST, OPENS_OBJECT, CLOSES_OBJECT] = [0x5b, 0x5d, 0x7b, 0x7d] as const;
const [MINUS, ZERO, NINE, SPACE] = [0x2d, 0x30, 0x39, 0x20] as const;

/** Whole numbers of so many digits are written in one way only. */
const MAX_DIGITS = 15;

/** @param maxDepth - deeper is not looked at any further */
export function plainForm(text: string, maxDepth: number): PlainForm {
  // Of each object that is open, where the name before this one stands; -1 when there is none yet, or for a list.
  const from = new Int32Array(maxDepth + 1);
  const to = new Int32Array(maxDepth + 1);
  const isObject = new Uint8Array(maxDepth + 1);
  let depth = 0;
  let isName = false;
  let isPlain = true;
  let backslash = next(text, '\\', 0);
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === QUOTE) {
      const start = at + 1;
      at = next(text, '"', start);
      const hasEscape = backslash < at;
      while (backslash < at) {
        const escaped = text.charCodeAt(backslash + 1);
        if (escaped === U || escaped === SLASH) isPlain = false;
        if (escaped === QUOTE && backslash + 1 === at) at = next(text, '"', at + 1);
        // A second backslash is what the first one escapes.
        backslash = next(text, '\\', backslash + (escaped === BACKSLASH ? 2 : 1));
      }
      if (!isName) continue;
      isName = false;
      const before = from[depth] ?? -1;
      if (hasEscape || (before >= 0 && !isBefore(text, before, to[depth] ?? 0, start, at))) isPlain = false;
      from[depth] = start;
      to[depth] = at;
    } else if (sign === OPENS_OBJECT || sign === OPENS_LIST) {
      if (++depth > maxDepth) return 'too-deep';
      isName = sign === OPENS_OBJECT;
      isObject[depth] = isName ? 1 : 0;
      from[depth] = -1;
    } else if (sign === CLOSES_OBJECT || sign === CLOSES_LIST) {
      depth = Math.max(0, depth - 1);
      isName = false;
    } else if (sign === COMMA) isName = isObject[depth] === 1;
    else if (sign === MINUS || (sign >= ZERO && sign <= NINE)) {
      const end = afterDigits(text, at + 1);
      if (end - at > MAX_DIGITS || isOtherNumber(text.charCodeAt(end)) || (sign === MINUS && text.charCodeAt(at + 1) === ZERO))
        isPlain = false;
      at = end - 1;
    } else if (sign <= SPACE) isPlain = false;
  }
  return isPlain ? 'plain' : 'unclear';
}

/** @returns the length of the text when it is not there */
function next(text: string, sign: string, at: number): number {
  const found = text.indexOf(sign, at);
  return found === -1 ? text.length : found;
}

/** Whether one name comes before another, by their UTF-16 units; a name does not come before itself. */
function isBefore(text: string, from: number, to: number, start: number, end: number): boolean {
  const shared = Math.min(to - from, end - start);
  for (let nth = 0; nth < shared; nth++) {
    const differs = text.charCodeAt(from + nth) - text.charCodeAt(start + nth);
    if (differs !== 0) return differs < 0;
  }
  return to - from < end - start;
}

function afterDigits(text: string, at: number): number {
  let end = at;
  for (let sign = text.charCodeAt(end); sign >= ZERO && sign <= NINE; sign = text.charCodeAt(++end));
  return end;
}

/** A fraction or an exponent. */
function isOtherNumber(sign: number): boolean {
  return sign === 0x2e || sign === 0x65 || sign === 0x45;
}

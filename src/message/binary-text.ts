/**
 * Whether elements of a name hold nothing but base64, seen from the bytes: much faster than to ask the parser for a hundred
 * megabytes of text, and without a copy of them. Says yes only when that is certain.
 */

const [LESS, GREATER, SLASH, COLON, QUOTE, APOSTROPHE] = [0x3c, 0x3e, 0x2f, 0x3a, 0x22, 0x27];

/** 1 for letters, digits, + / = and white space. */
const BASE64 = new Uint8Array(256);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\t\n\r ') BASE64[sign.charCodeAt(0)] = 1;

/** The same for two bytes at once. */
const PAIRS = new Uint8Array(256 * 256);
for (let one = 0; one < 256; one++)
  for (let other = 0; other < 256; other++) PAIRS[one * 256 + other] = (BASE64[one] ?? 0) & (BASE64[other] ?? 0);

/** Shorter texts are not worth making ready for pairs. */
const LONG = 4096;

/** Encodings that write ASCII as ASCII, whatever stands around it. */
const NARROW = /^(utf-8|us-ascii|iso-8859-\d+|windows-125\d)$/i;

/**
 * @param bytes - a well-formed document
 * @param names - local names
 */
export function isBase64Throughout(bytes: Uint8Array, names: readonly string[]): boolean {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return isNarrow(text) && names.every((name) => /^[\x21-\x7e]+$/.test(name) && isCleanIn(text, name));
}

function isNarrow(text: Buffer): boolean {
  const head = text.toString('latin1', 0, 200).replace(/^\xef\xbb\xbf/, '');
  const encoding = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)/.exec(head)?.[1] ?? 'utf-8';
  return /^<[^\0]/.test(head) && NARROW.test(encoding);
}

function isCleanIn(text: Buffer, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (isStart(text, at) && !isClean(text, at + name.length)) return false;
  }
  return true;
}

/** Whether a start tag has its local name here; that it may be a longer name does no harm. */
function isStart(text: Buffer, at: number): boolean {
  if (text[at - 1] !== COLON) return text[at - 1] === LESS;
  let before = at - 2;
  while (before >= 0 && isPartOfName(text[before] ?? 0)) before--;
  return text[before] === LESS;
}

function isPartOfName(sign: number): boolean {
  return sign > 0x20 && sign !== LESS && sign !== GREATER && sign !== SLASH && sign !== COLON;
}

/** Whether the tag is followed by base64 and an end tag, or is empty. */
function isClean(text: Buffer, from: number): boolean {
  const end = endOfTag(text, from);
  if (end < 0) return false;
  if (text[end - 1] === SLASH) return true;
  let at = pairsEnd(text, end + 1);
  while (BASE64[text[at] ?? 0] === 1) at++;
  return text[at] === LESS && text[at + 1] === SLASH;
}

/** As far as whole pairs are base64. */
function pairsEnd(text: Buffer, from: number): number {
  const less = text.indexOf(LESS, from);
  if (less - from < LONG) return from;
  const start = from + ((text.byteOffset + from) % 2);
  for (let at = from; at < start; at++) if (BASE64[text[at] ?? 0] !== 1) return at;
  const pairs = new Uint16Array(text.buffer, text.byteOffset + start, (less - start) >> 1);
  let count = 0;
  while (count < pairs.length && PAIRS[pairs[count] ?? 0] === 1) count++;
  return start + 2 * count;
}

function endOfTag(text: Buffer, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text[at] ?? 0;
    if (sign === GREATER) return at;
    if (sign !== QUOTE && sign !== APOSTROPHE) continue;
    at = text.indexOf(sign, at + 1);
    if (at < 0) return -1;
  }
  return -1;
}

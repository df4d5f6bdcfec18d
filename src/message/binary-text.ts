/**
 * Whether elements of a name hold nothing but base64, seen from the bytes: much faster than to ask the parser for a hundred
 * megabytes of text, and without a copy of them. Says yes only when that is certain.
 */

const [LESS, GREATER, SLASH, COLON, QUOTE, APOSTROPHE] = [0x3c, 0x3e, 0x2f, 0x3a, 0x22, 0x27];

/** 1 for letters, digits, + / = and white space. */
const BASE64 = new Uint8Array(256);
for (const sign of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\t\n\r ') BASE64[sign.charCodeAt(0)] = 1;

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
  let at = end + 1;
  while (BASE64[text[at] ?? 0] === 1) at++;
  return text[at] === LESS && text[at + 1] === SLASH;
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

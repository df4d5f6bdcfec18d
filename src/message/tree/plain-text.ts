/**
 * The text of a document that is read without the parser: only what can be read in one way, and the rest of the house
 * reads the same.
 */
import { isAscii } from 'node:buffer';

/** Larger documents are looked at through the parser: a copy of their text would take too much memory, in bytes. */
const MAX_BYTES = 8 * 1024 * 1024;

/** The parser keeps the line of an element in 16 bits; documents with more lines are left to it. */
const MAX_LINES = 0xffff - 1;

/** @returns undefined for what is better left to the parser: other encodings, many lines, single carriage returns */
export function plainText(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset + (marked ? 3 : 0), bytes.length - (marked ? 3 : 0));
  if (buffer[0] !== 0x3c || buffer[1] === 0) return undefined;
  const text = isAscii(buffer) ? buffer.toString('latin1') : buffer.toString('utf8');
  if (!isUtf8(text) || hasManyLines(text)) return undefined;
  if (!text.includes('\r')) return text;
  return /\r(?!\n)/.test(text) ? undefined : text.replaceAll('\r\n', '\n');
}

function isUtf8(text: string): boolean {
  if (!text.startsWith('<?xml')) return true;
  const encoding = /\sencoding\s*=\s*["']([^"']*)/.exec(text.slice(0, text.indexOf('?>')))?.[1];
  return encoding === undefined || /^utf-?8$/i.test(encoding);
}

function hasManyLines(text: string): boolean {
  if (text.length < MAX_LINES) return false;
  let lines = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    lines += 1;
    if (lines >= MAX_LINES) return true;
  }
  return false;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Entities and character references written out; undefined for an entity that XML does not have of itself. */
export function unescaped(text: string): string | undefined {
  let isKnown = true;
  const plain = text.replaceAll(/&(?:#(\d+)|#x([\dA-Fa-f]+)|([^;&]*));/g, (_, decimal, hexadecimal, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hexadecimal !== undefined) return String.fromCodePoint(Number.parseInt(hexadecimal, 16));
    const sign = ENTITIES[name];
    isKnown &&= sign !== undefined;
    return sign ?? '';
  });
  return isKnown ? plain : undefined;
}

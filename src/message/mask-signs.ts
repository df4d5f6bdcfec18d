/**
 * Text as it stands in a document, sign by sign: `&amp;` and `&#233;` are one sign each. What is put in its place is as
 * many bytes.
 */

export type Encoding = 'utf8' | 'latin1';

export interface Stretch {
  readonly start: number;
  readonly end: number;
  /** In CDATA nothing is an entity. */
  readonly isPlain: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const SIGN = /&(?:#(\d{1,7})|#x([\da-fA-F]{1,6})|(lt|gt|amp|quot|apos));|[^&]/gsu;

interface Sign {
  readonly written: string;
  readonly meant: string;
}

/** @returns undefined when there is an entity that we do not know, or bytes that are no text */
export function signsOf(bytes: Buffer, { start, end, isPlain }: Stretch, encoding: Encoding): readonly Sign[] | undefined {
  const text = bytes.toString(encoding, start, end);
  if (Buffer.byteLength(text, encoding) !== end - start) return undefined;
  if (isPlain || !text.includes('&')) return [...text].map((sign) => ({ written: sign, meant: sign }));
  const signs: Sign[] = [];
  let length = 0;
  for (const { 0: written, 1: decimal, 2: hex, 3: name } of text.matchAll(SIGN)) {
    const code = decimal !== undefined ? Number(decimal) : hex !== undefined ? Number.parseInt(hex, 16) : undefined;
    if (code !== undefined && code > 0x10ffff) return undefined;
    signs.push({ written, meant: code !== undefined ? String.fromCodePoint(code) : (ENTITIES[name ?? ''] ?? written) });
    length += written.length;
  }
  return length === text.length ? signs : undefined;
}

/** The signs of a token in the place of others, each in as many bytes. @returns undefined when they do not fit */
export function writtenOver(signs: readonly Sign[], token: readonly string[], encoding: Encoding): Buffer | undefined {
  if (signs.length !== token.length) return undefined;
  const text = signs.map(({ written, meant }, index) => writtenAs(written, meant, token[index] ?? '')).join('');
  const bytes = Buffer.from(text, encoding);
  const before = signs.reduce((sum, { written }) => sum + Buffer.byteLength(written, encoding), 0);
  return bytes.length === before ? bytes : undefined;
}

function writtenAs(written: string, meant: string, other: string): string {
  if (other === meant) return written;
  const [, isHex, digits = ''] = /^&#(x?)([\da-fA-F]+);$/.exec(written) ?? [];
  if (digits === '') return other;
  const code = (other.codePointAt(0) ?? 0).toString(isHex ? 16 : 10).padStart(digits.length, '0');
  // "a" is written with two digits, as every letter is whose number is below a hundred.
  return `&#${isHex ?? ''}${code.length === digits.length ? code : (isHex ? '61' : '97').padStart(digits.length, '0')};`;
}

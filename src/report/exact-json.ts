/**
 * Reads JSON that somebody signed, or that says what was signed: UTF-8, not too deep, and in the form of RFC 8785. In
 * that form a text has one meaning: no name stands twice in it, and two readers cannot disagree about what it says.
 */
import { isUtf8 } from 'node:buffer';
import { canonicalJson } from './canonical-json.js';

export type ExactJson = { readonly value: unknown } | { readonly problem: 'unreadable' | 'other-form' };

/** More than anything of ours needs. */
const MAX_DEPTH = 64;

export function readExactJson(bytes: Uint8Array): ExactJson {
  if (!isUtf8(bytes) || depthOf(bytes) > MAX_DEPTH) return { problem: 'unreadable' };
  try {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
    const value: unknown = JSON.parse(text);
    return isPlainlyExact(value, text) || isExact(value, text) ? { value } : { problem: 'other-form' };
  } catch {
    return { problem: 'unreadable' };
  }
}

/**
 * The same as {@link isExact} in nearly every case, and much sooner: what is written back the same, with every name after the one
 * before it, is in that form. Halves of a sign are left to who looks better.
 */
function isPlainlyExact(value: unknown, text: string): boolean {
  return !text.includes('\\u') && JSON.stringify(value) === text && isSorted(value);
}

function isSorted(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return value.every(isSorted);
  let before: string | undefined;
  for (const name of Object.keys(value)) {
    if ((before !== undefined && name <= before) || !isSorted((value as Readonly<Record<string, unknown>>)[name])) return false;
    before = name;
  }
  return true;
}

function isExact(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

/** How deep the brackets go, strings left out. Looked at before anything is parsed; in UTF-8 no part of another sign is one of these. */
function depthOf(bytes: Uint8Array): number {
  let depth = 0;
  let deepest = 0;
  // " and \\, then [ and {, then ] and }: as numbers, since this looks at every byte that was signed.
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === 0x22) {
      for (at++; at < bytes.length && bytes[at] !== 0x22; at++) if (bytes[at] === 0x5c) at++;
    } else if (byte === 0x5b || byte === 0x7b) {
      depth++;
      if (depth > deepest) deepest = depth;
    } else if (byte === 0x5d || byte === 0x7d) depth--;
  }
  return deepest;
}

/** Whether a value is an object with these names and no others; names that end in `?` may be absent. */
export function hasExactly(value: unknown, ...names: readonly string[]): value is Readonly<Record<string, unknown>> {
  if (!isRecord(value)) return false;
  const known = names.map((name) => name.replace(/\?$/, ''));
  const required = names.filter((name) => !name.endsWith('?'));
  return required.every((name) => Object.hasOwn(value, name)) && Object.keys(value).every((name) => known.includes(name));
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads JSON that somebody signed, or that says what was signed: UTF-8, not too deep, and in the form of RFC 8785. In
 * that form a text has one meaning: no name stands twice in it, and two readers cannot disagree about what it says.
 */
import { isUtf8 } from 'node:buffer';
import { canonicalJson } from './canonical-json.js';
import { plainForm } from './plain-form.js';

export type ExactJson = { readonly value: unknown } | { readonly problem: 'unreadable' | 'other-form' };

/** More than anything of ours needs. */
const MAX_DEPTH = 64;

export function readExactJson(bytes: Uint8Array): ExactJson {
  if (!isUtf8(bytes)) return { problem: 'unreadable' };
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  const form = plainForm(text, MAX_DEPTH);
  if (form === 'too-deep') return { problem: 'unreadable' };
  try {
    const value: unknown = JSON.parse(text);
    return form === 'plain' || isExact(value, text) ? { value } : { problem: 'other-form' };
  } catch {
    return { problem: 'unreadable' };
  }
}

function isExact(value: unknown, text: string): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
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

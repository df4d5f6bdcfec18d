/**
 * Reads JSON that somebody signed, or that says what was signed: UTF-8, not too deep, and in the form of RFC 8785. In
 * that form a text has one meaning: no name stands twice in it, and two readers cannot disagree about what it says.
 */
import { canonicalJson } from './canonical-json.js';

export type ExactJson = { readonly value: unknown } | { readonly problem: 'unreadable' | 'other-form' };

/** More than anything of ours needs. */
const MAX_DEPTH = 64;

export function readExactJson(bytes: Uint8Array): ExactJson {
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    if (depthOf(text) > MAX_DEPTH) return { problem: 'unreadable' };
    const value: unknown = JSON.parse(text);
    return isExact(value, text) ? { value } : { problem: 'other-form' };
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

/** How deep the brackets go, strings left out. Looked at before anything is parsed. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const char = text[at];
    if (isInString && char === '\\') at++;
    else if (char === '"') isInString = !isInString;
    else if (isInString) continue;
    else if (char === '[' || char === '{') deepest = Math.max(deepest, ++depth);
    else if (char === ']' || char === '}') depth--;
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

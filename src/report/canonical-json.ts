/**
 * One value, one text: JSON in the form of RFC 8785, so that equal reports have equal bytes.
 */
import { HarnessError } from '../model/harness-error.js';

/**
 * Writes a value as RFC 8785 JSON. Half of a surrogate pair, which JSON cannot carry, becomes U+FFFD.
 * @throws {HarnessError} `INTERNAL` when the value is not JSON (a cycle, a bigint, half a surrogate pair in a name)
 */
export function canonicalJson(value: unknown): string {
  let text: string | undefined;
  try {
    text = written(value);
  } catch (cause) {
    throw new HarnessError('INTERNAL', 'a part of the report cannot be written as JSON', { cause });
  }
  if (text === undefined) throw new HarnessError('INTERNAL', 'nothing to write as JSON');
  return text;
}

/** As `JSON.stringify` has it, undefined for what JSON does not know. */
function written(value: unknown): string | undefined {
  switch (typeof value) {
    case 'string':
      return quoted(value);
    case 'object':
      return value === null ? 'null' : ofObject(value);
    case 'undefined':
    case 'function':
    case 'symbol':
      return undefined;
    default:
      return JSON.stringify(value);
  }
}

/** A ring has no end: that of the stack is found soon enough. */
function ofObject(value: object & { readonly toJSON?: unknown }): string | undefined {
  if (Array.isArray(value)) return ofArray(value);
  if (typeof value.toJSON === 'function') return written(value.toJSON());
  const named = value as Readonly<Record<string, unknown>>;
  let text = '';
  for (const name of inOrder(Object.keys(named))) {
    const each = written(named[name]);
    if (each !== undefined) text += `${text === '' ? '' : ','}${quotedName(name)}:${each}`;
  }
  return `{${text}}`;
}

function ofArray(values: readonly unknown[]): string {
  let text = '';
  for (let index = 0; index < values.length; index++) text += `${index === 0 ? '' : ','}${written(values[index]) ?? 'null'}`;
  return `[${text}]`;
}

/** More names than this are sorted by the engine, which takes longer to begin. */
const FEW = 32;

/** Sorts in place, by UTF-16 code units. */
function inOrder(names: string[]): readonly string[] {
  if (names.length > FEW) return names.sort();
  for (let index = 1; index < names.length; index++) {
    const name = names[index] as string;
    let at = index;
    for (let before = names[at - 1]; before !== undefined && before > name; before = names[at - 1]) names[at--] = before;
    names[at] = name;
  }
  return names;
}

/** What JSON escapes, and half of a pair or of something whole; most texts have neither. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: JSON escapes control characters
const SPECIAL = /["\\\u0000-\u001f\ud800-\udfff]/;

function quoted(text: string): string {
  return SPECIAL.test(text) ? JSON.stringify(text.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}')) : `"${text}"`;
}

/** Two names that become one would be a value lost. */
function quotedName(name: string): string {
  if (SPECIAL.test(name) && /\p{Surrogate}/u.test(name)) throw new HarnessError('INTERNAL', 'a name holds half a surrogate pair');
  return quoted(name);
}

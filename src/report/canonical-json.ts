/**
 * One value, one text: JSON in the form of RFC 8785, so that equal reports have equal bytes.
 */
import canonicalize from 'canonicalize';
import { HarnessError } from '../model/harness-error.js';

/**
 * Writes a value as RFC 8785 JSON. Half of a surrogate pair, which JSON cannot carry, becomes U+FFFD.
 * @throws {HarnessError} `INTERNAL` when the value is not JSON (a cycle, an infinite number)
 */
export function canonicalJson(value: unknown): string {
  try {
    const text = canonicalize(JSON.parse(JSON.stringify(value, (_, each: unknown) => wellFormed(each))));
    if (text !== undefined) return text;
  } catch (cause) {
    throw new HarnessError('INTERNAL', 'a part of the report cannot be written as JSON', { cause });
  }
  throw new HarnessError('INTERNAL', 'nothing to write as JSON');
}

function wellFormed(value: unknown): unknown {
  return typeof value === 'string' && HALF.test(value) ? value.replaceAll(/\p{Surrogate}/gu, '\u{FFFD}') : value;
}

/** Half of a pair or of something whole; most texts have neither. */
const HALF = /[\ud800-\udfff]/;

/**
 * Reads value types: `string ..40`, `decimal digits=8.2`, `string /[0-9]{4}/`, `string {J|N}`, `Functie {T|W}`.
 */
import type { ValueType } from '../model/shape.js';
import { NotationError } from './shape-notation.js';

type Facets = { -readonly [Facet in keyof ValueType]?: ValueType[Facet] };

/** The values that need no declaration. */
export const BASES = [
  'string',
  'boolean',
  'integer',
  'nonNegativeInteger',
  'decimal',
  'date',
  'dateTime',
  'base64Binary',
  'anyURI',
] as const satisfies readonly ValueType['base'][];

const COUNTED: ReadonlySet<string> = new Set(['string', 'base64Binary', 'anyURI']);

/**
 * @param find - a value type that was named before, to restrict it further
 * @throws {NotationError} when it is not understood
 */
export function parseValue(name: string, text: string, find: (name: string) => ValueType): ValueType {
  const [word = ''] = /^[\w.-]+/.exec(text) ?? [];
  if (!word) throw new NotationError('expected a base type', 0);
  const parent: Omit<ValueType, 'name'> = (BASES as readonly string[]).includes(word)
    ? { base: word as ValueType['base'] }
    : find(word);
  const facets: Facets = {};
  let at = word.length;
  const FACET =
    /\s*(?:=(\d+)|digits=(\d+)(?:\.(\d+))?|(-?\d+)?\.\.(-?\d+)?|\/((?:[^/\\]|\\.)*)\/|\{([^}]*)\}|(preserve|replace|collapse))/y;
  while (at < text.length) {
    FACET.lastIndex = at;
    const found = FACET.exec(text);
    if (!found?.[0].trim()) throw new NotationError(`expected a restriction such as ..40, =8, digits=4, /…/ or {…}`, at);
    Object.assign(facets, facetsOf(found, COUNTED.has(parent.base)));
    at = FACET.lastIndex;
  }
  return { ...parent, ...facets, name };
}

function facetsOf(found: RegExpExecArray, counted: boolean): Facets {
  const [, length, total, fraction, low, high, pattern, enumeration, whiteSpace] = found;
  if (length !== undefined) return { length: Number(length) };
  if (total !== undefined)
    return { totalDigits: Number(total), ...(fraction !== undefined && { fractionDigits: Number(fraction) }) };
  if (pattern !== undefined) return { pattern };
  if (enumeration !== undefined) return { enumeration: enumeration.split('|') };
  if (whiteSpace !== undefined) return { whiteSpace: whiteSpace as NonNullable<ValueType['whiteSpace']> };
  if (counted)
    return { ...(low !== undefined && { minLength: Number(low) }), ...(high !== undefined && { maxLength: Number(high) }) };
  return { ...(low !== undefined && { minInclusive: low }), ...(high !== undefined && { maxInclusive: high }) };
}

/**
 * Whether a text may stand where a compact schema says what may stand there.
 *
 * @see XML Schema 1.0 part 2, chapter 4 (facets)
 */
import type { ValueType } from '../../../model/shape.js';

const LEXICAL: Readonly<Record<ValueType['base'], RegExp>> = {
  string: /^/,
  boolean: /^(?:true|false|1|0)$/,
  integer: /^[+-]?\d+$/,
  nonNegativeInteger: /^(?:\+?\d+|-0+)$/,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  base64Binary: /^[A-Za-z0-9+/=\s]*$/,
  anyURI: /^/,
};

/** Whether this text is a value of this type. */
export function conforms(type: ValueType, text: string): boolean {
  const value = whiteSpaced(type, text);
  return LEXICAL[type.base].test(value) && fitsLength(type, value) && fitsWords(type, value) && fitsNumber(type, value);
}

function whiteSpaced(type: ValueType, text: string): string {
  const how = type.whiteSpace ?? (type.base === 'string' ? 'preserve' : 'collapse');
  if (how === 'preserve' || type.base === 'base64Binary') return text;
  if (!BLANKS.test(text)) return text;
  const replaced = text.replaceAll(/[\t\n\r]/g, ' ');
  return how === 'collapse' ? replaced.replaceAll(/ +/g, ' ').trim() : replaced;
}

const BLANKS = /[\t\n\r ]/;

function fitsLength(type: ValueType, value: string): boolean {
  if (type.minLength === undefined && type.maxLength === undefined && type.length === undefined) return true;
  const length = type.base === 'base64Binary' ? bytesOf(value) : SURROGATES.test(value) ? [...value].length : value.length;
  if (type.length !== undefined && length !== type.length) return false;
  return length >= (type.minLength ?? 0) && length <= (type.maxLength ?? Number.POSITIVE_INFINITY);
}

/** A character that takes two places in a text. */
const SURROGATES = /[\ud800-\udfff]/;

function bytesOf(base64: string): number {
  const signs = base64.replaceAll(/\s/g, '');
  return Math.floor((signs.replaceAll('=', '').length * 3) / 4);
}

function fitsWords(type: ValueType, value: string): boolean {
  if (type.enumeration && !type.enumeration.includes(value)) return false;
  return type.pattern === undefined || patternOf(type.pattern).test(value);
}

const PATTERNS = new Map<string, RegExp>();

function patternOf(pattern: string): RegExp {
  const known = PATTERNS.get(pattern);
  if (known) return known;
  const made = compiled(pattern);
  PATTERNS.set(pattern, made);
  return made;
}

/** A pattern that JavaScript cannot read restricts nothing here; the schema validator still knows it. */
function compiled(pattern: string): RegExp {
  try {
    return new RegExp(`^(?:${translated(pattern)})$`, 'u');
  } catch {
    return /^/;
  }
}

/** XSD knows two classes that JavaScript lacks, and does not give `^` and `$` a meaning. */
function translated(pattern: string): string {
  return pattern
    .replaceAll(/\\i/g, '[\\p{L}_:]')
    .replaceAll(/\\c/g, '[\\p{L}\\p{N}._:\\-]')
    .replaceAll(/(?<![[\\])([\^$])/g, '\\$1')
    .replaceAll('\\-', '\\x2d');
}

function isNumberLimited({ minInclusive, maxInclusive, fractionDigits, totalDigits }: ValueType): boolean {
  return minInclusive !== undefined || maxInclusive !== undefined || fractionDigits !== undefined || totalDigits !== undefined;
}

function fitsNumber(type: ValueType, value: string): boolean {
  if (type.base === 'string' || type.base === 'base64Binary' || !isNumberLimited(type)) return true;
  const number = Number(value);
  if (type.minInclusive !== undefined && number < Number(type.minInclusive)) return false;
  if (type.maxInclusive !== undefined && number > Number(type.maxInclusive)) return false;
  const [whole = '', fraction = ''] = value.replace(/^[+-]/, '').split('.');
  if (type.fractionDigits !== undefined && fraction.replace(/0+$/, '').length > type.fractionDigits) return false;
  if (type.totalDigits === undefined) return true;
  return `${whole.replace(/^0+/, '')}${fraction.replace(/0+$/, '')}`.length <= type.totalDigits;
}

/**
 * Whether a text is certainly a value of a type. What is not plainly so is left to the validator, which then decides; so
 * nothing is taken here that it would refuse.
 *
 * @see XML Schema part 2 §3.2, §4.3
 */
import type { ValueType } from '../model/shape.js';

export type SureValue = (text: string) => boolean;

/** Longer texts are left to the validator. */
const LONGEST = 20_000;

/** Halves of characters beyond the plane that patterns and lengths count in, and white space that a facet may take away. */
const [WIDE, BLANK] = [/[\ud800-\udfff]/, /^ | $|[\t\n\r]| {2}/];

export function sureValue(type: ValueType): SureValue {
  const tests = [...BASES[type.base](type), ...facetsOf(type)];
  return (text) => text.length <= LONGEST && !WIDE.test(text) && tests.every((holds) => holds(text));
}

const matching = (pattern: RegExp): SureValue => {
  return (text) => pattern.test(text);
};

/** The plain way to write a value; other ways there are, are not for here. */
const BASES: Readonly<Record<ValueType['base'], (type: ValueType) => readonly SureValue[]>> = {
  string: ({ whiteSpace }) => (whiteSpace === undefined || whiteSpace === 'preserve' ? [] : [(text) => !BLANK.test(text)]),
  boolean: () => [matching(/^(?:true|false|0|1)$/)],
  integer: () => [matching(/^-?\d{1,15}$/)],
  nonNegativeInteger: () => [matching(/^\d{1,15}$/)],
  decimal: () => [matching(/^-?\d{1,9}(?:\.\d{1,6})?$/)],
  date: (type) => [isWithoutRange(type), isDate],
  dateTime: (type) => [
    isWithoutRange(type),
    matching(/T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:0\d|1[0-3]):[0-5]\d)?$/),
    (text) => text.charAt(10) === 'T' && isDate(text.slice(0, 10)),
  ],
  base64Binary: (type) => [isWithoutLength(type), matching(BASE64)],
  anyURI: () => [matching(/^(?:https?:\/\/[A-Za-z][\w.-]*(?:\/[\w.-]*)*|urn:[\w.-]+(?::[\w.-]+)*)$/)],
};

/** The bits that are left over are zero. */
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/][AQgw]==|[A-Za-z0-9+/]{2}[AEIMQUYcgkosw048]=)?$/;

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** The day before a month ends is told by the month alone; the 29th of February is left to the validator. */
function isDate(text: string): boolean {
  const [, year = 0, month = 0, day = 0] = (DATE.exec(text) ?? []).map(Number);
  return year > 0 && day > 0 && day <= (DAYS[month] ?? 0);
}

/** By month, from 1. */
const DAYS = [0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isWithoutRange = ({ minInclusive, maxInclusive }: ValueType): SureValue => {
  const holds = minInclusive === undefined && maxInclusive === undefined;
  return () => holds;
};

const isWithoutLength = ({ length, minLength, maxLength }: ValueType): SureValue => {
  const holds = length === undefined && minLength === undefined && maxLength === undefined;
  return () => holds;
};

function facetsOf(type: ValueType): readonly SureValue[] {
  const { length, minLength, maxLength, enumeration, pattern, minInclusive, maxInclusive, totalDigits, fractionDigits } = type;
  const tests: SureValue[] = [];
  if (length !== undefined) tests.push((text) => text.length === length);
  if (minLength !== undefined) tests.push((text) => text.length >= minLength);
  if (maxLength !== undefined) tests.push((text) => text.length <= maxLength);
  if (enumeration) tests.push((text) => enumeration.includes(text));
  if (pattern !== undefined) tests.push(surePattern(pattern));
  if (minInclusive !== undefined) tests.push((text) => Number(text) >= Number(minInclusive));
  if (maxInclusive !== undefined) tests.push((text) => Number(text) <= Number(maxInclusive));
  if (totalDigits !== undefined) tests.push((text) => text.replaceAll(/[-.]/g, '').length <= totalDigits);
  if (fractionDigits !== undefined) tests.push((text) => (text.split('.')[1] ?? '').length <= fractionDigits);
  return tests;
}

/** What means the same in both kinds of patterns, or less here. */
const SAME =
  /^(?:\\[d.\\\-+*?()[\]{}|]|\[(?:\\[d.\\\-[\]]|[A-Za-z0-9]-[A-Za-z0-9]|[^\\[\]^-])+-?\]|\{\d+(?:,\d*)?\}|[()|+*?.]|[^\\[\]{}()|+*?.^$\ud800-\udfff])*$/;

function surePattern(pattern: string): SureValue {
  return SAME.test(pattern) && !pattern.includes('(?') ? matching(new RegExp(`^(?:${pattern})$`)) : () => false;
}

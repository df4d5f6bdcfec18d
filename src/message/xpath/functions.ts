/** The functions of XPath 1.0 that rules use. Text counts in characters, not in halves of them. */
import { translated } from './translate.js';
import { normalized, numberOf } from './values.js';

/** Of text alone. */
export const TEXT_FUNCTIONS: Readonly<Record<string, (...texts: readonly string[]) => string>> = {
  concat: (...texts) => texts.reduce((whole, text) => whole + text, ''),
  'normalize-space': (text = '') => normalized(text),
  translate: (text = '', from = '', to = '') => translated(text, from, to),
  'substring-before': (text = '', mark = '') => text.slice(0, Math.max(text.indexOf(mark), 0)),
  'substring-after': (text = '', mark = '') => (text.includes(mark) ? text.slice(text.indexOf(mark) + mark.length) : ''),
  string: (text = '') => text,
};

export const TEXT_TESTS: Readonly<Record<string, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part),
  'starts-with': (text, part) => text.startsWith(part),
};

export const TEXT_NUMBERS: Readonly<Record<string, (text: string) => number>> = {
  number: numberOf,
  'string-length': lengthOf,
};

/** These speak about the context node when they are given nothing. */
export const OF_CONTEXT: readonly string[] = [
  'normalize-space',
  'string',
  'number',
  'string-length',
  'local-name',
  'namespace-uri',
];

/** How many arguments each takes, besides none. */
export const ARGUMENTS: Readonly<Record<string, readonly [number, number]>> = {
  ...{ concat: [2, 999], translate: [3, 3], substring: [2, 3] },
  ...{ 'substring-before': [2, 2], 'substring-after': [2, 2], contains: [2, 2], 'starts-with': [2, 2] },
  ...{ not: [1, 1], boolean: [1, 1], count: [1, 1], floor: [1, 1] },
  ...{ last: [0, 0], position: [0, 0], true: [0, 0], false: [0, 0] },
  ...Object.fromEntries(OF_CONTEXT.map((name): [string, readonly [number, number]] => [name, [0, 1]])),
};

/** Beyond the plane where a character takes two places in a text of JavaScript. */
const WIDE = /[\ud800-\udfff]/;

/** In characters. */
export function lengthOf(text: string): number {
  return isWide(text) ? [...text].length : text.length;
}

/** What is short is looked at sign by sign: that takes less than to ask for a pattern. */
function isWide(text: string): boolean {
  if (text.length > SHORT) return WIDE.test(text);
  for (let at = 0; at < text.length; at++) if ((text.charCodeAt(at) & 0xf800) === 0xd800) return true;
  return false;
}

const SHORT = 64;

/** @see XPath 1.0, 4.2: positions count from 1 and are rounded */
export function substring(text: string, start: number, length: number): string {
  const first = Math.floor(start + 0.5);
  const end = length === Number.POSITIVE_INFINITY ? length : first + Math.floor(length + 0.5);
  if (Number.isNaN(first) || Number.isNaN(end)) return '';
  const [from, to] = [Math.max(first - 1, 0), Math.max(end - 1, 0)];
  return isWide(text) ? [...text].slice(from, to).join('') : text.slice(from, to);
}

/** Values of XPath 1.0, turned into one another and compared, as libxml2 does it. */
import type { TreeNode } from '../tree/tree-node.js';
import { firstOf } from './order.js';
import type { Comparison } from './syntax.js';

export function textOf(nodes: readonly TreeNode[]): string {
  return firstOf(nodes)?.value ?? '';
}

const NUMBER = /^[ \t\r\n]*(-?)(?=[\d.])(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d*))?[ \t\r\n]*$/;

/** Digit by digit, so that what has more digits than a number can hold is rounded as it is there. */
export function numberOf(text: string): number {
  const [, sign, whole = '', fraction = '', exponent = ''] = NUMBER.exec(text) ?? [];
  if (sign === undefined) return Number.NaN;
  let value = digits(whole);
  if (fraction !== '') value += digits(fraction.slice(0, 20)) / 10 ** Math.min(fraction.length, 20);
  value *= 10 ** (Number(exponent) || 0);
  return sign === '-' ? -value : value;
}

function digits(text: string): number {
  let value = 0;
  for (let at = 0; at < text.length; at++) value = value * 10 + (text.charCodeAt(at) - 0x30);
  return value;
}

/** White space at an end, of another kind, or more than one. */
const LOOSE = /^ | $|[\t\r\n]| {2}/;

/** Up to so many signs are looked at one by one: that takes less than to ask for a pattern. */
const SHORT = 64;

export function normalized(text: string): string {
  if (!isLoose(text)) return text;
  return text.replaceAll(/[ \t\r\n]+/g, ' ').replaceAll(/^ | $/g, '');
}

function isLoose(text: string): boolean {
  if (text.length > SHORT) return LOOSE.test(text);
  let before = 0x20;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign <= 0x20 && (sign !== 0x20 ? isBlank(sign) : before === 0x20)) return true;
    before = sign;
  }
  return before === 0x20 && text.length > 0;
}

function isBlank(sign: number): boolean {
  return sign === 0x09 || sign === 0x0a || sign === 0x0d;
}

const COMPARED: Readonly<Record<Comparison, (left: number, right: number) => boolean>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};

export function compareNumbers(by: Comparison, left: number, right: number): boolean {
  return COMPARED[by](left, right);
}

/** `=` and `!=` of text; the others are about numbers. */
export function compareTexts(by: Comparison, left: string, right: string): boolean {
  if (by === '=') return left === right;
  return by === '!=' ? left !== right : compareNumbers(by, numberOf(left), numberOf(right));
}

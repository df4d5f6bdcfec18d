/**
 * Numbers of nine digits that may belong to a citizen: they pass the elfproef. Those that begin with 9999 belong to
 * nobody, and are for testing.
 */

const LENGTH = 9;

/** Digits of which the first eight, weighted from nine down to two, less the last, add up to a multiple of eleven. */
export function passesElfproef(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  let sum = -Number(digits[LENGTH - 1]);
  for (let at = 0; at < LENGTH - 1; at++) sum += (LENGTH - at) * Number(digits[at]);
  return sum % 11 === 0;
}

/** What every number for testing begins with. */
export const TEST_RANGE = '9999';

/** Whether a number could be that of a real person. */
export function mayBeReal(digits: string): boolean {
  return passesElfproef(digits) && !digits.startsWith(TEST_RANGE);
}

/**
 * Compares two values as a rule wants it: keys as they are, moments as far as both are precise.
 */

export const COMPARISONS = ['equal', 'different', 'notBefore', 'notAfter', 'after'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** EEJJMMDDhhmmssddd, from the left as far as it is known. */
const MOMENT = /^(?!0{4})\d{4,17}$/;

/** True as well when one of two moments cannot be read: then nothing can be said about their order. */
export function compareValues(one: string, is: Comparison, other: string): boolean {
  if (is === 'different') return one !== other;
  const moments = MOMENT.test(one) && MOMENT.test(other);
  if (is === 'equal') return moments ? order(one, other) === 0 : one === other;
  if (!moments) return true;
  const found = order(one, other);
  if (is === 'notBefore') return found >= 0;
  return is === 'notAfter' ? found <= 0 : found > 0;
}

/** 20240105 and 20240105093000 are the same as far as the first of them tells. */
function order(one: string, other: string): number {
  const precision = Math.min(one.length, other.length);
  const [left, right] = [one.slice(0, precision), other.slice(0, precision)];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * Numbers for exchanges: unique within a run, in the order in which the exchanges began, whoever began them.
 */

export interface ExchangeIds {
  /** The next number, e.g. `0007`. */
  next(): string;
}

/**
 * Starts counting.
 * @param first - the first number given out; higher than 1 when a run is continued
 * @param digits - at least so many, so that texts stand in the order of their numbers
 */
export function createExchangeIds(first = 1, digits = 4): ExchangeIds {
  let number = first;
  return { next: () => String(number++).padStart(digits, '0') };
}

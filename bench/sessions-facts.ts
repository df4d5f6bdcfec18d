/** What both sides of the benchmark of sessions know. */

/** A set in which the product sends. */
export const SESSION_SUITE = 'zds-1.1/zaakservice-consumer';

export function sessionPath(nth: number): string {
  return `/session-${nth}`;
}

/** What became of all sessions together. */
export interface SessionsTold {
  /** Steps that were judged `voldoet`. */
  readonly holding: number;
  readonly steps: number;
  readonly messages: number;
  /** Messages that nobody waited for. */
  readonly unmatched: number;
  readonly residentBytes: number;
}

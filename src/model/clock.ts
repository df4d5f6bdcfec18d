/** Time is handed in, so that a run can be repeated to the byte. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or as soon as the signal aborts. */
  sleep(millis: number, signal?: AbortSignal): Promise<void>;
}

/** Reproducible chance: the same seed gives the same values in the same order. */
export interface Chance {
  /** Lower-case hex of this many characters. */
  hex(length: number): string;
}

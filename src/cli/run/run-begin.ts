/**
 * `testset/uitvoering.json`: what a run had in hand when it began and its report does not tell otherwise, so that whoever has
 * the package can go through it again.
 */
import type { Settings } from '../settings/settings.js';

export interface RunBegin {
  /** On the clock of the run, in milliseconds since 1970. */
  readonly startMillis: number;
  readonly pollMillis: number;
  readonly waitMillis: number;
}

/** Name below `testset/`. */
export const RUN_BEGIN = 'uitvoering.json';

export function beginOf(startMillis: number, { pollMillis, waitMillis }: Pick<Settings, 'pollMillis' | 'waitMillis'>): RunBegin {
  return { startMillis, pollMillis, waitMillis };
}

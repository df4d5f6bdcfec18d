/** A clock on which whoever waits is woken by the test and by nothing else; the time itself is that of the machine. */
import type { Clock } from '../../src/model/clock.js';

export interface ImpatientClock extends Clock {
  /** Ends every sleep that is going on. */
  losePatience(): void;
}

export function impatientClock(): ImpatientClock {
  const asleep = new Set<() => void>();
  return {
    now: () => Date.now(),
    sleep: (_, signal) =>
      new Promise((resolve) => {
        const wake = (): void => {
          asleep.delete(wake);
          signal?.removeEventListener('abort', wake);
          resolve();
        };
        if (signal?.aborted) return resolve();
        asleep.add(wake);
        signal?.addEventListener('abort', wake);
      }),
    losePatience: () => {
      for (const wake of [...asleep]) wake();
    },
  };
}

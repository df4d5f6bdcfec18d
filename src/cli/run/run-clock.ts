/** The clock of a run: that of the machine, or one that starts where it is told to and only moves while we wait. */
import type { Clock } from '../../model/clock.js';

/**
 * A clock that stands still while things happen and moves by what was slept, so that the same replies give the same
 * outgoing bytes however fast the machine is. Sleeping takes real time.
 * @param startMillis - milliseconds since 1970
 */
export function fixedClock(startMillis: number, real: Clock): Clock {
  let now = startMillis;
  return {
    now: () => now,
    async sleep(millis, signal) {
      const until = now + millis;
      await real.sleep(millis, signal);
      if (!signal?.aborted) now = Math.max(now, until);
    },
  };
}

/**
 * Goes through a run again up to where it was cut off: what was said is taken from the record instead of being said
 * again, and after it the run is live. Time stands where the record says, so that the run decides as it did before.
 */
import type { Sender } from '../../actor/messenger.js';
import type { Clock } from '../../model/clock.js';
import type { Exchange, Purpose } from '../../model/exchange.js';
import { HarnessError } from '../../model/harness-error.js';

/** Longer than the pause between two looks: where the record goes on with something else, looking was over. */
const LOOKED_ENOUGH_MILLIS = 1_000;

export interface Replay {
  readonly clock: Clock;
  /** True once everything on record was gone through. */
  isLive(): boolean;
  /** Answers from the record first. @throws {HarnessError} `REPORT_INVALID` when the run asks for something else */
  senderBefore(live: Sender): Sender;
}

/** @param recorded - in the order in which they began; @param startMillis - when the run began, on its own clock */
export function openReplay(recorded: readonly Exchange[], startMillis: number, live: Clock): Replay {
  const waiting = [...recorded];
  let now = startMillis;
  const isLive = (): boolean => waiting.length === 0;
  return {
    isLive,
    clock: {
      now: () => (isLive() ? live.now() : now),
      sleep: (millis, signal) => (isLive() ? live.sleep(millis, signal) : Promise.resolve()),
    },
    senderBefore: (driver) => ({
      async send(outgoing, target, purpose, signal) {
        const next = waiting[0];
        if (next === undefined) return driver.send(outgoing, target, purpose, signal);
        if (!isSame(next.purpose, purpose)) throw unfit(next);
        waiting.shift();
        now = timeAfter(next, waiting[0]);
        return next;
      },
    }),
  };
}

/**
 * What of a record can be gone through again: looks at what a step left behind are taken anew when the step was not
 * over, since the product has its whole time then.
 * @param judged - paths of the steps that were judged, `<scenario>/<step>`
 */
export function replayable(exchanges: readonly Exchange[], judged: ReadonlySet<string>): readonly Exchange[] {
  const last = exchanges.at(-1);
  if (last === undefined) return [];
  const isOver = judged.has(pathOf(last.purpose)) && last.failure?.kind !== 'cancelled';
  return isOver
    ? exchanges
    : exchanges.filter(({ purpose }) => purpose.kind === 'step' || pathOf(purpose) !== pathOf(last.purpose));
}

function timeAfter(exchange: Exchange, next: Exchange | undefined): number {
  const ended = Date.parse(exchange.endedAt);
  if (next === undefined || isLookAgain(exchange.purpose, next.purpose)) return ended;
  return Date.parse(next.startedAt) + (exchange.purpose.kind === 'read-back' ? LOOKED_ENOUGH_MILLIS : 0);
}

function isLookAgain(one: Purpose, next: Purpose): boolean {
  return one.kind === 'read-back' && next.kind === 'read-back' && pathOf(one) === pathOf(next);
}

function isSame(one: Purpose, other: Purpose): boolean {
  return (
    one.kind === other.kind && one.attempt === other.attempt && one.service === other.service && pathOf(one) === pathOf(other)
  );
}

function pathOf({ scenario, step }: Purpose): string {
  return `${scenario}/${step}`;
}

function unfit({ id, purpose }: Exchange): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    {
      nl: `de run gaat niet zoals in het journaal: uitwisseling ${id} was voor ${pathOf(purpose)}`,
      en: `the run does not go as its journal says: exchange ${id} was for ${pathOf(purpose)}`,
    },
    {
      hint: {
        nl: 'Maak met "ketentest report" het rapport van wat gedaan is, en voer de test opnieuw uit.',
        en: 'Make the report of what was done with "ketentest report", and run the test again.',
      },
    },
  );
}

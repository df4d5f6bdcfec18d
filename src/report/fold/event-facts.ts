/**
 * What the events of a run tell: when, under which seed, what each step came to, what stayed behind.
 */
import { turnedAway } from '../../model/disturbance.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Achtergelaten, Onverwacht, Report, ReportScenario } from '../../model/report.js';
import type { RunEvent, StepJudged } from '../../model/run-event.js';
import type { SeenOnHops } from '../chain/chain-matrix.js';
import type { Confirmations } from './confirmations.js';
import { unexpectedIn } from './unexpected.js';

/** What the events tell, by where the report wants it. */
export interface EventFacts {
  readonly startedAt: string;
  readonly endedAt: string;
  readonly seed: number;
  readonly token: string;
  readonly end: Report['uitvoering']['einde'];
  readonly judged: ReadonlyMap<string, StepJudged>;
  readonly skipped: ReadonlyMap<string, NonNullable<ReportScenario['overgeslagen']>>;
  readonly leftBehind: readonly Achtergelaten[];
  readonly confirmations: Confirmations;
  readonly unexpected: readonly Onverwacht[];
  /** In a chain: where each message passed. */
  readonly onHops: SeenOnHops;
}

/**
 * Reads the events of a run, also of one that was cut off. A step that is judged again, as in a run that was
 * continued, counts as it was judged last.
 * @throws {HarnessError} `REPORT_INVALID` when they do not begin with `run-started`
 */
export function readEvents(events: Iterable<RunEvent>): EventFacts {
  const all = [...events];
  const started = all.find((each) => each.type === 'run-started');
  if (started === undefined) throw new HarnessError('REPORT_INVALID', 'the events of this run do not say when it started');
  const finished = all.findLast((each) => each.type === 'run-finished');
  return {
    startedAt: started.at,
    endedAt: finished?.at ?? endOf(all) ?? started.at,
    seed: started.seed,
    token: started.token,
    end: finished?.reason ?? 'cancelled',
    judged: byStep(all.filter((each) => each.type === 'step-judged')),
    skipped: new Map(all.filter((each) => each.type === 'scenario-skipped').map((each) => [each.scenario, each.reason])),
    leftBehind: leftBehind(all),
    unexpected: unexpectedIn(all),
    onHops: onHops(all),
    confirmations: {
      asked: byStep(all.filter((each) => each.type === 'asked')),
      answered: byStep(all.filter((each) => each.type === 'answered')),
    },
  };
}

function onHops(events: readonly RunEvent[]): SeenOnHops {
  return new Map(
    events.flatMap((each) => {
      if (each.type !== 'exchanged') return [];
      const { id, hop, reply, disturbed } = each.exchange;
      const isUnsaid = turnedAway(each.exchange);
      return hop === undefined
        ? []
        : [
            [
              id,
              {
                hop,
                isAnswered: reply !== undefined,
                ...(disturbed && { disturbed: disturbed.side }),
                ...(isUnsaid && { isUnsaid }),
              },
            ],
          ];
    }),
  );
}

/** The last of each step. */
function byStep<E extends { readonly scenario: string; readonly step: number }>(events: readonly E[]): ReadonlyMap<string, E> {
  return new Map(events.map((each) => [`${each.scenario}/${each.step}`, each]));
}

/** Each thing once, with the step that made it first. */
function leftBehind(events: readonly RunEvent[]): readonly Achtergelaten[] {
  const made = new Map<string, Achtergelaten>();
  for (const each of events) {
    if (each.type !== 'left-behind') continue;
    const { soort, identificatie, scenario, step } = each;
    const key = JSON.stringify([soort, identificatie]);
    if (!made.has(key)) made.set(key, { soort, identificatie, stap: `${scenario}/${step}` });
  }
  return [...made.values()];
}

function endOf(events: readonly RunEvent[]): string | undefined {
  const last = events.at(-1);
  return last?.type === 'exchanged' ? last.exchange.endedAt : last?.at;
}

/** Makes the report of a run that was cut off, from its journal: what was done stands, the rest was not executed. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { leftBehind } from '../../judge/left-behind.js';
import { createMessageReader } from '../../message/message-reader.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Plan } from '../../model/plan.js';
import type { RunEvent } from '../../model/run-event.js';
import { fold } from '../../report/fold/fold.js';
import { familyOf } from '../../standard/index.js';
import { answerIn, asAnswer } from '../answers/answers-inbox.js';
import { readJournal } from '../journal/journal.js';
import { eventsOf } from '../journal/journal-events.js';
import { recordOfEvents } from '../journal/record-of-events.js';
import { openSuite } from '../suite-loading.js';
import { readAssignment } from './assignment.js';
import { writePackage } from './package-writer.js';
import { beginOf } from './run-begin.js';

/** Whether a folder holds a run that left no report. */
export function isCutOff(folder: string): boolean {
  return !existsSync(join(folder, 'rapport.json')) && existsSync(join(folder, 'prive', 'journaal.jsonl'));
}

/** With what a person answered when the run was no longer there to see it. */
function withAnswers(folder: string, events: readonly RunEvent[]): readonly RunEvent[] {
  const answered = new Set(events.flatMap((event) => (event.type === 'answered' ? [`${event.scenario}/${event.step}`] : [])));
  return events.flatMap((event): readonly RunEvent[] => {
    if (event.type !== 'asked') return [event];
    const { scenario, step } = event;
    const line = answered.has(`${scenario}/${step}`) ? undefined : answerIn(folder, `${scenario}/${step}`);
    return line ? [event, { type: 'answered', at: line.op, scenario, step, ...asAnswer(line) }] : [event];
  });
}

/**
 * Writes the package of a run that was cut off.
 * @throws {HarnessError} `REPORT_INVALID` when it was cut off before anything was sent
 */
export async function reportKilledRun(folder: string): Promise<void> {
  const prive = join(folder, 'prive');
  const [assignment, { lines }] = await Promise.all([readAssignment(prive), readJournal(prive)]);
  const events = withAnswers(folder, eventsOf(prive, lines));
  if (assignment === undefined || events[0]?.type !== 'run-started') {
    throw new HarnessError(
      'REPORT_INVALID',
      {
        nl: `de run in ${folder} is afgebroken voordat er iets was verstuurd`,
        en: `the run in ${folder} was cut off before anything was sent`,
      },
      { place: { file: prive }, hint: { nl: 'Voer de test opnieuw uit.', en: 'Run the test again.' } },
    );
  }
  const { plan, facts, files, settings, startMillis, deviations } = assignment;
  const begin = beginOf(startMillis, settings);
  const all = [...events, ...(await leftBehindBy(plan, events))];
  const report = fold({ plan, run: facts, events: all });
  await writePackage({ folder, report, events: all, plan, begin, files, deviations: deviations?.text });
}

/** What it made in the product before it was cut off: somebody has to clean that up. */
async function leftBehindBy(plan: Plan, events: readonly RunEvent[]): Promise<readonly RunEvent[]> {
  const at = events.at(-1);
  // A standard that is no longer there cannot read its messages.
  const loaded = await openSuite(plan.suite.id).catch(() => undefined);
  if (!loaded || !at) return [];
  const { standard } = loaded;
  const left = await leftBehind(recordOfEvents(plan, events), {
    ...{ standard, family: familyOf(standard.family), reader: createMessageReader(), bases: [], profile: 'strict' },
  });
  const when = at.type === 'exchanged' ? at.exchange.endedAt : at.at;
  return left.map((each) => ({ type: 'left-behind', at: when, ...each }));
}

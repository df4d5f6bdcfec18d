/** A run that was cut off, opened from its folder to go on with it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Recalled } from '../../actor/counterpart.js';
import { IN_TIME } from '../../judge/received-rules.js';
import type { Exchange } from '../../model/exchange.js';
import { HarnessError } from '../../model/harness-error.js';
import { HUMAN_CHECK, type HumanAnswer } from '../../model/human-check.js';
import type { Report } from '../../model/report.js';
import type { RunEvent, StepJudged } from '../../model/run-event.js';
import { SEAL } from '../../report/seal/seal-names.js';
import { type JournalContent, readJournal } from '../journal/journal.js';
import { eventsOf } from '../journal/journal-events.js';
import { replayable } from '../journal/replay.js';
import type { ReportFolder } from '../package/report-folder.js';
import { type Assignment, readAssignment } from './assignment.js';

/** Checks that wait, and what they found when the run was stopped meanwhile. */
const WAITED = new Set([IN_TIME.id, HUMAN_CHECK]);
const STOPPED = 'afgebroken';

export interface CutOffRun {
  readonly folder: ReportFolder;
  readonly assignment: Assignment;
  readonly seed: number;
  /** What we said, and is gone through again. */
  readonly recorded: readonly Exchange[];
  /** What the product sent by itself, and was answered. */
  readonly received: readonly Recalled[];
  /** What passed the hops of a chain. */
  readonly passed: readonly Recalled[];
  /** Events as they were told. */
  readonly told: readonly RunEvent[];
  /** What persons answered, by `<scenario>/<nr>`. */
  readonly answers: ReadonlyMap<string, HumanAnswer>;
  /** Paths of the steps that were over, and not because somebody stopped the run. */
  readonly over: ReadonlySet<string>;
  /** How many exchanges on record are taken anew. */
  readonly dropped: number;
  /** Numbers of what is recorded next. */
  readonly firstSequence: number;
  readonly firstExchange: number;
}

/** @throws {HarnessError} `REPORT_INVALID` when there is no such run, it came to its end, or nothing had been sent */
export async function openCutOffRun(path: string, shown: string): Promise<CutOffRun> {
  const prive = join(path, 'prive');
  const { lines } = await readJournal(prive);
  const assignment = await readAssignment(prive);
  const events = eventsOf(prive, lines);
  const [started] = events;
  if (hasEnded(path)) {
    throw invalid(`de run in ${shown} is tot het einde gekomen`, `the run in ${shown} came to its end`, shown);
  }
  if (assignment === undefined || started?.type !== 'run-started') {
    throw invalid(
      `de run in ${shown} is afgebroken voordat er iets was verstuurd`,
      `the run in ${shown} was cut off before anything was sent`,
      shown,
    );
  }
  const exchanges = events
    .flatMap((event) => (event.type === 'exchanged' ? [event.exchange] : []))
    .toSorted((one, other) => one.id.localeCompare(other.id));
  const judgedLines = lines.map(({ event }) => event as { type?: string; scenario?: string; step?: number } | undefined);
  const judged = new Set(
    judgedLines.flatMap((event) => (event?.type === 'step-judged' ? [`${event.scenario}/${event.step}`] : [])),
  );
  const said = exchanges.filter(({ part }) => part === 'driver');
  const recorded = replayable(said, judged);
  return {
    folder: { path, shown, number: assignment.facts.nummer },
    assignment,
    seed: started.seed,
    recorded,
    received: receivedIn(exchanges, events, ({ part, reply }) => part === 'listener' && reply !== undefined),
    passed: receivedIn(exchanges, events, ({ part }) => part === 'relay'),
    told: events,
    answers: new Map(events.flatMap((event) => (event.type === 'answered' ? [[`${event.scenario}/${event.step}`, event]] : []))),
    over: new Set(overIn(lines)),
    dropped: said.length - recorded.length,
    firstSequence: Math.max(...lines.map(({ seq }) => Number(seq))) + 1,
    firstExchange: Math.max(0, ...exchanges.map(({ id }) => Number(id))) + 1,
  };
}

/** A step at which the run was stopped while it waited is taken anew. */
function overIn(lines: JournalContent['lines']): readonly string[] {
  return lines.flatMap(({ event }) => {
    const judged = event as StepJudged | undefined;
    if (judged?.type !== 'step-judged') return [];
    const wasStopped = judged.findings.some(({ id, gevonden }) => WAITED.has(id) && gevonden === STOPPED);
    return wasStopped ? [] : [`${judged.scenario}/${judged.step}`];
  });
}

/** Of the product, what got no answer is as if it never came: it sends it again, or not. What passed a hop stays as it was. */
function receivedIn(
  exchanges: readonly Exchange[],
  events: readonly RunEvent[],
  isMeant: (exchange: Exchange) => boolean,
): readonly Recalled[] {
  const strays = new Map(events.flatMap((event) => (event.type === 'unmatched' ? [[event.exchange, event] as const] : [])));
  return exchanges.filter(isMeant).map((exchange) => {
    const { nearest, differs, among } = strays.get(exchange.id) ?? {};
    const stray = { ...(nearest !== undefined && { nearest }), ...(differs && { differs }), ...(among && { among }) };
    return { exchange, stray };
  });
}

/** A run that somebody stopped left a report, and can be gone on with; a report that was sealed stays as it is. */
function hasEnded(path: string): boolean {
  if (existsSync(join(path, SEAL))) return true;
  const file = join(path, 'rapport.json');
  if (!existsSync(file)) return false;
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as Report).uitvoering.einde !== 'cancelled';
  } catch {
    // Cut off while the report was written: then it is written again.
    return false;
  }
}

function invalid(nl: string, en: string, file: string): HarnessError {
  return new HarnessError(
    'REPORT_INVALID',
    { nl, en },
    { place: { file }, hint: { nl: 'Voer de test opnieuw uit.', en: 'Run the test again.' } },
  );
}

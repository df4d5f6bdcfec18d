/** A run from its first message to its report: record, judge, tell, fold, write. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HumanAnswer } from '../../model/human-check.js';
import type { Plan } from '../../model/plan.js';
import type { RunEvent } from '../../model/run-event.js';
import { fold } from '../../report/fold/fold.js';
import type { SealingKey } from '../../report/seal/seal-key.js';
import { run } from '../../run.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { askingOf } from '../answers/asking.js';
import type { Cast } from '../chain/cast.js';
import { freshSeed } from '../chance.js';
import { type ExitCode, exitCodeOf } from '../exit-code.js';
import { openJournal } from '../journal/journal.js';
import { openReplay } from '../journal/replay.js';
import { claimRun } from '../journal/run-lock.js';
import { claimReportFolder, reportNumber } from '../package/report-folder.js';
import { packageFacts } from '../package-root.js';
import { keepTicket, type RunTicket } from '../seal/run-ticket.js';
import { sealRun } from '../seal/seal-run.js';
import { selftestFacts } from '../selftest-current.js';
import { say } from '../settings/language.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { openSchemaBases } from '../standards/schema-bases.js';
import { unique } from '../unique.js';
import { asRecorded } from './as-recorded.js';
import { writeAssignment } from './assignment.js';
import type { CutOffRun } from './cut-off-run.js';
import type { DeviationsGiven } from './deviations-given.js';
import { progressTeller } from './progress.js';
import { beginOf } from './run-begin.js';
import { fixedClock } from './run-clock.js';
import { addressOf, listeningTo, openCounterpart, tellAddresses } from './run-counterpart.js';
import { hireCrew, tokenOf } from './run-crew.js';
import { runFacts } from './run-facts.js';
import type { RunMore } from './run-more.js';
import { tellReport } from './tell-report.js';

/** What was made sure of before the first message. */
export interface Ready extends RunMore {
  /** The version of our own reference, when that is who we speak with. */
  readonly reference: string | undefined;
  readonly answers: ReadonlyMap<string, HumanAnswer>;
  readonly key: SealingKey | undefined;
  readonly deviations: DeviationsGiven | undefined;
  readonly cast: Cast;
  /** On which it is run. */
  readonly ticket: RunTicket | undefined;
}

/** Carries a plan out and leaves its report; @returns the exit code that the report amounts to */
export async function carryOut(
  shell: Shell,
  settings: Settings,
  loaded: LoadedSuite,
  plan: Plan,
  { reference, own, cutOff, shared, listener, answers, key, deviations, cast, ticket }: Ready,
): Promise<ExitCode> {
  const live = settings.clock === undefined ? shell.clock : fixedClock(liveFrom(cutOff) ?? settings.clock, shell.clock);
  const seed = cutOff?.seed ?? ticket?.ticket.nummer ?? settings.seed ?? freshSeed();
  const startMillis = cutOff?.assignment.startMillis ?? live.now();
  const replay = cutOff && openReplay(cutOff.recorded, startMillis, live);
  const clock = replay?.clock ?? live;
  const token = tokenOf({ seed, suite: loaded.suite.id, startMillis });
  const folder = cutOff?.folder ?? claimReportFolder(shell.cwd, settings.out, reportNumber(shell.clock.now(), token));
  const { number } = folder;
  using _ = cutOff ? undefined : claimRun(folder.path, folder.shown);
  await keepTicket(folder.path, ticket);
  await using bases = await openSchemaBases(shell, settings.schemas, loaded.standard);
  await using journal = await openJournal({ folder: join(folder.path, 'prive'), fsync: settings.fsync });
  const stage = cast.stage(cutOff?.firstExchange);
  await using hired = hireCrew({
    ...(stage && { chain: stage }),
    shell,
    settings,
    loaded,
    clock,
    seed,
    token,
    startMillis,
    journal,
    bases: bases.all,
    spoolFolder: join(tmpdir(), `ketentest-${unique()}`),
    ...(cutOff && replay && { resumed: { run: cutOff, replay } }),
  });

  await using counterpart = await openCounterpart({
    shell,
    settings,
    loaded,
    plan,
    clock,
    bases: bases.all,
    recorder: hired.recorder,
    names: hired,
    begun: hired.begun,
    shared,
    cutOff,
  });
  await using chain = await stage?.open({
    ...{ shell, settings, loaded, plan, clock, token },
    ...{ bases: bases.all, recorder: hired.recorder, bodyStore: hired.bodyStore, begun: hired.begun, cutOff },
  });
  const address = counterpart && addressOf(counterpart, loaded, shared);
  const facts = runFacts({
    number,
    settings,
    standard: loaded.standard,
    role: loaded.suite.role,
    basis: bases.all[0],
    reference,
    version: packageFacts().version,
    selftest: await selftestFacts(packageFacts().suites, loaded),
    deviations: deviations?.known,
    real: cast.real && [...cast.real.keys()],
  });
  // Written once: it is never half there when a run that goes on is killed again.
  const assignment = { plan, facts, files: loaded.files, settings, startMillis, ...(deviations && { deviations }) };
  if (!cutOff) await writeAssignment(join(folder.path, 'prive'), assignment);
  const progress = progressTeller(shell, plan, settings.language);
  if (address !== undefined) {
    tellAddresses(shell, settings, loaded, address);
    own?.listening(address);
  }
  if (reference !== undefined) shell.talk(`${say(REFERENCE, settings.language)}\n`);
  const events: RunEvent[] = [];
  const asking = askingOf({
    ...{ shell, settings, folder, clock },
    known: new Map([...answers, ...(cutOff?.answers ?? [])]),
    over: cutOff?.over ?? new Set(),
  });
  const crew = {
    ...hired.crew,
    asking,
    ...(chain && { watching: chain.watching }),
    ...(shared && { turn: shared.turn }),
    ...(counterpart && address !== undefined && { incoming: listeningTo({ counterpart, shell, settings, address, cutOff }) }),
  };
  const recorded = asRecorded(cutOff);
  for await (const happened of run(plan, crew)) {
    const event = recorded(happened);
    // What is gone through again stands in the journal already.
    if (replay?.isLive() !== false) await hired.recorder.record({ type: 'event', event });
    events.push(event);
    progress.tell(event);
    listener?.told(event);
  }
  const folded = fold({ plan, run: facts, events });
  // Loaded only now: until here every millisecond delays the first message.
  const { writePackage } = await import('./package-writer.js');
  const begin = beginOf(startMillis, settings);
  const report = await writePackage({
    ...{ folder: folder.path, report: folded, events, plan, begin, files: loaded.files },
    deviations: deviations?.text,
  });
  listener?.reported(report);
  await tellReport(shell, settings, report, join(folder.shown, 'rapport.html'));
  const { tellPrivacy } = await import('../privacy/privacy-gate.js');
  await tellPrivacy(shell, folder.path, settings.language);
  return key ? sealRun(shell, settings, report, folder.shown, key) : exitCodeOf(report);
}

/** A clock that only moves while we wait goes on where it stood. */
function liveFrom(cutOff: CutOffRun | undefined): number | undefined {
  const last = [...(cutOff?.recorded ?? []), ...(cutOff?.received ?? []).map(({ exchange }) => exchange)].at(-1);
  return last && Date.parse(last.endedAt);
}

const REFERENCE = {
  nl: 'Let op: dit adres is onze eigen referentie. De uitkomst is geen bewijs over een product.',
  en: 'Note: this address is our own reference. The result is no evidence about a product.',
} as const;

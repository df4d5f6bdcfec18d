/** One suite from beginning to end: load, plan, refuse early, run, fold, write, tell. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ownReferenceAt } from '../actor/probe.js';
import { HarnessError } from '../model/harness-error.js';
import type { HumanAnswer } from '../model/human-check.js';
import type { Plan } from '../model/plan.js';
import type { Report } from '../model/report.js';
import type { RunEvent } from '../model/run-event.js';
import { fold } from '../report/fold.js';
import type { SealingKey } from '../report/seal-key.js';
import { run } from '../run.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import { neededBeside } from '../suite/needed-beside.js';
import { planSuite } from '../suite/plan.js';
import { answersGiven } from './answers-of-suite.js';
import { asRecorded } from './as-recorded.js';
import { askingOf } from './asking.js';
import { writeAssignment } from './assignment.js';
import { awaitedText } from './awaited-text.js';
import { freshSeed } from './chance.js';
import { constantStates, refuseOpenConstants } from './constants-gate.js';
import type { CutOffRun } from './cut-off-run.js';
import { type DeviationsGiven, deviationsGiven } from './deviations-given.js';
import { dryRun, dryRunText } from './dry-run.js';
import { addressesOf } from './endpoints.js';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import { openJournal } from './journal.js';
import { type Language, say } from './language.js';
import { packageFacts } from './package-root.js';
import { planText } from './plan-text.js';
import { probeOptions } from './probe-options.js';
import { progressTeller } from './progress.js';
import { openReplay } from './replay.js';
import { claimReportFolder, reportNumber } from './report-folder.js';
import { beginOf } from './run-begin.js';
import { fixedClock } from './run-clock.js';
import { addressOf, listeningTo, openCounterpart, type SharedAddress, tellAddresses } from './run-counterpart.js';
import { hireCrew, tokenOf } from './run-crew.js';
import { runFacts } from './run-facts.js';
import { claimRun } from './run-lock.js';
import { openSchemaBases } from './schema-bases.js';
import { sealRun } from './seal-run.js';
import { selftestFacts } from './selftest-current.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { signingKeyOf } from './signing-key.js';
import { openSuite } from './suite-loading.js';
import { summaryOf } from './summary.js';

/** Our own driver as the product of a suite in which the product sends. */
export interface OwnProduct {
  /** Told where we listen, when we do. */
  readonly listening: (url: string) => void;
  /** Its version. */
  readonly reference: string;
}

/** What is not in the settings. */
export interface RunMore {
  readonly own?: OwnProduct | undefined;
  /** The run to go on with. */
  readonly cutOff?: CutOffRun;
  /** Hears each event, and the report at the end. */
  readonly listener?: { told(event: RunEvent): void; reported(report: Report): void };
  /** Suites that are run beside it. */
  readonly others?: readonly string[];
  /** Where it would listen below the address, in a dry run. */
  readonly path?: string;
  /** Where it listens together with other runs, and how they take turns. */
  readonly shared?: SharedAddress & { readonly turn: () => Promise<void> };
}

/** Runs one suite and leaves its report; @returns the exit code that the report amounts to */
export async function runSuite(shell: Shell, settings: Settings, id: string, more: RunMore = {}): Promise<ExitCode> {
  const { own } = more;
  const key = signingKeyOf(shell, settings);
  const loaded = await openSuite(id);
  const plan = planSuite(loaded, settings);
  const endpoints = endpointsOf(loaded, settings);
  const answers = await answersGiven(shell.cwd, settings, loaded.suite, more.others);
  const deviations = more.cutOff
    ? more.cutOff.assignment.deviations
    : await deviationsGiven(shell.cwd, settings, loaded.suite, more.others);
  tellWhatIsMissing(shell, plan, settings.language);
  if (settings.dryRun) {
    const now = settings.clock ?? shell.clock.now();
    const made = dryRun(
      loaded,
      plan,
      now,
      tokenOf({ seed: settings.seed ?? freshSeed(), suite: loaded.suite.id, startMillis: now }),
    );
    const { text, code } = dryRunText(made, settings.language);
    const awaited = awaitedText(plan, loaded.standard, settings, more.path);
    const told = [planText(plan, settings.language), awaited, ...(awaited && made.length === 0 ? [] : [text])];
    shell.out(`${told.filter((part) => part !== undefined).join('\n\n')}\n${say(TEXTS.dryRun, settings.language)}`);
    return code;
  }
  const reference = own?.reference ?? (await referenceAt(shell, settings, endpoints));
  if (shell.stop.aborted) throw new HarnessError('CANCELLED', say(TEXTS.stopped, settings.language));
  if (reference === undefined) refuseOpenConstants(constantStates(loaded.suite, settings), settings.language);
  return act(shell, settings, loaded, plan, { ...more, reference, answers, key, deviations });
}

async function act(
  shell: Shell,
  settings: Settings,
  loaded: LoadedSuite,
  plan: Plan,
  {
    reference,
    own,
    cutOff,
    shared,
    listener,
    answers,
    key,
    deviations,
  }: RunMore & {
    readonly reference: string | undefined;
    readonly answers: ReadonlyMap<string, HumanAnswer>;
    readonly key: SealingKey | undefined;
    readonly deviations: DeviationsGiven | undefined;
  },
): Promise<ExitCode> {
  const live = settings.clock === undefined ? shell.clock : fixedClock(liveFrom(cutOff) ?? settings.clock, shell.clock);
  const seed = cutOff?.seed ?? settings.seed ?? freshSeed();
  const startMillis = cutOff?.assignment.startMillis ?? live.now();
  const replay = cutOff && openReplay(cutOff.recorded, startMillis, live);
  const clock = replay?.clock ?? live;
  const token = tokenOf({ seed, suite: loaded.suite.id, startMillis });
  const folder = cutOff?.folder ?? claimReportFolder(shell.cwd, settings.out, reportNumber(shell.clock.now(), token));
  const { number } = folder;
  using _ = cutOff ? undefined : claimRun(folder.path, folder.shown);
  await using bases = await openSchemaBases(shell, settings.schemas, loaded.standard);
  await using journal = await openJournal({ folder: join(folder.path, 'prive'), fsync: settings.fsync });
  await using hired = hireCrew({
    shell,
    settings,
    loaded,
    clock,
    seed,
    token,
    startMillis,
    journal,
    bases: bases.all,
    spoolFolder: join(tmpdir(), `ketentest-${number}`),
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
    shared,
    cutOff,
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
  });
  // Written once: it is never half there when a run that goes on is killed again.
  const assignment = { plan, facts, files: loaded.files, settings, startMillis, ...(deviations && { deviations }) };
  if (!cutOff) await writeAssignment(join(folder.path, 'prive'), assignment);
  const progress = progressTeller(shell, plan, settings.language);
  if (address !== undefined) {
    tellAddresses(shell, settings, loaded, address);
    own?.listening(address);
  }
  if (reference !== undefined) shell.talk(`${say(TEXTS.reference, settings.language)}\n`);
  const events: RunEvent[] = [];
  const asking = askingOf({
    ...{ shell, settings, folder, clock },
    known: new Map([...answers, ...(cutOff?.answers ?? [])]),
    over: cutOff?.over ?? new Set(),
  });
  const crew = {
    ...hired.crew,
    asking,
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
  await tell(shell, settings, report, join(folder.shown, 'rapport.html'));
  const { tellPrivacy } = await import('./privacy-gate.js');
  await tellPrivacy(shell, folder.path, settings.language);
  return key ? sealRun(shell, settings, report, folder.shown, key) : exitCodeOf(report);
}

/** A clock that only moves while we wait goes on where it stood. */
function liveFrom(cutOff: CutOffRun | undefined): number | undefined {
  const last = [...(cutOff?.recorded ?? []), ...(cutOff?.received ?? []).map(({ exchange }) => exchange)].at(-1);
  return last && Date.parse(last.endedAt);
}

/** The summary goes to standard output, so that it can be used; where the report is belongs to the talk, but for people. */
async function tell(shell: Shell, settings: Settings, report: Report, page: string): Promise<void> {
  if (shell.isInteractive) shell.talk('\n');
  shell.out(
    (await summaryOf(report, { format: settings.format, language: settings.language, hasColour: shell.hasColour })).trimEnd(),
  );
  const where = `${say(TEXTS.report, settings.language)} ${page}`;
  if (settings.format === 'text') shell.out(`\n${where}`);
  else shell.talk(`${where}\n`);
}

/** @throws {HarnessError} `CONFIG_INVALID` when a portType that the suite uses has no address */
function endpointsOf({ suite, standard }: LoadedSuite, settings: Settings): readonly string[] {
  const sending = suite.scenarios.flatMap(({ steps }) => steps.filter(({ send }) => send));
  const used = new Set(sending.flatMap(({ service, readBack }) => [service, ...(readBack ? [readBack.service] : [])]));
  const services = standard.services.filter((service) => used.has(service.id));
  return [...addressesOf(settings, services, standard.services).keys()];
}

/** Steps that need what was not chosen stay undecided; who chose it hears so before anything is sent. */
function tellWhatIsMissing(shell: Shell, plan: Plan, language: Language): void {
  const needed = neededBeside(plan);
  if (needed.length === 0) return;
  shell.talk(`${say(TEXTS.missing, language)}\n${needed.map((id) => `  --only '${id}'`).join('\n')}\n`);
}

/** The version of our own reference, when every address is one of it. */
async function referenceAt(shell: Shell, settings: Settings, endpoints: readonly string[]): Promise<string | undefined> {
  const origins = [...new Set(endpoints.map((endpoint) => new URL(endpoint).origin))];
  const versions = await Promise.all(origins.map((origin) => ownReferenceAt(origin, probeOptions(shell, settings))));
  return versions.every((version) => version !== undefined) ? versions[0] : undefined;
}

const TEXTS = {
  missing: {
    nl: 'Let op: wat gekozen is, heeft ook deze scenario’s nodig. Zonder die blijven stappen niet beslist:',
    en: 'Note: what was chosen needs these scenarios too. Without them steps stay undecided:',
  },
  stopped: {
    nl: 'gestopt voordat er iets was verstuurd; er is geen rapport',
    en: 'stopped before anything was sent; there is no report',
  },
  dryRun: { nl: 'Er is niets verstuurd (--dry-run).', en: 'Nothing was sent (--dry-run).' },
  report: { nl: 'Rapport:', en: 'Report:' },
  reference: {
    nl: 'Let op: dit adres is onze eigen referentie. De uitkomst is geen bewijs over een product.',
    en: 'Note: this address is our own reference. The result is no evidence about a product.',
  },
} as const;

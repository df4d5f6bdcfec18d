/**
 * The verbs of ketentest for programs: what the commands do, without a terminal. Nothing is printed; everything that goes
 * wrong is a HarnessError with a code.
 */
import type { JudgedFile } from '../model/judged-file.js';
import type { Plan } from '../model/plan.js';
import type { Report } from '../model/report.js';
import type { RunEvent } from '../model/run-event.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import type { Selection } from '../suite/plan.js';
import { readSettings, settingsOnLine } from './settings/settings.js';
import { processShell, type Shell } from './shell.js';
import { openSuite } from './suite-loading.js';

/**
 * Options by the names that the command line has, in camelCase: `endpoint`, `product`, `acceptDefaults`, `seed`, `out`, …
 * What may be given more than once is a list: `set: ['zaaktype.code=B1']`. There is no ketentest.yaml unless `config` names
 * one.
 */
export type Options = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

/** What a program may hand in instead of what this process has. */
export interface Surroundings {
  /** Where relative names start; the folder of this process by default. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Stops what runs, in order, with a report of what was done. */
  readonly signal?: AbortSignal;
  /** Gets what a person would read on standard error. */
  readonly talk?: (text: string) => void;
}

/**
 * Loads a suite, by the name that `ketentest list` gives it.
 * @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name
 */
export function loadSuite(id: string): Promise<LoadedSuite> {
  return openSuite(id);
}

/**
 * What would be sent and awaited, in order; sends nothing.
 * @throws {HarnessError} `PATTERN_UNMATCHED` with the nearest name, `VARIABLE_UNKNOWN` for a constant that is not there
 */
export async function plan(loaded: LoadedSuite, selection: Partial<Selection> = {}): Promise<Plan> {
  const { planSuite } = await import('../suite/plan.js');
  return planSuite(loaded, { only: [], without: [], set: {}, ...selection });
}

/**
 * Runs a suite, tells it as it happens, and leaves a report package in `out` (`reports/<number>` by default).
 * @returns the report, when everything was told
 * @throws {HarnessError} what is wrong with suite or options, before anything is sent
 */
export async function* run(id: string, options: Options, around: Surroundings = {}): AsyncGenerator<RunEvent, Report> {
  const leaving = new AbortController();
  const signal = around.signal ? AbortSignal.any([around.signal, leaving.signal]) : leaving.signal;
  const shell = quietShell({ ...around, signal });
  const settings = options.config === undefined ? settingsOnLine(shell, options) : await readSettings(shell, options);
  const { runSuite } = await import('./run/run-suite.js');
  const told: RunEvent[] = [];
  let wake = (): void => undefined;
  let report: Report | undefined;
  const listener = {
    told(event: RunEvent) {
      told.push(event);
      wake();
    },
    reported(of: Report) {
      report = of;
    },
  };
  let isOver = false;
  const running = runSuite(shell, settings, id, { listener }).finally(() => {
    isOver = true;
    wake();
  });
  running.catch(() => undefined);
  try {
    for (;;) {
      for (let event = told.shift(); event; event = told.shift()) yield event;
      if (isOver) break;
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  } finally {
    // Whoever stops listening stops the run.
    leaving.abort();
    await running.catch(() => undefined);
  }
  await running;
  if (!report) throw new Error('the run left no report');
  return report;
}

/** Judges messages that were recorded, as `ketentest validate` does: no network, no clock. */
export interface Judge extends AsyncDisposable {
  /** @param name - as it stands in the verdict @param bytes - a SOAP envelope, or the message alone */
  judge(name: string, bytes: Uint8Array): Promise<JudgedFile>;
}

/** @throws {HarnessError} `SUITE_UNKNOWN` for a standard that is not there, with the nearest */
export async function openJudge(
  options: { readonly standard?: string; readonly schemas?: string; readonly profile?: 'strict' | 'praktijk' } = {},
  around: Surroundings = {},
): Promise<Judge> {
  const [{ openShelf }, { judgeBytes }] = await Promise.all([import('./validate/shelf.js'), import('./validate/judge-file.js')]);
  const { profile = 'strict', ...of } = options;
  const shelf = await openShelf(quietShell(around), of);
  return {
    judge: (name, bytes) => judgeBytes(name, bytes, shelf, { profile }),
    [Symbol.asyncDispose]: () => shelf[Symbol.asyncDispose](),
  };
}

export interface Simulator extends AsyncDisposable {
  readonly url: string;
}

/**
 * Starts a counterpart, named `<standard>/<role>`, with the options of `ketentest simulate`.
 * @throws {HarnessError} `LISTEN_FAILED` when the address is taken; `SUITE_UNKNOWN`
 */
export async function simulate(name: string, options: Options = {}, around: Surroundings = {}): Promise<Simulator> {
  const { simulateCommand } = await import('./simulate/simulate-command.js');
  const stopping = new AbortController();
  const signal = around.signal ? AbortSignal.any([around.signal, stopping.signal]) : stopping.signal;
  return new Promise((resolve, reject) => {
    const out = (line: string): void => {
      const { listening } = JSON.parse(line) as { readonly listening?: string };
      if (listening !== undefined) resolve({ url: listening, [Symbol.asyncDispose]: stop });
    };
    const running = simulateCommand({ shell: { ...quietShell({ ...around, signal }), out }, operands: [name], options });
    running.catch(reject);
    const stop = async (): Promise<void> => {
      stopping.abort();
      await running;
    };
  });
}

function quietShell({ cwd, env, signal, talk }: Surroundings): Shell {
  const { clock, readInput } = processShell();
  return {
    ...{ clock, readInput, isInteractive: false, hasColour: false, columns: 100, canAsk: false },
    cwd: cwd ?? process.cwd(),
    env: env ?? process.env,
    out: () => undefined,
    talk: talk ?? (() => undefined),
    ask: async () => undefined,
    stop: signal ?? new AbortController().signal,
  };
}

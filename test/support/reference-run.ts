/** Runs a whole suite against an address, as the command line does but in this process: real HTTP, real XML, real schema. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createDriver } from '../../src/actor/driver.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createMessenger, type Sender } from '../../src/actor/messenger.js';
import { createRecorder } from '../../src/actor/recorder.js';
import type { SimulatorOptions } from '../../src/actor/simulator.js';
import { JUDGES } from '../../src/judge/index.js';
import { openRuleBook, type RuleBook } from '../../src/judge/rule-book.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { Clock } from '../../src/model/clock.js';
import type { Plan } from '../../src/model/plan.js';
import type { SchemaBasis } from '../../src/model/record.js';
import type { RunEvent, StepJudged } from '../../src/model/run-event.js';
import { type Crew, run } from '../../src/run.js';
import type { Listening } from '../../src/run-listening.js';
import { familyOf } from '../../src/standard/index.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { evaluateFunctions, freshValues } from '../../src/suite/functions.js';
import { type LoadedSuite, loadSuite } from '../../src/suite/load-suite.js';
import { planSuite, type Selection } from '../../src/suite/plan.js';
import { packageRoot } from '../package-root.js';
import { memoryJournal } from './memory-journal.js';

export const machineClock: Clock = {
  now: () => Date.now(),
  sleep: (millis, signal) =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, millis);
      signal?.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    }),
};

export function openOwnSuite(id: string): Promise<LoadedSuite> {
  return loadSuite(openFileSet(join(packageRoot, 'suites')), id, JUDGES);
}

export interface RunOptions {
  readonly url: string;
  readonly bases: readonly SchemaBasis[];
  readonly seed?: number;
  readonly clock?: Clock;
  readonly token?: string;
  readonly timeoutMillis?: number;
  readonly selection?: Partial<Selection>;
  readonly pollMillis?: number;
  readonly maxBodyBytes?: number;
  readonly mode?: Crew['mode'];
  /** Compiled once for several runs. */
  readonly rules?: RuleBook;
  readonly signal?: AbortSignal;
  /** What comes between the messenger and the driver. */
  readonly wrap?: (sender: Sender) => Sender;
  /** Where the product speaks too: listens, with the names that the run gives its exchanges and bodies. */
  readonly listen?: (of: Pick<SimulatorOptions, 'names' | 'begun'>) => Promise<Listening & AsyncDisposable>;
  /** Looks at the outcome while the recorded bodies can still be read. */
  readonly whileOpen?: (outcome: RunOutcome) => Promise<void>;
}

export interface RunOutcome {
  readonly plan: Plan;
  readonly events: readonly RunEvent[];
  readonly steps: ReadonlyMap<string, StepJudged>;
  /** What went out, in order. */
  readonly sent: readonly Uint8Array[];
}

export async function runAgainst(loaded: LoadedSuite, options: RunOptions): Promise<RunOutcome> {
  const { standard, suite, templates } = loaded;
  const clock = options.clock ?? machineClock;
  const token = options.token ?? 'proef';
  const family = familyOf(standard.family);
  const plan = planSuite(loaded, { only: [], without: [], set: {}, ...options.selection });
  await using bodyStore = createBodyStore({ spoolFolder: join(tmpdir(), `ketentest-proef-${process.pid}`) });
  const exchangeIds = createExchangeIds();
  const begun = new Set<string>();
  await using incoming = await options.listen?.({ names: { bodyStore, exchangeIds }, begun });
  using driver = createDriver({
    endpointOf: () => options.url,
    bodyStore,
    recorder: createRecorder(memoryJournal()),
    clock,
    exchangeIds,
    timeoutMillis: options.timeoutMillis ?? 10_000,
    ...(options.maxBodyBytes !== undefined && { maxBodyBytes: options.maxBodyBytes }),
  });
  using own = options.rules ? undefined : openRuleBook(standard, family);
  const rules = options.rules ?? own;
  if (!rules) throw new Error('no rules');
  const events: RunEvent[] = [];
  const sent: Uint8Array[] = [];
  const crew = {
    messenger: createMessenger({
      standard,
      family,
      templates,
      sender: {
        send(outgoing, ...rest) {
          begun.add(outgoing.referentienummer);
          return (options.wrap?.(driver) ?? driver).send(outgoing, ...rest);
        },
      },
      clock,
      token,
      fresh: (now) => freshValues(suite.variables, { now, token }),
    }),
    tools: { standard, family, reader: createMessageReader(), bases: options.bases, profile: 'strict' as const, rules },
    clock,
    mode: options.mode ?? ('onvoorwaardelijk' as const),
    poll: { deadlineMillis: options.pollMillis ?? 0, pauseMillis: 50 },
    functions: evaluateFunctions(suite.variables, { now: clock.now(), token }),
    seed: options.seed ?? 1,
    token,
    ...(options.signal && { signal: options.signal }),
    ...(incoming && { incoming }),
  };
  for await (const event of run(plan, crew)) {
    events.push(event);
    if (event.type === 'exchanged') sent.push(await event.exchange.request.body.bytes());
  }
  const judged = events.filter((event): event is StepJudged => event.type === 'step-judged');
  const outcome = { plan, events, sent, steps: new Map(judged.map((each) => [`${each.scenario}/${each.step}`, each])) };
  await options.whileOpen?.(outcome);
  return outcome;
}

/** `voldoet`, or the verdict with its cause or what it follows from. */
export function outcomeOf(step: StepJudged | undefined): string {
  if (!step) return '(niet uitgevoerd)';
  return step.gevolgVan ? `${step.verdict} < ${step.gevolgVan}` : [step.verdict, step.oorzaak].filter((part) => part).join(' ');
}

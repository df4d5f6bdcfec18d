/**
 * Plays a suite in which the product sends, both sides in this process: the counterpart that the suite describes, and our own
 * driver as the product, honest or with something between it and the wire.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../../actor/body-store.js';
import { startCounterpart } from '../../actor/counterpart.js';
import { createDriver } from '../../actor/driver.js';
import { createExchangeIds } from '../../actor/exchange-ids.js';
import { createMessenger, type Messenger, type Sender } from '../../actor/messenger.js';
import { createRecorder } from '../../actor/recorder.js';
import { openRuleBook } from '../../judge/rule-book.js';
import { createMessageReader } from '../../message/message-reader.js';
import type { Clock } from '../../model/clock.js';
import { HarnessError } from '../../model/harness-error.js';
import type { StepJudged } from '../../model/run-event.js';
import { type Crew, run } from '../../run.js';
import { familyOf } from '../../standard/index.js';
import { withFixtures } from '../../suite/fixtures.js';
import { evaluateFunctions, freshValues } from '../../suite/functions.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { mirrored } from '../../suite/mirror.js';
import { planSuite, type Selection } from '../../suite/plan.js';
import { expectedSteps } from '../run/run-counterpart.js';
import { systemClock } from '../shell.js';
import { stepFaulter } from '../simulate/step-faults.js';
import { compactBasis } from './selftest-bench.js';

export interface Play extends Disposable {
  /** Plays the whole suite; @returns what each step came to last */
  steps(wrap: (sender: Sender) => Sender): Promise<ReadonlyMap<string, StepJudged>>;
}

/** How long our own product waits for an answer where some never come, in milliseconds: ours come from this very process. */
const SHORT_PATIENCE_MILLIS = 1_000;
const PATIENCE_MILLIS = 60_000;

const TOKEN = 'selftest';
const SPOOL_FOLDER = join(tmpdir(), `ketentest-selftest-${process.pid}`);
const NOWHERE = createRecorder({ append: async () => undefined, putBody: async () => undefined });

export interface PlayOptions {
  /** Ids of scenarios; all when absent. */
  readonly only?: readonly string[];
  /** How long our own product waits for an answer; long enough, unless some never come. */
  readonly timeoutMillis?: number;
}

/** Opens what every play of a suite shares. */
export function openPlay(loaded: LoadedSuite, options: PlayOptions = {}): Play {
  const selection = { only: options.only ?? [], without: [], set: {} };
  const plan = planSuite(loaded, selection);
  const standard = withFixtures(loaded, plan.constants);
  const family = familyOf(standard.family);
  const registry = family.registry(standard);
  const basis = compactBasis(standard);
  const rules = openRuleBook(standard, family);
  const faulter = stepFaulter(plan, standard, family);
  const tools = { standard, family, bases: basis ? [basis] : [], profile: 'strict', rules } as const;
  const common = { mode: 'onvoorwaardelijk', seed: 1, token: TOKEN, poll: { deadlineMillis: 0, pauseMillis: 1 } } as const;
  const steps: Play['steps'] = async (wrap) => {
    await using counterpart = await startCounterpart({
      ...{ host: '127.0.0.1', port: 0, standard, family, registry, clock: systemClock, version: TOKEN, recorder: NOWHERE },
      store: registry.createStore(),
      spoolFolder: join(SPOOL_FOLDER, 'counterpart'),
      expected: expectedSteps(plan, standard),
      ...(faulter && { faulter }),
      ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
    });
    const functions = evaluateFunctions(loaded.suite.variables, { now: systemClock.now(), token: TOKEN });
    const shared = { ...common, functions, tools };
    const over = new AbortController();
    const timeoutMillis = options.timeoutMillis ?? (faulter ? SHORT_PATIENCE_MILLIS : PATIENCE_MILLIS);
    const product = { loaded, selection, url: counterpart.url, wrap, timeoutMillis };
    const playing = playProduct(product, shared).finally(() => over.abort());
    const last = new Map<string, StepJudged>();
    const incoming = { ...counterpart, waitMillis: PATIENCE_MILLIS };
    for await (const event of run(plan, { ...withReader(shared), messenger: SILENT, clock: until(over.signal), incoming })) {
      if (event.type === 'step-judged') last.set(`${event.scenario}/${event.step}`, event);
    }
    await playing;
    return last;
  };
  return {
    steps,
    [Symbol.dispose]() {
      rules[Symbol.dispose]();
      basis?.dispose();
    },
  };
}

interface Product {
  readonly loaded: LoadedSuite;
  readonly selection: Selection;
  readonly url: string;
  readonly wrap: (sender: Sender) => Sender;
  readonly timeoutMillis: number;
}

/** What both sides of a play have in common. */
interface Shared extends Omit<Crew, 'messenger' | 'clock' | 'tools'> {
  readonly tools: Omit<Crew['tools'], 'reader'>;
}

/** Each side reads for itself: what it has read it knows by the numbers of its own exchanges. */
function withReader(shared: Shared): Omit<Crew, 'messenger' | 'clock'> {
  return { ...shared, tools: { ...shared.tools, reader: createMessageReader() } };
}

async function playProduct({ loaded, selection, url, wrap, timeoutMillis }: Product, shared: Shared) {
  const other = mirrored(loaded);
  const { standard, suite, templates } = other;
  await using bodyStore = createBodyStore({ spoolFolder: join(SPOOL_FOLDER, 'product') });
  using driver = createDriver({
    ...{ endpointOf: () => url, bodyStore, clock: systemClock, exchangeIds: createExchangeIds(), timeoutMillis },
    recorder: NOWHERE,
  });
  const messenger = createMessenger({
    ...{ standard, family: shared.tools.family, templates, sender: wrap(driver), clock: systemClock, token: TOKEN },
    fresh: (now) => freshValues(suite.variables, { now, token: TOKEN }),
  });
  for await (const _ of run(planSuite(other, selection), { ...withReader(shared), messenger, clock: systemClock }));
}

/** Where the product speaks first, nothing is ever sent. */
const SILENT: Messenger = {
  needs: () => [],
  send: () => Promise.reject(new HarnessError('INTERNAL', 'a suite in which the product sends has nothing to send')),
};

/** What our own product has not sent when it is done, will not come. */
function until(over: AbortSignal): Clock {
  return {
    now: () => systemClock.now(),
    sleep: (millis, signal) => systemClock.sleep(millis, signal ? AbortSignal.any([over, signal]) : over),
  };
}

/** Runs a suite in which the product sends, with our own driver as the product: real HTTP, both sides in this process. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCounterpart } from '../../src/actor/counterpart.js';
import type { Messenger, Sender } from '../../src/actor/messenger.js';
import { createRecorder } from '../../src/actor/recorder.js';
import { expectedSteps, type SharedAddress } from '../../src/cli/run/run-counterpart.js';
import { stepFaulter } from '../../src/cli/simulate/step-faults.js';
import { openRuleBook, type RuleBook } from '../../src/judge/rule-book.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import type { Clock } from '../../src/model/clock.js';
import type { RunEvent, StepJudged } from '../../src/model/run-event.js';
import { run } from '../../src/run.js';
import type { Asking } from '../../src/run-asking.js';
import type { Listening } from '../../src/run-listening.js';
import { familyOf } from '../../src/standard/index.js';
import { withFixtures } from '../../src/suite/fixtures.js';
import { evaluateFunctions } from '../../src/suite/functions.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { mirrored } from '../../src/suite/mirror.js';
import { planSuite, type Selection } from '../../src/suite/plan.js';
import { type MemoryJournal, memoryJournal } from './memory-journal.js';
import { machineClock, runAgainst } from './reference-run.js';

export interface ConsumerOptions {
  readonly bases: readonly OpenSchemaBasis[];
  readonly clock?: Clock;
  readonly selection?: Partial<Selection>;
  /** How long our own driver waits for an answer. */
  readonly timeoutMillis?: number;
  /** What the product does, given our address; plays the whole suite when absent. */
  readonly product?: (url: string) => Promise<void>;
  /** What comes between our driver and the wire. */
  readonly wrap?: (sender: Sender) => Sender;
  /** What persons answer. */
  readonly asking?: Asking | undefined;
  /** The address and the path of this run among others; otherwise its own. */
  readonly shared?: SharedAddress;
  /** How this run and others take turns. */
  readonly turn?: () => Promise<void>;
  /** Sets what the product says apart from what others say. */
  readonly token?: string;
  /** Compiled once for several runs. */
  readonly rules?: RuleBook;
  /** Told when a message is waited for that is not there yet. */
  readonly prompt?: Listening['prompt'];
}

export interface ConsumerOutcome {
  readonly events: readonly RunEvent[];
  /** As judged last. */
  readonly steps: ReadonlyMap<string, StepJudged>;
  readonly journal: MemoryJournal;
}

export async function runConsumer(loaded: LoadedSuite, options: ConsumerOptions): Promise<ConsumerOutcome> {
  const { suite } = loaded;
  const clock = options.clock ?? machineClock;
  const family = familyOf(loaded.standard.family);
  const plan = planSuite(loaded, { only: [], without: [], set: {}, ...options.selection });
  const standard = withFixtures(loaded, plan.constants);
  const registry = family.registry(standard);
  const faulter = stepFaulter(plan, standard, family);
  const journal = memoryJournal();
  const [basis] = options.bases;
  using own = options.rules ? undefined : openRuleBook(standard, family);
  const rules = options.rules ?? own;
  if (!rules) throw new Error('no rules');
  await using counterpart = await startCounterpart({
    ...{ host: '127.0.0.1', port: 0, standard, family, registry, clock, version: 'proef' },
    store: registry.createStore(),
    ...(options.shared && { shared: options.shared }),
    failed: (error) => {
      throw error;
    },
    recorder: createRecorder(journal),
    spoolFolder: join(tmpdir(), `ketentest-consumer-${process.pid}`),
    expected: expectedSteps(plan, standard),
    ...(faulter && { faulter }),
    ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
  });
  const product =
    options.product ??
    (async (url: string) => {
      await runAgainst(mirrored(loaded), {
        ...{ url, bases: options.bases, token: options.token ?? 'consumer', rules, timeoutMillis: 60_000 },
        ...(options.selection && { selection: options.selection }),
        ...(options.wrap && { wrap: options.wrap }),
        ...(options.timeoutMillis !== undefined && { timeoutMillis: options.timeoutMillis }),
      });
    });
  const events: RunEvent[] = [];
  const over = new AbortController();
  const arrived = () => journal.lines.filter(({ type }) => type === 'request').length;
  const seen = () => events.filter(({ type }) => type === 'exchanged').length + counterpart.mailbox.untaken().length;
  const playing = product(counterpart.url)
    .then(async () => {
      while (arrived() > seen()) await new Promise(setImmediate);
    })
    .finally(() => over.abort());
  for await (const event of run(plan, {
    messenger: SILENT as Messenger,
    tools: { standard, family, reader: createMessageReader(), bases: options.bases, profile: 'strict', rules },
    clock: until(over.signal, clock),
    mode: 'onvoorwaardelijk',
    poll: { deadlineMillis: 0, pauseMillis: 50 },
    functions: evaluateFunctions(suite.variables, { now: clock.now(), token: 'proef' }),
    seed: 1,
    token: 'proef',
    ...(options.asking && { asking: options.asking }),
    ...(options.turn && { turn: options.turn }),
    incoming: { ...counterpart, waitMillis: 60_000, prompt: options.prompt },
  })) {
    events.push(event);
  }
  await playing;
  const judged = events.filter((event): event is StepJudged => event.type === 'step-judged');
  return { events, steps: new Map(judged.map((each) => [`${each.scenario}/${each.step}`, each])), journal };
}

/** Where the product speaks first, nothing is ever sent. */
const SILENT: Partial<Messenger> = { needs: () => [] };

/** Waits no longer than somebody has something to say: what our own driver has not sent when it is done, will not come. */
function until(over: AbortSignal, clock: Clock): Clock {
  return {
    now: () => clock.now(),
    sleep: (millis, signal) =>
      over.aborted || signal?.aborted
        ? Promise.resolve()
        : clock.sleep(millis, AbortSignal.any([over, ...(signal ? [signal] : [])])),
  };
}

/**
 * The score of a suite in which the product sends: our own driver plays the product, honest and then wrong in one way at a
 * time, and what the suite finds of each is counted.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../actor/body-store.js';
import { startCounterpart } from '../actor/counterpart.js';
import { createDriver } from '../actor/driver.js';
import { createExchangeIds } from '../actor/exchange-ids.js';
import { createMessenger, type Messenger, type Sender } from '../actor/messenger.js';
import { createRecorder } from '../actor/recorder.js';
import { openRuleBook } from '../judge/rule-book.js';
import { createMessageReader } from '../message/message-reader.js';
import type { Clock } from '../model/clock.js';
import { HarnessError } from '../model/harness-error.js';
import { stepPath } from '../model/plan.js';
import type { StepJudged } from '../model/run-event.js';
import type { WrongConsumer } from '../model/wrong-consumer.js';
import { type Crew, run } from '../run.js';
import { familyOf } from '../standard/index.js';
import { withFixtures } from '../suite/fixtures.js';
import { evaluateFunctions, freshValues } from '../suite/functions.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import { mirrored } from '../suite/mirror.js';
import { planSuite } from '../suite/plan.js';
import { compactBasis } from './selftest-bench.js';
import { systemClock } from './shell.js';
import { wrongly } from './wrong-sender.js';

/** What a suite noticed of one wrong consumer. */
export interface CaughtConsumer {
  readonly wrong: WrongConsumer;
  readonly isCaught: boolean;
  /** Ids of what was found at its step. */
  readonly rules: readonly string[];
}

const TOKEN = 'selftest';
const SPOOL_FOLDER = join(tmpdir(), `ketentest-selftest-${process.pid}`);
const NOWHERE = createRecorder({ append: async () => undefined, putBody: async () => undefined });

/**
 * Runs one suite against every wrong consumer.
 * @throws {HarnessError} `SUITE_INVALID` when it does not find the honest one good, or a wrong one changes nothing
 */
export async function scoreConsumers(
  loaded: LoadedSuite,
  wrongs: readonly WrongConsumer[],
  told: (caught: CaughtConsumer) => void = () => undefined,
): Promise<readonly CaughtConsumer[]> {
  const honest = await stepsOf(loaded, (sender) => sender);
  const doubt = [...honest].find(([, { verdict }]) => verdict !== 'voldoet');
  if (doubt) throw invalid(`${loaded.suite.id} does not find our own honest product good: ${doubt[0]} ${doubt[1].verdict}`);
  const caught: CaughtConsumer[] = [];
  for (const wrong of wrongs) {
    const sender = wrongly(wrong);
    const found = (await stepsOf(loaded, sender.wrap)).get(wrong.step);
    if (!sender.changed()) throw invalid(`"${wrong.what}" changes nothing in the message of ${wrong.step}`);
    const bad = (found?.findings ?? []).filter(({ verdict }) => verdict === 'voldoet_niet');
    const rules = [...new Set(bad.map(({ id }) => id))];
    const isRed = found?.verdict === 'voldoet_niet' && found.oorzaak === 'product';
    const one = { wrong, isCaught: isRed && rules.includes(wrong.told), rules };
    caught.push(one);
    told(one);
  }
  return caught;
}

/** Plays a whole suite, both sides in this process; @returns what each step came to last */
async function stepsOf(loaded: LoadedSuite, wrap: (sender: Sender) => Sender): Promise<ReadonlyMap<string, StepJudged>> {
  const plan = planSuite(loaded, { only: [], without: [], set: {} });
  const standard = withFixtures(loaded, plan.constants);
  const family = familyOf(standard.family);
  const registry = family.registry(standard);
  const basis = compactBasis(standard);
  using _ = { [Symbol.dispose]: () => basis?.dispose() };
  using rules = openRuleBook(standard, family);
  const tools = {
    standard,
    family,
    reader: createMessageReader(),
    bases: basis ? [basis] : [],
    profile: 'strict',
    rules,
  } as const;
  await using counterpart = await startCounterpart({
    ...{ host: '127.0.0.1', port: 0, standard, family, registry, clock: systemClock, version: TOKEN, recorder: NOWHERE },
    store: registry.createStore(),
    spoolFolder: join(SPOOL_FOLDER, 'counterpart'),
    expected: plan.scenarios.flatMap(({ scenario }) =>
      scenario.steps.flatMap((step) => {
        const service = step.receive && standard.services.find(({ id }) => id === step.service);
        return service ? [{ path: stepPath(scenario, step), service }] : [];
      }),
    ),
    ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
  });
  const common = {
    ...{ tools, mode: 'onvoorwaardelijk' as const, seed: 1, token: TOKEN, poll: { deadlineMillis: 0, pauseMillis: 1 } },
    functions: evaluateFunctions(loaded.suite.variables, { now: systemClock.now(), token: TOKEN }),
  } as const;
  const over = new AbortController();
  const playing = play(loaded, counterpart.url, wrap, common).finally(() => over.abort());
  const steps = new Map<string, StepJudged>();
  const incoming = { ...counterpart, waitMillis: 60_000 };
  for await (const event of run(plan, { ...common, messenger: SILENT, clock: until(over.signal), incoming })) {
    if (event.type === 'step-judged') steps.set(`${event.scenario}/${event.step}`, event);
  }
  await playing;
  return steps;
}

async function play(
  loaded: LoadedSuite,
  url: string,
  wrap: (sender: Sender) => Sender,
  common: Omit<Crew, 'messenger' | 'clock'>,
): Promise<void> {
  const other = mirrored(loaded);
  const { standard, suite, templates } = other;
  await using bodyStore = createBodyStore({ spoolFolder: join(SPOOL_FOLDER, 'product') });
  using driver = createDriver({
    ...{ endpointOf: () => url, bodyStore, clock: systemClock, exchangeIds: createExchangeIds(), timeoutMillis: 60_000 },
    recorder: NOWHERE,
  });
  const messenger = createMessenger({
    ...{ standard, family: common.tools.family, templates, sender: wrap(driver), clock: systemClock, token: TOKEN },
    fresh: (now) => freshValues(suite.variables, { now, token: TOKEN }),
  });
  const crew = { ...common, messenger, clock: systemClock };
  for await (const _ of run(planSuite(other, { only: [], without: [], set: {} }), crew));
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

function invalid(text: string): HarnessError {
  return new HarnessError('SUITE_INVALID', text, { hint: 'Mend the suite, the reference or the wrong consumer first.' });
}

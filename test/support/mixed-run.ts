/**
 * Runs a suite in which both sides speak first, in this process over real HTTP: our reference answers as the product, and a
 * driver of ours sends what the product has to send when it is waited for.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../../src/actor/body-store.js';
import { startCounterpart } from '../../src/actor/counterpart.js';
import { createDriver } from '../../src/actor/driver.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createMessenger } from '../../src/actor/messenger.js';
import { createRecorder } from '../../src/actor/recorder.js';
import type { SimulatorOptions } from '../../src/actor/simulator.js';
import { expectedSteps } from '../../src/cli/run/run-counterpart.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import type { MessageSource } from '../../src/model/scenario.js';
import type { Asked } from '../../src/run-listening.js';
import { familyOf } from '../../src/standard/index.js';
import { withFixtures } from '../../src/suite/fixtures.js';
import { freshValues } from '../../src/suite/functions.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { planSuite } from '../../src/suite/plan.js';
import { memoryJournal } from './memory-journal.js';
import { machineClock, type RunOutcome, runAgainst } from './reference-run.js';
import { startReference } from './reference-server.js';

export interface MixedOptions {
  readonly bases: readonly OpenSchemaBasis[];
  /** What the product says instead of the example of a step; undefined when it keeps silent. */
  readonly says?: (asked: Asked, example: MessageSource) => MessageSource | undefined;
}

export async function runMixed(loaded: LoadedSuite, { bases, says }: MixedOptions): Promise<RunOutcome> {
  const { suite, templates } = loaded;
  const plan = planSuite(loaded, { only: [], without: [], set: {} });
  const standard = withFixtures(loaded, plan.constants);
  const family = familyOf(standard.family);
  const [basis] = bases;
  if (!basis) throw new Error('no basis');
  await using product = await startReference(standard, machineClock, basis);
  await using bodyStore = createBodyStore({ spoolFolder: join(tmpdir(), `ketentest-mixed-${process.pid}`) });
  const recorder = createRecorder(memoryJournal());
  let url = '';
  using driver = createDriver({
    ...{
      endpointOf: () => url,
      bodyStore,
      recorder,
      clock: machineClock,
      exchangeIds: createExchangeIds(),
      timeoutMillis: 10_000,
    },
  });
  const speaker = createMessenger({
    ...{ standard, family, templates, sender: driver, clock: machineClock, token: 'product' },
    fresh: (now) => freshValues(suite.variables, { now, token: 'product' }),
  });
  const prompt = async (asked: Asked): Promise<string | undefined> => {
    const { scenario, step, service, values } = asked;
    const own = suite.scenarios.find(({ id }) => id === scenario)?.steps.find(({ nr }) => nr === step);
    const example = own?.receive?.example;
    const source = example && (says ? says(asked, example) : example);
    if (!source) return 'the product keeps silent';
    await speaker.send(source, { scenario, step, kind: 'step', service }, values);
    return undefined;
  };
  const listen = async (of: Pick<SimulatorOptions, 'names' | 'begun'>) => {
    const registry = family.registry(standard);
    const counterpart = await startCounterpart({
      ...{ host: '127.0.0.1', port: 0, standard, family, registry, clock: machineClock, version: 'proef' },
      ...of,
      store: registry.createStore(),
      recorder,
      spoolFolder: join(tmpdir(), `ketentest-mixed-${process.pid}`),
      expected: expectedSteps(plan, standard),
      validate: (bytes: Uint8Array) => basis.validateBytes(bytes),
    });
    url = counterpart.url;
    return { ...counterpart, waitMillis: 10_000, prompt };
  };
  return await runAgainst(loaded, { url: product.url, bases, listen });
}

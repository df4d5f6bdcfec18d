/**
 * Runs one suite against its own reference in this process, honest or with one misbehaviour, up to the first step that
 * turns red by the product's doing.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../../actor/body-store.js';
import { createDriver } from '../../actor/driver.js';
import { createExchangeIds } from '../../actor/exchange-ids.js';
import { createMessenger } from '../../actor/messenger.js';
import { createRecorder } from '../../actor/recorder.js';
import { startSimulator } from '../../actor/simulator.js';
import type { JudgeTools } from '../../judge/judge.js';
import { openRuleBook } from '../../judge/rule-book.js';
import { createMessageReader } from '../../message/message-reader.js';
import { createWrittenBasis, type OpenSchemaBasis } from '../../message/schema-basis.js';
import { writeSchema } from '../../message/shape-schema.js';
import type { Misbehaviour } from '../../model/misbehaviour.js';
import type { StepJudged } from '../../model/run-event.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { run } from '../../run.js';
import type { Registry } from '../../standard/family.js';
import { familyOf } from '../../standard/index.js';
import { misbehavingRegistry } from '../../standard/misbehaving-registry.js';
import { evaluateFunctions, freshValues } from '../../suite/functions.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { planSuite } from '../../suite/plan.js';
import { systemClock } from '../shell.js';
import { scenarioAlone, scenariosThatUse } from './selftest-scenarios.js';

export interface Bench extends Disposable {
  /**
   * The first step that turned red by the product's doing; undefined when nothing was noticed.
   * @param hint - id of a scenario that noticed it before: tried first, since a whole suite takes long
   */
  noticed(misbehaviour: Misbehaviour, hint?: string): Promise<StepJudged | undefined>;
  /** The first step that is not right with the honest reference; undefined when the suite finds it good. */
  doubted(): Promise<StepJudged | undefined>;
}

const TOKEN = 'selftest';
const SPOOL_FOLDER = join(tmpdir(), `ketentest-selftest-${process.pid}`);

/** Opens what every run of a suite shares. */
export function openBench(loaded: LoadedSuite): Bench {
  const { standard } = loaded;
  const family = familyOf(standard.family);
  const rules = openRuleBook(standard, family);
  const basis = compactBasis(standard);
  const honest = family.registry(standard);
  const tools = { standard, family, bases: basis ? [basis] : [], profile: 'strict', rules } as const;
  const walk = async (registry: Registry, only: readonly string[], isMeant: (step: StepJudged) => boolean) => {
    await using product = await startSimulator({
      ...{ host: '127.0.0.1', port: 0, standard, version: TOKEN, clock: systemClock, spoolFolder: join(SPOOL_FOLDER, 'product') },
      ...{ registry, store: honest.createStore() },
      ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
    });
    return await firstStep(loaded, product.url, { only, tools: { ...tools, reader: createMessageReader() }, isMeant });
  };
  return {
    async noticed(misbehaviour, hint) {
      const attempt = (only: readonly string[]) =>
        only.length === 0 ? undefined : walk(misbehavingRegistry(honest, misbehaviour, standard, family), only, isRed);
      const isSystematic = misbehaviour.nth === undefined;
      const soon = isSystematic && hint !== undefined && (await attempt(scenarioAlone(loaded.suite, hint)));
      return soon || attempt(scenariosThatUse(loaded.suite, misbehaviour.services));
    },
    doubted: () => walk(honest, [], ({ verdict }) => verdict !== 'voldoet'),
    [Symbol.dispose]() {
      rules[Symbol.dispose]();
      basis?.dispose();
    },
  };
}

interface Means {
  /** Ids of scenarios; all when empty. */
  readonly only: readonly string[];
  readonly tools: JudgeTools;
  readonly isMeant: (step: StepJudged) => boolean;
}

async function firstStep(loaded: LoadedSuite, url: string, { only, tools, isMeant }: Means): Promise<StepJudged | undefined> {
  const { standard, suite, templates } = loaded;
  await using bodyStore = createBodyStore({ spoolFolder: join(SPOOL_FOLDER, 'harness') });
  using driver = createDriver({
    ...{ endpointOf: () => url, bodyStore, clock: systemClock, exchangeIds: createExchangeIds(), timeoutMillis: 60_000 },
    recorder: createRecorder({ append: async () => undefined, putBody: async () => undefined }),
  });
  const messenger = createMessenger({
    ...{ standard, family: tools.family, templates, sender: driver, clock: systemClock, token: TOKEN },
    fresh: (now) => freshValues(suite.variables, { now, token: TOKEN }),
  });
  const events = run(planSuite(loaded, { only, without: [], set: {} }), {
    ...{ messenger, tools, clock: systemClock, mode: 'onvoorwaardelijk', seed: 1, token: TOKEN },
    poll: { deadlineMillis: 0, pauseMillis: 1 },
    functions: evaluateFunctions(suite.variables, { now: systemClock.now(), token: TOKEN }),
  });
  for await (const event of events) if (event.type === 'step-judged' && isMeant(event)) return event;
  return undefined;
}

function isRed({ verdict, oorzaak }: StepJudged): boolean {
  return verdict === 'voldoet_niet' && oorzaak === 'product';
}

/** Our own schema of a standard, when it has one. */
export function compactBasis({ id, shapes, namespaces }: StandardDefinition): OpenSchemaBasis | undefined {
  if (!shapes) return undefined;
  return createWrittenBasis({
    ...{ soort: 'ingebouwd', naam: id, digest: shapes.digest ?? '', prefixes: namespaces, shapes },
    write: () => writeSchema(shapes),
  });
}

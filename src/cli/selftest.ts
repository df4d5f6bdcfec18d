/**
 * `npm run selftest`: runs each suite against its own reference with one known misbehaviour at a time, and tells which
 * were noticed. A misbehaviour that nobody notices must have a reason, or this fails.
 */
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../actor/body-store.js';
import { createDriver } from '../actor/driver.js';
import { createExchangeIds } from '../actor/exchange-ids.js';
import { createMessenger } from '../actor/messenger.js';
import { createRecorder } from '../actor/recorder.js';
import { startSimulator } from '../actor/simulator.js';
import { openRuleBook } from '../judge/rule-book.js';
import { createMessageReader } from '../message/message-reader.js';
import { createWrittenBasis } from '../message/schema-basis.js';
import { writeSchema } from '../message/shape-schema.js';
import type { Misbehaviour } from '../model/misbehaviour.js';
import type { StepJudged } from '../model/run-event.js';
import { run } from '../run.js';
import { familyOf } from '../standard/index.js';
import { misbehavingRegistry } from '../standard/misbehaving-registry.js';
import { openFileSet } from '../suite/file-set.js';
import { evaluateFunctions, freshValues } from '../suite/functions.js';
import { loadMisbehaviours } from '../suite/load-misbehaviours.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import { planSuite } from '../suite/plan.js';
import { packageFacts } from './package-root.js';
import { systemClock } from './shell.js';

/** What a suite noticed of one misbehaviour. */
export interface Caught {
  readonly misbehaviour: Misbehaviour;
  /** Path of the first step that turned red by the product's doing; absent when none did. */
  readonly step?: string;
  readonly rules: readonly string[];
}

export interface Score {
  readonly suite: string;
  readonly caught: readonly Caught[];
}

/** Runs one suite against every misbehaviour of its standard. */
export async function scoreSuite(loaded: LoadedSuite, told: (caught: Caught) => void): Promise<Score> {
  const misbehaviours = await loadMisbehaviours(openFileSet(packageFacts().suites), loaded.standard);
  const caught: Caught[] = [];
  for (const misbehaviour of misbehaviours) {
    const one = await tryOne(loaded, misbehaviour);
    caught.push(one);
    told(one);
  }
  return { suite: loaded.suite.id, caught };
}

async function tryOne(loaded: LoadedSuite, misbehaviour: Misbehaviour): Promise<Caught> {
  const { standard } = loaded;
  const family = familyOf(standard.family);
  const honest = family.registry(standard);
  await using product = await startSimulator({
    ...{ host: '127.0.0.1', port: 0, standard, version: packageFacts().version, clock: systemClock },
    registry: misbehavingRegistry(honest, misbehaviour, standard, family),
    store: honest.createStore(),
    spoolFolder: join(tmpdir(), `ketentest-selftest-${process.pid}`),
  });
  const steps = await judgeAgainst(loaded, product.url);
  const red = steps.find((step) => step.verdict === 'voldoet_niet' && step.oorzaak === 'product');
  const rules =
    red?.findings
      .filter((finding) => finding.verdict === 'voldoet_niet' && finding.ernst === 'fout')
      .map((finding) => finding.id) ?? [];
  return { misbehaviour, rules: [...new Set(rules)], ...(red && { step: `${red.scenario}/${red.step}` }) };
}

async function judgeAgainst({ standard, suite, templates, ...loaded }: LoadedSuite, url: string): Promise<readonly StepJudged[]> {
  const family = familyOf(standard.family);
  const token = 'selftest';
  await using bodyStore = createBodyStore({ spoolFolder: join(tmpdir(), `ketentest-selftest-${process.pid}`) });
  using driver = createDriver({
    ...{ endpointOf: () => url, bodyStore, clock: systemClock, exchangeIds: createExchangeIds(), timeoutMillis: 10_000 },
    recorder: createRecorder({ append: async () => undefined, putBody: async () => undefined }),
  });
  using rules = openRuleBook(standard, family);
  const { shapes } = standard;
  const basis =
    shapes &&
    createWrittenBasis({
      soort: 'ingebouwd',
      naam: standard.id,
      digest: '',
      prefixes: standard.namespaces,
      write: () => writeSchema(shapes),
    });
  const steps: StepJudged[] = [];
  const events = run(planSuite({ standard, suite, templates, ...loaded }, { only: [], without: [], set: {} }), {
    messenger: createMessenger({
      standard,
      family,
      templates,
      sender: driver,
      clock: systemClock,
      token,
      fresh: (now) => freshValues(suite.variables, { now, token }),
    }),
    tools: { standard, family, reader: createMessageReader(), bases: basis ? [basis] : [], profile: 'strict', rules },
    ...{ clock: systemClock, mode: 'onvoorwaardelijk', poll: { deadlineMillis: 0, pauseMillis: 1 }, seed: 1, token },
    functions: evaluateFunctions(suite.variables, { now: systemClock.now(), token }),
  });
  for await (const event of events) if (event.type === 'step-judged') steps.push(event);
  basis?.dispose();
  return steps;
}

/** Keeps the score beside the suite, so that every report can name it. */
export async function keepScore({ suite, caught }: Score, digest: string): Promise<void> {
  const [standard = '', role = ''] = suite.split('/');
  const file = join(packageFacts().suites, standard, 'selftest', `${role}.json`);
  const noticed = caught.filter(({ step }) => step !== undefined).length;
  await writeFile(file, `${JSON.stringify({ suite, digest, noticed, of: caught.length }, null, 2)}\n`);
}

/** The counterpart of a product that sends by itself, and the addresses to configure in that product. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExpectedStep } from '../actor/address-book.js';
import { type Counterpart, startCounterpart } from '../actor/counterpart.js';
import type { Recorder } from '../actor/recorder.js';
import type { OpenSchemaBasis } from '../message/schema-basis.js';
import type { Clock } from '../model/clock.js';
import { type Plan, stepPath } from '../model/plan.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { Listening } from '../run-receiving.js';
import { familyOf } from '../standard/index.js';
import { withFixtures } from '../suite/fixtures.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import { say } from './language.js';
import { packageFacts } from './package-root.js';
import { listeningTls } from './probe-options.js';
import { unique } from './schema-bases.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { promptOf } from './trigger.js';

export interface Opening {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly loaded: LoadedSuite;
  readonly plan: Plan;
  readonly clock: Clock;
  readonly bases: readonly OpenSchemaBasis[];
  readonly recorder: Recorder;
}

/** @returns undefined for a suite in which the product sends nothing by itself */
export async function openCounterpart(of: Opening): Promise<Counterpart | undefined> {
  const { shell, settings, loaded, plan, bases } = of;
  const expected = expectedSteps(plan, loaded.standard);
  if (expected.length === 0) return undefined;
  const family = familyOf(loaded.standard.family);
  const standard = withFixtures(loaded, plan.constants);
  const registry = family.registry(standard);
  const [basis] = bases;
  return startCounterpart({
    ...settings.listen,
    ...listeningTls(shell, settings),
    ...{ standard, family, registry, expected, clock: of.clock, recorder: of.recorder },
    store: registry.createStore(),
    version: packageFacts().version,
    spoolFolder: join(tmpdir(), `ketentest-${unique()}`),
    maxBodyBytes: settings.maxBodyBytes,
    ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
    failed: (error) => shell.talk(`${error instanceof Error ? error.message : String(error)}\n`),
  });
}

/** The messages of the product, and what makes it send them. */
export function listeningTo(counterpart: Counterpart, shell: Shell, settings: Settings, { suite }: LoadedSuite): Listening {
  const prompt = promptOf(shell, settings, `${counterpart.url}/${suite.id}`);
  return { ...counterpart, waitMillis: settings.waitMillis, prompt };
}

/** What has to be configured in the product before anything can come. */
export function tellAddresses({ talk }: Shell, { language }: Settings, { standard, suite }: LoadedSuite, url: string): void {
  const services = new Set(suite.scenarios.flatMap(({ steps }) => steps.map(({ service }) => service)));
  const portTypes = new Set(standard.services.filter(({ id }) => services.has(id)).map(({ portType }) => portType));
  const address = `${url}/${suite.id}`;
  const rows = [...portTypes].map((portType) => `  ${portType}: ${address}`);
  talk(`${say(TEXTS.addresses, language)}\n${rows.join('\n')}\n`);
}

function expectedSteps(plan: Plan, { services }: StandardDefinition): readonly ExpectedStep[] {
  return plan.scenarios
    .filter(({ skipped }) => !skipped)
    .flatMap(({ scenario }) =>
      scenario.steps.flatMap((step) => {
        const service = step.receive && services.find(({ id }) => id === step.service);
        return service ? [{ path: stepPath(scenario, step), service }] : [];
      }),
    );
}

const TEXTS = {
  addresses: {
    nl: 'Stel deze adressen in het product in; wij antwoorden als de tegenpartij:',
    en: 'Configure these addresses in the product; we answer as the counterpart:',
  },
} as const;

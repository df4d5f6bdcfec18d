/** The counterpart of a product that sends by itself, and the addresses to configure in that product. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ExpectedStep } from '../../actor/address-book.js';
import { type Counterpart, startCounterpart } from '../../actor/counterpart.js';
import type { Recorder } from '../../actor/recorder.js';
import type { SimulatorOptions } from '../../actor/simulator.js';
import type { Site } from '../../actor/site.js';
import type { OpenSchemaBasis } from '../../message/schema-basis.js';
import { fillText } from '../../message/template.js';
import type { Clock } from '../../model/clock.js';
import { parsePath } from '../../model/element-path.js';
import { type Plan, stepPath } from '../../model/plan.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Listening } from '../../run-listening.js';
import { familyOf } from '../../standard/index.js';
import { withFixtures } from '../../suite/fixtures.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { packageFacts } from '../package-root.js';
import { say } from '../settings/language.js';
import { listeningTls } from '../settings/probe-options.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { descriptionOf } from '../simulate/simulate-description.js';
import { stepFaulter } from '../simulate/step-faults.js';
import { failureText } from '../tell-error.js';
import { promptOf } from '../trigger.js';
import { unique } from '../unique.js';
import type { CutOffRun } from './cut-off-run.js';

export interface Opening {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly loaded: LoadedSuite;
  readonly plan: Plan;
  readonly clock: Clock;
  readonly bases: readonly OpenSchemaBasis[];
  readonly recorder: Recorder;
  /** Where the run gives its exchanges and bodies their names. */
  readonly names: NonNullable<SimulatorOptions['names']>;
  /** Numbers of the messages that the run sends. */
  readonly begun: ReadonlySet<string>;
  /** The run to go on with. */
  readonly cutOff?: CutOffRun | undefined;
  /** The address and the path that a run has among others; without it the address is its own, with every path. */
  readonly shared?: SharedAddress | undefined;
}

/** A place at an address that several runs share. */
export interface SharedAddress {
  readonly site: Site;
  readonly path: string;
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
  const faulter = stepFaulter(plan, standard, family);
  return startCounterpart({
    ...settings.listen,
    ...listeningTls(shell, settings),
    ...(of.shared && { shared: of.shared }),
    ...{ recalled: of.cutOff?.received, names: of.names, begun: of.begun },
    ...{ standard, family, registry, expected, clock: of.clock, recorder: of.recorder },
    store: registry.createStore(),
    version: packageFacts().version,
    description: await descriptionOf(shell, settings.schemas, standard),
    spoolFolder: join(tmpdir(), `ketentest-${unique()}`),
    maxBodyBytes: settings.maxBodyBytes,
    ...(faulter && { faulter }),
    ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
    failed: (error) => shell.talk(`${failureText(error, settings.language)}\n`),
  });
}

/** The messages of the product, and what makes it send them. */
export function listeningTo(of: {
  readonly counterpart: Counterpart;
  readonly shell: Shell;
  readonly settings: Settings;
  /** To configure in the product. */
  readonly address: string;
  readonly cutOff: CutOffRun | undefined;
}): Listening {
  const { counterpart, shell, settings, address, cutOff } = of;
  const prompt = promptOf(shell, settings, address);
  return { ...counterpart, waitMillis: settings.waitMillis, prompt, isOver: (path) => cutOff?.over.has(path) ?? false };
}

/** What has to be configured in the product before anything can come. */
export function tellAddresses({ talk }: Shell, { language }: Settings, { standard, suite }: LoadedSuite, address: string): void {
  const received = suite.scenarios.flatMap(({ steps }) => steps.filter(({ receive }) => receive));
  const services = new Set(received.map(({ service }) => service));
  const portTypes = new Set(standard.services.filter(({ id }) => services.has(id)).map(({ portType }) => portType));
  const rows = [...portTypes].map((portType) => `  ${portType}: ${address}`);
  talk(`${say(TEXTS.addresses, language)}\n${rows.join('\n')}\n`);
}

/** The address to configure: alone every path would do, and this one says what it is for. */
export function addressOf({ url }: Counterpart, { suite }: LoadedSuite, shared: SharedAddress | undefined): string {
  return shared ? url : `${url}/${suite.id}`;
}

/** What the product has to send, in the order of the plan. */
export function expectedSteps(
  plan: Pick<Plan, 'scenarios' | 'constants'>,
  { services, namespaces }: StandardDefinition,
): readonly ExpectedStep[] {
  return plan.scenarios
    .filter(({ skipped }) => !skipped)
    .flatMap(({ scenario }) =>
      scenario.steps.flatMap((step) => {
        const service = step.receive && services.find(({ id }) => id === step.service);
        const subject = Object.entries(step.receive?.subject ?? {}).map(([path, value]) => ({
          steps: parsePath(path, namespaces),
          value: fillText(value, plan.constants),
        }));
        const again = step.receive?.again === undefined ? undefined : `${scenario.id}/${step.receive.again}`;
        const more = { ...(subject.length > 0 && { subject }), ...(again !== undefined && { again }) };
        return service ? [{ path: stepPath(scenario, step), service, ...more }] : [];
      }),
    );
}

const TEXTS = {
  addresses: {
    nl: 'Stel deze adressen in het product in; wij antwoorden als de tegenpartij:',
    en: 'Configure these addresses in the product; we answer as the counterpart:',
  },
} as const;

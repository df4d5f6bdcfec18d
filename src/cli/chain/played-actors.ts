/** The actors of a chain that we play ourselves: who answers, and who passes on. Who speaks first is our own driver. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Listener } from '../../actor/listener.js';
import { rehearse } from '../../actor/rehearse.js';
import type { BusOptions } from '../../actor/servicebus.js';
import { startSimulator } from '../../actor/simulator.js';
import type { OpenSchemaBasis } from '../../message/schema-basis.js';
import { allHops, type Chain, does, type Hop, hopsOf, onlySpeaks } from '../../model/chain.js';
import type { Clock } from '../../model/clock.js';
import type { Exchange } from '../../model/exchange.js';
import type { Plan } from '../../model/plan.js';
import { familyOf } from '../../standard/index.js';
import { withFixtures } from '../../suite/fixtures.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { packageFacts } from '../package-root.js';
import type { CutOffRun } from '../run/cut-off-run.js';
import type { Settings } from '../settings/settings.js';
import type { Shell } from '../shell.js';
import { failureText } from '../tell-error.js';
import { unique } from '../unique.js';
import { playBus } from './play-bus.js';

export interface Playing {
  readonly shell: Shell;
  readonly settings: Settings;
  readonly loaded: LoadedSuite;
  readonly plan: Plan;
  readonly clock: Clock;
  readonly bases: readonly OpenSchemaBasis[];
  /** Sets the references of this run apart. */
  readonly token: string;
  /** Numbers of the messages that our driver sends for actors that speak first. */
  readonly begun?: ReadonlySet<string>;
  /** The run to go on with. */
  readonly cutOff?: CutOffRun | undefined;
}

export interface Played extends AsyncDisposable {
  /** Actor → its address. */
  readonly urls: ReadonlyMap<string, string>;
}

/** Where an actor that passes on sends to: a message of which nothing is known, and any other. */
export interface Beyond {
  readonly target: string;
  readonly route: NonNullable<BusOptions['route']>;
}

/**
 * Starts every actor that is not real and does not speak first.
 * @param beyond - where an actor that passes on sends to
 */
export async function playActors(
  playing: Playing,
  chain: Chain,
  real: ReadonlyMap<string, string>,
  beyond: (actor: string) => Beyond,
): Promise<Played> {
  // References that it gave before are not given again.
  const passed = playing.cutOff?.firstExchange ?? 0;
  const urls = new Map<string, string>();
  const started: AsyncDisposable[] = [];
  for (const actor of chain.actors) {
    const { id, patience } = actor;
    if (onlySpeaks(actor) || real.has(id)) continue;
    const listener = does(actor, 'aanbieder')
      ? await startProvider(playing, answeredBy(id, chain, playing.cutOff))
      : await playBus({
          ...playing,
          standard: playing.loaded.standard,
          ...beyond(id),
          ...numberOf(id, chain),
          ...{ passed, patience },
        });
    urls.set(id, listener.url);
    started.push(listener);
  }
  return {
    urls,
    async [Symbol.asyncDispose]() {
      for (const each of started) await each[Symbol.asyncDispose]();
    },
  };
}

/** Their references must not be taken for each other's. */
function numberOf(actor: string, { actors }: Chain): { readonly number?: number } {
  const all = actors.filter((each) => does(each, 'tussenstation'));
  return all.length > 1 ? { number: all.findIndex(({ id }) => id === actor) + 1 } : {};
}

/** Where an actor that passes on sends to: not where it speaks by itself. */
export function nextHop({ links }: Chain, actor: string): Hop | undefined {
  return links
    .filter(({ via }) => via.includes(actor))
    .flatMap(hopsOf)
    .find(({ from }) => from === actor);
}

/** What an actor that answers had answered when the run was cut off. */
function answeredBy(actor: string, chain: Chain, cutOff: CutOffRun | undefined): readonly Exchange[] {
  const heard = new Set(allHops(chain).flatMap(({ id, to }) => (to === actor ? [id] : [])));
  const passed = cutOff?.passed.map(({ exchange }) => exchange) ?? [];
  return passed.filter(({ hop, reply }) => reply !== undefined && heard.has(hop ?? ''));
}

/** @param answered - is taken in once more, so that it holds what it held */
async function startProvider(
  { shell, settings, loaded, plan, clock, bases, begun }: Playing,
  answered: readonly Exchange[],
): Promise<Listener> {
  const family = familyOf(loaded.standard.family);
  const standard = withFixtures(loaded, plan.constants);
  const registry = family.registry(standard);
  const [basis] = bases;
  const store = registry.createStore();
  const checked = basis ? { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) } : {};
  await rehearse({ registry, store, ...checked }, answered);
  return startSimulator({
    ...{ ...OURS, ...checked, standard, registry, clock, begun, store, version: packageFacts().version },
    spoolFolder: spoolFolder(),
    maxBodyBytes: settings.maxBodyBytes,
    failed: (error) => shell.talk(`${failureText(error, settings.language)}\n`),
  });
}

/** Only the hops need an address that others know. */
const OURS = { host: '127.0.0.1', port: 0 } as const;

function spoolFolder(): string {
  return join(tmpdir(), `ketentest-${unique()}`);
}

/** The actors of a chain that we play ourselves: who answers, and who passes on. Who speaks first is our own driver. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BusOptions } from '../../actor/servicebus.js';
import { startSimulator } from '../../actor/simulator.js';
import type { OpenSchemaBasis } from '../../message/schema-basis.js';
import { type Chain, does, type Hop, hopsOf, onlySpeaks } from '../../model/chain.js';
import type { Clock } from '../../model/clock.js';
import type { Plan } from '../../model/plan.js';
import { familyOf } from '../../standard/index.js';
import { withFixtures } from '../../suite/fixtures.js';
import type { LoadedSuite } from '../../suite/load-suite.js';
import { packageFacts } from '../package-root.js';
import { unique } from '../schema-bases.js';
import type { Settings } from '../settings.js';
import type { Shell } from '../shell.js';
import { failureText } from '../tell-error.js';
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
  const urls = new Map<string, string>();
  const started: AsyncDisposable[] = [];
  for (const actor of chain.actors) {
    if (onlySpeaks(actor) || real.has(actor.id)) continue;
    const listener = does(actor, 'aanbieder')
      ? await startProvider(playing)
      : await playBus({ ...playing, standard: playing.loaded.standard, ...beyond(actor.id), ...numberOf(actor.id, chain) });
    urls.set(actor.id, listener.url);
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

function startProvider({ shell, settings, loaded, plan, clock, bases, begun }: Playing) {
  const family = familyOf(loaded.standard.family);
  const standard = withFixtures(loaded, plan.constants);
  const registry = family.registry(standard);
  const [basis] = bases;
  return startSimulator({
    ...OURS,
    ...{ standard, registry, clock, begun, store: registry.createStore(), version: packageFacts().version },
    spoolFolder: spoolFolder(),
    maxBodyBytes: settings.maxBodyBytes,
    ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
    failed: (error) => shell.talk(`${failureText(error, settings.language)}\n`),
  });
}

/** Only the hops need an address that others know. */
const OURS = { host: '127.0.0.1', port: 0 } as const;

function spoolFolder(): string {
  return join(tmpdir(), `ketentest-${unique()}`);
}

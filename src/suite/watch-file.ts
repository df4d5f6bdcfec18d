/**
 * Reads what a settings file says of watching: between whom each relay stands, where it listens and where it passes on to.
 * The other names in the file are settings of any run, and not read here.
 */
import type { ChainActor } from '../model/chain.js';
import { formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import type { WatchedHop, WatchSetup } from '../model/watched.js';
import { type ActorEntry, watchFile } from './watch-shape.js';
import { checkShape } from './yaml-check.js';
import { openPlaces } from './yaml-places.js';

/** Names in the file that are about watching. */
export const WATCH_KEYS = ['title', 'actors', 'relays', 'rewrites'] as const;

/** One relay as the file says it. */
export interface RelayEntry {
  readonly name: string;
  readonly hop: WatchedHop;
  /** Where it stands, for what is wrong with it later. */
  readonly place: Place;
  readonly listen: { readonly host: string; readonly port: number };
  readonly to: string;
  /** Addresses that may speak through it; anybody when absent. */
  readonly allow?: readonly string[];
  /** Files of this relay only: the TLS of both legs. */
  readonly tls: RelayTls;
}

export interface RelayTls {
  readonly tlsCert?: string | undefined;
  readonly tlsKey?: string | undefined;
  readonly clientCa?: string | undefined;
  readonly ca?: string | undefined;
  readonly cert?: string | undefined;
  readonly certKey?: string | undefined;
}

export interface WatchFile {
  readonly setup: WatchSetup;
  readonly relays: readonly RelayEntry[];
  /** Actor → which product it is, as far as the file says. */
  readonly facts: Readonly<Record<string, { readonly product?: string; readonly version?: string; readonly supplier?: string }>>;
}

/** A servicebus is a sender of its own: it may name a message anew, and nothing else in it. */
const REWRITES = ['referentienummer', 'crossRefnummer'];

/**
 * @param file - its name, for messages
 * @throws {HarnessError} `CONFIG_INVALID` with file:line:column for everything that is not as it should be
 */
export function readWatchFile(content: string, file: string): WatchFile {
  const { plain, place } = openPlaces(content, file, 'CONFIG_INVALID');
  const value = plain() ?? {};
  if (typeof value !== 'object' || !('relays' in value)) throw noRelays(file);
  const read = checkShape(value, watchFile, place, 'CONFIG_INVALID');
  const relays = Object.entries(read.relays).map(([name, of]): RelayEntry => {
    const at = (key: string) => place(['relays', name, key]);
    const [from, to] = of.between;
    if (from === to) throw invalid(at('between'), `"${from}" does not speak with itself`);
    return {
      ...{ name, to: target(of.to, at('to')), listen: address(of.listen, at('listen')), place: place(['relays', name]) },
      hop: { id: `${from}-${to}`, from, to, standard: of.standard },
      ...(of.allow && { allow: of.allow }),
      tls: {
        ...{ tlsCert: of['tls-cert'], tlsKey: of['tls-key'], clientCa: of['client-ca'] },
        ...{ ca: of.ca, cert: of.cert, certKey: of['cert-key'] },
      },
    };
  });
  if (relays.length === 0) throw invalid(place(['relays']), 'names no relay');
  refuseDoubles(relays);
  const ids = new Set(relays.flatMap(({ hop }) => [hop.from, hop.to]));
  for (const id of Object.keys(read.actors ?? {})) if (!ids.has(id)) throw stranger(id, [...ids], place(['actors', id]));
  const hops = [...new Map(relays.map(({ hop }) => [hop.id, hop])).values()];
  return {
    relays,
    facts: Object.fromEntries(Object.entries(read.actors ?? {}).map(([id, of]) => [id, factsIn(of)])),
    setup: {
      title: read.title ?? 'Meegelezen verkeer',
      actors: [...ids].map((id) => actorOf(id, read.actors?.[id], hops)),
      hops,
      rewrites: read.rewrites ?? REWRITES,
    },
  };
}

function factsIn({ product, version, supplier }: ActorEntry): WatchFile['facts'][string] {
  return {
    ...(product !== undefined && { product }),
    ...(version !== undefined && { version }),
    ...(supplier !== undefined && { supplier }),
  };
}

/** Who is spoken to and speaks on, passes on. */
function actorOf(id: string, given: ActorEntry | undefined, hops: readonly WatchedHop[]): ChainActor {
  const [speaks, hears] = [hops.some(({ from }) => from === id), hops.some(({ to }) => to === id)];
  const naam = given?.naam ?? id;
  return {
    ...{ id, naam: typeof naam === 'string' ? { nl: naam, en: naam } : naam, component: given?.component ?? '–' },
    plays: speaks && hears ? 'tussenstation' : speaks ? 'vrager' : 'aanbieder',
  };
}

/** Two relays may stand between the same two, as long as they speak the same there. */
function refuseDoubles(relays: readonly RelayEntry[]): void {
  for (const { listen, hop, place, name } of relays) {
    const others = relays.filter((each) => each.name !== name);
    const same = others.find((each) => listen.port > 0 && each.listen.port === listen.port && each.listen.host === listen.host);
    if (same) throw invalid(place, `listens where "${same.name}" does`);
    const other = others.find((each) => each.hop.id === hop.id && each.hop.standard !== hop.standard);
    if (other) throw invalid(place, `speaks ${hop.standard} where "${other.name}" speaks ${other.hop.standard}`);
  }
}

function target(url: string, at: Place): string {
  if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url;
  throw invalid(at, 'expected an http or https URL');
}

function address(value: string, at: Place): RelayEntry['listen'] {
  const [, host = '', port = ''] = /^\[?(.*?)\]?:(\d+)$/.exec(value) ?? [];
  if (Number(port) > 65_535) throw invalid(at, 'expected a port up to 65535');
  return { host, port: Number(port) };
}

function invalid(at: Place, what: string): HarnessError {
  return new HarnessError('CONFIG_INVALID', `${formatPlace(at)}: ${what}`, { place: at });
}

function stranger(id: string, known: readonly string[], at: Place): HarnessError {
  const meant = didYouMean(nearest(id, known));
  return new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `${formatPlace(at)}: tussen "${id}" en een ander staat geen relay${meant.nl}`,
      en: `${formatPlace(at)}: no relay stands between "${id}" and another${meant.en}`,
    },
    { place: at },
  );
}

function noRelays(file: string): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `${file}: er staat geen "relays"`, en: `${file}: there is no "relays"` },
    {
      place: { file },
      hint: {
        nl: 'Noem elke relay met between, standard, listen en to; docs/watching.md heeft een voorbeeld.',
        en: 'Name each relay with between, standard, listen and to; docs/watching.md has an example.',
      },
    },
  );
}

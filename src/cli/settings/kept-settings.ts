/**
 * What of the settings of a run is kept, so that it can be gone on with: everything but what opens doors. Of that, where it
 * is to be found when it was given by reference; otherwise only that it was given, so that it can be asked for again.
 */
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { hasSecret, shownUrl } from '../../model/left-out.js';
import type { Settings } from './settings.js';

export type KeptSettings = Omit<Settings, 'basic' | 'headers' | 'proxy' | 'trigger'> & {
  /** Names of what was given and is not kept. */
  readonly withheld?: Withheld;
};

interface Withheld {
  readonly basic: boolean;
  readonly headers: readonly string[];
  /** PortTypes whose address is not whole. */
  readonly endpoints: readonly string[];
  /** In a chain: real systems whose address is not whole. */
  readonly actors?: readonly string[];
  readonly proxy: boolean;
  readonly triggers: readonly string[];
}

export function keptSettings({ basic, headers, proxy, trigger, endpoints, actors, ...rest }: Settings): KeptSettings {
  return {
    ...rest,
    endpoints: shownAll(endpoints),
    actors: shownAll(actors),
    withheld: {
      basic: basic !== undefined,
      headers: headers.map(([name]) => name),
      endpoints: notWhole(endpoints),
      actors: notWhole(actors),
      proxy: proxy !== undefined,
      triggers: Object.keys(trigger),
    },
  };
}

type Addresses = Readonly<Record<string, string>>;

function shownAll(addresses: Addresses): Addresses {
  return Object.fromEntries(Object.entries(addresses).map(([name, url]) => [name, shownUrl(url)]));
}

/** Names of those that hold what opens doors. */
function notWhole(addresses: Addresses): readonly string[] {
  return Object.entries(addresses).flatMap(([name, url]) => (hasSecret(url) ? [name] : []));
}

/** Of those names, the addresses as they are told now. */
function toldNow(names: readonly string[] = [], now: Addresses): Addresses {
  return Object.fromEntries(names.map((name) => [name, now[name] ?? '']));
}

/** Options that have to be told again, beside those that always may. */
export function askedAgain({ withheld }: KeptSettings): readonly string[] {
  return [
    ...(withheld?.endpoints.length ? ['endpoint'] : []),
    ...(withheld?.actors?.length ? ['actors'] : []),
    ...(withheld?.triggers.length ? ['trigger'] : []),
  ];
}

/**
 * The settings of a run that goes on.
 * @param now - as they are told now, by references that were kept, ketentest.yaml and the command line
 * @throws {HarnessError} `CONFIG_INVALID` when something that was given then is not told again, or an address is another
 */
export function settingsAgain({ withheld, ...kept }: KeptSettings, now: Settings): Settings {
  const { answers, basic, headers, proxy, format, language, fsync, key, keyPassphrase, references, trigger } = now;
  if (withheld) refuseGaps(kept, withheld, now);
  return {
    ...kept,
    ...{ headers, format, language, fsync, references, trigger },
    endpoints: { ...kept.endpoints, ...toldNow(withheld?.endpoints, now.endpoints) },
    actors: { ...kept.actors, ...toldNow(withheld?.actors, now.actors) },
    ...(answers !== undefined && { answers }),
    ...(basic && { basic }),
    ...(key !== undefined && { key }),
    ...(keyPassphrase !== undefined && { keyPassphrase }),
    ...(proxy !== undefined && { proxy }),
  };
}

function refuseGaps({ endpoints, actors }: Pick<Settings, 'endpoints' | 'actors'>, withheld: Withheld, now: Settings): void {
  const told = new Set(now.headers.map(([name]) => name.toLowerCase()));
  const gaps = [
    ...(withheld.basic && !now.basic ? ['--basic env:NAME'] : []),
    ...withheld.headers.filter((name) => !told.has(name.toLowerCase())).map((name) => `--header ${name}=…`),
    ...withheld.endpoints
      .filter((portType) => now.endpoints[portType] === undefined)
      .map((portType) => `--endpoint ${portType === '*' ? '' : `${portType}=`}${endpoints[portType]}`),
    ...(withheld.actors ?? []).filter((name) => now.actors[name] === undefined).map((name) => `--actors ${name}=${actors[name]}`),
    ...(withheld.proxy && now.proxy === undefined ? ['--proxy URL'] : []),
    ...withheld.triggers.filter((name) => now.trigger[name] === undefined).map((name) => `--trigger '${name}=…'`),
  ];
  if (gaps.length > 0) throw invalid(TEXTS.gaps(gaps.join(' ')), TEXTS.again);
  const again = [
    ...withheld.endpoints.map((name) => [endpoints[name], now.endpoints[name]] as const),
    ...(withheld.actors ?? []).map((name) => [actors[name], now.actors[name]] as const),
  ];
  for (const [was = '', told = ''] of again) {
    const is = shownUrl(told);
    if (was !== is) throw invalid(TEXTS.other(was, is), TEXTS.same);
  }
}

function invalid(text: Tekst, hint: Tekst): HarnessError {
  return new HarnessError('CONFIG_INVALID', text, { hint });
}

const TEXTS = {
  gaps: (list: string): Tekst => ({
    nl: `deze run begon met gegevens die toegang geven, en die worden niet bewaard: ${list}`,
    en: `this run began with what lets it in, and that is not kept: ${list}`,
  }),
  again: {
    nl: 'Geef ze opnieuw op, of als env:NAAM of file:PAD; dan weet een volgende keer waar ze staan.',
    en: 'Give them again, or as env:NAME or file:PATH; then the next time knows where they are.',
  },
  other: (was: string, is: string): Tekst => ({
    nl: `deze run begon met ${was}, niet met ${is}`,
    en: `this run began with ${was}, not with ${is}`,
  }),
  same: {
    nl: 'Een run gaat verder tegen hetzelfde adres.',
    en: 'A run goes on against the same address.',
  },
} as const;

/**
 * What of the settings of a run is kept, so that it can be gone on with: everything but what opens doors. Of that, where it
 * is to be found when it was given by reference; otherwise only that it was given, so that it can be asked for again.
 */
import type { Tekst } from '../model/finding.js';
import { HarnessError } from '../model/harness-error.js';
import { hasSecret, shownUrl } from '../model/left-out.js';
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
  readonly proxy: boolean;
  readonly triggers: readonly string[];
}

export function keptSettings({ basic, headers, proxy, trigger, endpoints, ...rest }: Settings): KeptSettings {
  const addresses = Object.entries(endpoints);
  return {
    ...rest,
    endpoints: Object.fromEntries(addresses.map(([portType, url]) => [portType, shownUrl(url)])),
    withheld: {
      basic: basic !== undefined,
      headers: headers.map(([name]) => name),
      endpoints: addresses.filter(([, url]) => hasSecret(url)).map(([portType]) => portType),
      proxy: proxy !== undefined,
      triggers: Object.keys(trigger),
    },
  };
}

/** Options that have to be told again, beside those that always may. */
export function askedAgain({ withheld }: KeptSettings): readonly string[] {
  return [...(withheld?.endpoints.length ? ['endpoint'] : []), ...(withheld?.triggers.length ? ['trigger'] : [])];
}

/**
 * The settings of a run that goes on.
 * @param now - as they are told now, by references that were kept, ketentest.yaml and the command line
 * @throws {HarnessError} `CONFIG_INVALID` when something that was given then is not told again, or an address is another
 */
export function settingsAgain({ withheld, ...kept }: KeptSettings, now: Settings): Settings {
  const { answers, basic, headers, proxy, format, language, fsync, key, keyPassphrase, references, trigger } = now;
  if (withheld) refuseGaps(kept, withheld, now);
  const whole = Object.fromEntries((withheld?.endpoints ?? []).map((portType) => [portType, now.endpoints[portType] ?? '']));
  return {
    ...kept,
    ...{ headers, format, language, fsync, references, trigger },
    endpoints: { ...kept.endpoints, ...whole },
    ...(answers !== undefined && { answers }),
    ...(basic && { basic }),
    ...(key !== undefined && { key }),
    ...(keyPassphrase !== undefined && { keyPassphrase }),
    ...(proxy !== undefined && { proxy }),
  };
}

function refuseGaps({ endpoints }: Pick<Settings, 'endpoints'>, withheld: Withheld, now: Settings): void {
  const told = new Set(now.headers.map(([name]) => name.toLowerCase()));
  const gaps = [
    ...(withheld.basic && !now.basic ? ['--basic env:NAME'] : []),
    ...withheld.headers.filter((name) => !told.has(name.toLowerCase())).map((name) => `--header ${name}=…`),
    ...withheld.endpoints
      .filter((portType) => now.endpoints[portType] === undefined)
      .map((portType) => `--endpoint ${portType === '*' ? '' : `${portType}=`}${endpoints[portType]}`),
    ...(withheld.proxy && now.proxy === undefined ? ['--proxy URL'] : []),
    ...withheld.triggers.filter((name) => now.trigger[name] === undefined).map((name) => `--trigger '${name}=…'`),
  ];
  if (gaps.length > 0) throw invalid(TEXTS.gaps(gaps.join(' ')), TEXTS.again);
  for (const portType of withheld.endpoints) {
    const [was = '', is = ''] = [endpoints[portType], shownUrl(now.endpoints[portType] ?? '')];
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

/** What each setting is by the texts in which it was given, and what it is when it was not. */
import { HarnessError } from '../../model/harness-error.js';
import type { Shell } from '../shell.js';
import { actorFactsIn, actorPlaces } from './actor-settings.js';
import type { GivenOptions } from './config-file.js';
import { languageOf } from './language.js';
import {
  address,
  choice,
  count,
  duration,
  flag,
  type Given,
  httpUrl,
  instant,
  one,
  pairs,
  refuse,
  size,
} from './option-values.js';
import { secretReference } from './passphrase.js';
import { opened, referencesIn } from './references.js';
import type { Settings } from './settings.js';

/**
 * Every setting from the texts in which it was given, or what it is without.
 * @throws {HarnessError} `CONFIG_INVALID` or `USAGE`, naming the place and what was expected
 */
export function settingsOf(written: GivenOptions, world: Pick<Shell, 'cwd' | 'env'>): Settings {
  const given = opened(written, world);
  const get = <T>(name: string, read: (of: Given) => T): T | undefined => {
    const of = given.get(name);
    return of && read(of);
  };
  const text = (name: string) => get(name, one);
  const list = (name: string) => get(name, (of) => of.texts) ?? [];
  return compact({
    suites: list('suites'),
    endpoints: get('endpoint', endpoints) ?? {},
    actors: get('actors', actorPlaces) ?? {},
    actorFacts: get('actors', actorFactsIn) ?? {},
    product: text('product'),
    productVersion: text('product-version'),
    vendor: text('vendor'),
    organisation: text('organisation'),
    environment: get('environment', (of) => choice(of, ['ontwikkel', 'test', 'acceptatie'])) ?? 'test',
    set: get('set', pairs) ?? {},
    acceptDefaults: get('accept-defaults', flag) ?? false,
    only: list('only'),
    without: list('without'),
    mode: get('mode', (of) => choice(of, ['voorwaardelijk', 'onvoorwaardelijk'])) ?? 'onvoorwaardelijk',
    profile: get('profile', (of) => choice(of, ['strict', 'praktijk'])) ?? 'strict',
    seed: get('seed', count),
    clock: get('clock', instant),
    timeoutMillis: get('timeout', duration) ?? 30_000,
    pollMillis: get('poll', duration) ?? 10_000,
    listen: get('listen', address) ?? { host: '127.0.0.1', port: 0 },
    waitMillis: get('wait', duration) ?? 600_000,
    trigger: get('trigger', triggers) ?? {},
    maxBodyBytes: get('max-body', size) ?? 256 * 1024 * 1024,
    headers: Object.entries(get('header', pairs) ?? {}),
    basic: get('basic', credentials),
    proxy: get('proxy', (of) => httpUrl(of, one(of))),
    ca: text('ca'),
    cert: text('cert'),
    certKey: text('cert-key'),
    tlsCert: text('tls-cert'),
    tlsKey: text('tls-key'),
    clientCa: text('client-ca'),
    answers: text('answers'),
    knownDeviations: text('known-deviations'),
    schemas: text('schemas'),
    out: text('out'),
    ticket: text('ticket'),
    key: text('key'),
    keyPassphrase: get('key-passphrase', secretReference),
    format: get('format', (of) => choice(of, ['text', 'json', 'github'])) ?? 'text',
    language: get('lang', (of) => choice(of, ['nl', 'en'])) ?? languageOf([], world.env),
    fsync: get('fsync', flag) ?? false,
    dryRun: get('dry-run', flag) ?? false,
    references: referencesIn(written),
  });
}

/** Only what can be asked: an address, or a command. */
function triggers(given: Given): Readonly<Record<string, string>> {
  const named = pairs(given);
  for (const what of Object.values(named)) if (!/^exec\s+\S/.test(what)) httpUrl(given, what);
  return named;
}

/** `URL` for all message types, or `portType=URL`; an address itself may hold an equals sign. */
function endpoints(given: Given): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.texts.map((text) => {
      const [, portType = '*', url = ''] = /^(?:([A-Za-z_*][\w.-]*)=)?(.*)$/s.exec(text) ?? [];
      return [portType, httpUrl(given, url)];
    }),
  );
}

/** A secret never stands on a command line, where every user of the machine can read it, or in a file. */
function credentials(given: Given): { readonly user: string; readonly password: string } {
  const [where] = given.shown ?? [];
  if (where === undefined)
    throw refuse(
      { ...given, texts: ['…'] },
      {
        nl: 'env:NAAM of file:PAD, waar gebruiker:wachtwoord staat',
        en: 'env:NAME or file:PATH, where user:password is',
      },
    );
  const secret = one(given);
  const colon = secret.indexOf(':');
  if (colon < 1)
    throw new HarnessError('CONFIG_INVALID', {
      nl: `${where} bevat geen gebruiker:wachtwoord`,
      en: `${where} does not hold user:password`,
    });
  return { user: secret.slice(0, colon), password: secret.slice(colon + 1) };
}

/** Leaves out what was not given, so that `in` and defaults mean what they say. */
function compact(settings: { readonly [K in keyof Settings]-?: Settings[K] | undefined }): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as unknown as Settings;
}

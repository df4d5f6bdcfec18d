/**
 * Reads the values of options, whether they came from the command line or from ketentest.yaml: each reader refuses
 * with the place, what was expected and the nearest name.
 */
import { millisIn } from '../../model/duration.js';
import type { Tekst } from '../../model/finding.js';
import { formatPlace, HarnessError, type Place } from '../../model/harness-error.js';
import { shownUrl } from '../../model/left-out.js';
import { nearest } from '../../model/nearest.js';

/** What was given for one option. */
export interface Given {
  /** One text a value; a map is given as `NAME=VALUE` texts, a switch as `true` or `false`. */
  readonly texts: readonly string[];
  /** The option's name, for messages. */
  readonly name: string;
  /** Where it stands, when it came from a file. */
  readonly place?: Place;
  /** What was written there, when the values are secrets that it refers to. */
  readonly shown?: readonly string[];
}

/** Says where an option was given and what is wrong with it. */
export function refuse(given: Given, expected: Tekst, hint?: Tekst): HarnessError {
  const where = given.place ? `${formatPlace(given.place)}: ${given.name}` : `--${given.name}`;
  return new HarnessError(
    given.place ? 'CONFIG_INVALID' : 'USAGE',
    {
      nl: `${where}: verwacht: ${expected.nl}, gekregen: "${shown(given)}"`,
      en: `${where}: expected ${expected.en}, got "${shown(given)}"`,
    },
    {
      ...(given.place && { place: given.place }),
      ...(hint !== undefined && { hint }),
    },
  );
}

/** What was given may hold a secret: in an address before the @ and in its query, in a header or a command anywhere. */
function shown({ name, texts, shown: written }: Given): string {
  return (written ?? texts).map((text) => (/^(?:[^=]*=)?(?:env:\w+|file:.+)$/s.test(text) ? text : plain(name, text))).join(', ');
}

function plain(name: string, text: string): string {
  if (name === 'header') return '…';
  if (name === 'trigger') return text.replace(/=.*$/s, '=…');
  return text.replace(/(\/\/|=|^)[^/@]*@/, '$1…@').replace(/[;?].*$/s, '…');
}

function meant(text: string): Tekst {
  return { nl: `Bedoelt u "${text}"?`, en: `Did you mean "${text}"?` };
}

export function one(given: Given): string {
  const text = given.texts[0];
  if (given.texts.length !== 1 || text === undefined || text === '') throw refuse(given, { nl: 'één waarde', en: 'one value' });
  return text;
}

export function flag(given: Given): boolean {
  const text = one(given);
  if (text !== 'true' && text !== 'false') throw refuse(given, { nl: 'true of false', en: 'true or false' });
  return text === 'true';
}

export function choice<T extends string>(given: Given, words: readonly T[]): T {
  const text = one(given);
  const found = words.find((word) => word === text);
  if (found !== undefined) return found;
  const near = nearest(text, words);
  throw refuse(given, { nl: words.join(' of '), en: words.join(' or ') }, near === undefined ? undefined : meant(near));
}

/** Whole number from zero. */
export function count(given: Given): number {
  const text = one(given);
  if (!/^\d{1,15}$/.test(text)) throw refuse(given, { nl: 'een geheel getal vanaf 0', en: 'a whole number from 0' });
  return Number(text);
}

/** In milliseconds; `500ms`, `30s`, `2m`, `1h`. */
export function duration(given: Given): number {
  const millis = millisIn(one(given));
  if (millis === undefined)
    throw refuse(given, { nl: 'een duur zoals 500ms, 30s of 2m', en: 'a duration such as 500ms, 30s or 2m' });
  return millis;
}

const BYTES = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;

/** In bytes; `500KB`, `256MB`, `256 MB`. */
export function size(given: Given): number {
  const match = /^(\d+)\s*(B|KB|MB|GB)?$/i.exec(one(given));
  if (match === null) throw refuse(given, { nl: 'een omvang zoals 500KB of 256MB', en: 'a size such as 500KB or 256MB' });
  return Number(match[1]) * BYTES[(match[2]?.toUpperCase() ?? 'B') as keyof typeof BYTES];
}

export function httpUrl(given: Given, text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text;
  const hint = /^[\w.-]+(:\d+)?(\/|$)/.test(text) ? meant(shownUrl(`http://${text}`)) : undefined;
  throw refuse(
    given,
    { nl: 'een adres dat begint met http:// of https://', en: 'an address that begins with http:// or https://' },
    hint,
  );
}

/** Milliseconds since 1970; ISO 8601 with an offset. */
export function instant(given: Given): number {
  const text = one(given);
  const millis = /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(millis))
    throw refuse(given, {
      nl: 'een tijdstip volgens ISO 8601 met tijdzone, zoals 2026-01-31T12:00:00+01:00',
      en: 'a time in ISO 8601 with its offset, such as 2026-01-31T12:00:00+01:00',
    });
  return millis;
}

export interface Address {
  readonly host: string;
  readonly port: number;
}

/** `HOST:PORT`, port 0 allowed; an IPv6 host in brackets. */
export function address(given: Given): Address {
  const match = /^(\[[0-9a-f:]+\]|[^:]+):(\d{1,5})$/i.exec(one(given));
  if (match === null || Number(match[2]) > 65535)
    throw refuse(given, { nl: 'HOST:POORT, zoals 127.0.0.1:8080', en: 'HOST:PORT, such as 127.0.0.1:8080' });
  return { host: (match[1] ?? '').replace(/^\[|\]$/g, ''), port: Number(match[2]) };
}

/** Every `NAME=VALUE`; the last of a name wins. */
export function pairs(given: Given): Readonly<Record<string, string>> {
  return Object.fromEntries(
    given.texts.map((text) => {
      const at = text.indexOf('=');
      if (at < 1) throw refuse(given, { nl: 'NAAM=WAARDE', en: 'NAME=VALUE' });
      return [text.slice(0, at), text.slice(at + 1)] as const;
    }),
  );
}

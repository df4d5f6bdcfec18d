/**
 * Reads ketentest.yaml: the same names as the options of a run, each value with its place for complaints.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tekst } from '../../model/finding.js';
import { formatPlace, HarnessError, type Place } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import { FILE_KEYS, optionEntry, RUN_KEYS } from '../option-table.js';
import { actorForms, actorTexts } from './actor-text.js';
import type { Given } from './option-values.js';

export const CONFIG_NAME = 'ketentest.yaml';

export type GivenOptions = ReadonlyMap<string, Given>;

/** What a settings file holds. */
export interface Config {
  readonly given: GivenOptions;
  /** Runs that are made together, by name, with what differs from the rest of the file. */
  readonly runs: ReadonlyMap<string, GivenOptions>;
}

/**
 * Reads the settings file that was named, or ketentest.yaml when it is there.
 * @param named - from `--config`; a name that does not exist is refused
 * @param beside - names that somebody else reads
 * @throws {HarnessError} `CONFIG_INVALID` with file:line:column and the nearest name
 */
export async function readConfigFile(cwd: string, named: string | undefined, beside: readonly string[] = []): Promise<Config> {
  const file = named ?? CONFIG_NAME;
  const path = resolve(cwd, file);
  if (!existsSync(path)) {
    if (named === undefined) return NO_CONFIG;
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `${file} is er niet`, en: `${file} does not exist` },
      {
        place: { file },
        hint: { nl: 'Schrijf er een met "ketentest init".', en: 'Write one with "ketentest init".' },
      },
    );
  }
  return readConfig(readFileSync(path, 'utf8'), file, beside);
}

const NO_CONFIG: Config = { given: new Map(), runs: new Map() };

/** Reads the text of a settings file. @param beside - names that somebody else reads */
export async function readConfig(text: string, file: string, beside: readonly string[] = []): Promise<Config> {
  const { readAnyYaml } = await import('../../suite/yaml-reader.js');
  const { value, place } = readAnyYaml(text, file, 'CONFIG_INVALID');
  if (value === null) return NO_CONFIG;
  if (!isMap(value)) throw invalid(place([]), NAMES_WITH_VALUES);
  const { runs, ...rest } = Object.fromEntries(Object.entries(value).filter(([name]) => !beside.includes(name)));
  return { given: givenIn(rest, FILE_KEYS, place), runs: runsIn(runs ?? {}, place) };
}

type PlaceOf = (path: readonly PropertyKey[]) => Place;

/** @param keys - the names that may be used here */
function givenIn(of: Readonly<Record<string, unknown>>, keys: readonly string[], place: PlaceOf): GivenOptions {
  const given = new Map<string, Given>();
  for (const [name, value] of Object.entries(of)) {
    if (!keys.includes(name)) throw unknownKey(name, place([name]), keys);
    if (value !== null) given.set(name, { name, place: place([name]), texts: textsOf(name, value, place) });
  }
  return given;
}

/** A name is part of an address, and is no suite. */
function runsIn(runs: unknown, place: PlaceOf): ReadonlyMap<string, GivenOptions> {
  if (!isMap(runs)) throw invalid(place(['runs']), NAMES_WITH_VALUES);
  return new Map(
    Object.entries(runs).map(([name, of]) => {
      const at = place(['runs', name]);
      if (!/^[A-Za-z0-9][\w-]*$/.test(name)) throw invalid(at, WRONG_NAME);
      if (!isMap(of)) throw invalid(at, NAMES_WITH_VALUES);
      return [name, givenIn(of, RUN_KEYS, (path) => place(['runs', name, ...path]))];
    }),
  );
}

const NAMES_WITH_VALUES = {
  nl: 'verwacht: namen met waarden, zoals "product: Mijn product"',
  en: 'expected names with values, such as "product: My product"',
} as const;

const WRONG_NAME = {
  nl: 'de naam van een run bestaat uit letters, cijfers, - en _',
  en: 'the name of a run is made of letters, digits, - and _',
} as const;

function textsOf(name: string, value: unknown, place: PlaceOf): readonly string[] {
  const many = name === 'suites' ? 'list' : optionEntry(name)?.many;
  if (isScalar(value)) return [String(value)];
  if (Array.isArray(value) && many === 'list') {
    return value.map((each, index) =>
      scalarText(each, place([name, index]), { nl: `een tekst in de lijst "${name}"`, en: `a text in the list "${name}"` }),
    );
  }
  if (isMap(value) && many === 'map') {
    return Object.entries(value).flatMap(([key, each]) => {
      const at = place([name, key]);
      if (name !== 'actors') return [`${key}=${scalarText(each, at, valueIn(name, key))}`];
      const texts = actorTexts(key, each);
      if (texts) return texts;
      const { nl, en } = actorForms(key);
      throw invalid(at, { nl: `verwacht: ${nl}`, en: `expected ${en}` });
    });
  }
  const expected = EXPECTED[many ?? 'one'];
  throw invalid(place([name]), { nl: `${name}: verwacht: ${expected.nl}`, en: `${name}: expected ${expected.en}` });
}

function valueIn(name: string, key: string): Tekst {
  return { nl: `een waarde voor "${name}.${key}"`, en: `a value for "${name}.${key}"` };
}

const EXPECTED = {
  list: { nl: 'een lijst', en: 'a list' },
  map: { nl: 'namen met waarden', en: 'names with values' },
  one: { nl: 'één waarde', en: 'one value' },
} as const;

function scalarText(value: unknown, at: Place, expected: Tekst): string {
  if (!isScalar(value)) throw invalid(at, { nl: `verwacht: ${expected.nl}`, en: `expected ${expected.en}` });
  return String(value);
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function unknownKey(name: string, at: Place, keys: readonly string[]): HarnessError {
  const meant = didYouMean(nearest(name, keys));
  const names = keys.join(', ');
  return invalid(
    at,
    { nl: `onbekende naam "${name}"${meant.nl}`, en: `unknown name "${name}"${meant.en}` },
    { nl: `Namen: ${names}.`, en: `Names: ${names}.` },
  );
}

function invalid(at: Place, what: Tekst, hint?: Tekst): HarnessError {
  return new HarnessError(
    'CONFIG_INVALID',
    { nl: `${formatPlace(at)}: ${what.nl}`, en: `${formatPlace(at)}: ${what.en}` },
    { place: at, ...(hint !== undefined && { hint }) },
  );
}

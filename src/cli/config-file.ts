/**
 * Reads ketentest.yaml: the same names as the options of a run, each value with its place for complaints.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Tekst } from '../model/finding.js';
import { formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import { FILE_KEYS, optionEntry } from './option-table.js';
import type { Given } from './option-values.js';

export const CONFIG_NAME = 'ketentest.yaml';

export type GivenOptions = ReadonlyMap<string, Given>;

/**
 * Reads the settings file that was named, or ketentest.yaml when it is there.
 * @param named - from `--config`; a name that does not exist is refused
 * @throws {HarnessError} `CONFIG_INVALID` with file:line:column and the nearest name
 */
export async function readConfigFile(cwd: string, named: string | undefined): Promise<GivenOptions> {
  const file = named ?? CONFIG_NAME;
  const path = resolve(cwd, file);
  if (!existsSync(path)) {
    if (named === undefined) return new Map();
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `${file} is er niet`, en: `${file} does not exist` },
      {
        place: { file },
        hint: { nl: 'Schrijf er een met "ketentest init".', en: 'Write one with "ketentest init".' },
      },
    );
  }
  return readConfig(readFileSync(path, 'utf8'), file);
}

/** Reads the text of a settings file. */
export async function readConfig(text: string, file: string): Promise<GivenOptions> {
  const { readAnyYaml } = await import('../suite/yaml-reader.js');
  const { value, place } = readAnyYaml(text, file, 'CONFIG_INVALID');
  if (value === null) return new Map();
  if (!isMap(value))
    throw invalid(place([]), {
      nl: 'verwacht: namen met waarden, zoals "product: Mijn product"',
      en: 'expected names with values, such as "product: My product"',
    });
  const given = new Map<string, Given>();
  for (const [name, of] of Object.entries(value)) {
    if (!FILE_KEYS.includes(name)) throw unknownKey(name, place([name]));
    if (of !== null) given.set(name, { name, place: place([name]), texts: textsOf(name, of, place) });
  }
  return given;
}

function textsOf(name: string, value: unknown, place: (path: readonly PropertyKey[]) => Place): readonly string[] {
  const many = name === 'suites' ? 'list' : optionEntry(name)?.many;
  if (isScalar(value)) return [String(value)];
  if (Array.isArray(value) && many === 'list') {
    return value.map((each, index) =>
      scalarText(each, place([name, index]), { nl: `een tekst in de lijst "${name}"`, en: `a text in the list "${name}"` }),
    );
  }
  if (isMap(value) && many === 'map') {
    return Object.entries(value).map(
      ([key, each]) =>
        `${key}=${scalarText(each, place([name, key]), { nl: `een waarde voor "${name}.${key}"`, en: `a value for "${name}.${key}"` })}`,
    );
  }
  const expected = EXPECTED[many ?? 'one'];
  throw invalid(place([name]), { nl: `${name}: verwacht: ${expected.nl}`, en: `${name}: expected ${expected.en}` });
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

function unknownKey(name: string, at: Place): HarnessError {
  const near = nearest(name, FILE_KEYS);
  const meant = didYouMean(near);
  const names = FILE_KEYS.join(', ');
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

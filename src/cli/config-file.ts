/**
 * Reads ketentest.yaml: the same names as the options of a run, each value with its place for complaints.
 */
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
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
    throw new HarnessError('CONFIG_INVALID', `${file} does not exist`, {
      place: { file },
      hint: 'Write one with "ketentest init".',
    });
  }
  return readConfig(readFileSync(path, 'utf8'), file);
}

/** Reads the text of a settings file. */
export async function readConfig(text: string, file: string): Promise<GivenOptions> {
  const { readAnyYaml } = await import('../suite/yaml-reader.js');
  const { value, place } = readAnyYaml(text, file, 'CONFIG_INVALID');
  if (value === null) return new Map();
  if (!isMap(value)) throw invalid(place([]), 'expected names with values, such as "product: My product"');
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
    return value.map((each, index) => scalarText(each, place([name, index]), `a text in the list "${name}"`));
  }
  if (isMap(value) && many === 'map') {
    return Object.entries(value).map(
      ([key, each]) => `${key}=${scalarText(each, place([name, key]), `a value for "${name}.${key}"`)}`,
    );
  }
  const expected = many === 'list' ? 'a list' : many === 'map' ? 'names with values' : 'one value';
  throw invalid(place([name]), `${name}: expected ${expected}`);
}

function scalarText(value: unknown, at: Place, expected: string): string {
  if (!isScalar(value)) throw invalid(at, `expected ${expected}`);
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
  return invalid(at, `unknown name "${name}"${near ? `; did you mean "${near}"?` : ''}`, `Names: ${FILE_KEYS.join(', ')}.`);
}

function invalid(at: Place, what: string, hint?: string): HarnessError {
  return new HarnessError('CONFIG_INVALID', `${formatPlace(at)}: ${what}`, { place: at, ...(hint !== undefined && { hint }) });
}

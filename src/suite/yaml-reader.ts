/**
 * Reads a YAML file strictly. What came with the package was read when it was built; anything else is parsed and checked
 * here, and told with file, line and column where it is wrong.
 */
import type { ErrorCode, Place } from '../model/harness-error.js';
import { preparedValue } from './prepared-yaml.js';
import type { YamlFiles, YamlKind } from './yaml-files.js';
import { openPlaces } from './yaml-places.js';

export interface ReadYaml<T> {
  readonly value: T;
  /** Where a path of keys and indexes stands in the file; its nearest parent when the key is absent. */
  place(path: readonly PropertyKey[]): Place;
}

/**
 * Parses and checks a YAML text.
 * @param text - the file's content
 * @param file - its name, for messages
 * @param code - error code to use
 * @throws {HarnessError} with `code`, listing every complaint with its place
 */
export async function readYaml<K extends YamlKind>(
  text: string,
  file: string,
  kind: K,
  code: ErrorCode = 'SUITE_INVALID',
): Promise<ReadYaml<YamlFiles[K]>> {
  const places = openPlaces(text, file, code);
  const prepared = preparedValue(text, kind);
  if (prepared) return { value: prepared.value, place: places.place };
  const { checkKind } = await import('./yaml-check.js');
  return { value: checkKind(places.plain(), kind, places.place, code), place: places.place };
}

/**
 * Reads a YAML file whose reader checks it value by value, as the settings of a run are.
 * @throws {HarnessError} with `code` when the text is no YAML
 */
export function readAnyYaml(text: string, file: string, code: ErrorCode): ReadYaml<unknown> {
  const places = openPlaces(text, file, code);
  return { value: places.plain(), place: places.place };
}

/** A map in a YAML file whose names are known: says of what is wrong where it stands, what was expected, and what was probably meant. */
import type { Tekst } from '../../model/finding.js';
import { formatPlace, HarnessError, type Place } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';

export type PlaceOf = (path: readonly PropertyKey[]) => Place;

export interface StrictMap {
  /** @returns undefined when it is not there */
  text(name: string): string | undefined;
  needed(name: string): string;
  texts(name: string): readonly string[] | undefined;
  at(name: string): Place;
}

/**
 * @param keys - the names that may be used
 * @throws {HarnessError} `CONFIG_INVALID` with file:line:column
 */
export function strictMap(value: unknown, keys: readonly string[], place: PlaceOf): StrictMap {
  const map = entriesOf(value, place([]));
  for (const name of Object.keys(map)) if (!keys.includes(name)) throw unknownName(name, keys, place([name]));
  const text = (name: string) => {
    const of = map[name];
    if (of === undefined || of === null) return undefined;
    return textOf(of, place([name]), name);
  };
  return {
    text,
    at: (name) => place([name]),
    needed(name) {
      const found = text(name);
      if (found === undefined || found === '') throw wrong(place([]), { nl: `"${name}" ontbreekt`, en: `"${name}" is missing` });
      return found;
    },
    texts(name) {
      const of = map[name];
      if (of === undefined || of === null) return undefined;
      if (!Array.isArray(of)) return [textOf(of, place([name]), name)];
      return of.map((each, at) => textOf(each, place([name, at]), name));
    },
  };
}

/** @throws {HarnessError} `CONFIG_INVALID` when it is no map */
export function entriesOf(value: unknown, at: Place): Readonly<Record<string, unknown>> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
  throw wrong(at, { nl: 'verwacht: namen met waarden', en: 'expected names with values' });
}

/** Of a name that is none of those that there are. */
export function unknownName(name: string, known: readonly string[], at: Place): HarnessError {
  const meant = didYouMean(nearest(name, known));
  const names = known.join(', ');
  return wrong(
    at,
    { nl: `onbekende naam "${name}"${meant.nl}`, en: `unknown name "${name}"${meant.en}` },
    { nl: `Namen: ${names}.`, en: `Names: ${names}.` },
  );
}

export function wrong(at: Place, what: Tekst, hint?: Tekst): HarnessError {
  const text = { nl: `${formatPlace(at)}: ${what.nl}`, en: `${formatPlace(at)}: ${what.en}` };
  return new HarnessError('CONFIG_INVALID', text, { place: at, ...(hint && { hint }) });
}

/** A version such as 1.10 is a number to YAML, and loses its zero: it has to be written as a text. */
function textOf(value: unknown, at: Place, name: string): string {
  if (typeof value === 'string') return value;
  throw wrong(at, {
    nl: `${name}: verwacht: een tekst; zet een versie tussen aanhalingstekens, '1.10'`,
    en: `${name}: expected a text; put a version between quotes, '1.10'`,
  });
}

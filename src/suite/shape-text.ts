/**
 * One text of the notation and where it stands, so that a mistake in it is told by file, line and column.
 */
import { formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
import type { Item } from './shape-items.js';
import { NotationError, parseContent } from './shape-notation.js';

export interface ShapeText {
  readonly name: string;
  /** Names that stand for an argument in the text, without `$`. */
  readonly params: readonly string[];
  readonly text: string;
  /** URI of the elements that it describes. */
  readonly namespace: string;
  /** @param offset - in `text` */
  place(offset: number): Place;
}

/** Refuses something at its place. */
export function refuseShape(of: ShapeText, at: number, message: string): HarnessError {
  const place = of.place(at);
  return new HarnessError('SHAPE_INVALID', `${formatPlace(place)}: ${of.name}: ${message}`, { place });
}

/** Refuses a name that nobody declared, with the nearest that somebody did. */
export function refuseName(of: ShapeText, at: number, what: string, name: string, known: Iterable<string>): HarnessError {
  const near = nearest(name, [...known]);
  return refuseShape(of, at, `unknown ${what} "${name}"${near ? `; did you mean "${near}"?` : ''}`);
}

/**
 * Parses a text with its arguments filled in.
 * @throws {HarnessError} `SHAPE_INVALID`
 */
export function readItems(of: ShapeText, args: readonly string[] = []): readonly Item[] {
  if (args.length !== of.params.length) {
    throw refuseShape(of, 0, `expected ${of.params.length} arguments, found ${args.length}`);
  }
  const key = args.join(',');
  const known = parsed.get(of) ?? new Map<string, readonly Item[]>();
  parsed.set(of, known);
  const items = known.get(key) ?? parseFilled(of, args);
  known.set(key, items);
  return items;
}

/** What was read before: a table is looked at for every form of its entity. */
const parsed = new WeakMap<ShapeText, Map<string, readonly Item[]>>();

function parseFilled(of: ShapeText, args: readonly string[]): readonly Item[] {
  const text = of.params.reduce((filled, param, index) => filled.replaceAll(`$${param}`, args[index] ?? ''), of.text);
  return guarded(of, () => parseContent(text));
}

/** Runs a reader of this text and tells its complaints by place. */
export function guarded<T>(of: ShapeText, read: () => T): T {
  try {
    return read();
  } catch (problem) {
    if (problem instanceof NotationError) throw refuseShape(of, problem.at, problem.message);
    throw problem;
  }
}

/** Line and column of an offset in a scalar, found by counting what is not white space from where the scalar starts. */
export function placeInSource(source: string, file: string, start: number, text: string, offset: number): Place {
  let left = text.slice(0, offset).replace(/\s/g, '').length;
  let at = start;
  while (at < source.length && (left > 0 || /\s/.test(source[at] ?? ''))) {
    if (!/\s/.test(source[at] ?? '')) left--;
    at++;
  }
  const before = source.slice(0, at).split('\n');
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

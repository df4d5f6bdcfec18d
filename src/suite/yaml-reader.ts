/**
 * Reads a YAML file strictly: every complaint names file, line and column, what was expected, and the nearest name.
 */
import type { Document, LineCounter } from 'yaml';
import type { z } from 'zod';
import { type ErrorCode, formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { preparedValue } from './prepared-yaml.js';
import { yaml } from './yaml-library.js';

export interface ReadYaml<T> {
  readonly value: T;
  /** Where a path of keys and indexes stands in the file; its nearest parent when the key is absent. */
  place(path: readonly PropertyKey[]): Place;
}

/**
 * Parses and checks a YAML text.
 * @param text - the file's content
 * @param file - its name, for messages
 * @param shape - what it must look like; unknown keys are refused when the shape is strict
 * @param code - error code to use
 * @throws {HarnessError} with `code`, listing every complaint with its place
 */
export function readYaml<T>(text: string, file: string, shape: z.ZodType<T>, code: ErrorCode = 'SUITE_INVALID'): ReadYaml<T> {
  const places = openPlaces(text, file, code);
  const prepared = preparedValue(text);
  const result = shape.safeParse(prepared ? prepared.value : places.plain());
  if (!result.success) throw refuse(result.error.issues, places.place, code);
  return { value: result.data, place: places.place };
}

interface Places {
  /** @throws {HarnessError} for a text that is no YAML, or unfolds without end */
  plain(): unknown;
  place(path: readonly PropertyKey[]): Place;
}

/** Parses when somebody asks: a prepared file is only parsed to tell where something stands. */
function openPlaces(text: string, file: string, code: ErrorCode): Places {
  let parsed: { readonly document: Document; readonly lines: LineCounter } | undefined;
  const open = () => {
    parsed ??= parseStrictly(text, file, code);
    return parsed;
  };
  return {
    plain: () => toPlain(open().document, file, code),
    place: (path) => placeOf(open().document, open().lines, file, path),
  };
}

function parseStrictly(
  text: string,
  file: string,
  code: ErrorCode,
): { readonly document: Document; readonly lines: LineCounter } {
  const { LineCounter, parseDocument } = yaml();
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, merge: false });
  const broken = document.errors[0];
  if (!broken) return { document, lines };
  const { line, col } = lines.linePos(broken.pos[0]);
  const place = { file, line, column: col };
  const told = (broken.message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
  throw new HarnessError(code, `${formatPlace(place)}: ${told}`, { place, hint: 'Mend the YAML at this place.' });
}

/** Aliases that multiply into a great many values are refused, not unfolded. */
function toPlain(document: Document, file: string, code: ErrorCode): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    const hint = 'Write the values out instead of repeating aliases.';
    throw new HarnessError(code, `${file}: ${(cause as Error).message}`, { place: { file }, cause, hint });
  }
}

function refuse(
  issues: readonly z.core.$ZodIssue[],
  place: (path: readonly PropertyKey[]) => Place,
  code: ErrorCode,
): HarnessError {
  const told = issues.slice(0, 20).map((issue) => {
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys : [];
    const at = place([...issue.path, ...unknown.slice(0, 1)]);
    return { at, text: `${formatPlace(at)}: ${issue.path.map(String).join('.') || 'this file'}: ${explain(issue)}` };
  });
  return new HarnessError(code, told.map(({ text }) => text).join('\n'), told[0] ? { place: told[0].at } : {});
}

function explain(issue: z.core.$ZodIssue): string {
  if (issue.code !== 'unrecognized_keys') return issue.message.replace(/^Invalid input: /, '');
  return `unknown key ${issue.keys.map((key) => `"${key}"`).join(', ')}`;
}

function placeOf(document: Document, lines: LineCounter, file: string, path: readonly PropertyKey[]): Place {
  const { isNode } = yaml();
  for (let length = path.length; length >= 0; length--) {
    const steps = path.slice(0, length);
    const node = length === path.length ? keyNode(document, steps) : document.getIn(steps, true);
    if (isNode(node) && node.range) {
      const { line, col } = lines.linePos(node.range[0]);
      return { file, line, column: col };
    }
  }
  return { file };
}

/** The key itself when the path names one in a map, else the value. */
function keyNode(document: Document, path: readonly PropertyKey[]): unknown {
  const parent = path.length > 0 ? document.getIn(path.slice(0, -1), true) : undefined;
  const items = (parent as { items?: readonly { key?: unknown }[] } | undefined)?.items;
  const pair = items?.find((item) => yaml().isScalar(item.key) && (item.key as { value: unknown }).value === path.at(-1));
  return pair?.key ?? document.getIn(path, true);
}

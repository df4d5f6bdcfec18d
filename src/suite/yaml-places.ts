/**
 * A YAML text whose values and places are looked up when somebody asks: a prepared file is only parsed to tell where
 * something stands in it.
 */
import type { Document, LineCounter } from 'yaml';
import { type ErrorCode, formatPlace, HarnessError, type Place } from '../model/harness-error.js';
import { yaml } from './yaml-library.js';

export interface Places {
  /** @throws {HarnessError} for a text that is no YAML, or unfolds without end */
  plain(): unknown;
  /** Where a path of keys and indexes stands; its nearest parent when the key is absent. */
  place(path: readonly PropertyKey[]): Place;
}

/** @param file - its name, for messages */
export function openPlaces(text: string, file: string, code: ErrorCode): Places {
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

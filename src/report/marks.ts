/**
 * Finds the row that a finding speaks of: the element with its path, else the nearest one above it that is there.
 */
import type { Row } from './message-rows.js';

export interface Place {
  readonly pad?: string;
  readonly regelnummer?: number;
}

export interface Mark {
  /** Index in the rows. */
  readonly row: number;
  /** The element itself is not there; this is where it should have been. */
  readonly isMissing: boolean;
}

/** @returns undefined when the place is not in these rows */
export function findMark(rows: readonly Row[], place: Place): Mark | undefined {
  const wanted = stepsOf(place.pad ?? '');
  const lines = linesOf(rows);
  for (let length = wanted.length; length > 0; length -= 1) {
    const row = bestRow(rows, lines, wanted.slice(0, length), place.regelnummer);
    if (row !== undefined) return { row, isMissing: length < wanted.length };
  }
  const row = place.regelnummer === undefined ? -1 : lines.indexOf(place.regelnummer);
  return row < 0 ? undefined : { row, isMissing: false };
}

interface Wanted {
  readonly name: string;
  readonly position: number;
}

/** `/a:boek[1]/a:heeft[2]/@b:leeg` → boek 1, heeft 2; an attribute is marked at its element. */
function stepsOf(path: string): readonly Wanted[] {
  return path
    .split('/')
    .filter((step) => step !== '' && step !== '.' && !step.startsWith('@') && !step.includes('('))
    .map((step) => ({
      name: step.replace(/\[.*$/, '').replace(/^.*:/, ''),
      position: Number(/\[(\d+)\]$/.exec(step)?.[1] ?? 1),
    }));
}

/** On the finding's own line if there is one; else the least deep, which is the one a short path means. */
function bestRow(
  rows: readonly Row[],
  lines: readonly number[],
  wanted: readonly Wanted[],
  line: number | undefined,
): number | undefined {
  const found = rows.flatMap((row, index) => row.paths.filter((path) => endsWith(path, wanted)).map((path) => ({ index, path })));
  const onLine = found.filter(({ index }) => lines[index] === line);
  const candidates = onLine.length > 0 ? onLine : found;
  const depth = Math.min(...candidates.map(({ path }) => path.length));
  const least = candidates.filter(({ path }) => path.length === depth);
  return (least[(wanted.at(-1)?.position ?? 1) - 1] ?? least[0])?.index;
}

function endsWith(path: readonly string[], wanted: readonly Wanted[]): boolean {
  const start = path.length - wanted.length;
  return start >= 0 && wanted.every((step, index) => path[start + index] === step.name);
}

function linesOf(rows: readonly Row[]): readonly number[] {
  let line = 0;
  return rows.map((row) => {
    line = row.line ?? line;
    return line;
  });
}

/**
 * A standard that extends another: it speaks the messages of that one too, with the same rules, and adds its own.
 */
import { formatPlace, HarnessError } from '../model/harness-error.js';
import type { FileSet } from './file-set.js';
import { readYaml } from './yaml-reader.js';
import type { StandardFile } from './yaml-shapes.js';

/** A standard and its folder. */
export interface InLine {
  readonly id: string;
  readonly value: StandardFile;
}

/**
 * A standard and what it extends, what is extended first and the standard itself last.
 * @throws {HarnessError} `SUITE_INVALID` when a standard extends itself, directly or through others
 */
export async function lineOf(files: FileSet, id: string): Promise<readonly InLine[]> {
  const line: InLine[] = [];
  for (let next: string | undefined = id; next !== undefined; ) {
    const file: string = `${next}/standard.yaml`;
    const { value, place } = await readYaml(await files.read(file), files.nameOf(file), 'standard');
    line.unshift({ id: next, value });
    if (line.some((each) => each.id === value.extends)) {
      const at = place(['extends']);
      throw new HarnessError('SUITE_INVALID', `${formatPlace(at)}: ${value.extends} extends itself`, { place: at });
    }
    next = value.extends;
  }
  return line;
}

/** Folders of `_basis` that a line of standards builds on, each once. */
export function usesOf(line: readonly InLine[]): readonly string[] {
  return [...new Set(line.flatMap(({ value }) => value.uses))];
}

/** What the files of a line say of the same thing, under one name each; what is nearer to the standard itself wins. */
export function together<T>(
  line: readonly InLine[],
  of: (value: StandardFile) => Readonly<Record<string, T>>,
): Record<string, T> {
  return Object.assign({}, ...line.map(({ value }) => of(value)));
}

/** Settings of the simulated counterpart: groups of settings are added to, anything else is replaced. */
export function simulatorOf(line: readonly InLine[]): StandardFile['simulator'] {
  const all: Record<string, unknown> = {};
  for (const [name, setting] of line.flatMap(({ value }) => Object.entries(value.simulator))) {
    const before = all[name];
    all[name] = isGroup(before) && isGroup(setting) ? { ...before, ...setting } : setting;
  }
  return all;
}

function isGroup(of: unknown): of is Readonly<Record<string, unknown>> {
  return typeof of === 'object' && of !== null && !Array.isArray(of);
}

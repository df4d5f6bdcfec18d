/**
 * A bad and a good example for a rule about an exchange: the bad one was made from a good one by a small change, and where they
 * differ is where to look.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Examples, linesOf } from './example-lines.js';

/**
 * @param root - folder of the package
 * @param broken - the folder with the messages of the bad exchange, below it
 */
export function exchangeExamples(root: string, broken: string): Examples {
  const good = broken.replace(/\/broken\/.*/, '/good');
  const bad = messagesIn(root, broken);
  const nearest = foldersIn(root, good)
    .map((folder) => ({ folder, differences: differences(bad, messagesIn(root, folder)) }))
    .filter((each) => each.differences.length > 0)
    .sort((one, other) => one.differences.length - other.differences.length)[0];
  const first = nearest?.differences[0];
  const last = [...bad.keys()].at(-1);
  if (!nearest || !first) return last === undefined ? {} : { bad: example(root, `${broken}/${last}`) };
  return {
    bad: example(root, `${broken}/${first.name}`, first.line),
    good: example(root, `${nearest.folder}/${first.name}`, first.line),
  };
}

interface Difference {
  /** The message in which it is. */
  readonly name: string;
  /** From 1. */
  readonly line: number;
}

/** Every line that is other; none when the two hold other messages. */
function differences(
  bad: ReadonlyMap<string, readonly string[]>,
  good: ReadonlyMap<string, readonly string[]>,
): readonly Difference[] {
  const unlike = [...bad.keys()].filter((name) => !good.has(name)).map((name) => ({ name, line: 1 }));
  const told = [...bad].flatMap(([name, lines]) => {
    const others = good.get(name) ?? [];
    return Array.from({ length: Math.max(lines.length, others.length) }, (_, index) => index)
      .filter((index) => lines[index] !== others[index])
      .map((index) => ({ name, line: index + 1 }));
  });
  return unlike.length > 0 ? [] : told;
}

function messagesIn(root: string, folder: string): ReadonlyMap<string, readonly string[]> {
  const names = readdirSync(join(root, folder)).filter((name) => name.endsWith('.xml'));
  return new Map(names.sort().map((name) => [name, readFileSync(join(root, folder, name), 'utf8').split(/\r?\n/)]));
}

function foldersIn(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => `${folder}/${entry.name}`)
    .sort();
}

function example(root: string, file: string, line?: number): NonNullable<Examples['bad']> {
  return { file, lines: linesOf(readFileSync(join(root, file)), line) };
}

/**
 * The official schema sets and the recorded corpus, where this machine has them. They are not part of the repository.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageRoot } from '../package-root.js';

/** The folder of official sets; undefined when there is none. */
export const standards: string | undefined = [
  process.env.KETENTEST_STANDARDS,
  join(dirname(packageRoot), 'shared', 'standards'),
].find((folder) => folder !== undefined && folder !== '' && existsSync(join(folder, 'compile.tsv')));

/** The folder of recorded messages, beside the sets; undefined when there is none. */
export const corpus: string | undefined = [standards && join(dirname(standards), 'corpus')].find(
  (folder) => folder !== undefined && existsSync(join(folder, 'index.tsv')),
);

/** The rows of a table with a head, by column name; a column name that occurs twice means the first. */
export function readTable(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = '', ...rows] = readFileSync(file, 'utf8').trimEnd().split('\n');
  const names = head.split('\t');
  return rows.map((row) =>
    Object.fromEntries(
      row
        .split('\t')
        .map((cell, index) => [names[index] ?? '', cell] as const)
        .reverse(),
    ),
  );
}

const setsRead = new Map<string, ReadonlyMap<string, Uint8Array>>();

/** The schemas of one official set, read once. */
export function readSet(root: string, set: string): ReadonlyMap<string, Uint8Array> {
  const known = setsRead.get(set);
  if (known) return known;
  const paths = readdirSync(join(root, set), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const files = new Map(paths.filter((path) => path.endsWith('.xsd')).map((path) => [path, readFileSync(join(root, set, path))]));
  setsRead.set(set, files);
  return files;
}

/** `set/path` or several of them with ` + ` between, as the tables write entries. */
export function parseEntries(text: string): { readonly set: string; readonly entries: readonly string[] } {
  const paths = text.split(' + ').map((each) => each.trim());
  const set = paths[0]?.split('/')[0] ?? '';
  return { set, entries: paths.map((path) => path.slice(set.length + 1)) };
}

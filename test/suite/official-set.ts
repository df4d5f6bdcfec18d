/** Where the official schema sets are on this machine, if they are: they are no part of the repository. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { SchemaFiles } from '../../src/message/schema-closure.js';
import { packageRoot } from '../package-root.js';

/** @returns the files of a set by path within it, or undefined when the set is not here */
export function officialSet(name: string): SchemaFiles | undefined {
  const root = process.env.KETENTEST_STANDARDS ?? join(packageRoot, '..', 'shared', 'standards');
  const folder = join(root, name);
  if (!existsSync(folder)) return undefined;
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.xsd'))
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(files.map((file) => [relative(folder, file).split(sep).join('/'), readFileSync(file)]));
}

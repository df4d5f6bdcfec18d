/**
 * How a set is installed that the table does not know.
 */
import { basename } from 'node:path';
import type { SchemaFiles } from '../../message/schema-closure.js';

/** An unknown set keeps its layout below the folder that holds everything. */
export function withoutCommonFolder(files: SchemaFiles): SchemaFiles {
  const paths = [...files.keys()];
  const first = paths[0]?.split('/')[0] ?? '';
  const isCommon = paths.every((path) => path.startsWith(`${first}/`));
  return isCommon ? new Map([...files].map(([path, bytes]) => [path.slice(first.length + 1), bytes])) : files;
}

/** A folder name from the name of a file or folder. */
export function nameFrom(source: string): string {
  const name = basename(source)
    .replace(/\.zip$/i, '')
    .toLowerCase()
    .replace(/[^a-z0-9._-]+/g, '-')
    .replace(/^[.-]+|[.-]+$/g, '');
  return name === '' ? 'zonder-naam' : name;
}

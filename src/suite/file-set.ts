/**
 * The files a suite was read from: remembered as they were, so that a report can name their digest and keep them.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { basename, dirname } from 'node:path/posix';
import { HarnessError } from '../model/harness-error.js';

export interface FileSet {
  /** The suites folder. */
  readonly root: string;
  /** @param path - relative to the suites folder, with forward slashes */
  read(path: string): Promise<string>;
  /** Names of what is in a folder, in order; empty when there is none. @param folder - relative to the suites folder */
  list(folder: string): Promise<readonly string[]>;
  /** How a file is called in messages to the user. */
  nameOf(path: string): string;
  /** Everything read so far, by path, in order of name. */
  all(): ReadonlyMap<string, string>;
  /** sha256 over the names and contents of everything read so far. */
  digest(): string;
}

/** A file of the user's own that is read as if it lay among the suites. */
export interface OwnFile {
  /** Where it would lie, below the suites folder. */
  readonly path: string;
  /** Where it is. */
  readonly file: string;
  /** How the user calls it. */
  readonly name: string;
}

/** @param root - the suites folder */
export function openFileSet(root: string, own?: OwnFile): FileSet {
  const seen = new Map<string, string>();
  const isOwn = (path: string) => path === own?.path;
  const nameOf = (path: string) => (own && isOwn(path) ? own.name : `suites/${path}`);
  const whereIs = (path: string) => (own && isOwn(path) ? own.file : join(root, ...path.split('/')));
  const ownIn = (folder: string) => (own && dirname(own.path) === folder ? [basename(own.path)] : []);
  const all = () => new Map([...seen].sort(([one], [other]) => (one < other ? -1 : 1)));
  return {
    root,
    nameOf,
    all,
    list: async (folder) => [...(await readdir(join(root, ...folder.split('/'))).catch(() => [])), ...ownIn(folder)].sort(),
    async read(path) {
      const known = seen.get(path);
      if (known !== undefined) return known;
      const text = readAtOnce(whereIs(path), nameOf(path));
      seen.set(path, text);
      return text;
    },
    digest() {
      const hash = createHash('sha256');
      for (const [path, text] of all()) hash.update(`${path}\n${createHash('sha256').update(text).digest('hex')}\n`);
      return hash.digest('hex');
    },
  };
}

/** A hundred small files are read at once in a tenth of the time that promises take. */
function readAtOnce(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new HarnessError(
      'SUITE_INVALID',
      `${name} cannot be read: ${(cause as NodeJS.ErrnoException).code ?? 'unknown reason'}`,
      { place: { file: name }, cause, hint: 'Check the name and the rights of the file.' },
    );
  }
}

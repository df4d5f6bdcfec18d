/**
 * Reads and writes the files of schema sets on disk.
 */
import type { Dirent } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { SchemaFiles } from '../../message/schema-closure.js';
import { isZip, readZip, ZIP_LIMITS } from '../../message/zip.js';
import { HarnessError } from '../../model/harness-error.js';
import { isPartOfSet } from './known-sets.js';

/** Deeper than any published set; keeps us out of somebody's whole disk. */
const MAX_DEPTH = 20;

/**
 * Reads the parts of a set from a folder or a zip file.
 * @throws {HarnessError} `STANDARDS_INVALID` when there is nothing there, or too much
 */
export async function readSource(path: string): Promise<SchemaFiles> {
  const found = await stat(path).catch((cause: unknown) => {
    throw new HarnessError(
      'STANDARDS_INVALID',
      { nl: `er is geen bestand of map ${path}`, en: `there is no file or folder ${path}` },
      { place: { file: path }, cause, hint: { nl: 'Controleer de naam.', en: 'Check the name.' } },
    );
  });
  if (found.isDirectory()) return readSetFolder(path);
  const bytes = await readFile(path);
  if (!isZip(bytes)) {
    throw new HarnessError(
      'STANDARDS_INVALID',
      { nl: `${path} is geen map en geen zipbestand`, en: `${path} is neither a folder nor a zip file` },
      {
        place: { file: path },
        hint: {
          nl: 'Geef de zip zoals die is gepubliceerd, of de map waarin die is uitgepakt.',
          en: 'Give the zip as it was published, or the folder that it unpacks to.',
        },
      },
    );
  }
  return new Map([...readZip(bytes)].filter(([name]) => isPartOfSet(name)));
}

/**
 * Reads the parts of a set from its folder. Links are not followed.
 * @throws {HarnessError} `STANDARDS_INVALID` when the folder holds too much to be a schema set
 */
export async function readSetFolder(folder: string): Promise<SchemaFiles> {
  const paths = await pathsIn(folder, '', 0);
  if (paths.length > ZIP_LIMITS.maxFiles) {
    throw new HarnessError('STANDARDS_INVALID', {
      nl: `${folder} bevat ${paths.length} schemabestanden, te veel voor één set`,
      en: `${folder} holds ${paths.length} schema files, too many for one set`,
    });
  }
  const contents = await Promise.all(paths.map((path) => readFile(join(folder, path))));
  return new Map(paths.map((path, index) => [path, contents[index] ?? new Uint8Array()]));
}

/**
 * Puts a set in its place in one step: whoever looks finds the old one, the new one or none, never half of one.
 * @throws {HarnessError} `OUTPUT_FAILED` when the root cannot be written
 */
export async function installSetFolder(root: string, set: string, files: SchemaFiles, unique: string): Promise<void> {
  try {
    await putSetFolder(root, set, files, unique);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new HarnessError(
      'OUTPUT_FAILED',
      { nl: `${set} is niet te installeren in ${root}: ${reason}`, en: `cannot install ${set} in ${root}: ${reason}` },
      {
        cause,
        place: { file: root },
        hint: {
          nl: 'Maak de map beschrijfbaar, of laat XDG_DATA_HOME er een noemen die dat is. Zonder installeren: --schemas MAP.',
          en: 'Make the folder writable, or set XDG_DATA_HOME to one that is. To use schemas without installing them: --schemas DIR.',
        },
      },
    );
  }
}

async function putSetFolder(root: string, set: string, files: SchemaFiles, unique: string): Promise<void> {
  const fresh = join(root, `.${set}.new-${unique}`);
  const old = join(root, `.${set}.old-${unique}`);
  for (const [path, bytes] of files) {
    await mkdir(dirname(join(fresh, path)), { recursive: true });
    await writeFile(join(fresh, path), bytes);
  }
  await rename(join(root, set), old).catch(ignoreAbsence);
  await rename(fresh, join(root, set));
  await rm(old, { recursive: true, force: true });
}

/** Names of the sets under a root; none when the root is not there. */
export async function setsUnder(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { withFileTypes: true }).catch(() => [] as Dirent[]);
  return entries
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .map((entry) => entry.name)
    .sort();
}

async function pathsIn(folder: string, below: string, depth: number): Promise<string[]> {
  if (depth > MAX_DEPTH) return [];
  const entries = await readdir(join(folder, below), { withFileTypes: true });
  const nested = entries.map(async (entry) => {
    const path = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) return pathsIn(folder, path, depth + 1);
    return entry.isFile() && isPartOfSet(path) ? [path] : [];
  });
  return (await Promise.all(nested)).flat().sort();
}

function ignoreAbsence(error: unknown): void {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
}

/**
 * Finds the schema basis that a standard asks for among the installed sets.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { createSchemaBasis, digestOf, type OpenSchemaBasis, type PreparationCache } from '../../message/schema-basis.js';
import type { SchemaFiles } from '../../message/schema-closure.js';
import { HarnessError } from '../../model/harness-error.js';
import type { OfficialSchema } from '../../model/standard-definition.js';
import { compareSet, isUnchanged } from './compare-set.js';
import { type KnownSet, readKnownSet } from './known-sets.js';
import { readSetFolder } from './set-files.js';

export interface BasisOptions {
  /** Folders of sets; the first that has a set wins. */
  readonly roots: readonly string[];
  /** The suites folder of this package, for the table of published sets. */
  readonly suites: string;
  readonly cache: PreparationCache;
  /** prefix → namespace of the standard, for paths in violations. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/** What an installed set turned out to be. */
export type SetState = 'officieel' | 'afwijkend' | 'voorstel' | 'samengesteld' | 'onbekend';

/**
 * The basis of the first set in the list that is installed. Only a set that is the published one, file for file, is an
 * official basis; another is used too, but under a name that says so, and counts as ours.
 *
 * @param schemas - as the standard declares them
 * @returns undefined when none of the sets is installed
 * @throws {HarnessError} `SCHEMA_MISSING` or `SCHEMA_INVALID` when an installed set cannot be used
 */
export async function findOfficialBasis(
  schemas: readonly OfficialSchema[],
  options: BasisOptions,
): Promise<OpenSchemaBasis | undefined> {
  for (const { set, entries } of schemas) {
    const folder = await folderOfSet(set, options.roots);
    if (folder === undefined) continue;
    const [files, known] = await Promise.all([readSetFolder(folder), readKnownSet(options.suites, set)]);
    const state = stateOf(files, known);
    const source = {
      soort: state === 'officieel' ? 'officieel' : 'ingebouwd',
      naam: state === 'officieel' ? set : `${set} (${state})`,
      files,
      entries,
      digest: digestOf(files),
      ...(options.prefixes === undefined ? {} : { prefixes: options.prefixes }),
    } as const;
    return createSchemaBasis(source, { cache: options.cache }).catch((error) => Promise.reject(placed(error, folder)));
  }
  return undefined;
}

/** An error about a file of a set tells in which folder that set is. */
function placed(error: unknown, folder: string): unknown {
  if (!(error instanceof HarnessError)) return error;
  return new HarnessError(error.code, `the schema set in ${folder} cannot be used: ${error.message}`, {
    ...error.options,
    cause: error,
  });
}

/** Where a set stands; undefined when it is not installed. */
export async function folderOfSet(set: string, roots: readonly string[]): Promise<string | undefined> {
  // A name is the name of a folder, never a way to one.
  if (!/^\w[\w.-]*$/.test(set)) return undefined;
  for (const root of roots) {
    const folder = join(root, set);
    const found = await stat(folder).catch(() => undefined);
    if (found?.isDirectory()) return folder;
  }
  return undefined;
}

/** What a set is, judged by its files alone. */
export function stateOf(files: SchemaFiles, known: KnownSet | undefined): SetState {
  if (!known) return 'onbekend';
  return isUnchanged(compareSet(files, known)) ? known.status : 'afwijkend';
}

/** The schemas that a run judges with: the official set where it is installed, and our own compact one. */
import { randomUUID } from 'node:crypto';
import { homedir } from 'node:os';
import { decoded } from '../message/content-coding.js';
import { createSchemaBasis, type OpenSchemaBasis, type PreparationCache } from '../message/schema-basis.js';
import { writeSchema } from '../message/shape-schema.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { packageFacts } from './package-root.js';
import type { Shell } from './shell.js';
import { type StandardsFolders, standardsFolders } from './standards/folders.js';
import { findOfficialBasis } from './standards/official-basis.js';
import { folderCache } from './standards/preparation-cache.js';

export interface OpenBases extends AsyncDisposable {
  /** The first decides. */
  readonly all: readonly OpenSchemaBasis[];
}

/** Where official schemas are looked for, and where prepared ones are kept. */
export function schemaFolders(shell: Pick<Shell, 'cwd' | 'env'>, schemas: string | undefined): StandardsFolders {
  return standardsFolders({ env: shell.env, platform: process.platform, home: homedir(), cwd: shell.cwd }, schemas);
}

/** A name that no other process uses. */
export const unique = (): string => randomUUID();

/**
 * Opens every basis there is for a standard; compiled schemas are given back at the end.
 * @param schemas - the `--schemas` option
 */
export async function openSchemaBases(
  shell: Pick<Shell, 'cwd' | 'env'>,
  schemas: string | undefined,
  standard: StandardDefinition,
): Promise<OpenBases> {
  const folders = schemaFolders(shell, schemas);
  const cache = folderCache(folders.cache, unique);
  const options = { roots: folders.roots, suites: packageFacts().suites, cache, prefixes: standard.namespaces };
  const official = await findOfficialBasis(standard.schemas, options);
  const own = await builtInBasis(standard, cache);
  const all = [official, own].filter((basis) => basis !== undefined);
  return {
    all,
    async [Symbol.asyncDispose]() {
      for (const basis of all) basis.dispose();
    },
  };
}

/** Kept prepared as the official ones are, so that it is compiled when the first message is judged, not before. */
async function builtInBasis(standard: StandardDefinition, cache: PreparationCache): Promise<OpenSchemaBasis | undefined> {
  if (standard.shapes === undefined) return undefined;
  const { entry, files } = writeSchema(standard.shapes);
  return createSchemaBasis(
    {
      soort: 'ingebouwd',
      naam: `ketentest ${packageFacts().version} ${standard.id}`,
      files,
      entries: [entry],
      prefixes: standard.namespaces,
    },
    { cache, bytesOf: (message) => decoded(message.body, message.headers) },
  );
}

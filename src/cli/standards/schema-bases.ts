/** The schemas that a run judges with: the official set where it is installed, and our own compact one. */

import { readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { createWrittenBasis, type OpenSchemaBasis } from '../../message/schema-basis.js';
import { unpackPrepared } from '../../message/schema-package.js';
import type { PreparedSchema } from '../../message/schema-preparation.js';
import { writeSchema } from '../../message/shape-schema.js';
import { HarnessError } from '../../model/harness-error.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { packageFacts } from '../package-root.js';
import type { Shell } from '../shell.js';
import { unique } from '../unique.js';
import { type StandardsFolders, standardsFolders } from './folders.js';
import { findOfficialBasis } from './official-basis.js';
import { folderCache } from './preparation-cache.js';

export interface OpenBases extends AsyncDisposable {
  /** The first decides. */
  readonly all: readonly OpenSchemaBasis[];
}

/**
 * Where official schemas are looked for, and where prepared ones are kept.
 * @throws {HarnessError} `STANDARDS_INVALID` when a folder was named that is not there: somebody counts on it
 */
export function schemaFolders(shell: Pick<Shell, 'cwd' | 'env'>, schemas: string | undefined): StandardsFolders {
  const folders = standardsFolders({ env: shell.env, platform: process.platform, home: homedir(), cwd: shell.cwd }, schemas);
  for (const { by, folder } of folders.named) {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) continue;
    throw new HarnessError(
      'STANDARDS_INVALID',
      { nl: `${by} noemt ${folder}, en dat is geen map`, en: `${by} names ${folder}, which is no folder` },
      {
        place: { file: folder },
        hint: {
          nl: `Noem een map met schemasets, of laat ${by} weg: dan geldt wat geïnstalleerd is, of het ingebouwde schema.`,
          en: `Name a folder that holds schema sets, or leave ${by} out: then what is installed is used, or the built-in schemas.`,
        },
      },
    );
  }
  return folders;
}

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
  const own = builtInBasis(standard);
  const all = [official, own].filter((basis) => basis !== undefined);
  return {
    all,
    async [Symbol.asyncDispose]() {
      for (const basis of all) basis.dispose();
    },
  };
}

/** Compiled when the first message is judged, so that the first message does not wait for it. */
function builtInBasis(standard: StandardDefinition): OpenSchemaBasis | undefined {
  const { shapes } = standard;
  if (shapes === undefined) return undefined;
  const naam = `ketentest ${packageFacts().version} ${standard.id}`;
  return createWrittenBasis({
    ...{ soort: 'ingebouwd', naam, digest: shapes.digest ?? '', prefixes: standard.namespaces, shapes },
    write: () => builtWithPackage(shapes.digest) ?? writeSchema(shapes),
  });
}

/** Where the build leaves the compact schema of these shapes, written out, beside the compiled code. */
export function builtSchemaFile(digest: string): URL {
  return new URL(`../../../prepared/compact-${digest.slice(0, 32)}.bin`, import.meta.url);
}

/** Undefined when the package was not built with these shapes, or the file is damaged. */
function builtWithPackage(digest: string | undefined): PreparedSchema | undefined {
  if (digest === undefined) return undefined;
  try {
    return unpackPrepared(readFileSync(builtSchemaFile(digest)));
  } catch {
    return undefined;
  }
}

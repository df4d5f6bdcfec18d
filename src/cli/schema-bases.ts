/** The schemas that a run judges with: the official set where it is installed, and our own compact one. */

import { decoded } from '../message/content-coding.js';
import { createSchemaBasis, type OpenSchemaBasis } from '../message/schema-basis.js';
import { writeSchema } from '../message/shape-schema.js';
import type { SchemaBasis } from '../model/record.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { packageFacts } from './package-root.js';

export interface OpenBases extends AsyncDisposable {
  /** The first decides. */
  readonly all: readonly SchemaBasis[];
}

/** Opens every basis there is for a standard; compiled schemas are given back at the end. */
export async function openSchemaBases(standard: StandardDefinition): Promise<OpenBases> {
  const open: OpenSchemaBasis[] = [];
  const own = await builtInBasis(standard);
  if (own) open.push(own);
  return {
    all: open,
    async [Symbol.asyncDispose]() {
      for (const basis of open) basis.dispose();
    },
  };
}

async function builtInBasis(standard: StandardDefinition): Promise<OpenSchemaBasis | undefined> {
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
    { bytesOf: (message) => decoded(message.body, message.headers) },
  );
}

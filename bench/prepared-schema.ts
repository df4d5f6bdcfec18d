/** The prepared schema of a standard as files, so that other validators can use the very same one. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PreparedSchema } from '../src/message/schema-preparation.js';
import { writeSchema } from '../src/message/shape-schema.js';
import type { StandardDefinition } from '../src/model/standard-definition.js';

/** @returns the path of the entry document; undefined for a standard without a compact schema */
export function writePrepared({ shapes }: StandardDefinition): string | undefined {
  if (!shapes) return undefined;
  const prepared: PreparedSchema = writeSchema(shapes);
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-schema-'));
  for (const [name, bytes] of prepared.files) writeFileSync(join(folder, name), bytes);
  return join(folder, prepared.entry);
}

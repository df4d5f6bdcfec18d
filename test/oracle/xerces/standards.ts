/** The standards that are held against Xerces: those with shapes to make messages of, and an official set. */
import { join } from 'node:path';
import { digestOf } from '../../../src/message/schema-basis.js';
import type { ShapeSet } from '../../../src/model/shape.js';
import type { StandardDefinition } from '../../../src/model/standard-definition.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { loadStandard } from '../../../src/suite/load-standard.js';
import { packageRoot } from '../../package-root.js';
import { readSet } from '../shared.js';
import type { Effort } from './mutant-groups.js';

export const STANDARDS = ['zds-1.1', 'zds-1.2'] as const;

export const EFFORT: Effort = { seed: 1, samples: 4, mutants: 500 };

export interface HeldStandard {
  readonly standard: StandardDefinition;
  readonly shapes: ShapeSet;
  readonly official: StandardDefinition['schemas'][number];
}

export async function openStandard(id: string): Promise<HeldStandard> {
  const standard = await loadStandard(openFileSet(join(packageRoot, 'suites')), id);
  const [official] = standard.schemas;
  if (!standard.shapes || !official) throw new Error(`${id} has no shapes or no official set`);
  return { standard, shapes: standard.shapes, official };
}

/** sha256 over the documents of the set. */
export function digestOfSet(root: string, { official }: HeldStandard): string {
  return digestOf(readSet(root, official.set));
}

/** Every group, or so many of them, spread over the types and the richness of the messages. */
export function spread<T>(groups: readonly T[], count: number): readonly T[] {
  if (count >= groups.length) return groups;
  return Array.from({ length: count }, (_, index) => groups[Math.floor(((index + 0.5) * groups.length) / count)] as T);
}

/**
 * Compact schemas: from our own YAML notation to shapes that a validator and a simulated counterpart can use.
 *
 * @see docs/schema-notation.md
 */
import type { ShapeSet } from '../model/shape.js';
import { clarkName } from '../model/xml-element.js';
import type { FileSet } from './file-set.js';
import { preparedShapes, shapesKey } from './prepared-shapes.js';
import { openBuilder, type Scope, type ShapeBuilder } from './shape-builder.js';
import { gather } from './shape-gather.js';
import { expandItems } from './shape-parts.js';
import { emptySources, type ShapeSources } from './shape-sources.js';
import type { ShapeText } from './shape-text.js';

/**
 * Loads the compact schema of a standard.
 * @param files - reads and remembers every file
 * @param standard - folder name of the standard
 * @param uses - folders of `_basis` that it builds on; the `shapes.yaml` of each that has one comes along
 * @param entry - the standard's own file, relative to its folder
 * @throws {HarnessError} `SHAPE_INVALID` with file:line:column and the nearest name
 */
export async function loadShapes(files: FileSet, standard: string, uses: readonly string[], entry: string): Promise<ShapeSet> {
  const sources = emptySources();
  const seen = new Set<string>();
  for (const name of uses) {
    const hasShapes = (await files.list(`_basis/${name}`)).includes('shapes.yaml');
    if (hasShapes) await gather(files, `_basis/${name}/shapes.yaml`, sources, seen);
  }
  await gather(files, `${standard}/${entry}`, sources, seen);
  const key = shapesKey(new Map(await Promise.all([...seen].map(async (path) => [path, await files.read(path)] as const))));
  return preparedShapes(key) ?? { ...buildShapes(sources), digest: key };
}

function buildShapes(sources: ShapeSources): ShapeSet {
  const builder = openBuilder(sources);
  const roots = new Map<string, string>();
  for (const message of sources.messages) {
    roots.set(clarkName({ namespace: message.namespace, name: message.name }), rootShape(builder, sources, message));
  }
  return { prefixes: sources.prefixes, shapes: builder.shapes, roots };
}

/** A message is content of its own, or the name of a group. */
function rootShape(builder: ShapeBuilder, sources: ShapeSources, message: ShapeText): string {
  const scope: Scope = { at: message, namespace: message.namespace, owner: message.name };
  const items = expandItems(message, sources.parts);
  const only = items.length === 1 ? items[0] : undefined;
  if (only?.kind === 'element' && !only.type && !only.marks) {
    return builder.group({ kind: 'name', name: only.name, args: [], at: only.at }, scope);
  }
  return builder.shape(message.name, () => builder.content(items, scope));
}

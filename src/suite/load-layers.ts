/**
 * The layers that standards build on, each as a standard of its own with the layers below it: its rules can judge a
 * message that no standard has, such as a message of a sector model alone.
 */
import type { StandardDefinition } from '../model/standard-definition.js';
import type { FileSet } from './file-set.js';
import { loadRules } from './load-rules.js';
import { listStandards } from './load-standard.js';
import { readYaml } from './yaml-reader.js';

export interface Layer extends StandardDefinition {
  /** What this layer itself adds to the namespaces. */
  readonly own: readonly string[];
}

/**
 * Loads every layer that a standard uses, lowest first.
 * @throws {HarnessError} `SUITE_INVALID` with file:line:column
 */
export async function loadLayers(files: FileSet): Promise<readonly Layer[]> {
  const layers = new Map<string, Layer>();
  for (const id of await listStandards(files.root)) {
    const file = `${id}/standard.yaml`;
    const { uses, family } = (await readYaml(await files.read(file), files.nameOf(file), 'standard')).value;
    for (const [index, name] of uses.entries()) {
      if (!layers.has(name)) layers.set(name, await loadLayer(files, uses.slice(0, index + 1), family));
    }
  }
  return [...layers.values()];
}

async function loadLayer(files: FileSet, stack: readonly string[], family: string): Promise<Layer> {
  const bases = await Promise.all(
    stack.map(async (name) => {
      const file = `_basis/${name}/basis.yaml`;
      return (await readYaml(await files.read(file), files.nameOf(file), 'basis')).value;
    }),
  );
  const below = new Set(bases.slice(0, -1).flatMap(({ namespaces }) => Object.values(namespaces ?? {})));
  const id = stack.at(-1) ?? '';
  return {
    ...{ id, naam: id, versie: '', family },
    own: Object.values(bases.at(-1)?.namespaces ?? {}).filter((namespace) => !below.has(namespace)),
    namespaces: Object.assign({}, ...bases.map((basis) => basis.namespaces)),
    documents: Object.assign({}, ...bases.map((basis) => basis.documents ?? {})),
    rules: await loadRules(
      files,
      stack.map((name) => `_basis/${name}`),
    ),
    ...{ roles: [], services: [], entities: [], schemas: [], simulator: {} },
  };
}

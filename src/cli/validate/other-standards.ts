/**
 * What judges a message that no standard of ours has: the layers that standards build on, with their rules, and the
 * installed sets of official schemas.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { MessageFacts } from '../../standard/family.js';
import type { FileSet } from '../../suite/file-set.js';
import { type Layer, loadLayers } from '../../suite/load-layers.js';
import { packageFacts } from '../package-root.js';
import { type KnownSet, readKnownSets } from '../standards/known-sets.js';
import { folderOfSet } from '../standards/official-basis.js';
import { schemaFolders } from '../standards/schema-bases.js';
import type { ShelfOptions, World } from './shelf.js';

export interface Others {
  of(facts: MessageFacts): readonly StandardDefinition[];
  /** Nothing but this layer or set. */
  only(name: string, standards: readonly string[]): Pick<Others, 'of'>;
}

/** Reads what there is. */
export async function openOthers(world: World, { schemas }: ShelfOptions, files: FileSet): Promise<Others> {
  const { suites } = packageFacts();
  const layers = await loadLayers(files);
  const { roots } = schemaFolders(world, schemas);
  const sets = await readKnownSets(suites);
  const folders = new Map(await Promise.all(sets.map(async ({ set }) => [set, await folderOfSet(set, roots)] as const)));
  const targets = new Map<string, string | undefined>();

  /** The namespace of the messages that an entry document declares. */
  function targetOf(set: string, entry: string): string | undefined {
    const key = `${set}/${entry}`;
    if (!targets.has(key)) targets.set(key, readTarget(folders.get(set), entry));
    return targets.get(key);
  }

  function bySet({ set, entries }: KnownSet, base: Layer | undefined, namespace?: string): readonly StandardDefinition[] {
    if (!base) return [];
    const groups = entries.filter(([entry = '']) => namespace === undefined || targetOf(set, entry) === namespace);
    // What was opened is kept by this name, so it is another one for each schema of a set.
    return groups.map((group) => ({
      ...base,
      id: entries.length === 1 ? set : `${set}/${group[0]}`,
      schemas: [{ set, entries: group }],
    }));
  }

  function ofNamespace(namespace: string, base: Layer | undefined): readonly StandardDefinition[] {
    const installed = sets.filter(({ set }) => folders.get(set) !== undefined);
    const deciding = installed.filter((each) => each.authority?.includes(namespace));
    const chosen = deciding.length > 0 ? deciding : installed.filter(({ status }) => status === 'officieel');
    return chosen.flatMap((each) => bySet(each, base, namespace));
  }

  return {
    of({ message, berichtcode }) {
      const layer = layers.find(({ own }) => message && own.includes(message.namespace));
      const base = layer ?? (berichtcode === undefined ? undefined : layers[0]);
      const found = message ? ofNamespace(message.namespace, base) : [];
      return found.length > 0 ? found : layer ? [layer] : [];
    },
    only(name, standards) {
      const found = named(name, standards);
      return { of: () => found };
    },
  };

  function named(name: string, standards: readonly string[]): readonly StandardDefinition[] {
    const layer = layers.find(({ id }) => id === name);
    if (layer) return layer.own.flatMap((namespace) => ofNamespace(namespace, layer)).concat(layer);
    const set = sets.find((each) => each.set === name);
    if (set && folders.get(name) !== undefined) return bySet(set, layers[0]);
    const near = nearest(name, [...standards, ...layers.map(({ id }) => id), ...sets.map((each) => each.set)]);
    throw new HarnessError(
      'SUITE_UNKNOWN',
      { nl: `er is geen standaard "${name}"${didYouMean(near).nl}`, en: `there is no standard "${name}"${didYouMean(near).en}` },
      {
        hint: set
          ? {
              nl: `"ketentest standards add" installeert de set ${name}.`,
              en: `"ketentest standards add" installs the set ${name}.`,
            }
          : { nl: `Bekende standaarden: ${standards.join(', ')}.`, en: `Known standards: ${standards.join(', ')}.` },
      },
    );
  }
}

function readTarget(folder: string | undefined, entry: string): string | undefined {
  try {
    return /\btargetNamespace\s*=\s*"([^"]*)"/.exec(readFileSync(join(folder ?? '', entry), 'utf8'))?.[1];
  } catch {
    return undefined;
  }
}

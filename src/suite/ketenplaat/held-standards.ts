/** The koppelvlakken that we hold, as a ketenplaat knows them: which standaard each is, and who plays what in it. */
import type { ChainActor } from '../../model/chain.js';
import type { FileSet } from '../file-set.js';
import { listStandards } from '../load-standard.js';
import { readYaml } from '../yaml-reader.js';
import { type BlockSource, type BuildingBlock, blockSources } from './building-blocks.js';
import type { GemmaFile } from './plan-shapes.js';

export interface HeldStandard {
  /** E.g. `lampen-1.0`. */
  readonly id: string;
  readonly naam: string;
  readonly versie: string;
  readonly gemma: GemmaFile;
  /** Name of a component → what it plays in a chain of ours, and which that is. */
  readonly plays: ReadonlyMap<string, { readonly plays: ChainActor['plays']; readonly chain: string }>;
  /** Names of elements that who passes on may write anew, as our chains have it. */
  readonly rewrites: readonly string[];
  readonly blocks: readonly BuildingBlock[];
}

/** Every koppelvlak whose folder holds a `gemma.yaml`, in order of name. */
export async function heldStandards(files: FileSet): Promise<readonly HeldStandard[]> {
  const held: HeldStandard[] = [];
  for (const id of await listStandards(files.root)) {
    if (!(await files.list(id)).includes('gemma.yaml')) continue;
    const [{ value: standard }, { value: gemma }] = await Promise.all([
      readYaml(await files.read(`${id}/standard.yaml`), files.nameOf(`${id}/standard.yaml`), 'standard'),
      readYaml(await files.read(`${id}/gemma.yaml`), files.nameOf(`${id}/gemma.yaml`), 'gemma'),
    ]);
    const sources = await blockSources(files, id);
    held.push({
      ...{ id, naam: standard.naam, versie: standard.versie, gemma, plays: playsIn(sources) },
      rewrites: [...new Set(sources.flatMap(({ value }) => Object.values(value.links).flatMap(({ rewrites = [] }) => rewrites)))],
      blocks: sources.flatMap(({ blocks }) => blocks),
    });
  }
  return held;
}

function playsIn(sources: readonly BlockSource[]): HeldStandard['plays'] {
  return new Map(
    sources.flatMap(({ chain, value }) =>
      Object.values(value.actors).map(({ component, plays }) => [component, { plays, chain }] as const),
    ),
  );
}

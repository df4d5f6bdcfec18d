/** The scenarios of our chains, as blocks of which a person builds another chain of the same koppelvlak. */

import type { Place } from '../../model/harness-error.js';
import type { FileSet } from '../file-set.js';
import { scenarioOf } from '../load-suite.js';
import { neededBeside } from '../needed-beside.js';
import { readYaml } from '../yaml-reader.js';
import type { ChainFile } from '../yaml-shapes.js';

export interface BuildingBlock {
  /** `<chain>/<scenario id>` */
  readonly id: string;
  readonly title: string;
  /** Ids of blocks that have to go before it. */
  readonly needs: readonly string[];
}

/** A chain of ours that blocks are taken from. */
export interface BlockSource {
  readonly chain: string;
  readonly value: ChainFile;
  readonly blocks: readonly BuildingBlock[];
  place(path: readonly PropertyKey[]): Place;
}

/**
 * Every chain of a koppelvlak whose scenarios can be taken elsewhere. Plans of persons are no source.
 * @throws {HarnessError} `SUITE_INVALID` for a chain that cannot be read
 */
export async function blockSources(files: FileSet, standard: string): Promise<readonly BlockSource[]> {
  const names = (await files.list(`${standard}/chains`)).filter((name) => name.endsWith('.yaml'));
  const sources = await Promise.all(names.map((name) => blockSource(files, standard, name.slice(0, -'.yaml'.length))));
  return sources.filter((source) => source !== undefined);
}

/** @returns undefined for a plan, which is made of blocks itself */
export async function blockSource(files: FileSet, standard: string, chain: string): Promise<BlockSource | undefined> {
  const file = `${standard}/chains/${chain}.yaml`;
  const text = await files.read(file);
  if (isPlanText(text)) return undefined;
  const { value, place } = await readYaml(text, files.nameOf(file), 'chain');
  const scenarios = value.scenarios.map(scenarioOf);
  // A block goes over one koppeling; one that needs two cannot be put on another, and one that disturbs names hops of its own.
  const blocks = scenarios
    .filter(({ steps }) => new Set(steps.map(({ link }) => link)).size === 1 && steps.every(({ disturb }) => !disturb))
    .map(({ id, title }) => ({
      ...{ id: `${chain}/${id}`, title },
      needs: neededBeside({
        scenarios: scenarios.map((scenario) => (scenario.id === id ? { scenario } : { scenario, skipped: 'only' as const })),
      }).map((needed) => `${chain}/${needed}`),
    }));
  return { chain, value, blocks, place };
}

/** Whether a file among the chains is a plan. */
export function isPlanText(text: string): boolean {
  return /^plan:/m.test(text);
}

/**
 * A plan that a person has confirmed becomes a chain: the chosen building blocks, each over the koppelvlak's link that the
 * plan names. What is not confirmed is refused, all of it at once.
 */
import { formatPlace, HarnessError, type Place } from '../../model/harness-error.js';
import { nearest } from '../../model/nearest.js';
import type { FileSet } from '../file-set.js';
import { type PlacedScenario, scenarioOf } from '../load-suite.js';
import type { ReadYaml } from '../yaml-reader.js';
import type { ChainFile } from '../yaml-shapes.js';
import { type BlockSource, blockSource } from './building-blocks.js';
import { unconfirmed } from './open-points.js';
import type { PlanFile } from './plan-shapes.js';

export interface ExpandedPlan {
  readonly value: ChainFile;
  readonly placed: readonly PlacedScenario[];
}

/**
 * @throws {HarnessError} `PLAN_UNCONFIRMED` with everything that is still to do, `SUITE_INVALID` for a block that is not
 *   there or cannot be put on the link
 */
export async function expandPlan(files: FileSet, standard: string, plan: ReadYaml<PlanFile>): Promise<ExpandedPlan> {
  const { value, place } = plan;
  if (value.standard !== standard) throw invalid(place(['standard']), `"${value.standard}" is not ${standard}`);
  const open = unconfirmed(plan);
  if (open) throw open;
  const [onlyLink = '', ...otherLinks] = Object.keys(value.links);
  const chosen = value.bouwstenen.flatMap(({ kies, bouwsteen, link }, index): readonly Chosen[] => {
    if (kies !== 'ja') return [];
    if (link === undefined && otherLinks.length > 0)
      throw invalid(place(['bouwstenen', index]), 'with several links, say over which `link` this block goes');
    return [{ bouwsteen, link: link ?? onlyLink, index }];
  });
  const chains = [...new Set(chosen.map(({ bouwsteen }) => chainOf(bouwsteen)))];
  const sources = await Promise.all(chains.map((chain) => sourceOf(files, standard, chain)));
  const placed: PlacedScenario[] = [];
  const scenarios: ChainFile['scenarios'] = [];
  for (const [at, chain] of chains.entries()) {
    const own = chosen.filter(({ bouwsteen }) => chainOf(bouwsteen) === chain);
    const source = sources[at];
    const [first] = own;
    if (!source) throw invalid(place(['bouwstenen', first?.index ?? 0, 'bouwsteen']), `${standard} has no chain "${chain}"`);
    checkChosen(own, source, value, (index, key) => place(['bouwstenen', index, key]));
    for (const [index, scenario] of source.value.scenarios.entries()) {
      const block = own.find(({ bouwsteen }) => bouwsteen === `${chain}/${scenario.id}`);
      if (!block) continue;
      const moved = { ...scenario, steps: scenario.steps.map((step) => ({ ...step, link: block.link })) };
      scenarios.push(moved);
      placed.push({ scenario: scenarioOf(moved), place: (path) => source.place(['scenarios', index, ...path]) });
    }
  }
  const found = sources.filter((source) => source !== undefined);
  const fixtures = found.flatMap((source) => source.value.fixtures ?? []);
  return {
    placed,
    value: {
      title: value.title,
      testset: { id: `Plan ${value.title}`, versie: '1', bron: 'eigen', berichten: 'eigen' },
      variables: variablesOf(found, value, place),
      ...(fixtures.length > 0 && { fixtures }),
      ...{ actors: value.actors, links: value.links, scenarios },
    },
  };
}

interface Chosen {
  readonly bouwsteen: string;
  readonly link: string;
  readonly index: number;
}

function checkChosen(
  chosen: readonly Chosen[],
  { blocks }: BlockSource,
  { links }: PlanFile,
  at: (index: number, key: string) => Place,
): void {
  const known = blocks.map(({ id }) => id);
  const names = Object.keys(links);
  const ids = chosen.map(({ bouwsteen }) => bouwsteen);
  for (const [nth, { bouwsteen, link, index }] of chosen.entries()) {
    const block = blocks.find(({ id }) => id === bouwsteen);
    if (!block) throw invalid(at(index, 'bouwsteen'), `"${bouwsteen}" is no building block`, nearest(bouwsteen, known));
    if (ids.indexOf(bouwsteen) < nth) throw invalid(at(index, 'bouwsteen'), `"${bouwsteen}" is chosen twice`);
    if (!names.includes(link)) throw invalid(at(index, 'link'), `"${link}" is not a link of this plan`, nearest(link, names));
    const missing = block.needs.filter((needed) => !ids.includes(needed));
    if (missing.length > 0)
      throw invalid(at(index, 'bouwsteen'), `"${bouwsteen}" needs ${missing.join(', ')}: choose that too (kies: ja)`);
  }
}

/** Those of every source; two that declare one differently are only together when the plan says its value. */
function variablesOf(
  sources: readonly BlockSource[],
  { variables = {} }: PlanFile,
  place: ReadYaml<PlanFile>['place'],
): ChainFile['variables'] {
  const declared = new Map<string, ChainFile['variables'][number]>();
  const different = new Set<string>();
  for (const variable of sources.flatMap(({ value }) => value.variables)) {
    const known = declared.get(variable.name);
    const isSame = known === undefined || (known.type === variable.type && known.value === variable.value);
    if (!isSame && variables[variable.name] === undefined) different.add(variable.name);
    if (!known) declared.set(variable.name, variable);
  }
  if (different.size > 0) {
    const names = [...different].join(', ');
    throw invalid(place(['variables']), `the chains of the chosen blocks differ about ${names}: say here which value is meant`);
  }
  const settable = [...declared.values()].filter(({ type }) => type === 'constant').map(({ name }) => name);
  for (const name of Object.keys(variables)) {
    if (!settable.includes(name))
      throw invalid(place(['variables', name]), `"${name}" is no constant of the building blocks`, nearest(name, settable));
  }
  return [...declared.values()].map((each) => {
    const value = variables[each.name];
    return value === undefined ? each : { ...each, value };
  });
}

async function sourceOf(files: FileSet, standard: string, chain: string): Promise<BlockSource | undefined> {
  const isThere = (await files.list(`${standard}/chains`)).includes(`${chain}.yaml`);
  return isThere ? blockSource(files, standard, chain) : undefined;
}

function chainOf(block: string): string {
  return block.slice(0, block.indexOf('/'));
}

function invalid(at: Place, text: string, near?: string): HarnessError {
  return new HarnessError('SUITE_INVALID', `${formatPlace(at)}: ${text}${near ? `; did you mean "${near}"?` : ''}`, {
    place: at,
  });
}

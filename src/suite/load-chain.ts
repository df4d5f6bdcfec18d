/**
 * Loads a keten: `suites/<standard>/chains/<id>.yaml` holds its actors, its koppelingen and its scenarios in one file. A plan
 * that was proposed from a ketenplaat is one too, once a person has confirmed it.
 */
import type { Chain, ChainActor, ChainLink } from '../model/chain.js';
import { HarnessError } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import type { Scenario, Step } from '../model/scenario.js';
import { checkChain, checkSteps, checkWays } from './check-chain.js';
import type { FileSet } from './file-set.js';
import { isPlanText } from './ketenplaat/building-blocks.js';
import { expandPlan } from './ketenplaat/expand-plan.js';
import { type SuiteFiles, scenarioOf } from './load-suite.js';
import { readYaml } from './yaml-reader.js';
import type { ChainFile } from './yaml-shapes.js';

/**
 * @param id - name of the file, without ending
 * @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name, `SUITE_INVALID` with file:line:column, `PLAN_UNCONFIRMED`
 */
export async function readChain(files: FileSet, standard: string, id: string): Promise<SuiteFiles> {
  const known = await chainsOf(files, standard);
  if (!known.includes(id)) throw unknownChain(standard, id, known);
  const file = `${standard}/chains/${id}.yaml`;
  const text = await files.read(file);
  if (isPlanText(text)) {
    const plan = await readYaml(text, files.nameOf(file), 'plan');
    const { value, placed } = await expandPlan(files, standard, plan);
    const chain = chainOf(value);
    checkChain(chain, plan.place);
    checkWays(value, chain, plan.place);
    const said = placed.map((each) => ({ ...each, scenario: addressed(each.scenario, chain) }));
    return { file, value, placed: said, chain };
  }
  const { value, place } = await readYaml(text, files.nameOf(file), 'chain');
  const chain = chainOf(value);
  checkChain(chain, place);
  checkSteps(value, chain, place);
  checkWays(value, chain, place);
  const placed = value.scenarios.map((each, index) => ({
    scenario: addressed(scenarioOf(each), chain),
    place: (path: readonly PropertyKey[]) => place(['scenarios', index, ...path]),
  }));
  return { file, value, placed, chain };
}

/** Names of the chains of a standard. */
export async function chainsOf(files: FileSet, standard: string): Promise<readonly string[]> {
  const names = await files.list(`${standard}/chains`);
  return names.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
}

function chainOf({ actors, links }: ChainFile): Chain {
  return {
    actors: Object.entries(actors).map(
      ([id, { applicatie, also, patience, ...actor }]): ChainActor => ({
        ...{ id, ...actor },
        ...(also && { also }),
        ...(applicatie !== undefined && { applicatie }),
        ...(patience !== undefined && { patience }),
      }),
    ),
    links: Object.entries(links).map(
      ([id, { via, rewrites, bron, ...link }]): ChainLink => ({
        id,
        ...link,
        via: via ?? [],
        rewrites: rewrites ?? [],
        ...(bron && { bron: bron as NonNullable<ChainLink['bron']> }),
      }),
    ),
  };
}

/** What we say for an actor names that actor as its sender, and who it is for. */
function addressed(scenario: Scenario, { actors, links }: Chain): Scenario {
  const nameOf = (id: string | undefined) => actors.find((each) => each.id === id)?.applicatie;
  const steps = scenario.steps.map((step): Step => {
    const link = links.find(({ id }) => id === step.link);
    const [from, to] = [nameOf(link?.from), nameOf(link?.to)];
    const names = {
      ...(from !== undefined && { 'zender.applicatie': from }),
      ...(to !== undefined && { 'ontvanger.applicatie': to }),
    };
    if (!step.send || Object.keys(names).length === 0) return step;
    return { ...step, send: { ...step.send, stuurgegevens: { ...names, ...step.send.stuurgegevens } } };
  });
  return { ...scenario, steps };
}

function unknownChain(standard: string, id: string, known: readonly string[]): HarnessError {
  const near = nearest(id, known);
  const meant = didYouMean(near && `${standard}/chains/${near}`);
  const all = known.map((each) => `${standard}/chains/${each}`).join(', ') || '–';
  return new HarnessError(
    'SUITE_UNKNOWN',
    { nl: `${standard} heeft geen keten "${id}"${meant.nl}`, en: `${standard} has no chain "${id}"${meant.en}` },
    { hint: { nl: `Bekende ketens: ${all}.`, en: `Known chains: ${all}.` } },
  );
}

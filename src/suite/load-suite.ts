/**
 * Loads a suite: one role of one standard, its scenarios and the messages they send.
 */

import { compileTemplate, type Template } from '../message/template.js';
import type { Chain } from '../model/chain.js';
import { millisIn } from '../model/duration.js';
import { HarnessError, type Place } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import type { ExpectationKind, ReadBack, Scenario, Step, Suite, VariableDefinition } from '../model/scenario.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import { checkScenarios } from './check-scenarios.js';
import type { FileSet } from './file-set.js';
import { readChain } from './load-chain.js';
import { loadStandard } from './load-standard.js';
import { lineOf } from './standard-line.js';
import { readYaml } from './yaml-reader.js';
import type { RoleFile, ScenarioFile, StepFile } from './yaml-shapes.js';

/** What the path of a chain has instead of a role. */
const CHAINS = 'chains/';

export interface LoadedSuite {
  readonly suite: Suite;
  readonly standard: StandardDefinition;
  /** By template name. */
  readonly templates: ReadonlyMap<string, Template>;
  /** Every file it was read from, by path below `suites/`. */
  readonly files: ReadonlyMap<string, string>;
}

/** A scenario with the places of its steps in the file, for complaints that need the whole suite. */
export interface PlacedScenario {
  readonly scenario: Scenario;
  place(path: readonly PropertyKey[]): Place;
}

/**
 * Loads a suite by its path.
 * @param id - e.g. `<standard>/<role>`
 * @param kinds - the kinds of expectation that can be judged; another one is refused here
 * @throws {HarnessError} `SUITE_UNKNOWN`, `SUITE_INVALID`, `OPERATION_UNKNOWN`, `EXPECTATION_UNKNOWN`, `VARIABLE_UNKNOWN`, `TEMPLATE_INVALID`
 */
export async function loadSuite(files: FileSet, id: string, kinds: ReadonlyMap<string, ExpectationKind>): Promise<LoadedSuite> {
  const [standardId = '', ...rest] = id.split('/');
  const role = rest.join('/');
  const standard = await loadStandard(files, standardId);
  const { file, value, placed, chain } = role.startsWith(CHAINS)
    ? await readChain(files, standardId, role.slice(CHAINS.length))
    : await readRole(files, standard, role);
  const templates = await loadTemplates(files, standardId, placed);
  const variables = value.variables.map(variable);
  checkScenarios({ scenarios: placed, variables, standard, templates, kinds, roleFile: files.nameOf(file) });
  return {
    suite: {
      id: `${standardId}/${role}`,
      standard: standardId,
      role,
      title: value.title,
      ...(chain && { chain }),
      testset: { ...value.testset, digest: files.digest() },
      variables,
      scenarios: placed.map(({ scenario }) => scenario),
      ...(value.fixtures && { fixtures: value.fixtures }),
    },
    standard,
    templates,
    files: files.all(),
  };
}

/** A suite as its files say it, before its parts are held against each other. */
export interface SuiteFiles {
  /** The one that declares the variables. */
  readonly file: string;
  readonly value: Pick<RoleFile, 'title' | 'testset' | 'variables' | 'fixtures'>;
  readonly placed: readonly PlacedScenario[];
  readonly chain?: Chain;
}

async function readRole(files: FileSet, standard: StandardDefinition, role: string): Promise<SuiteFiles> {
  refuseUnknownRole(standard, role);
  const folder = `${standard.id}/roles/${role}`;
  const file = `${folder}/role.yaml`;
  const { value } = await readYaml(await files.read(file), files.nameOf(file), 'role');
  return { file, value, placed: await Promise.all(value.scenarios.map((name) => loadScenario(files, `${folder}/${name}.yaml`))) };
}

function refuseUnknownRole(standard: StandardDefinition, role: string): void {
  const known = standard.roles.map((each) => each.id);
  if (known.includes(role)) return;
  const near = nearest(role, known);
  const meant = didYouMean(near && `${standard.id}/${near}`);
  const all = known.map((each) => `${standard.id}/${each}`).join(', ');
  throw new HarnessError(
    'SUITE_UNKNOWN',
    { nl: `${standard.id} heeft geen rol "${role}"${meant.nl}`, en: `${standard.id} has no role "${role}"${meant.en}` },
    {
      hint: { nl: `Bekende testsets: ${all}.`, en: `Known suites: ${all}.` },
    },
  );
}

async function loadScenario(files: FileSet, file: string): Promise<PlacedScenario> {
  const { value, place } = await readYaml(await files.read(file), files.nameOf(file), 'scenario');
  return { scenario: scenarioOf(value), place };
}

async function loadTemplates(
  files: FileSet,
  standard: string,
  placed: readonly PlacedScenario[],
): Promise<ReadonlyMap<string, Template>> {
  const sources = placed.flatMap(({ scenario: { steps } }) =>
    steps.flatMap((step) => [step.send, step.readBack, step.receive?.example].filter((source) => source !== undefined)),
  );
  const names = [...new Set(sources.map((source) => source.template))].sort();
  const folders = (await lineOf(files, standard)).map(({ id }) => `${id}/messages`).reverse();
  const listed = await Promise.all(folders.map(async (folder) => ({ folder, names: await files.list(folder) })));
  const entries = await Promise.all(
    names.map(async (name) => {
      const own = listed.find((each) => each.names.includes(`${name}.xml.hbs`))?.folder ?? `${standard}/messages`;
      const file = `${own}/${name}.xml.hbs`;
      return [name, compileTemplate(await files.read(file), files.nameOf(file))] as const;
    }),
  );
  return new Map(entries);
}

/** A scenario as its file says it. */
export function scenarioOf(of: ScenarioFile): Scenario {
  return {
    id: of.id,
    title: of.title,
    verplicht: of.verplicht,
    ...(of.bron && { bron: of.bron as NonNullable<Scenario['bron']> }),
    ...(of.decides && { decides: of.decides }),
    steps: of.steps.map(step),
  };
}

function step(of: StepFile): Step {
  const { send, receive, readBack, ask, requires, capture, expect, fault, ...rest } = of;
  return {
    ...rest,
    requires: requires ?? [],
    capture: capture ?? [],
    expect: (expect ?? []).map(expectation),
    ...(send && { send: { ...send, with: send.with ?? {} } }),
    ...(receive && { receive: { ...receive, example: { ...receive.example, with: receive.example.with ?? {} } } }),
    ...(fault && { fault: { ...fault, prescribed: fault.prescribed ?? false } }),
    ...(readBack && { readBack: asked(readBack) }),
    ...(ask && { readBack: asked({ ...ask, service: of.service }), isEndState: true }),
  } as Step;
}

function asked({ within, ...of }: NonNullable<StepFile['readBack']>): ReadBack {
  const withinMillis = within === undefined ? undefined : millisIn(within);
  return {
    ...{ ...of, with: of.with ?? {}, expect: of.expect.map(expectation) },
    ...(withinMillis !== undefined && { withinMillis }),
  };
}

function expectation({ kind, ...options }: { kind: string; [option: string]: unknown }) {
  return { kind, options };
}

function variable(of: RoleFile['variables'][number]): VariableDefinition {
  return { ...of, moetBestaan: of.moetBestaan ?? false } as VariableDefinition;
}

/**
 * Loads a suite with everything that a command needs to plan it: the same judges for loading as for running.
 */
import { HarnessError } from '../model/harness-error.js';
import { didYouMean, nearest } from '../model/nearest.js';
import type { RoleDefinition, StandardDefinition } from '../model/standard-definition.js';
import type { LoadedSuite } from '../suite/load-suite.js';
import { isOwnFile } from './own-suite.js';
import { packageFacts } from './package-root.js';

/**
 * @param id - a suite, or the file of a plan
 * @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name, `SUITE_INVALID` with file:line:column, `PLAN_UNCONFIRMED`
 */
export async function openSuite(id: string): Promise<LoadedSuite> {
  if (isOwnFile(id)) return (await import('./own-suite.js')).openOwnFile(id);
  const [{ JUDGES }, { openFileSet }, { loadSuite }] = await Promise.all([
    import('../judge/index.js'),
    import('../suite/file-set.js'),
    import('../suite/load-suite.js'),
  ]);
  return loadSuite(openFileSet(packageFacts().suites), id, JUDGES);
}

/**
 * Loads a standard and finds the role in it, for a counterpart that needs no scenarios.
 * @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name, `SUITE_INVALID` with file:line:column
 */
export async function openStandard(
  id: string,
): Promise<{ readonly standard: StandardDefinition; readonly role: RoleDefinition }> {
  const [{ openFileSet }, { loadStandard }] = await Promise.all([
    import('../suite/file-set.js'),
    import('../suite/load-standard.js'),
  ]);
  const [name = '', wanted = ''] = id.split('/');
  const standard = await loadStandard(openFileSet(packageFacts().suites), name);
  const role = standard.roles.find((each) => each.id === wanted);
  if (role !== undefined) return { standard, role };
  const known = standard.roles.map((each) => each.id);
  const near = nearest(wanted, known);
  const meant = didYouMean(near && `${name}/${near}`);
  const all = known.map((each) => `${name}/${each}`).join(', ');
  const text = { nl: `${name} heeft geen rol "${wanted}"${meant.nl}`, en: `${name} has no role "${wanted}"${meant.en}` };
  throw new HarnessError('SUITE_UNKNOWN', text, {
    hint: wanted === 'chains' ? ACTOR_OF_CHAIN : { nl: `Rollen: ${all}.`, en: `Roles: ${all}.` },
  });
}

const ACTOR_OF_CHAIN = {
  nl: 'Van een keten speelt simulate één partij die doorgeeft, <standaard>/chains/<keten>/<partij>; "ketentest run" speelt de hele keten.',
  en: 'Of a chain simulate plays one actor that passes on, <standard>/chains/<chain>/<actor>; "ketentest run" plays the whole chain.',
} as const;

/**
 * Suite and patterns in one operand: `<standard>/<role>`, `<standard>/chains/<id>`, and `/<pattern>` behind either; or the file
 * of a plan.
 */
export function splitOperand(operand: string): { readonly suite: string; readonly only: readonly string[] } {
  if (isOwnFile(operand)) return { suite: operand, only: [] };
  const [standard = '', first = '', ...others] = operand.replace(/\/+$/, '').split('/');
  // A chain has a name of three parts.
  const isChain = first === 'chains' && others.length > 0;
  const role = isChain ? `${first}/${others[0]}` : first;
  const rest = isChain ? others.slice(1) : others;
  return { suite: role === '' ? standard : `${standard}/${role}`, only: rest.length > 0 ? [rest.join('/')] : [] };
}

export function noSuiteNamed(): HarnessError {
  return new HarnessError(
    'USAGE',
    { nl: 'er is geen testset genoemd', en: 'no suite was named' },
    {
      hint: {
        nl: 'Noem er een, of zet "suites" in ketentest.yaml; "ketentest list" toont ze.',
        en: 'Name one, or set "suites" in ketentest.yaml; "ketentest list" shows them.',
      },
    },
  );
}

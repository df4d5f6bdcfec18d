/**
 * Loads a suite with everything that a command needs to plan it: the same judges for loading as for running.
 */
import type { LoadedSuite } from '../suite/load-suite.js';
import { packageFacts } from './package-root.js';

/** @throws {HarnessError} `SUITE_UNKNOWN` with the nearest name, `SUITE_INVALID` with file:line:column */
export async function openSuite(id: string): Promise<LoadedSuite> {
  const [{ JUDGES }, { openFileSet }, { loadSuite }] = await Promise.all([
    import('../judge/index.js'),
    import('../suite/file-set.js'),
    import('../suite/load-suite.js'),
  ]);
  return loadSuite(openFileSet(packageFacts().suites), id.replace(/\/+$/, ''), JUDGES);
}

/** Suite and patterns in one operand: `<standard>/<role>` or `<standard>/<role>/<pattern>`. */
export function splitOperand(operand: string): { readonly suite: string; readonly only: readonly string[] } {
  const [standard = '', role = '', ...rest] = operand.split('/');
  return {
    suite: role === '' ? standard : `${standard}/${role}`,
    only: rest.length > 0 && rest[0] !== '' ? [rest.join('/')] : [],
  };
}

/**
 * Loads the ways in which a product that sends can be wrong: `selftest/consumers.yaml` of a standard, by role.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { formatPlace, HarnessError } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
import { stepPath } from '../model/plan.js';
import type { WrongConsumer } from '../model/wrong-consumer.js';
import type { FileSet } from './file-set.js';
import type { LoadedSuite } from './load-suite.js';
import { readAnyYaml } from './yaml-reader.js';

const text = z.string().min(1);
const shape = z.record(
  text,
  z.array(
    z.strictObject({
      ...{ what: text, step: text, told: text },
      replace: text.optional(),
      by: z.string().optional(),
      headers: z.record(z.string(), z.string()).optional(),
    }),
  ),
);

/**
 * @returns in order of the file; empty for a suite that has none
 * @throws {HarnessError} `SUITE_INVALID` with file:line:column, also for a step that the suite does not wait for
 */
export async function loadWrongConsumers(
  files: FileSet,
  { suite }: Pick<LoadedSuite, 'suite'>,
): Promise<readonly WrongConsumer[]> {
  const path = `${suite.standard}/selftest/consumers.yaml`;
  if (!existsSync(join(files.root, ...path.split('/')))) return [];
  const { value, place } = readAnyYaml(await files.read(path), files.nameOf(path), 'SUITE_INVALID');
  const { checkShape } = await import('./yaml-check.js');
  const own = checkShape(value, shape, place, 'SUITE_INVALID')[suite.role] ?? [];
  const known = suite.scenarios.flatMap((scenario) =>
    scenario.steps.filter(({ receive }) => receive).map((step) => stepPath(scenario, step)),
  );
  own.forEach(({ step }, index) => {
    if (known.includes(step)) return;
    const at = place([suite.role, index, 'step']);
    const near = nearest(step, known);
    const meant = near ? `; did you mean "${near}"?` : '';
    throw new HarnessError('SUITE_INVALID', `${formatPlace(at)}: ${suite.id} does not wait for "${step}"${meant}`, { place: at });
  });
  return own as readonly WrongConsumer[];
}

/** The faults that a suite has us make in its answers: looked up by name, before anything is waited for. */

import type { Faulter, PlannedFault } from '../../actor/faulter.js';
import { createStepFaulter } from '../../actor/step-faulter.js';
import { HarnessError } from '../../model/harness-error.js';
import { nearest } from '../../model/nearest.js';
import type { Plan } from '../../model/plan.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { Family } from '../../standard/family.js';
import { replyFaultsOf } from './simulate-faults.js';

/**
 * Undefined for a suite in which nothing goes wrong.
 * @throws {HarnessError} `SUITE_INVALID` for a fault that is not there, with the nearest name
 */
export function stepFaulter(
  { scenarios }: Pick<Plan, 'scenarios'>,
  standard: StandardDefinition,
  family: Family,
): Faulter | undefined {
  const known = replyFaultsOf(family);
  const faults = new Map<string, PlannedFault['fault']>();
  for (const { scenario } of scenarios)
    for (const { misbehave, answers, nr } of scenario.steps) {
      if (misbehave === undefined) continue;
      const fault = known.find(({ name }) => name === misbehave);
      if (!fault)
        throw unknown(
          misbehave,
          `${scenario.id}/${nr}`,
          known.map(({ name }) => name),
        );
      faults.set(`${scenario.id}/${answers}`, fault);
    }
  return faults.size === 0 ? undefined : createStepFaulter(faults, standard);
}

function unknown(name: string, step: string, known: readonly string[]): HarnessError {
  const near = nearest(name, known);
  return new HarnessError(
    'SUITE_INVALID',
    `step ${step}: there is no fault "${name}"${near ? `; did you mean "${near}"?` : ''}`,
    {
      hint: 'ketentest list faults names them all.',
    },
  );
}

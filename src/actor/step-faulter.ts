/**
 * Makes the answers to some steps of a suite wrong, as the suite says: the product is to show how it copes.
 */
import type { StandardDefinition } from '../model/standard-definition.js';
import { type Faulter, type PlannedFault, wrongly } from './faulter.js';

/** @param faults - by path of the step whose message is answered wrongly */
export function createStepFaulter(faults: ReadonlyMap<string, PlannedFault['fault']>, standard: StandardDefinition): Faulter {
  return {
    apply(right, heard, _service, purpose) {
      const fault = purpose && faults.get(`${purpose.scenario}/${purpose.step}`);
      if (!fault) return { reply: right, faults: [] };
      return { reply: wrongly(fault, right, { heard, standard }), faults: [fault.name] };
    },
  };
}

/** Ids that a check in a report can have. */
import { loadAllRules } from '../all-rules.js';
import { loadAllSymptoms } from '../all-symptoms.js';
import { FINDING_EXPLANATIONS } from './finding-explanations.js';

/** Of rules of the standards, of symptoms on the wire, and of what else a judge tells. */
export async function findingCodes(): Promise<readonly string[]> {
  const [rules, symptoms] = await Promise.all([loadAllRules(), loadAllSymptoms()]);
  return [...rules.keys(), ...symptoms.map(({ id }) => id), ...Object.keys(FINDING_EXPLANATIONS)];
}

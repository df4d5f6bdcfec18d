/** Holds our verdicts on a group of mutants against the stored ones of Xerces. */
import type { SchemaOutcome } from '../../../src/model/record.js';
import { digestOfMutants, type MutantGroup } from './mutant-groups.js';
import type { StoredGroup } from './verdict-file.js';

export interface Disagreement {
  /** The worst there is: we let something through that Xerces refuses. */
  readonly isFalseValid: boolean;
  readonly note: string;
}

/** How the mutants are made changed, or a compact schema: then the verdicts are about other bytes. */
export const STALE = 'other mutants than those that Xerces judged: "npm run xerces-verdicts" asks it again (needs Java)';

export function disagreements(
  group: MutantGroup,
  stored: StoredGroup,
  validate: (bytes: Uint8Array) => SchemaOutcome,
): readonly Disagreement[] {
  const mutants = group.make();
  const name = `${group.type} ${group.sample}`;
  if (digestOfMutants(mutants) !== stored.digest) return [{ isFalseValid: false, note: `${name}: ${STALE}` }];
  return mutants.flatMap(({ kind, path, bytes }, index) => {
    const outcome = validate(bytes);
    const isValid = outcome.decided && outcome.violations.length === 0;
    if (outcome.decided && isValid === stored.valid[index]) return [];
    return [{ isFalseValid: isValid, note: `${name}: ${kind} ${path}: we say ${isValid ? 'valid' : told(outcome)}` }];
  });
}

function told(outcome: SchemaOutcome): string {
  return outcome.decided ? `invalid: ${outcome.violations[0]?.message}` : `undecided: ${outcome.detail}`;
}

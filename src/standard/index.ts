/**
 * The families of standards that we speak.
 */
import { HarnessError, type Place } from '../model/harness-error.js';
import { nearest } from '../model/nearest.js';
import type { Family } from './family.js';
import { stuf } from './stuf/family.js';

const FAMILIES: ReadonlyMap<string, Family> = new Map([stuf].map((family) => [family.id, family]));

/**
 * @throws {HarnessError} `SUITE_INVALID` for a family that we do not speak
 */
export function familyOf(id: string, where?: () => Place): Family {
  const family = FAMILIES.get(id);
  if (family) return family;
  const near = nearest(id, [...FAMILIES.keys()]);
  throw new HarnessError('SUITE_INVALID', `there is no family of standards "${id}"${near ? `; did you mean "${near}"?` : ''}`, {
    ...(where && { place: where() }),
    hint: `Known families: ${[...FAMILIES.keys()].join(', ')}.`,
  });
}

/**
 * What a fault code says of its cause: the standard gives most codes one meaning, two of them none in particular, and leaves
 * other codes to sector models.
 *
 * @see StUF 03.01 §4.4.3, tables 4.1 and 8.1
 */
import type { StandardDefinition } from '../../model/standard-definition.js';
import type { FaultMeaning } from '../family.js';

/** The rule that has the table of codes. */
const TABLE = 'STUF-0301-FO-02';

/** The content is wrong, in whatever way; the process failed, for whatever reason. */
const GENERAL = ['StUF055', 'StUF058'];

export function faultMeaning({ rules }: StandardDefinition, code: string): FaultMeaning {
  if (GENERAL.includes(code)) return 'general';
  const check = rules.find(({ id }) => id === TABLE)?.check;
  const table = check?.kind === 'code' ? check.options.table : undefined;
  return typeof table === 'object' && table !== null && code in table ? 'specific' : 'own';
}

/**
 * What the profile `praktijk` tolerates where code decides a rule: the reason stands with the rule, the exact case here.
 */
import type { Finding } from '../../model/finding.js';
import type { SchemaViolation } from '../../model/record.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { type Tolerance, tolerate } from '../../model/tolerance.js';
import type { MessageFacts } from '../family.js';

/** Where the length of numbers is limited. */
const NUMBER_LENGTH = 'STUF-0301-RF-02';

/** More than this is no number that anybody keeps. */
const TOLERABLE_LENGTH = 255;

/** The tolerance that stands with a rule; undefined in the profile strict. */
export function toleranceOf(
  rule: string,
  { standard, profile }: { readonly standard: StandardDefinition; readonly profile: 'strict' | 'praktijk' },
): Tolerance | undefined {
  return profile === 'praktijk' ? standard.rules.find(({ id }) => id === rule)?.praktijk : undefined;
}

/** A point of attention where this is the tolerated case, and the finding as it is otherwise. */
export function toleratedWhen(
  isCase: boolean,
  finding: Finding,
  on: { readonly standard: StandardDefinition; readonly profile: 'strict' | 'praktijk' },
): Finding {
  const tolerance = isCase ? toleranceOf(finding.id, on) : undefined;
  return tolerance ? tolerate(finding, tolerance) : finding;
}

/** A schema violation that is nothing but a number that is too long. */
export function toleratedViolation(
  { message, path }: SchemaViolation,
  { referentienummer, crossRefnummer }: MessageFacts,
  standard: StandardDefinition,
): Tolerance | undefined {
  const name = /(?:^|\/)(?:\w+:)?stuurgegevens(?:\[1\])?\/(?:\w+:)?(referentienummer|crossRefnummer)(?:\[1\])?$/.exec(
    path ?? '',
  )?.[1];
  const value = name === 'referentienummer' ? referentienummer : name === 'crossRefnummer' ? crossRefnummer : undefined;
  const isOnlyLong = value !== undefined && value.length > 40 && value.length <= TOLERABLE_LENGTH;
  if (!isOnlyLong || !/maxLength|maximum length|valid value/i.test(message)) return undefined;
  return toleranceOf(NUMBER_LENGTH, { standard, profile: 'praktijk' });
}

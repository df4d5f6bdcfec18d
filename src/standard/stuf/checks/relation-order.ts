/**
 * Relations that occur in both objects of a kennisgeving stand in the same order in each. A relation on one side only, or
 * with another verwerkingssoort, is the business of other rules.
 *
 * @see StUF 03.01 §5.2.6
 */
import type { MessageCheck } from '../../family.js';
import { type Entity, kennisgevingenIn } from './kennisgevingen.js';
import { breachAt } from './place.js';

export const relationOrder: MessageCheck = (input) => {
  const pairs = kennisgevingenIn(input.message).flatMap(({ objects: [old, current] }) =>
    old && current && old.relations.length > 0 && current.relations.length > 0 ? [{ old, current }] : [],
  );
  if (pairs.length === 0) return undefined;
  return pairs.flatMap(({ old, current }) => {
    const [before, after] = [paired(old), paired(current)];
    const at = after.findIndex((each, index) => each.counterpart !== before[index]);
    const [wrong, wanted] = [after[at], before[at]];
    if (!wrong) return [];
    return [breachAt(input, wrong.element, { expected: told(wanted), found: told(wrong) })];
  });
};

function paired({ relations }: Entity): readonly Entity[] {
  return relations.filter(({ counterpart }) => counterpart);
}

function told(relation: Entity | undefined): string {
  return relation ? `${relation.element.name} (${relation.verwerkingssoort ?? '-'})` : '-';
}

/**
 * A group of elements is only there when something in it is. An entity or relation may be empty for a reason; the compact
 * schema tells which elements are neither.
 * Option `except`: local names of groups that may be empty, such as parameters.
 *
 * @see StUF 03.01 §3.2.3
 */
import type { Shape } from '../../../model/shape.js';
import type { MessageCheck } from '../../family.js';
import { isNil, noValueOf } from '../registry/elements.js';
import { optionWords } from './option-words.js';
import { breachAt } from './place.js';
import { shapedIn } from './walk-shapes.js';

export const emptyGroups: MessageCheck = (input) => {
  const except = optionWords(input.options, 'except');
  const groups = shapedIn(input.message, input.standard.shapes)
    .filter(({ element, shape }) => isGroup(shape) && !except.includes(element.name))
    .map(({ element }) => element);
  if (groups.length === 0) return undefined;
  return groups
    .filter((each) => each.children.length === 0 && !isNil(each) && noValueOf(each) === undefined)
    .map((each) => breachAt(input, each, { expected: '1..*', found: '0' }));
};

/** Holds elements, none of which must be there, and is no entity. */
function isGroup(shape: Shape): boolean {
  return (
    shape.value === undefined &&
    shape.entiteittype === undefined &&
    shape.particles.length > 0 &&
    shape.particles.every((each) => each.kind !== 'any' && each.min === 0)
  );
}

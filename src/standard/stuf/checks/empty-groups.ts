/**
 * A group of elements is only there when something in it is. An entity or relation may be empty for a reason; the compact
 * schema tells which elements are neither.
 * Option `except`: local names of groups that may be empty, such as parameters.
 *
 * @see StUF 03.01 §3.2.3
 */
import type { Shape } from '../../../model/shape.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { MessageCheck } from '../../family.js';
import { isNil, noValueOf } from '../registry/elements.js';
import { optionWords } from './option-words.js';
import { breachAt } from './place.js';
import { walkShapes } from './walk-shapes.js';

export const emptyGroups: MessageCheck = (input) => {
  const groups: XmlElement[] = [];
  const except = optionWords(input.options, 'except');
  if (input.standard.shapes)
    walkShapes(input.message, input.standard.shapes, (element, shape) => {
      if (isGroup(shape) && !except.includes(element.name)) groups.push(element);
    });
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

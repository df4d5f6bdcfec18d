/**
 * The elements that the parts of a question name, compared: `samePaths` wants the same in both parts, `otherPaths` wants
 * none in both. Options: `parts`, two local names below the question.
 *
 * @see StUF 03.01 §6.3.1
 */
import { childOf, type XmlElement } from '../../../model/xml-element.js';
import type { Breach, MessageCheck, MessageCheckInput } from '../../family.js';
import { isFilled, isNil } from '../registry/elements.js';
import { breachAt } from './place.js';
import { questionIn } from './question-parts.js';

export const samePaths: MessageCheck = (input) => {
  const [one, other] = partsOf(input);
  if (!one && !other) return undefined;
  const question = questionIn(input.message) ?? input.message;
  return [...lacking(input, one, other ?? question), ...lacking(input, other, one ?? question)];
};

export const otherPaths: MessageCheck = (input) => {
  const [one, other] = partsOf(input);
  if (!one || !other) return undefined;
  const there = criteriaIn(other);
  return [...criteriaIn(one)].flatMap(([path, element]) => (there.has(path) ? [breachAt(input, element, { found: path })] : []));
};

/**
 * What an element selects on: path of local names → the element that carries the criterion. An element that is empty
 * without a reason selects on nothing.
 */
export function criteriaIn(element: XmlElement, above = ''): ReadonlyMap<string, XmlElement> {
  return new Map(
    element.children.flatMap((child) => {
      const path = `${above}${child.name}`;
      if (child.children.length > 0) return [...criteriaIn(child, `${path}/`)];
      return isFilled(child) || isNil(child) ? [[path, child] as const] : [];
    }),
  );
}

/** What the one part names and the other does not. */
function lacking(input: MessageCheckInput, one: XmlElement | undefined, other: XmlElement): readonly Breach[] {
  if (!one) return [];
  const there = criteriaIn(other);
  return [...criteriaIn(one)].flatMap(([path, element]) =>
    there.has(path) ? [] : [breachAt(input, element, { expected: `${path}: 2`, found: `${path}: 1` })],
  );
}

function partsOf({ message, options }: MessageCheckInput): readonly (XmlElement | undefined)[] {
  const question = questionIn(message);
  return (options.parts as readonly string[]).map((name) => question && childOf(question, name));
}

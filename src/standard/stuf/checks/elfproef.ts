/**
 * Whether numbers pass the elfproef: the digits, weighted from the length down to 2 and the last one by -1, add up to
 * a multiple of eleven. Options: `path`, the prefixed steps that the elements end in, and `length`.
 * Numbers of another length or with other signs are left to the rule about their form.
 */
import { parsePath } from '../../../model/element-path.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { MessageCheck } from '../../family.js';
import { isFilled } from '../registry/elements.js';
import { breachAt } from './place.js';

export const elfproef: MessageCheck = ({ message, options, standard }) => {
  const steps = parsePath(String(options.path), standard.namespaces);
  const length = Number(options.length);
  const numbers = elementsEndingIn(message, steps)
    .filter(isFilled)
    .filter(({ text }) => text.trim().length === length && /^\d+$/.test(text.trim()));
  if (numbers.length === 0) return undefined;
  return numbers
    .filter(({ text }) => !passes(text.trim()))
    .map((each) => breachAt({ message, standard }, each, { expected: 'elfproef', found: each.text.trim() }));
};

/** Nobody has a number of zeros only, although it adds up. */
function passes(digits: string): boolean {
  const sum = [...digits].reduce((total, digit, index) => {
    const weight = index === digits.length - 1 ? -1 : digits.length - index;
    return total + weight * Number(digit);
  }, 0);
  return sum % 11 === 0 && /[1-9]/.test(digits);
}

type Steps = ReturnType<typeof parsePath>;

function elementsEndingIn(element: XmlElement, steps: Steps, above: readonly XmlElement[] = []): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    const way = [...above, child];
    const last = way.slice(-steps.length);
    const ends =
      last.length === steps.length &&
      last.every((each, index) => each.name === steps[index]?.name && each.namespace === steps[index]?.namespace);
    return [...(ends ? [child] : []), ...elementsEndingIn(child, steps, way)];
  });
}

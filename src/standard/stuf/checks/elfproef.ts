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

function elementsEndingIn(message: XmlElement, steps: Steps): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const way: XmlElement[] = [];
  const look = (parent: XmlElement) => {
    for (const child of parent.children) {
      way.push(child);
      if (endsIn(way, steps)) found.push(child);
      look(child);
      way.pop();
    }
  };
  look(message);
  return found;
}

function endsIn(way: readonly XmlElement[], steps: Steps): boolean {
  const from = way.length - steps.length;
  return (
    from >= 0 &&
    steps.every((step, index) => way[from + index]?.name === step.name && way[from + index]?.namespace === step.namespace)
  );
}

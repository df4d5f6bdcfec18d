/**
 * Of occurrences in time, at most one is marked as the latest, and it is the latest.
 * Options: `element`, the prefixed name of what occurs; `moment`, `mark`: prefixed names in it; `value` of the mark.
 */
import { follow, parsePath, valuesAt } from '../../../model/element-path.js';
import type { MessageCheck } from '../../family.js';
import { breachAt } from './place.js';
import { objectsIn } from './question-parts.js';

export const latestMarked: MessageCheck = ({ message, options, standard }) => {
  const steps = (name: string) => parsePath(String(options[name]), standard.namespaces);
  const groups = objectsIn(message)
    .map((object) =>
      follow(object, steps('element')).map((element) => ({
        element,
        moment: valuesAt(element, steps('moment'))[0]?.value ?? '',
        isMarked: valuesAt(element, steps('mark'))[0]?.value === options.value,
      })),
    )
    .filter((group) => group.some(({ isMarked }) => isMarked));
  if (groups.length === 0) return undefined;
  return groups.flatMap((group) => {
    const marked = group.filter(({ isMarked }) => isMarked);
    const second = marked[1];
    if (second) return [breachAt({ message, standard }, second.element, { expected: '1', found: String(marked.length) })];
    const [first] = marked;
    const later = first && group.find(({ moment }) => isLater(moment, first.moment));
    return first && later
      ? [breachAt({ message, standard }, first.element, { expected: later.moment, found: first.moment })]
      : [];
  });
};

/** As far as both tell. */
function isLater(one: string, other: string): boolean {
  const length = Math.min(one.length, other.length);
  return length > 0 && one.slice(0, length) > other.slice(0, length);
}

/**
 * When old and current differ in one element, nothing else differs.
 * Options: `mutatiesoort`, of which kennisgevingen; `element`, local name of the element.
 *
 * @see StUF 03.01 §5.2.5 punt 3
 */
import { childOf, contentOf, type XmlElement } from '../../../model/xml-element.js';
import type { MessageCheck } from '../../family.js';
import { kennisgevingenIn } from './kennisgevingen.js';
import { optionWords } from './option-words.js';
import { breachAt } from './place.js';

export const onlyDifference: MessageCheck = (input) => {
  const among = optionWords(input.options, 'mutatiesoort');
  const [name = ''] = optionWords(input.options, 'element');
  const pairs = kennisgevingenIn(input.message).flatMap(({ mutatiesoort, objects: [old, current] }) => {
    const [before, after] = [old && childOf(old.element, name), current && childOf(current.element, name)];
    if (!old || !current || !before || !after || !among.includes(mutatiesoort)) return [];
    return contentOf(before) === contentOf(after) ? [] : [{ before: old.element, after: current.element }];
  });
  if (pairs.length === 0) return undefined;
  return pairs.flatMap(({ before, after }) => {
    const known = new Set(before.children.map(saidBy));
    const others = after.children.filter((each) => each.name !== name && !known.has(saidBy(each)));
    return others.map((each) => breachAt(input, each, { found: each.name }));
  });
};

/** What an element says, the reason why it says nothing included. */
function saidBy(element: XmlElement): string {
  return contentOf(element) + element.attributes.map(({ name, value }) => `${name}=${value}`).join();
}

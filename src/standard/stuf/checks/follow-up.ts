/**
 * A question for what follows on the previous answer says where it ended: `start` holds the last object, with every
 * element that `vanaf` and `totEnMet` name.
 *
 * @see StUF 03.01 §6.3.4 (StUF103, StUF106)
 */
import { attributeOf, childOf } from '../../../model/xml-element.js';
import type { ExchangeCheck, MessageCheck } from '../../family.js';
import { STUF } from '../namespaces.js';
import { elementsAt } from '../registry/elements.js';
import { breachAt } from './place.js';
import { flagOf, objectsIn } from './question-parts.js';
import { criteriaIn } from './selection-paths.js';

export const followUpStart: MessageCheck = (input) => {
  const { message } = input;
  if (flagOf(message, 'indicatorVervolgvraag') === undefined) return undefined;
  if (!flagOf(message, 'indicatorVervolgvraag')) return [];
  const start = childOf(message, 'start');
  const last = start?.children[0];
  if (!start || !last) return [breachAt(input, message, { expected: 'start', found: 'afwezig' })];
  const there = criteriaIn(last);
  return ['vanaf', 'totEnMet'].flatMap((name) => {
    const range = childOf(message, name);
    return [...(range ? criteriaIn(range).keys() : [])]
      .filter((path) => !there.has(path))
      .map((path) => breachAt(input, start, { expected: path, found: 'afwezig' }));
  });
};

/** What was the key of the sender of the answer is the key of the receiver of the next question. */
export const followUpKeys: ExchangeCheck = ({ service, request, before, standard }) => {
  const { message } = request;
  const start = message && elementsAt(message, 'start/object')[0];
  if (!message || !start) return undefined;
  const previous = before.filter((each) => each.service.id === service.id).at(-1)?.reply?.message;
  const key = previous && attributeOf(objectsIn(previous).at(-1) ?? previous, STUF, 'sleutelVerzendend');
  if (key === undefined) return undefined;
  const given = attributeOf(start, STUF, 'sleutelOntvangend');
  if (given === key) return [];
  return [{ ...breachAt({ message, standard }, start, { expected: key, found: given ?? 'afwezig' }), side: 'request' }];
};

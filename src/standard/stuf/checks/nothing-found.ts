/**
 * A question that matches nothing gets an empty answer: no fault that says the object is unknown, and no `antwoord`.
 *
 * @see StUF 03.01 §6.4.1
 */
import { childOf } from '../../../model/xml-element.js';
import type { ExchangeCheck } from '../../family.js';
import { breachAt } from './place.js';
import { answerIn, objectsIn } from './question-parts.js';

/** The fault for an unknown object; it belongs to kennisgevingen and synchronisatie (table 5.8). */
const UNKNOWN_OBJECT = 'StUF064';

export const nothingFound: ExchangeCheck = ({ reply, standard }) => {
  if (!reply?.message) return undefined;
  const on = { message: reply.message, standard };
  if (reply.fout) {
    if (reply.fout.code !== UNKNOWN_OBJECT) return undefined;
    return [breachAt(on, reply.message, { expected: 'leeg antwoord', found: UNKNOWN_OBJECT })];
  }
  const antwoord = childOf(answerIn(reply.message), 'antwoord');
  return antwoord && objectsIn(reply.message).length === 0
    ? [breachAt(on, antwoord, { expected: 'geen antwoord', found: 'leeg' })]
    : [];
};

/**
 * A number of a sender stands for one message: no other message of that sender has it.
 *
 * @see StUF 03.01 §4.3.1
 */
import { descend } from '../../../model/xml-element.js';
import type { ExchangeCheck } from '../../family.js';
import { breachAt } from './place.js';
import { isSame, repliesOf, senderKey } from './said-before.js';

/** The same confirmation of a message that came again may be the very same one. */
export const ownReference: ExchangeCheck = ({ reply, before, standard }) => {
  const sender = senderKey(reply?.zender);
  if (!reply?.message || sender === undefined || reply.referentienummer === undefined) return undefined;
  const numbered = repliesOf(sender, before).byNumber.get(reply.referentienummer) ?? [];
  const taken = numbered.some((each) => !isSame(each.message, reply.message));
  if (!taken) return [];
  const place = descend(reply.message, 'stuurgegevens', 'referentienummer') ?? reply.message;
  return [breachAt({ message: reply.message, standard }, place, { found: reply.referentienummer })];
};

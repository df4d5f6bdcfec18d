/**
 * A trigger is confirmed without remarks, or refused: then sending does not start.
 *
 * @see StUF 03.01 §4.4.2
 */
import { childOf } from '../../../model/xml-element.js';
import type { ExchangeCheck } from '../../family.js';
import { breachAt } from './place.js';

export const triggerReply: ExchangeCheck = ({ reply, standard }) => {
  const message = reply?.message;
  if (!message || reply.berichtcode !== 'Bv02') return undefined;
  const melding = childOf(message, 'melding');
  return melding ? [breachAt({ message, standard }, melding, { expected: 'afwezig', found: melding.text.trim() })] : [];
};

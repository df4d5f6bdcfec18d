/**
 * The time in a reply: its own, and later than the time before it of the same sender.
 * Clocks of two systems need not agree, so request and reply are never put in order.
 *
 * @see StUF 03.01 §4.3.2, §4.4.1
 */
import { descend } from '../../../model/xml-element.js';
import type { Breach, ExchangeCheck, ExchangeCheckInput, MessageFacts } from '../../family.js';
import { breachAt } from './place.js';
import { isSame, repliesOf, senderKey } from './said-before.js';

/** Digits of a moment down to the millisecond. */
const EXACT = 17;

/** Dutch clocks go back one hour at the end of October, and then the hour from 2 to 3 comes twice. */
const TWICE = /^\d{4}10(?:2[5-9]|3[01])02/;

/** A moment that is copied from the question to the millisecond was not taken when the reply was made. */
export const ownTime: ExchangeCheck = (input) => {
  const [asked, told] = [input.request.tijdstipBericht, input.reply?.tijdstipBericht];
  if (asked === undefined || told === undefined || asked.length < EXACT || told.length < EXACT) return undefined;
  return asked === told ? [breach(input, 'eigen tijdstip')] : [];
};

/** A confirmation that is given again keeps its time. */
export const laterTime: ExchangeCheck = (input) => {
  const { reply, before } = input;
  const sender = senderKey(reply?.zender);
  if (!reply || sender === undefined || reply.tijdstipBericht === undefined) return undefined;
  const earlier = repliesOf(sender, before);
  const last = earlier.all.findLast((each) => each.tijdstipBericht !== undefined);
  const then = earlier.byTime.get(reply.tijdstipBericht) ?? [];
  if (!last || then.some((each) => isSame(each.message, reply.message))) return undefined;
  return isLater(reply.tijdstipBericht, last) ? [] : [breach(input, `> ${last.tijdstipBericht ?? ''}`)];
};

function isLater(told: string, { tijdstipBericht: last = '' }: MessageFacts): boolean {
  if (TWICE.test(told) && TWICE.test(last)) return true;
  return told.padEnd(EXACT, '0') > last.padEnd(EXACT, '0');
}

function breach({ reply, standard }: ExchangeCheckInput, expected: string): Breach {
  const look = { expected, found: reply?.tijdstipBericht ?? '' };
  const place = descend(reply?.message, 'stuurgegevens', 'tijdstipBericht');
  return reply?.message && place
    ? breachAt({ message: reply.message, standard }, place, look)
    : { path: '.', line: reply?.message?.line ?? 0, ...look };
}

/**
 * A moment (Tijdstip) is a day of the calendar, and as much of the clock as is told: hours, minutes and seconds whole,
 * and up to three digits of a second. Options: `elements`, local names of the StUF elements that hold a moment.
 *
 * @see StUF 03.01 §3.3.1
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { MessageCheck } from '../../family.js';
import { STUF } from '../namespaces.js';
import { isFilled } from '../registry/elements.js';
import { isDate } from './calendar-dates.js';
import { optionWords } from './option-words.js';
import { breachAt } from './place.js';

/** EEJJMMDD, then hh, mm and ss as pairs, then ddd. */
const MOMENT = /^(\d{8})(?:(\d{2})(?:(\d{2})(?:(\d{2})\d{0,3})?)?)?$/;

export const moment: MessageCheck = (input) => {
  const names = new Set(optionWords(input.options, 'elements'));
  const moments: XmlElement[] = [];
  gather(input.message, names, moments);
  if (moments.length === 0) return undefined;
  return moments
    .filter((each) => !isMoment(each.text.trim()))
    .map((each) => breachAt(input, each, { expected: 'EEJJMMDDhhmmssddd', found: each.text.trim() }));
};

export function isMoment(text: string): boolean {
  const [, day, hours = '0', minutes = '0', seconds = '0'] = MOMENT.exec(text) ?? [];
  return day !== undefined && isDate(day) && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
}

function gather(element: XmlElement, names: ReadonlySet<string>, into: XmlElement[]): void {
  if (names.has(element.name) && element.namespace === STUF && isFilled(element)) into.push(element);
  for (const child of element.children) gather(child, names, into);
}

/**
 * Dates of which the day, the month or the year is not known: what is filled in there says nothing.
 *
 * @see StUF 03.01 §3.3.1
 */
import { attributeOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';

/** How many digits of EEJJMMDD are known. */
const KNOWN: Readonly<Record<string, number>> = { D: 6, M: 4, J: 0 };

/** Whether a part of it is not known. */
export function isIncomplete(date: XmlElement): boolean {
  return (attributeOf(date, STUF, 'indOnvolledigeDatum') ?? 'V') in KNOWN;
}

/** The digits that are known; the whole text of anything that is no incomplete date. */
export function knownPart(date: XmlElement): string {
  const text = date.text.trim();
  return text.slice(0, KNOWN[attributeOf(date, STUF, 'indOnvolledigeDatum') ?? 'V'] ?? text.length);
}

/** The first and the last day that it can mean. */
export function spanOf(date: XmlElement): readonly [string, string] {
  const text = date.text.trim();
  if (!isIncomplete(date)) return [text, text];
  const known = knownPart(date);
  return [known.padEnd(8, '0'), known.padEnd(8, '9')];
}

/**
 * A date, or the date part of a moment, is eight digits of a day that exists, also when only a part of it is known.
 * Options: `values`, names of value types that are dates or begin with one; `except`, local names that are left out.
 *
 * @see StUF 03.01 §3.3.1
 */
import type { ShapeSet } from '../../../model/shape.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { MessageCheck } from '../../family.js';
import { isFilled } from '../registry/elements.js';
import { optionWords } from './option-words.js';
import { breachAt } from './place.js';
import { shapedIn } from './walk-shapes.js';

const DATE = /^\d{8,}$/;

export const calendarDates: MessageCheck = (input) => {
  const values = optionWords(input.options, 'values');
  const except = optionWords(input.options, 'except');
  const dates = datesIn(input.message, input.standard.shapes, values, except);
  if (dates.length === 0) return undefined;
  return dates
    .filter((each) => !isDate(each.text.trim()))
    .map((each) => breachAt(input, each, { expected: 'EEJJMMDD', found: each.text.trim() }));
};

function datesIn(
  message: XmlElement,
  shapes: ShapeSet | undefined,
  values: readonly string[],
  except: readonly string[],
): readonly XmlElement[] {
  const dates: XmlElement[] = [];
  for (const { element, shape } of shapedIn(message, shapes)) {
    if (!shape.value || !values.includes(shape.value.name) || except.includes(element.name)) continue;
    if (isFilled(element)) dates.push(element);
  }
  return dates;
}

/** Whether the first eight digits are a day of the calendar. */
export function isDate(text: string): boolean {
  if (!DATE.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6, 8))];
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

function daysIn(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return leap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

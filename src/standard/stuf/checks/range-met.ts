/**
 * Objects in an answer lie within the range that was asked for, and are empty where emptiness was asked for.
 * Criteria that the answer says to have ignored do not count.
 *
 * @see StUF 03.01 §6.3.1
 */
import { childOf, childrenOf, type XmlElement } from '../../../model/xml-element.js';
import type { Breach, ExchangeCheck, ExchangeCheckInput } from '../../family.js';
import { elementsAt, isFilled, isNil, noValueOf } from '../registry/elements.js';
import { isIncomplete, spanOf } from './incomplete-date.js';
import { breachAt } from './place.js';
import { answerIn, objectsIn, questionIn, says } from './question-parts.js';
import { criteriaIn } from './selection-paths.js';

const IGNORED = 'StUF0001';
const EMPTINESS = ['geenWaarde', 'vastgesteldOnbekend'];

export const rangeMet: ExchangeCheck = (input) =>
  holdCriteria(
    input,
    ['vanaf', 'totEnMet'],
    (criterion) => isFilled(criterion) && !isIncomplete(criterion),
    (part, criterion, shown) => {
      if (!isFilled(shown)) return undefined;
      const [first, last] = spanOf(shown);
      const limit = criterion.text.trim();
      const isIn = part === 'vanaf' ? compare(first, limit) >= 0 : compare(last, limit) <= 0;
      return isIn ? undefined : `${part} ${limit}`;
    },
  );

export const emptinessMet: ExchangeCheck = (input) =>
  holdCriteria(input, ['gelijk'], asksForEmptiness, (_, __, shown) => (isFilled(shown) ? 'leeg' : undefined));

function asksForEmptiness(criterion: XmlElement): boolean {
  return isNil(criterion) && EMPTINESS.includes(noValueOf(criterion) ?? '');
}

/** Names what the answer says it ignored. */
export const ignoredCriteria: ExchangeCheck = ({ request, reply, standard }) => {
  const question = request.message && questionIn(request.message);
  if (!question || !reply?.message || !says(reply.message, IGNORED)) return undefined;
  const names = ['gelijk', 'vanaf', 'totEnMet'].flatMap((part) => {
    const criteria = childOf(question, part);
    return criteria ? [...criteriaIn(criteria).keys()].flatMap((path) => path.split('/').at(-1) ?? []) : [];
  });
  const message = reply.message;
  return childrenOf(answerIn(message), 'melding')
    .filter(({ text }) => text.trim().startsWith(IGNORED) && !names.some((name) => text.includes(name)))
    .map((each) => breachAt({ message, standard }, each, { expected: names.join(', '), found: each.text.trim() }));
};

/** @returns what was expected, when the value shown breaks the criterion */
type Look = (part: string, criterion: XmlElement, shown: XmlElement) => string | undefined;

/** Holds every object of the answer against the criteria that count. */
export function holdCriteria(
  { request, reply, standard }: ExchangeCheckInput,
  parts: readonly string[],
  counts: (criterion: XmlElement) => boolean,
  look: Look,
): readonly Breach[] | undefined {
  const question = request.message && questionIn(request.message);
  const criteria = question
    ? parts.flatMap((part) => criteriaOf(question, part)).filter(({ criterion }) => counts(criterion))
    : [];
  const message = reply?.message;
  if (!message || criteria.length === 0 || says(message, IGNORED)) return undefined;
  return objectsIn(message).flatMap((object) =>
    criteria.flatMap(({ part, path, criterion }) => {
      const shown = elementsAt(object, path);
      const wrong = shown.map((each) => look(part, criterion, each));
      const [first, expected] = [shown[0], wrong[0]];
      // One occurrence that meets it is enough; what is not shown says nothing.
      if (!first || expected === undefined || wrong.includes(undefined)) return [];
      return [breachAt({ message, standard }, first, { expected, found: first.text.trim() })];
    }),
  );
}

function criteriaOf(question: XmlElement, part: string) {
  const holder = childOf(question, part);
  return holder ? [...criteriaIn(holder)].map(([path, criterion]) => ({ part, path, criterion })) : [];
}

/** Dates and moments as far as both say; other numbers by size; anything else by its letters. */
function compare(one: string, other: string): number {
  if (/^\d+$/.test(one) && /^\d+$/.test(other)) {
    const length = one.length >= 8 && other.length >= 8 ? Math.min(one.length, other.length) : undefined;
    return Number(one.slice(0, length)) - Number(other.slice(0, length));
  }
  return one.localeCompare(other, 'nl');
}

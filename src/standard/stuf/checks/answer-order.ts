/**
 * Objects come in the order that was asked for, as far as `simulator: sortering` says what a number means.
 *
 * @see StUF 03.01 §6.4.1
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { ExchangeCheck } from '../../family.js';
import { entiteittypeOf, textsAt } from '../registry/elements.js';
import { breachAt } from './place.js';
import { objectsIn, parameterOf, questionIn } from './question-parts.js';

type Sortering = Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;

export const inAskedOrder: ExchangeCheck = ({ request, reply, standard }) => {
  const question = request.message && questionIn(request.message);
  if (!question || !reply?.message) return undefined;
  const objects = objectsIn(reply.message);
  const type = objects[0] && entiteittypeOf(objects[0]);
  const known = (standard.simulator.sortering as Sortering | undefined)?.[type ?? ''];
  const names = known?.[parameterOf(question, 'sortering') ?? '0'];
  if (!names) return undefined;
  const on = { message: reply.message, standard };
  return objects.slice(1).flatMap((object, index) => {
    const before = objects[index];
    const wrong = before && names.map((name) => [textsAt(before, name)[0], textsAt(object, name)[0]]).find(differ);
    return wrong && isDescending(wrong) ? [breachAt(on, object, { expected: `na ${wrong[1]}`, found: `na ${wrong[0]}` })] : [];
  });
};

type Pair = readonly (XmlElement['text'] | undefined)[];

/** What is not shown cannot be compared. */
function differ([one, other]: Pair): boolean {
  return one !== undefined && other !== undefined && one !== other;
}

function isDescending([one = '', other = '']: Pair): boolean {
  const areNumbers = /^\d+$/.test(one) && /^\d+$/.test(other);
  return areNumbers ? BigInt(one) > BigInt(other) : one.localeCompare(other, 'nl') > 0;
}

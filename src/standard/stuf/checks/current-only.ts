/**
 * An answer about now shows no relation that has ended, and says from when to when something holds only when asked.
 *
 * @see StUF 03.01 §6.4.3
 */
import type { XmlElement } from '../../../model/xml-element.js';
import type { Breach, ExchangeCheck } from '../../family.js';
import { STUF } from '../namespaces.js';
import { elementsAt, isFilled, isRelation } from '../registry/elements.js';
import { breachAt } from './place.js';
import { objectsIn } from './question-parts.js';
import { compareWithScope } from './scope-walk.js';

const TIMES = ['tijdvakGeldigheid', 'tijdvakRelatie', 'tijdstipRegistratie'];

/** EEJJMMDD: clocks of two systems differ, days hardly. */
const DAY = 8;

export const currentOnly: ExchangeCheck = ({ request, reply, standard }) => {
  if (!request.message || !reply?.message) return undefined;
  const on = { message: reply.message, standard };
  const objects = objectsIn(reply.message);
  if (objects.length === 0) return undefined;
  const today = request.tijdstipBericht?.slice(0, DAY);
  const ended = objects.flatMap((object) => endedBefore(object, today));
  const unasked = (compareWithScope(standard, request.message, reply.message) ?? []).flatMap(({ shown, step }) =>
    shown && shown.namespace === STUF && TIMES.includes(shown.name) && isFilled(shown) && step?.particle.min !== 1 ? [shown] : [],
  );
  const tell = (element: XmlElement, expected: string): Breach =>
    breachAt(on, element, { expected, found: element.text.trim() || 'aanwezig' });
  return [...ended.map((each) => tell(each, `niet voor ${today}`)), ...unasked.map((each) => tell(each, 'niet gevraagd'))];
};

function endedBefore(element: XmlElement, day: string | undefined): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    const [end] = isRelation(child) ? elementsAt(child, 'tijdvakRelatie/eindRelatie') : [];
    const isPast = end && day !== undefined && isFilled(end) && end.text.trim().slice(0, DAY) < day;
    return [...(isPast ? [end] : []), ...endedBefore(child, day)];
  });
}

/**
 * An answer shows every element that its question asked for, and no relation that it did not ask for.
 *
 * @see StUF 03.01 §6.4.2
 */
import type { ExchangeCheck } from '../../family.js';
import { isRelation, targetOf } from '../registry/elements.js';
import { breachAt } from './place.js';
import { type Compared, compareWithScope, mustBeShown } from './scope-walk.js';

export const scopeAnswered: ExchangeCheck = ({ request, reply, standard }) => {
  if (!request.message || !reply?.message) return undefined;
  const on = { message: reply.message, standard };
  return compareWithScope(standard, request.message, reply.message)?.flatMap((each) => {
    if (each.asked && mustBeShown(each)) {
      return [breachAt(on, each.parent, { expected: each.asked.name, found: 'afwezig', as: 'afwezig' })];
    }
    return each.shown && isUnasked(each) ? [breachAt(on, each.shown, { expected: 'niet gevraagd', found: 'aanwezig' })] : [];
  });
};

/** A relation that the schema demands is shown whether asked or not. */
function isUnasked({ shown, step }: Compared): boolean {
  return shown !== undefined && isRelation(shown) && targetOf(shown) !== undefined && step?.particle.min !== 1;
}

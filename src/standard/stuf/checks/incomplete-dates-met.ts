/**
 * Of an incomplete date in a selection only the known part counts: objects that differ in it do not belong in the answer.
 *
 * @see StUF 03.01 §3.3.1, §6.3.1
 */
import type { ExchangeCheck } from '../../family.js';
import { isFilled } from '../registry/elements.js';
import { isIncomplete, knownPart } from './incomplete-date.js';
import { holdCriteria } from './range-met.js';

export const incompleteDatesMet: ExchangeCheck = (input) =>
  holdCriteria(
    input,
    ['gelijk', 'vanaf', 'totEnMet'],
    (criterion) => isFilled(criterion) && isIncomplete(criterion),
    (part, criterion, shown) => {
      if (!isFilled(shown)) return undefined;
      if (part === 'gelijk')
        return knownPart(shown).startsWith(knownPart(criterion)) ? undefined : `gelijk ${knownPart(criterion)}`;
      const length = Math.min(knownPart(criterion).length, knownPart(shown).length);
      const [wanted, found] = [knownPart(criterion).slice(0, length), knownPart(shown).slice(0, length)];
      const isMet = part === 'vanaf' ? found >= wanted : found <= wanted;
      return isMet ? undefined : `${part} ${knownPart(criterion)}`;
    },
  );

/**
 * `release`: gives a locked entity free, for whoever holds the token. Without a lock there is nothing to release:
 * that is refused when a lock is required or a token is shown, and nothing otherwise.
 */
import { refuse } from '../refusal.js';
import { type EffectKind, elementsOf, occurrenceOf, textOption } from '../turn.js';

export const release: EffectKind = {
  does: 'release',
  options: { of: 'path', type: 'type?', token: 'path', required: 'flag?' },
  run(turn, options) {
    if (turn.lenient) return undefined;
    const occurrence = occurrenceOf(turn, elementsOf(turn, textOption(options, 'of'))[0], textOption(options, 'type'));
    if (!occurrence) return refuse('StUF064', textOption(options, 'of'));
    const shown = elementsOf(turn, textOption(options, 'token'))[0]?.text.trim() || undefined;
    if (occurrence.lock?.token !== shown)
      return refuse('StUF058', occurrence.lock ? 'in bewerking onder een ander kenmerk' : 'niet in bewerking');
    if (!occurrence.lock) return options.required === true ? refuse('StUF058', 'niet in bewerking') : undefined;
    const { lock, ...free } = occurrence;
    turn.store.put(free);
    return undefined;
  },
};

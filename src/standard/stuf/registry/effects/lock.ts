/**
 * `lock`: gives an entity to one party until it is released, and tells the token in the reply.
 */
import { refuse } from '../refusal.js';
import { type EffectKind, elementsOf, occurrenceOf, textOption } from '../turn.js';

export const lock: EffectKind = {
  does: 'lock',
  options: { of: 'path', type: 'type?', token: 'place', by: 'place?' },
  run(turn, options) {
    if (turn.lenient) return undefined;
    const occurrence = occurrenceOf(turn, elementsOf(turn, textOption(options, 'of'))[0], textOption(options, 'type'));
    if (!occurrence) return refuse('StUF064', textOption(options, 'of'));
    if (occurrence.lock) return refuse('StUF058', `in bewerking bij ${occurrence.lock.by}`);
    const by = turn.facts.zender?.gebruiker ?? turn.facts.zender?.applicatie ?? turn.knowledge.settings.self.applicatie;
    const token = `${occurrence.number}-${turn.store.count('lock')}`;
    turn.store.put({ ...occurrence, lock: { token, by } });
    turn.draft.setText(textOption(options, 'token'), token);
    if (options.by !== undefined) turn.draft.setText(textOption(options, 'by'), by);
    return undefined;
  },
};

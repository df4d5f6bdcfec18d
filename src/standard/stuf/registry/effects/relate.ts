/**
 * `relate`: two entities of one message become related, as if the first had been told with that relation.
 */
import { kept, make } from '../elements.js';
import { isSameTarget } from '../references.js';
import { refuse } from '../refusal.js';
import { type EffectKind, elementsOf, occurrenceOf, textOption, touch } from '../turn.js';

export const relate: EffectKind = {
  does: 'relate',
  options: { from: 'path', type: 'type?', via: 'name', to: 'path' },
  run(turn, options) {
    const [from] = elementsOf(turn, textOption(options, 'from'));
    const occurrence = occurrenceOf(turn, from, textOption(options, 'type'));
    if (!from || !occurrence) return turn.lenient ? undefined : refuse('StUF064', textOption(options, 'from'));
    const name = textOption(options, 'via');
    const related = elementsOf(turn, textOption(options, 'to')).map((target) => {
      const gerelateerde = { ...kept(target), namespace: from.namespace, name: 'gerelateerde' };
      return make(from.namespace, name, [gerelateerde]);
    });
    const others = occurrence.content.filter(
      (each) => each.name !== name || !related.some((one) => isSameTarget(turn.knowledge, one, each)),
    );
    turn.store.put({ ...occurrence, content: [...others, ...related] });
    touch(turn, occurrence, related);
    return undefined;
  },
};

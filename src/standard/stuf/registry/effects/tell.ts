/**
 * `tell`: puts something in the answer: what the message says at a place, or a text.
 */
import { fillIn } from '../settings.js';
import { type EffectKind, elementsOf, textOption } from '../turn.js';

export const tell: EffectKind = {
  does: 'tell',
  options: { into: 'place', from: 'path?', text: 'text?' },
  oneOf: ['from', 'text'],
  run(turn, options) {
    if (turn.lenient) return undefined;
    const told =
      options.from === undefined
        ? fillIn(textOption(options, 'text'), turn.knowledge.settings)
        : elementsOf(turn, textOption(options, 'from'))[0]?.text.trim();
    if (told) turn.draft.setText(textOption(options, 'into'), told);
    return undefined;
  },
};

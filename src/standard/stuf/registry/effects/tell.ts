/**
 * `tell`: puts something in the answer: what the message says at a place, with everything in it, or a text.
 */
import { fillIn } from '../settings.js';
import { type EffectKind, elementsOf, textOption } from '../turn.js';

export const tell: EffectKind = {
  does: 'tell',
  options: { into: 'place', from: 'path?', text: 'text?' },
  oneOf: ['from', 'text'],
  run(turn, options) {
    if (turn.lenient) return undefined;
    const into = textOption(options, 'into');
    const said = options.from === undefined ? undefined : elementsOf(turn, textOption(options, 'from'))[0];
    if (said && said.children.length > 0) {
      const [, above = '.', name = into] = /^(.*)\/([^/]+)$/.exec(into) ?? [];
      turn.draft.add(above, name.replace(/^[^:]*:/, ''), said);
      return undefined;
    }
    const text = options.text === undefined ? '' : fillIn(textOption(options, 'text'), turn.knowledge.settings);
    const told = said ? said.text.trim() : text;
    if (told) turn.draft.setText(into, told);
    return undefined;
  },
};

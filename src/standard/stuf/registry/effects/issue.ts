/**
 * `issue`: makes a key that was never given out before and tells it in the reply.
 */
import { make } from '../elements.js';
import { fillIn } from '../settings.js';
import { type EffectKind, textOption } from '../turn.js';

const DIGITS = 10;

export const issue: EffectKind = {
  does: 'issue',
  options: { of: 'type', element: 'name', into: 'place', prefix: 'text?', digits: 'number?' },
  run(turn, options) {
    if (turn.lenient) return undefined;
    const type = textOption(options, 'of');
    const name = textOption(options, 'element');
    const prefix = fillIn(textOption(options, 'prefix'), turn.knowledge.settings);
    const digits = Number(options.digits ?? DIGITS);
    const isTaken = (value: string) => turn.store.lookup(type, { children: [make('', name, value)] }).length > 0;
    let value: string;
    do value = prefix + String(turn.store.count(`issue|${type}`)).padStart(digits, '0');
    while (isTaken(value) || !turn.store.issue(type, value));
    turn.draft.setText(textOption(options, 'into'), value);
    return undefined;
  },
};

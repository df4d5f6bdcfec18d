/**
 * `create`: the object of the message is a new entity; one with the same key is refused.
 */
import type { EffectKind } from '../turn.js';
import { take } from './kennisgeving-effect.js';

export const create: EffectKind = {
  does: 'create',
  options: { from: 'path', of: 'type?' },
  run: (turn, options) => take(turn, options, 'T'),
};

/**
 * `change`: takes over a kennisgeving by its mutatiesoort and verwerkingssoort.
 */
import type { EffectKind } from '../turn.js';
import { take } from './kennisgeving-effect.js';

export const change: EffectKind = {
  does: 'change',
  options: { from: 'path', of: 'type?', only: 'words?' },
  run: (turn, options) => take(turn, options),
};

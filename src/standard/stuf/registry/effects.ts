/**
 * The vocabulary of effects: what a service does to the store, as its data declares it.
 *
 * @see docs/effects.md
 */
import { change } from './effects/change.js';
import { create } from './effects/create.js';
import { derive } from './effects/derive.js';
import { guard } from './effects/guard.js';
import { issue } from './effects/issue.js';
import { lock } from './effects/lock.js';
import { relate } from './effects/relate.js';
import { release } from './effects/release.js';
import { select } from './effects/select.js';
import { tell } from './effects/tell.js';
import type { Refusal } from './refusal.js';
import type { EffectKind, Turn } from './turn.js';

export const EFFECTS: ReadonlyMap<string, EffectKind> = new Map(
  [issue, create, change, select, lock, release, relate, derive, guard, tell].map((kind) => [kind.does, kind]),
);

/**
 * Runs the effects of a service in order, up to the first refusal; then nothing has happened.
 * @param last - what must succeed besides, such as making the reply
 */
export function runEffects(turn: Turn, last: () => Refusal | undefined = () => undefined): Refusal | undefined {
  return turn.store.transaction(() => {
    for (const effect of turn.service.effects) {
      const refusal = EFFECTS.get(effect.does)?.run(turn, effect.with);
      if (refusal) return refusal;
    }
    return last();
  });
}

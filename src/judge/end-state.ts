/**
 * What a chain came to, asked of the system itself until it showed it: one finding that says how long that took, or what was
 * seen last when it never came.
 */
import type { Finding, Verdict } from '../model/finding.js';
import { judged } from '../model/judged.js';
import { END_STATE } from './chain-rules.js';

/** How the asking went. */
export interface Asked {
  /** What the last answer held of what was expected. */
  readonly expected: readonly Finding[];
  readonly shown: Verdict;
  readonly looks: number;
  readonly millis: number;
}

/** @returns nothing when the system could not be asked: that is told already */
export function judgeEndState(service: string, { expected, shown, looks, millis }: Asked): readonly Finding[] {
  const asked = `${looks}× ${service}, ${(millis / 1000).toFixed(1)} s`;
  if (shown === 'voldoet') return [judged(END_STATE, true, { gevonden: asked })];
  const last = expected.find(({ verdict, oorzaak }) => verdict === 'voldoet_niet' && oorzaak === 'product');
  if (shown !== 'voldoet_niet' || !last) return [];
  const { pad, verwacht, gevonden, bericht } = last;
  const seen = [pad, gevonden ?? last.id].filter((part) => part !== undefined).join(' ');
  return [judged(END_STATE, false, { pad, verwacht, bericht, gevonden: `${asked}; ${seen}` })];
}

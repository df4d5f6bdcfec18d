/**
 * What only a person can judge: whether the product shows, inside, what was agreed on the wire.
 */
import type { Tekst } from './finding.js';

/** A question to a person, put so that `ja` is good news. Texts may name variables as `{{Lamp1.identificatie}}`. */
export interface HumanCheck {
  readonly question: Tekst;
  /** Where to look in the product, and for what. */
  readonly lookAt: Tekst;
}

export const HUMAN_ANSWERS = ['ja', 'nee'] as const;

export interface HumanAnswer {
  readonly answer: (typeof HUMAN_ANSWERS)[number];
  /** At the terminal of the run, from a file with answers, or by a command from elsewhere. */
  readonly how: 'terminal' | 'bestand' | 'opdracht';
  /** Who answered. */
  readonly by: string;
  readonly note?: string;
}

/** Id of the check that an answer decides. It is counted apart from what machines can check. */
export const HUMAN_CHECK = 'BEVESTIGING';

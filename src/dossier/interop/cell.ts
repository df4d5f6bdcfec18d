/** Whether two versions of two products work together, as far as sealed reports show it, and where they show it. */
import type { Tekst } from '../../model/finding.js';
import type { Release } from './release.js';

/**
 * `bewezen`: together, in one session of a chain test. `voorspeld`: what one was recorded to ask, the other was recorded to answer.
 * `strijdig`: a report shows that it does not go well. `onbekend`: no report shows either.
 */
export type Stand = 'bewezen' | 'voorspeld' | 'strijdig' | 'onbekend';

/** Where something can be looked up. */
export interface Bewijs {
  /** SHA-256 of `rapport.json`. */
  readonly rapport: string;
  /** As the package was given. */
  readonly naam: string;
  /** `<scenario>/<nr>` */
  readonly stap?: string;
  /** `<exchange id>/vraag` or `<exchange id>/antwoord`, or the id of the exchange. */
  readonly bericht?: string;
  /** In a chain: where it was seen, and whose doing it is. */
  readonly hop?: string;
  readonly partij?: string;
}

export interface Grond {
  /** Stable, in capitals; never given to something else. */
  readonly code: string;
  readonly tekst: Tekst;
  readonly dienst?: string;
  /** Paths of elements below the message element. */
  readonly elementen?: readonly string[];
  readonly bewijs: readonly Bewijs[];
}

/** What it came to, and why. */
export interface Uitkomst {
  readonly stand: Stand;
  /** Never empty. */
  readonly gronden: readonly Grond[];
  /** True of it, and decides nothing. */
  readonly opmerkingen: readonly Grond[];
}

/** Who asks and who answers, in one version of a standard. */
export interface Paar {
  readonly vrager: Release;
  readonly aanbieder: Release;
  readonly standaard: Standaard;
}

export interface Standaard {
  readonly naam: string;
  readonly versie: string;
}

export type Cel = Paar & Uitkomst;

export function isSameStandard(one: Standaard, other: Standaard): boolean {
  return one.naam === other.naam && one.versie === other.versie;
}

/** What speaks against comes first, then what nobody knows. @param of - what remains when there is nothing else */
export function worst(standen: readonly Stand[], of: Stand): Stand {
  return (['strijdig', 'onbekend', 'voorspeld', 'bewezen'] as const).find((each) => standen.includes(each)) ?? of;
}

/**
 * What a report says of a chain: who took part, what became of each koppeling, and where it went wrong first.
 */
import type { Oorzaak, Tekst, Verdict } from './finding.js';

/** Several systems that talk with each other. */
export interface Keten {
  readonly partijen: readonly Partij[];
  readonly koppelingen: readonly Koppeling[];
  /** The first message that was not as it should be; absent when all were. */
  readonly eersteAfwijking?: EersteAfwijking;
}

export interface Partij {
  readonly id: string;
  readonly naam: Tekst;
  /** GEMMA referentiecomponent. */
  readonly component: string;
  readonly rol: 'vrager' | 'aanbieder' | 'tussenstation';
  /** Whether it was a real system; otherwise we played it. */
  readonly echt: boolean;
  /** What it is, as far as somebody told; of what we play, nobody does. */
  readonly product?: { readonly pakketnaam?: string; readonly versie?: string };
  readonly leverancier?: { readonly naam: string };
}

/** What somebody told of a real system: beside who plays what, since it decides no verdict. */
export type PartijFeiten = Pick<Partij, 'product' | 'leverancier'>;

export interface Koppeling {
  readonly id: string;
  readonly van: string;
  readonly naar: string;
  /** Who passed the messages on, in order. */
  readonly via: readonly string[];
  readonly verplicht: boolean;
  /** The worst of its steps. */
  readonly verdict: Verdict;
}

export interface EersteAfwijking {
  /** `<scenario>/<nr>` */
  readonly stap: string;
  /** Id of the check. */
  readonly regel: string;
  readonly oorzaak?: Oorzaak;
  /** `<from>-<to>` */
  readonly hop?: string;
  /** Whose doing it is. */
  readonly partij?: string;
  readonly bericht?: string;
}

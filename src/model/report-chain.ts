/**
 * What a report says of a chain: who took part, what became of each koppeling, and where it went wrong first.
 */
import type { Bron, Oorzaak, Tekst, Verdict } from './finding.js';

/** Several systems that talk with each other. What is optional here is absent in reports of before it was there. */
export interface Keten {
  readonly titel?: string;
  readonly partijen: readonly Partij[];
  readonly koppelingen: readonly Koppeling[];
  /** `voldoet` only when every mandatory koppeling does, in this one session, on the versions that stand here. */
  readonly verdict?: Verdict;
  /** The chain-test matrix: a row for each koppeling in each scenario that uses it. */
  readonly matrix?: readonly MatrixRij[];
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
  /** What says that this koppeling goes so. */
  readonly bron?: Bron;
  /** The worst of its rows; no better than `niet_uitgevoerd` when no message of it was seen at both ends. */
  readonly verdict: Verdict;
  readonly oorzaak?: Oorzaak;
}

/** One koppeling in one scenario. A is who speaks first (`van`), B who answers (`naar`). */
export interface MatrixRij {
  readonly koppeling: string;
  readonly scenario: string;
  /** Of the scenario; whether the koppeling itself is mandatory stands there. */
  readonly verplicht: boolean;
  /** The worst of its steps. */
  readonly verdict: Verdict;
  readonly oorzaak?: Oorzaak;
  /** Path of the step that it follows from, when nothing is wrong here but that. */
  readonly gevolgVan?: string;
  /** What was expected, in order. */
  readonly berichten: readonly MatrixBericht[];
}

export interface MatrixBericht {
  /** Number of the step. */
  readonly stap: number;
  readonly berichttype: string;
  /** Ids of the exchanges in which it was seen at A and at B; more than one when it came more than once. */
  readonly bijA: readonly string[];
  readonly bijB: readonly string[];
  readonly overkomst: Overkomst;
  /** Names of the elements that were written anew on the way, as the koppeling allows. */
  readonly omgezet?: readonly string[];
}

/**
 * How a message came over, from who said it to who should hear it. `gelijk`: byte for byte. `zelfde_inhoud`: only written
 * otherwise. `omgezet`: but for elements that may be written anew. `anders`: changed underway. `niet_doorgegeven`: said, and
 * not seen at the other end. `meermaals`: more than once. `niet_gezien`: never said. `onleesbaar`: nobody can compare it.
 * `verstoord`: we did something wrong with it on purpose, or with what it answers.
 */
export type Overkomst =
  | 'gelijk'
  | 'zelfde_inhoud'
  | 'omgezet'
  | 'anders'
  | 'niet_doorgegeven'
  | 'meermaals'
  | 'niet_gezien'
  | 'onleesbaar'
  | 'verstoord';

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
  /** Paths of the steps that were not judged because of it; they are not counted again. */
  readonly gevolgen?: readonly string[];
}

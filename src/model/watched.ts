/**
 * Real traffic that was watched without a scenario: between whom we stood, and what a report says of what passed and what
 * did not.
 */
import type { ChainActor, Hop } from './chain.js';

/** Where we stood. It stands in the plan, so that whoever has the package can judge the traffic again. */
export interface WatchSetup {
  /** What the configuration calls it. */
  readonly title: string;
  readonly actors: readonly ChainActor[];
  /** In the order of the configuration. */
  readonly hops: readonly WatchedHop[];
  /** Names of elements that who stands between may write anew, e.g. `referentienummer`. */
  readonly rewrites: readonly string[];
}

export interface WatchedHop extends Hop {
  /** Id of the standard that is spoken there, e.g. `lampen-1.0`. */
  readonly standard: string;
}

/** What a report says of the traffic as a whole. */
export interface Waarneming {
  /** Exchanges that passed and are in the record, those that were no messages included. */
  readonly uitwisselingen: number;
  readonly hops: readonly WaargenomenHop[];
  /** Requests without an answer. */
  readonly onbeantwoord: number;
  /** Messages that passed a hop more than once. */
  readonly dubbel: number;
  /** Messages that arrived otherwise than they were sent. */
  readonly gewijzigd: number;
  /** Messages of which the service could not be told. */
  readonly nietHerkend: number;
  /** Who only looked at a page or a description sent no message. */
  readonly geenBericht: number;
  /** Exchanges that passed and are not in the record; such a report is never without faults. */
  readonly nietVastgelegd: number;
}

export interface WaargenomenHop {
  readonly hop: string;
  readonly standaard: string;
  readonly schemabasis: { readonly soort: 'officieel' | 'ingebouwd'; readonly naam: string; readonly digest: string };
  readonly uitwisselingen: number;
  /** Every service of the standard, in its order, and how often it was seen. */
  readonly diensten: readonly { readonly dienst: string; readonly keer: number }[];
}

/**
 * A keten: the systems that talk with each other in it, and the koppelingen over which they do.
 */
import type { Bron, Tekst } from './finding.js';

export interface Chain {
  readonly actors: readonly ChainActor[];
  readonly links: readonly ChainLink[];
}

/** A system in a chain, named by what it is and not by its maker. */
export interface ChainActor {
  /** E.g. `bus`. */
  readonly id: string;
  readonly naam: Tekst;
  /** The GEMMA referentiecomponent that it is. */
  readonly component: string;
  /** Who speaks first, who answers, and who passes on. */
  readonly plays: 'vrager' | 'aanbieder' | 'tussenstation';
  /** The application by which messages name it; may name a variable. The settings of the whole run when absent. */
  readonly applicatie?: string;
}

/** One koppeling: who speaks to whom, and through whom. */
export interface ChainLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  /** The chain passes only when every mandatory link does. */
  readonly verplicht: boolean;
  /** Actors that pass the messages on, in order. */
  readonly via: readonly string[];
  /** Names of elements that those may write anew, e.g. `referentienummer`; anything else has to arrive as it was sent. */
  readonly rewrites: readonly string[];
  readonly bron?: Bron;
}

/** Two neighbours on the way of a message. We stand between them. */
export interface Hop {
  /** `<from>-<to>` */
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

/** The hops of a link, in the order in which a request takes them. */
export function hopsOf({ from, via, to }: ChainLink): readonly Hop[] {
  const way = [from, ...via, to];
  return way.slice(1).map((next, at) => {
    const before = way[at] ?? from;
    return { id: `${before}-${next}`, from: before, to: next };
  });
}

/** Every hop of a chain once, in the order of its links. */
export function allHops({ links }: Chain): readonly Hop[] {
  return [...new Map(links.flatMap(hopsOf).map((hop) => [hop.id, hop])).values()];
}

/**
 * A keten: the systems that talk with each other in it, and the koppelingen over which they do.
 */
import type { Bron, Tekst } from './finding.js';

export interface Chain {
  readonly actors: readonly ChainActor[];
  readonly links: readonly ChainLink[];
}

export type Plays = 'vrager' | 'aanbieder' | 'tussenstation';

/** A system in a chain, named by what it is and not by its maker. */
export interface ChainActor {
  /** E.g. `bus`. */
  readonly id: string;
  readonly naam: Tekst;
  /** The GEMMA referentiecomponent that it is. */
  readonly component: string;
  /** Who speaks first, who answers, and who passes on: what it does most. */
  readonly plays: Plays;
  /** What it does besides, such as who passes on and speaks of it by itself to somebody else. */
  readonly also?: readonly Plays[];
  /** The application by which messages name it; may name a variable. The settings of the whole run when absent. */
  readonly applicatie?: string;
  /** How long it waits for an answer when we play it, in milliseconds; as long as the settings say when absent. */
  readonly patience?: number;
}

/** Whether an actor does this, most or besides. */
export function does({ plays, also = [] }: Pick<ChainActor, 'plays' | 'also'>, what: Plays): boolean {
  return plays === what || also.includes(what);
}

/** Whether nobody sends an actor anything: it only speaks first. */
export function onlySpeaks(actor: Pick<ChainActor, 'plays' | 'also'>): boolean {
  return !does(actor, 'aanbieder') && !does(actor, 'tussenstation');
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

/** Who speaks on a hop: its name begins with that. */
export function speakerOn(hop: string): string {
  return hop.slice(0, hop.indexOf('-'));
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

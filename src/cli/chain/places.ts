/** Where everybody stands in a chain, for whoever follows a message through it. */
import { allHops, type Chain, hopsOf } from '../../model/chain.js';
import { HarnessError } from '../../model/harness-error.js';
import type { Watching } from '../../run-watching.js';

export type Places = Pick<Watching, 'linkOf' | 'hopsOf' | 'heardBy' | 'isReal'>;

/** @param real - ids of the actors that are real systems */
export function placesOf(chain: Chain, real: ReadonlySet<string>): Places {
  const hops = allHops(chain);
  const linkOf = (id: string) => {
    const link = chain.links.find((each) => each.id === id);
    if (link) return link;
    throw new HarnessError('INTERNAL', `the chain has no link "${id}"`);
  };
  return {
    linkOf,
    hopsOf: (id) => hopsOf(linkOf(id)),
    heardBy: (actor) => new Set(hops.filter(({ to }) => to === actor).map(({ id }) => id)),
    isReal: (actor) => real.has(actor),
  };
}

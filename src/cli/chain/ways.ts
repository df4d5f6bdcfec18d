/** The ways through a chain: which hop a message takes next behind an actor that passes on, and below which path we stand there. */
import { hopPath } from '../../actor/hops.js';
import { fillText } from '../../message/template.js';
import { type Chain, type Hop, hopsOf } from '../../model/chain.js';
import type { Plan } from '../../model/plan.js';
import type { ServiceDefinition } from '../../model/standard-definition.js';

/** What a message says of where it has to go. */
export interface Bound {
  /** Id of the actor that it came from. */
  readonly from: string;
  readonly service: ServiceDefinition | undefined;
  /** The application that it is for; looked up only when nothing else tells. */
  readonly receiver: () => string | undefined;
}

export interface Ways {
  /** Below the address where we listen: the path of a hop, or of one kind of messages on it. */
  pathOf(hop: Hop, portType: string | undefined): string;
  /** The path of the next hop behind an actor; undefined when no koppeling takes the message further. */
  next(actor: string, bound: Bound): string | undefined;
}

/** @param addresses - `<actor>/<portType>` → the address of a real system for those messages */
export function waysOf(
  chain: Chain,
  { scenarios, constants }: Pick<Plan, 'scenarios' | 'constants'>,
  addresses: ReadonlyMap<string, string>,
): Ways {
  const carried = new Map<string, Set<string>>();
  for (const { link = '', service } of scenarios.flatMap(({ scenario }) => scenario.steps))
    carried.set(link, (carried.get(link) ?? new Set()).add(service));
  const nameOf = (id: string) => fillText(chain.actors.find((each) => each.id === id)?.applicatie ?? '', constants);

  const pathOf: Ways['pathOf'] = ({ id, to }, portType) =>
    portType !== undefined && addresses.has(`${to}/${portType}`) ? `${hopPath(id)}/${portType}` : hopPath(id);
  return {
    pathOf,
    next(actor, { from, service, receiver }) {
      const all = chain.links.flatMap((link) => {
        const way = hopsOf(link);
        const next = way.find((hop) => hop.from === actor);
        return next && way.some((hop) => hop.from === from && hop.to === actor) ? [{ link, next }] : [];
      });
      const isOne = (of: typeof all) => new Set(of.map(({ next }) => next.id)).size === 1;
      const forService = all.filter(({ link }) => service && carried.get(link.id)?.has(service.id));
      const forReceiver = () => forService.filter(({ link }) => nameOf(link.to) === receiver());
      const [found] = isOne(all) ? all : isOne(forService) ? forService : forReceiver();
      return found && pathOf(found.next, service?.portType);
    },
  };
}

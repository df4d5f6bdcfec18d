/** The hops of the koppelingen in a report, in the order in which a request takes them. */
import type { Keten, Koppeling } from '../../model/report-chain.js';

/** Two neighbours on the way of a message. */
export interface ReportHop {
  /** `<from>-<to>` */
  readonly id: string;
  readonly from: string;
  readonly to: string;
}

export function hopsIn({ van, via, naar }: Koppeling): readonly ReportHop[] {
  const way = [van, ...via, naar];
  return way.slice(1).map((to, at) => {
    const from = way[at] ?? van;
    return { id: `${from}-${to}`, from, to };
  });
}

/** Every hop of a chain once. */
export function everyHop({ koppelingen }: Keten): ReadonlyMap<string, ReportHop> {
  return new Map(koppelingen.flatMap(hopsIn).map((hop) => [hop.id, hop]));
}

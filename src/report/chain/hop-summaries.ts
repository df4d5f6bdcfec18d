/** Where the time went on each hop of a chain, over all messages: the one in the middle, and the worst. */
import type { Report } from '../../model/report.js';
import type { Keten } from '../../model/report-chain.js';
import type { Evidence } from '../evidence.js';
import { everyHop } from './chain-hops.js';
import { exchangesIn, seenPassages } from './chain-passages.js';
import { type HopTime, timesOfMessages } from './hop-times.js';

/** In milliseconds; the first is the median, the second the most. */
export interface HopSummary {
  readonly weg: string;
  /** Who it is that processes and waits. */
  readonly by: string;
  readonly count: number;
  readonly transfer: string;
  readonly process: string;
  /** Empty at the last hop of every koppeling. */
  readonly wait: string;
  readonly whole: string;
}

export function hopSummaries({ scenarios }: Report, keten: Keten, evidence: Evidence): readonly HopSummary[] {
  const all = new Map<string, HopTime[]>();
  for (const scenario of scenarios) {
    const own = exchangesIn(scenarios, scenario, evidence.exchanges);
    const passages = seenPassages(keten, scenario, own);
    const hopOf = new Map(passages.map(({ exchange, hop }) => [exchange.id, hop.id]));
    for (const time of timesOfMessages(passages).values()) {
      const hop = hopOf.get(time.exchange) ?? '';
      all.set(hop, [...(all.get(hop) ?? []), time]);
    }
  }
  return [...everyHop(keten).values()].flatMap(({ id, from, to }) => {
    const times = (all.get(id) ?? []).filter(({ transfer }) => transfer !== undefined);
    const of = (name: 'transfer' | 'process' | 'wait' | 'whole') => spread(times.flatMap((each) => each[name] ?? []));
    if (times.length === 0) return [];
    const parts = { transfer: of('transfer'), process: of('process'), wait: of('wait'), whole: of('whole') };
    return [{ weg: `${from} → ${to}`, by: to, count: times.length, ...parts }];
  });
}

function spread(values: readonly number[]): string {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted.length === 0 ? '' : `${sorted[Math.floor((sorted.length - 1) / 2)]} · ${sorted.at(-1)}`;
}

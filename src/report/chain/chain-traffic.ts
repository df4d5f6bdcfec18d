/**
 * What passed the hops of a chain, laid beside what should have: a row for each message on each hop, with what is other than
 * planned. As two texts are compared: what stands in both in the same order is one row, the rest is planned or seen only.
 */
import type { ReportScenario } from '../../model/report.js';
import type { Keten } from '../../model/report-chain.js';
import type { ManifestExchange } from '../manifest.js';
import { keyOf, type Passage, plannedPassages, type SeenPassage, seenPassages } from './chain-passages.js';

export interface TrafficRow extends Passage {
  readonly isPlanned: boolean;
  readonly seen?: SeenPassage;
  /**
   * How it is other than planned. `missing`: not seen; `moved`: seen at another moment, and planned here or seen here; `again`:
   * seen once more; `extra`: not planned at all.
   */
  readonly other?: 'missing' | 'moved' | 'again' | 'extra';
}

/** Moments closer than this were perhaps written down the other way round, in milliseconds. */
const BLURRED = 2;

/** @param exchanges - what passed while this scenario went on */
export function trafficOf(keten: Keten, scenario: ReportScenario, exchanges: readonly ManifestExchange[]): readonly TrafficRow[] {
  const planned = plannedPassages(keten, scenario);
  const places = new Map(planned.map((each, index) => [keyOf(each), index]));
  const seen = inOrder(seenPassages(keten, scenario, exchanges), places);
  return withReasons(aligned(planned, seen));
}

/** As they were seen; at the same moment, as they were planned. */
function inOrder(passages: readonly SeenPassage[], places: ReadonlyMap<string, number>): readonly SeenPassage[] {
  const placeOf = (of: SeenPassage) => places.get(keyOf(of)) ?? Number.NaN;
  const sorted = passages.toSorted((one, other) => one.at - other.at || placeOf(one) - placeOf(other) || 0);
  for (let isChanged = true; isChanged; ) {
    isChanged = false;
    for (let at = 1; at < sorted.length; at++) {
      const [one, other] = [sorted[at - 1], sorted[at]];
      if (!one || !other || !(placeOf(one) > placeOf(other)) || other.at - one.at > BLURRED) continue;
      [sorted[at - 1], sorted[at]] = [other, one];
      isChanged = true;
    }
  }
  return sorted;
}

type Pair = readonly [planned: Passage | undefined, seen: SeenPassage | undefined];

/** The longest row of messages that stand in both in the same order, with the others between them. */
function aligned(planned: readonly Passage[], seen: readonly SeenPassage[]): readonly Pair[] {
  const [keys, ownKeys] = [planned.map(keyOf), seen.map(keyOf)];
  const width = ownKeys.length + 1;
  const longest = new Uint32Array((keys.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = keys.length - 1; row >= 0; row--)
    for (let column = ownKeys.length - 1; column >= 0; column--)
      longest[row * width + column] =
        keys[row] === ownKeys[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
  const pairs: Pair[] = [];
  let [row, column] = [0, 0];
  while (row < keys.length || column < ownKeys.length) {
    const isBoth = row < keys.length && keys[row] === ownKeys[column];
    const isPlannedOnly =
      !isBoth && row < keys.length && (column >= ownKeys.length || at(row + 1, column) >= at(row, column + 1));
    pairs.push([isBoth || isPlannedOnly ? planned[row] : undefined, isPlannedOnly ? undefined : seen[column]]);
    if (isBoth || isPlannedOnly) row++;
    if (!isPlannedOnly) column++;
  }
  return pairs;
}

function withReasons(pairs: readonly Pair[]): readonly TrafficRow[] {
  const count = (of: readonly (Passage | undefined)[]) => {
    const numbers = new Map<string, number>();
    for (const each of of) if (each) numbers.set(keyOf(each), (numbers.get(keyOf(each)) ?? 0) + 1);
    return numbers;
  };
  const plannedOnly = count(pairs.map(([one, other]) => (other ? undefined : one)));
  const seenOnly = count(pairs.map(([one, other]) => (one ? undefined : other)));
  return pairs.flatMap(([one, seen]): readonly TrafficRow[] => {
    const of = one ?? seen;
    if (!of) return [];
    const key = keyOf(of);
    const { nr, side, hop, from, to, berichttype } = of;
    const row = { nr, side, hop, from, to, berichttype, isPlanned: one !== undefined, ...(seen && { seen }) };
    if (one && seen) return [row];
    if (one) return [{ ...row, other: seenOnly.has(key) ? 'moved' : 'missing' }];
    if (nr === 0) return [{ ...row, other: 'extra' }];
    return [{ ...row, other: plannedOnly.has(key) ? 'moved' : 'again' }];
  });
}

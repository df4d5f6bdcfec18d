/**
 * Measuring in processor time, in short turns that take it by turns: a machine that is slow for a while is slow for all of
 * them, so that their ratios hold.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

export interface Rate {
  /** Microseconds of processor time for each turn. */
  readonly micros: number;
  readonly perSecond: number;
}

/** Microseconds of processor time that each slice takes at least. */
const SLICE = 40_000;

/** How often each gets its slice; the fastest counts: what disturbs can only make it slower. */
const SLICES = 25;

/** Microseconds of processor time before anything counts: until then code is still being compiled. */
const WARM = 1_500_000;

/** @returns the rates, in the order given */
export function ratesOf(...turns: readonly (() => void)[]): readonly Rate[] {
  for (const turn of turns) for (let warm = 0; warm < WARM; ) warm += spent(turn, 20);
  const counts = turns.map(countFor);
  const best = turns.map(() => Number.POSITIVE_INFINITY);
  for (let slice = 0; slice < SLICES; slice++) {
    for (const [index, turn] of turns.entries()) {
      const count = counts[index] ?? 1;
      best[index] = Math.min(best[index] ?? 0, spent(turn, count) / count);
    }
  }
  return best.map((micros) => ({ micros, perSecond: Math.round(1_000_000 / micros) }));
}

export function rateOf(turn: () => void): Rate {
  return ratesOf(turn)[0] ?? { micros: Number.NaN, perSecond: Number.NaN };
}

/** So many turns that a slice is long enough to be measured. */
function countFor(turn: () => void): number {
  let count = 1;
  while (spent(turn, count) < SLICE && count < 1_000_000) count *= 2;
  return count;
}

function spent(turn: () => void, count: number): number {
  const before = process.cpuUsage();
  for (let index = 0; index < count; index++) turn();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Resident memory of this process once what is not used any more was given back, in MB. */
export function residentMb(): number {
  collect();
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

/** How long a loop of a hundred million steps takes here, in ms of processor time: what tells one machine from another. */
export function loopMillis(): number {
  const before = process.cpuUsage();
  let sum = 0;
  for (let step = 0; step < 100_000_000; step++) sum = (sum * 31 + step) | 0;
  const { user, system } = process.cpuUsage(before);
  return sum === 1 ? 0 : (user + system) / 1000;
}

/** Measuring in processor time, which a busy machine disturbs less than the clock. */

export interface Rate {
  /** Microseconds of processor time for each turn. */
  readonly micros: number;
  readonly perSecond: number;
}

/** Microseconds of processor time that each round takes at least, before it counts. */
const ROUND = 400_000;

/** The best of some rounds: what disturbs can only make it slower. */
export function rateOf(turn: () => void, rounds = 5): Rate {
  let count = 8;
  while (spent(turn, count) < ROUND / 4 && count < 1_000_000) count *= 2;
  const micros = Math.min(...Array.from({ length: rounds }, () => spent(turn, count) / count));
  return { micros, perSecond: Math.round(1_000_000 / micros) };
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

/** Resident memory of this process, in MB. */
export function residentMb(): number {
  return Math.round(process.memoryUsage().rss / 1024 / 1024);
}

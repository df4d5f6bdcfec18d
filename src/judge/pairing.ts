/**
 * Pairs what was predicted with what came, when an element occurs more than once: first as many as possible without any
 * difference, whatever their order, then each with the one that differs least.
 */

/**
 * @param cost - how much the wanted and the found differ; 0 when nothing does
 * @returns for each wanted the index of its partner, or undefined when there are too few
 */
export function pair(
  wanted: number,
  found: number,
  cost: (wanted: number, found: number) => number,
): readonly (number | undefined)[] {
  const costs = Array.from({ length: wanted }, (_, one) => Array.from({ length: found }, (__, other) => cost(one, other)));
  const owner: (number | undefined)[] = Array.from({ length: found }, () => undefined);

  /** Finds a partner without a difference, if need be by moving another to a partner that suits it as well. */
  function settle(one: number, tried: Set<number>): boolean {
    for (let other = 0; other < found; other++) {
      if (costs[one]?.[other] !== 0 || tried.has(other)) continue;
      tried.add(other);
      const before = owner[other];
      if (before === undefined || settle(before, tried)) {
        owner[other] = one;
        return true;
      }
    }
    return false;
  }

  for (let one = 0; one < wanted; one++) settle(one, new Set());
  for (let one = 0; one < wanted; one++) {
    if (owner.includes(one)) continue;
    const free = least(costs[one] ?? [], (other) => owner[other] === undefined);
    if (free !== undefined) owner[free] = one;
  }
  return Array.from({ length: wanted }, (_, one) => {
    const partner = owner.indexOf(one);
    return partner < 0 ? undefined : partner;
  });
}

function least(costs: readonly number[], isFree: (index: number) => boolean): number | undefined {
  return costs.reduce<number | undefined>(
    (at, cost, index) => (isFree(index) && (at === undefined || cost < (costs[at] ?? Infinity)) ? index : at),
    undefined,
  );
}

/**
 * Which misbehaviours survive the suites of a standard together, and whether the data says why: a survivor without a
 * reason is a gap nobody has looked at, and a reason for one that is noticed is out of date.
 */
import type { Tekst } from '../../model/finding.js';
import type { Misbehaviour } from '../../model/misbehaviour.js';
import type { Caught, Score } from './selftest-score.js';

export interface Together {
  readonly standard: string;
  readonly suites: readonly string[];
  /** Misbehaviours that at least one of the suites noticed. */
  readonly noticed: number;
  readonly of: number;
  readonly survivors: readonly Misbehaviour[];
  /** Survivors that no reason is given for. */
  readonly unexplained: readonly Misbehaviour[];
  /** Noticed, and yet explained as unnoticed. */
  readonly outdated: readonly Misbehaviour[];
}

/** @param scores - of suites of one standard, over the same misbehaviours */
export function together(standard: string, scores: readonly Score[]): Together {
  const all = new Map(scores.flatMap(({ caught }) => caught.map(({ misbehaviour }) => [misbehaviour.id, misbehaviour])));
  const noticed = new Set(scores.flatMap(({ caught }) => caught.filter(isNoticed)).map(({ misbehaviour }) => misbehaviour.id));
  const survivors = [...all.values()].filter(({ id }) => !noticed.has(id));
  return {
    standard,
    suites: scores.map(({ suite }) => suite),
    noticed: noticed.size,
    of: all.size,
    survivors,
    unexplained: survivors.filter(({ unnoticed }) => !unnoticed),
    outdated: [...all.values()].filter(({ id, unnoticed }) => unnoticed && noticed.has(id)),
  };
}

/** Why one suite did not notice what it did not notice: another one did, or none can. */
export function reasonOf({ id, unnoticed }: Misbehaviour, others: readonly Score[]): Tekst {
  const by = others.find(({ caught }) => caught.some((each) => each.misbehaviour.id === id && isNoticed(each)));
  if (by) return { nl: `Wordt opgemerkt door ${by.suite}.`, en: `Noticed by ${by.suite}.` };
  return unnoticed ?? { nl: 'Er is geen reden gegeven.', en: 'No reason was given.' };
}

export function isNoticed({ step }: Caught): boolean {
  return step !== undefined;
}

/** The lines that a person reads: each suite as it is, then all together. */
export function tellTogether(scores: readonly Score[], of: Together): readonly string[] {
  const share = of.of === 0 ? '' : ` (${((100 * of.noticed) / of.of).toFixed(1)} %)`;
  return [
    ...scores.map(({ suite, caught }) => `${suite}: ${caught.filter(isNoticed).length} of ${caught.length} noticed`),
    `${of.standard} together: ${of.noticed} of ${of.of} noticed${share}`,
    ...of.survivors.map(({ id, unnoticed }) => `  survives: ${id}: ${unnoticed?.en ?? 'NO REASON GIVEN'}`),
    ...of.outdated.map(({ id }) => `  out of date: ${id} is noticed, and \`unnoticed\` says why it is not`),
  ];
}

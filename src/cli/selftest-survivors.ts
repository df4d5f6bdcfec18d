/**
 * Which misbehaviours a suite did not notice, and why that is no surprise: another suite of the standard did, or the data
 * gives a reason.
 */
import type { Misbehaviour } from '../model/misbehaviour.js';
import type { Score } from './selftest.js';

export interface Survivors {
  readonly lines: readonly string[];
  /** Misbehaviours that at least one suite of their standard noticed. */
  readonly noticed: number;
  readonly of: number;
  readonly unexplained: number;
}

export function tellSurvivors(scores: readonly Score[]): Survivors {
  const noticedBy = new Map<string, string[]>();
  for (const { suite, caught } of scores) {
    for (const { misbehaviour, step } of caught) {
      const key = keyOf(suite, misbehaviour);
      noticedBy.set(key, [...(noticedBy.get(key) ?? []), ...(step === undefined ? [] : [suite])]);
    }
  }
  let unexplained = 0;
  const lines = scores.flatMap(({ suite, caught }) => {
    const survivors = caught.filter(({ step }) => step === undefined).map(({ misbehaviour }) => misbehaviour);
    const told = survivors.map((misbehaviour) => {
      const reason = reasonOf(misbehaviour, suite, noticedBy.get(keyOf(suite, misbehaviour)) ?? []);
      if (!reason) unexplained += 1;
      return `  survives: ${misbehaviour.id}: ${reason ?? 'NO REASON GIVEN'}`;
    });
    return [`\n${suite}: ${caught.length - survivors.length} of ${caught.length} noticed`, ...told];
  });
  const noticed = [...noticedBy.values()].filter((suites) => suites.length > 0).length;
  return { lines, noticed, of: noticedBy.size, unexplained };
}

function reasonOf(misbehaviour: Misbehaviour, suite: string, noticedBy: readonly string[]): string | undefined {
  const given = misbehaviour.unnoticed[suite.split('/')[1] ?? '']?.en;
  return given ?? (noticedBy[0] && `noticed by ${noticedBy[0]}`);
}

/** A misbehaviour belongs to a standard, not to one of its suites. */
function keyOf(suite: string, { id }: Misbehaviour): string {
  return `${suite.split('/')[0]}/${id}`;
}

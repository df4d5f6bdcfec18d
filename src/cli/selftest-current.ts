/**
 * Kept scores that still belong to the files they were measured with, and what a report says of them.
 */
import { JUDGES } from '../judge/index.js';
import type { SelftestScore } from '../model/report-coverage.js';
import { openFileSet } from '../suite/file-set.js';
import { type LoadedSuite, loadSuite } from '../suite/load-suite.js';
import { isCurrent, type KeptScore, misbehavioursDigest, readScore } from './selftest/selftest-kept.js';

export interface KnownScore {
  readonly state: 'current' | 'stale' | 'none';
  /** As it was kept, also when it is stale. */
  readonly score?: KeptScore;
}

/** @param root - the suites folder */
export async function knownScore(root: string, { suite, standard }: LoadedSuite): Promise<KnownScore> {
  const score = await readScore({ root, suite: suite.id });
  if (!score) return { state: 'none' };
  const digests = {
    testset: suite.testset.digest,
    misbehaviours: await misbehavioursDigest(
      { root, suite: suite.id },
      isConsumer(standard, suite.id) ? 'consumers' : 'misbehaviours',
    ),
  };
  return { state: isCurrent(score, digests) ? 'current' : 'stale', score };
}

/** The kept scores of the other suites of a standard that can be run against its reference, as far as they are current. */
export async function currentScores(
  root: string,
  { standard }: Pick<LoadedSuite, 'standard'>,
  without: readonly string[],
): Promise<readonly KeptScore[]> {
  const others = providersOf(standard).filter((id) => !without.includes(id));
  const known = await Promise.all(others.map(async (id) => ({ id, kept: await readScore({ root, suite: id }) })));
  const scores: KeptScore[] = [];
  for (const { id } of known.filter(({ kept }) => kept)) {
    const { state, score } = await knownScore(root, await loadSuite(openFileSet(root), id, JUDGES));
    if (state === 'current' && score) scores.push(score);
  }
  return scores;
}

/** Suites in which the product provides: those can be run against the reference. */
export function providersOf({ id, roles }: LoadedSuite['standard']): readonly string[] {
  return roles.filter((role) => role.kind === 'provider').map((role) => `${id}/${role.id}`);
}

/** Whether the product sends in a suite. */
export function isConsumer({ id, roles }: LoadedSuite['standard'], suite: string): boolean {
  return roles.some((role) => role.kind === 'consumer' && `${id}/${role.id}` === suite);
}

/** What a report says of how many known misbehaviours its test set notices. */
export async function selftestFacts(root: string, loaded: LoadedSuite): Promise<SelftestScore> {
  const { state, score } = await knownScore(root, loaded);
  if (state !== 'current' || !score) return { stand: state === 'none' ? 'ontbreekt' : 'verouderd' };
  // Each role of a product that sends is measured with faults of its own.
  const others = isConsumer(loaded.standard, score.suite) ? [] : await currentScores(root, loaded, [score.suite]);
  const noticed = new Set([score, ...others].flatMap(noticedIn));
  return {
    stand: 'actueel',
    gevonden: score.noticed,
    totaal: score.of,
    ...(others.length > 0 && { samen: { met: others.map(({ suite }) => suite), gevonden: noticed.size } }),
    overlevenden: score.outcomes.flatMap((each) =>
      'reason' in each ? [{ id: each.id, titel: each.title, reden: each.reason, elders: noticed.has(each.id) }] : [],
    ),
  };
}

/** Ids of what a suite noticed. */
export function noticedIn({ outcomes }: KeptScore): readonly string[] {
  return outcomes.filter((each) => 'step' in each).map(({ id }) => id);
}

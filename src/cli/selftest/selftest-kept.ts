/**
 * The score of a suite as it is kept beside it, `suites/<standard>/selftest/<role>.json`: counts, what was noticed where,
 * and what survives and why. It names the digests of what it is about, so that one sees when it no longer belongs to it.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Tekst } from '../../model/finding.js';

export interface KeptScore {
  readonly suite: string;
  /** sha256 of every file that the suite was read from. */
  readonly testset: string;
  /** sha256 of the collection of misbehaviours, or of wrong consumers. */
  readonly misbehaviours: string;
  readonly noticed: number;
  readonly of: number;
  readonly outcomes: readonly KeptOutcome[];
}

export type KeptOutcome =
  | { readonly id: string; readonly step: string; readonly rules: readonly string[] }
  | { readonly id: string; readonly title: Tekst; readonly reason: Tekst };

/** Where the files of one standard are. */
export interface Place {
  /** The suites folder. */
  readonly root: string;
  /** `<standard>/<role>` */
  readonly suite: string;
}

/** One outcome a line, so that a change of the score reads well. */
export async function keepScore(root: string, { outcomes, ...score }: KeptScore): Promise<void> {
  const head = JSON.stringify(score, null, 2).slice(0, -2);
  const lines = outcomes.map((each) => `    ${JSON.stringify(each)}`);
  await writeFile(fileOf({ root, suite: score.suite }), `${head},\n  "outcomes": [\n${lines.join(',\n')}\n  ]\n}\n`);
}

/** @returns undefined when none was kept */
export async function readScore(place: Place): Promise<KeptScore | undefined> {
  const file = fileOf(place);
  return existsSync(file) ? (JSON.parse(await readFile(file, 'utf8')) as KeptScore) : undefined;
}

/** What a suite is measured with: wrong counterparts, or wrong consumers where the product sends. */
export type Collection = 'misbehaviours' | 'consumers';

/** sha256 of the collection of a standard; of nothing when it has none. */
export async function misbehavioursDigest({ root, suite }: Place, collection: Collection = 'misbehaviours'): Promise<string> {
  const file = join(folderOf({ root, suite }), `${collection}.yaml`);
  return createHash('sha256')
    .update(existsSync(file) ? await readFile(file) : '')
    .digest('hex');
}

/** Whether a score was measured with these very files. */
export function isCurrent(score: KeptScore, digests: Pick<KeptScore, 'testset' | 'misbehaviours'>): boolean {
  return score.testset === digests.testset && score.misbehaviours === digests.misbehaviours;
}

function fileOf(place: Place): string {
  return join(folderOf(place), `${place.suite.split('/')[1]}.json`);
}

function folderOf({ root, suite }: Place): string {
  return join(root, suite.split('/')[0] ?? '', 'selftest');
}

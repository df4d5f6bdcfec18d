/** Reports to compute again: each of a run of its own, with its own seed and its own messages, so that none is judged twice. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Report, run, simulate } from '../src/index.js';

const SUITE = 'zds-1.1/zaaksysteem';

export interface Packages {
  /** Folders. */
  readonly all: readonly string[];
  /** In one report. */
  readonly exchanges: number;
  /** Reports that have the seed of another. */
  readonly sameSeed: number;
  /** Of all messages, the part that is in one report only: some answers hold nothing of their own. */
  readonly onlyHere: number;
}

/** What a package is run with. */
export interface Verbs {
  readonly run: typeof run;
  readonly simulate: typeof simulate;
}

export async function recheckPackages(folder: string, count: number, by: Verbs = { run, simulate }): Promise<Packages> {
  mkdirSync(folder, { recursive: true });
  const world = { cwd: folder, env: {} };
  const all = Array.from({ length: count }, (_, nth) => join(folder, String(nth)));
  await using counterpart = await by.simulate(SUITE, {}, world);
  for (const out of all) {
    for await (const _ of by.run(SUITE, { endpoint: counterpart.url, acceptDefaults: true, out }, world));
  }
  const seeds = new Set(all.map((each) => reportIn(each).uitvoering.seed));
  const messages = all.map(messagesIn);
  const heard = new Map<string, number>();
  for (const message of messages.flat()) heard.set(message, (heard.get(message) ?? 0) + 1);
  const alone = [...heard.values()].filter((times) => times === 1).length;
  return { all, exchanges: exchangesIn(all[0] ?? ''), sameSeed: count - seeds.size, onlyHere: alone / messages.flat().length };
}

function reportIn(folder: string): Report {
  return JSON.parse(readFileSync(join(folder, 'rapport.json'), 'utf8'));
}

function exchangesIn(folder: string): number {
  const { uitwisselingen } = JSON.parse(readFileSync(join(folder, 'bewijs', 'manifest.json'), 'utf8'));
  return uitwisselingen.length;
}

/** Digests of what went over the wire. */
function messagesIn(folder: string): readonly string[] {
  const bodies = join(folder, 'prive', 'berichten');
  return readdirSync(bodies).map((name) =>
    createHash('sha256')
      .update(readFileSync(join(bodies, name)))
      .digest('hex'),
  );
}

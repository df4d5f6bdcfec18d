/**
 * How fast reports are computed again, as a process by the clock. One report takes what every process takes that loads a
 * test set, its rules and its schemas; of many reports each further one takes what it takes to judge it. Both are told, and
 * neither hides the other.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable, ran, ranOurs } from './processes.js';

type Row = (...cells: readonly string[]) => void;

/** Exchanges in one run of the demo. */
const EXCHANGES = 26;

/** So many runs, each with its own messages; the other reports are copies of these. */
const RUNS = 3;

/** @param few - reports after which everything is warm; `many` are as many again, several times */
export async function recheckRows(row: Row, few: number, many: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-recheck-'));
  try {
    const all: string[] = [];
    for (let nth = 0; nth < many; nth++) {
      const next = join(folder, String(nth));
      if (nth < RUNS) await ran(process.execPath, [executable, 'demo', '--out', next]);
      else cpSync(all[nth % RUNS] ?? next, next, { recursive: true });
      all.push(next);
    }
    const recheck = (count: number, jobs: number) => ranOurs(['recheck', ...all.slice(0, count), '--jobs', String(jobs)]);
    const one = await recheck(1, 1);
    const some = await recheck(few, 2);
    const every = await recheck(many, 2);
    const rate = (reports: number, millis: number) => `${Math.round((reports * EXCHANGES * 1000) / millis)}/s`;
    row(`recheck of one report of ${EXCHANGES} exchanges`, `${one.millis.toFixed(0)} ms`, '', '');
    row(`  ${many} reports on two threads, from start to end`, rate(many, every.millis), '', '');
    row(`  each report after the first ${few}`, rate(many - few, every.millis - some.millis), '', '2,000/s');
    if ([one, some, every].some(({ status }) => status !== 0)) row('  NOT EVERY REPORT CAME OUT THE SAME', '', '', '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

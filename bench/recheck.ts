/**
 * How fast reports are computed again, as a process by the clock. One report takes what every process takes that loads a
 * test set, its rules and its schemas; of many reports each further one takes what it takes to judge it. Both are told, and
 * neither hides the other. A machine that does other things as well tells less by the clock than by processor time.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ranOurs } from './processes.js';
import { largePackages } from './recheck-large.js';
import { recheckPackages } from './recheck-packages.js';
import { recheckPhases } from './recheck-phases.js';

type Row = (...cells: readonly string[]) => void;

/**
 * @param few - reports after which everything is warm; `many` are as many again, or several times
 * @param large - how often a large report does all that a small one does, and how many there are; half of them is to warm up
 */
export async function recheckRows(row: Row, few: number, many: number, large: { times: number; count: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-recheck-'));
  try {
    const { all, exchanges, sameSeed, onlyHere } = await recheckPackages(folder, many);
    const recheck = (count: number, jobs: number) => ranOurs(['recheck', ...all.slice(0, count), '--jobs', String(jobs)]);
    const one = await recheck(1, 1);
    const some = await recheck(few, 2);
    const every = await recheck(many, 2);
    const rate = (reports: number, millis: number) => `${Math.round((reports * exchanges * 1000) / millis)}/s`;
    row(`recheck of one report of ${exchanges} exchanges`, `${one.millis.toFixed(0)} ms`, '', '');
    row(`  ${many} reports on two threads, from start to end`, rate(many, every.millis), '', '');
    row(`  each report after the first ${few}`, rate(many - few, every.millis - some.millis), '', '2,000/s');
    row('  reports with the seed of another', String(sameSeed), '', '0');
    row('  messages that are in one report only', `${(onlyHere * 100).toFixed(0)} %`, '', '');
    if ([one, some, every].some(({ status }) => status !== 0)) row('  NOT EVERY REPORT CAME OUT THE SAME', '', '', '');
    const { phases, millis } = await recheckPhases(folder, all.slice(0, few), all.slice(few));
    row('  processor time of one report on one thread', `${millis.toFixed(1)} ms`, '', '');
    row('  so two threads with a processor each, at best', rate(2, millis), '', '2,000/s');
    for (const each of phases)
      row(`    ${each.name}`, `${each.millis.toFixed(1)} ms`, `${((each.millis / millis) * 100).toFixed(0)} %`, '');
    await largeRows(row, folder, large.times, large.count);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is done once for a report weighs less in a large one, and what looks back at all before it weighs more. */
async function largeRows(row: Row, folder: string, times: number, count: number): Promise<void> {
  const { all, exchanges } = await largePackages(folder, times, count);
  const some = await ranOurs(['recheck', ...all.slice(0, count / 2), '--jobs', '2']);
  const every = await ranOurs(['recheck', ...all, '--jobs', '2']);
  const rate = (reports: number, millis: number) => `${Math.round((reports * exchanges * 1000) / millis)}/s`;
  row(
    `recheck of ${count} reports of ${exchanges} exchanges on two threads, from start to end`,
    rate(count, every.millis),
    '',
    '',
  );
  row(`  each report after the first ${count / 2}`, rate(count / 2, every.millis - some.millis), '', '2,000/s');
  if ([some, every].some(({ status }) => status !== 0)) row('  NOT EVERY REPORT CAME OUT THE SAME', '', '', '');
  const { millis } = await recheckPhases(folder, all.slice(0, 1), all.slice(1, 2));
  row(
    '  processor time of one report on one thread',
    `${millis.toFixed(0)} ms`,
    `${(millis / exchanges).toFixed(2)} ms each`,
    '',
  );
  row('  so two threads with a processor each, at best', rate(2, millis), '', '2,000/s');
}

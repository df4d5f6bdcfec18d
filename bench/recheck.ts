/** How fast reports are computed again: copies of one run of a whole set, over threads, as a process by the clock. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executable, ran, ranOurs } from './processes.js';

type Row = (...cells: readonly string[]) => void;

/** Exchanges in one run of the demo. */
const EXCHANGES = 26;

export async function recheckRows(row: Row, copies: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-recheck-'));
  try {
    const first = join(folder, '0');
    await ran(process.execPath, [executable, 'demo', '--out', first]);
    const all = [first];
    for (let nth = 1; nth < copies; nth++) {
      const copy = join(folder, String(nth));
      cpSync(first, copy, { recursive: true });
      all.push(copy);
    }
    const one = await ranOurs(['recheck', first]);
    const many = await ranOurs(['recheck', ...all, '--jobs', '2']);
    const perSecond = ((copies - 1) * EXCHANGES * 1000) / (many.millis - one.millis);
    row(`recheck of ${copies} reports of ${EXCHANGES} exchanges, two threads`, `${Math.round(perSecond)}/s`, '', '2,000/s');
    row('  one report, by the clock', `${one.millis.toFixed(0)} ms`, '', '');
    if (one.status !== 0 || many.status !== 0) row('  NOT EVERY REPORT CAME OUT THE SAME', '', '', '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

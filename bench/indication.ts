/**
 * What it takes to tell what a catalogue of sealed packages amounts to, as a process. A few runs are made and sealed; every other package
 * is one of them under another name, so that each is read and verified in full, from a disk that has it in memory.
 */
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageReader } from '../src/cli/indication/read-package.js';
import { sealFolder } from '../src/cli/seal/seal-folder.js';
import { sealingKey } from '../src/report/seal/seal-key.js';
import { ranOurs } from './processes.js';
import { recheckPackages } from './recheck-packages.js';

type Row = (...cells: readonly string[]) => void;

const RUNS = 4;

/** @param many - packages in the catalogue */
export async function indicationRows(row: Row, many: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-indication-'));
  try {
    const { all } = await recheckPackages(folder, RUNS);
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const trust = join(folder, 'public.pem');
    writeFileSync(trust, publicKey.export({ type: 'spki', format: 'pem' }));
    const clock = { now: () => Date.parse('2026-06-01T00:00:00Z'), sleep: async () => undefined };
    for (const each of all) {
      rmSync(join(each, 'prive'), { recursive: true, force: true });
      await sealFolder({ cwd: folder, clock }, each, sealingKey(privateKey));
    }
    const catalogue = join(folder, 'catalogue');
    mkdirSync(catalogue);
    for (let nth = 0; nth < many; nth++) symlinkSync(all[nth % all.length] ?? '', join(catalogue, String(nth)));
    const { files, bytes } = sizeOf(all[0] ?? '');
    const { millis, peakMb, status } = await ranOurs([
      'indication',
      catalogue,
      '--trust',
      trust,
      '--jobs',
      '2',
      '--format',
      'json',
    ]);
    row(
      `indication of ${many} packages of ${files} files, ${(bytes / 1e6).toFixed(1)} MB each`,
      `${(millis / 1000).toFixed(1)} s`,
      '',
      '',
    );
    row('  so 10,000 of them, on two threads', `${((millis / many) * 10).toFixed(0)} s`, '', '60 s');
    row('  memory at most', `${peakMb?.toFixed(0) ?? '?'} MB`, '', '500 MB');
    const each = await processorMillis(all, trust);
    row('  processor time of one package', `${each.toFixed(1)} ms`, '', '');
    row('  so 10,000 of them, on two threads with a processor each', `${(each * 5).toFixed(0)} s`, '', '60 s');
    // Of our own reference nothing counts, and nothing is wrong with it.
    if (status !== 3) row('  NOT EVERY PACKAGE HELD', '', '', '');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Of a thread that is warm: a machine that does other things as well tells less by the clock. */
async function processorMillis(packages: readonly string[], trust: string): Promise<number> {
  const read = packageReader({ cwd: '/', trust });
  const readAll = async (times: number) => {
    for (let nth = 0; nth < times; nth++) for (const each of packages) await read(each);
  };
  await readAll(5);
  const before = process.cpuUsage();
  await readAll(15);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / (15 * packages.length);
}

function sizeOf(folder: string): { readonly files: number; readonly bytes: number } {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  const sizes = found.map((each) => statSync(join(each.parentPath, each.name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

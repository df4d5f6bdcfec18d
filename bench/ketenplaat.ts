/** An architecture model of forty megabytes: how long proposing chains from it takes, and how much memory above a small one. */
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DESK_AND_CABINET, plateText } from '../test/support/own-plate.js';
import { ranOurs } from './processes.js';

type Row = (...cells: readonly string[]) => void;

const MB = 1024 * 1024;
/** A page of text for each thing, as models have. */
const TEXT = 'Wat dit onderdeel in de organisatie doet, en voor wie &amp; waarom. '.repeat(4);

/** @param size - bytes, about */
export async function ketenplaatRows(row: Row, size: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-ketenplaat-'));
  try {
    const sizes = [0, size / 4, size];
    const ran = [];
    for (const [nth, each] of sizes.entries()) {
      const file = join(folder, `${nth}.xml`);
      const things = writeModel(file, each);
      ran.push({ things, bytes: statSync(file).size, ...(await ranOurs(['chain', 'propose', file])) });
    }
    const [small, quarter, large] = ran;
    if (!small || !quarter || !large) return;
    const above = (of: typeof large) => (of.peakMb ?? 0) - (small.peakMb ?? 0);
    const named = `a ketenplaat of ${Math.round(large.bytes / MB)} MB, ${large.things.toLocaleString('en')} things beside the chain`;
    row(named, `${large.millis.toFixed(0)} ms`, '', '');
    row(
      '  memory at most, above a ketenplaat of 3 KB',
      `${above(large)} MB`,
      `${((above(large) * MB) / large.bytes).toFixed(1)}× its size`,
      '',
    );
    row('  and one of a quarter of the size', `${above(quarter)} MB`, `${(above(large) / above(quarter)).toFixed(1)}×`, 'flat');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Things that no chain is made of, until the file is large enough; the half of them elements, the other half relations. */
function writeModel(file: string, size: number): number {
  const [beforeElements = '', afterElements = ''] = plateText(DESK_AND_CABINET).split('</elements>');
  const [beforeRelations = '', end = ''] = afterElements.split('</relationships>');
  const target = openSync(file, 'w');
  const element = (at: number) =>
    `<element identifier="id-${at}" xsi:type="BusinessProcess"><name xml:lang="nl">Proces ${at}</name><documentation xml:lang="nl">${TEXT}</documentation></element>\n`;
  const relation = (at: number) =>
    `<relationship identifier="re-${at}" source="id-${at}" target="el-desk" xsi:type="Flow"><name xml:lang="nl">stroom ${at}</name></relationship>\n`;
  const count = Math.floor(size / (element(10_000).length + relation(10_000).length));
  const fill = (make: (at: number) => string) => {
    for (let at = 0; at < count; at += 1000) {
      const part = Array.from({ length: Math.min(1000, count - at) }, (_, nth) => make(at + nth));
      writeSync(target, part.join(''));
    }
  };
  writeSync(target, beforeElements);
  fill(element);
  writeSync(target, `</elements>${beforeRelations}`);
  fill(relation);
  writeSync(target, `</relationships>${end}`);
  closeSync(target);
  return 2 * count;
}

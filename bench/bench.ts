/**
 * `npm run bench`: how fast ketentest judges, beside what the parser alone takes and beside other validators, and how fast
 * a counterpart answers. Prints one table; everything in it was measured in this run, and only ratios can be compared with
 * another machine. `-- simulator [--messages N]` measures the counterpart only, `-- page` the report page, and so on.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns } from '../src/cli/columns.js';
import { judgeBytes } from '../src/cli/validate/judge-file.js';
import { openShelf } from '../src/cli/validate/shelf.js';
import { judgeLoneMessage } from '../src/judge/lone-message.js';
import { indicationRows } from './indication.js';
import { ketenplaatRows } from './ketenplaat.js';
import { largeDocumentRows } from './large-document.js';
import { openValidation, parseAlone } from './library.js';
import { loopMillis, median, rateOf, ratesOf, residentMb } from './measure.js';
import { smallMessages, withDocumentOf } from './messages.js';
import { otherValidators } from './other-validators.js';
import { pageRows } from './page.js';
import { writePrepared } from './prepared-schema.js';
import { isInstalled, ran, ranOurs } from './processes.js';
import { recheckRows } from './recheck.js';
import { relayRows } from './relay.js';
import { measureSessions } from './sessions.js';
import { simulatorRows } from './simulator.js';

const PARTS = ['judge', 'simulator', 'sessions', 'recheck', 'page', 'relay', 'ketenplaat', 'indication'] as const;
type Part = (typeof PARTS)[number];

const isQuick = process.argv.includes('--quick');
const MB = 1024 * 1024;
const rows: string[][] = [];
const row = (...cells: readonly string[]) => {
  rows.push([...cells]);
  process.stderr.write(`${cells.join('  ')}\n`);
};
const times = (ratio: number) => `${ratio.toFixed(ratio < 10 ? 1 : 0)}×`;
const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-'));
const shelf = await openShelf({ cwd: folder, env: process.env }, {});
const judge = { profile: 'strict' } as const;

try {
  row('a loop of 100,000,000 steps, to know this machine by', `${loopMillis().toFixed(0)} ms`, '', '');
  if (wants('judge')) {
    await inOneProcess();
    await wholeProcesses();
  }
  if (wants('simulator')) await simulatorRows(row, messagesToSay());
  if (wants('sessions')) await sessions();
  if (wants('page')) await pageRows(row);
  if (wants('relay')) await relayRows(row, isQuick ? 300 : 2000);
  if (wants('ketenplaat')) await ketenplaatRows(row, (isQuick ? 10 : 40) * MB);
  if (wants('indication')) await indicationRows(row, isQuick ? 200 : 10_000);
  if (wants('recheck')) {
    const large = isQuick ? { times: 10, count: 4 } : { times: 20, count: 8 };
    await recheckRows(row, isQuick ? 20 : 60, isQuick ? 60 : 150, large);
  }
} finally {
  await shelf[Symbol.asyncDispose]();
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${columns([['what', 'measured', 'ratio', 'aim'], ...rows])}\n`);

/** Everything, unless something was named. */
function wants(part: Part): boolean {
  const named = process.argv.slice(2).filter((each) => PARTS.some((known) => known === each));
  return named.length === 0 || named.includes(part);
}

function messagesToSay(): number {
  const at = process.argv.indexOf('--messages');
  return (at < 0 ? undefined : Number(process.argv[at + 1])) || (isQuick ? 5_000 : 100_000);
}

/** Rates on one core, and memory over many messages. */
async function inOneProcess(): Promise<void> {
  for (const { name, bytes } of smallMessages()) {
    const first = await judgeBytes(name, bytes, shelf, judge);
    const basis = shelf.opened(first.standaard ?? '')?.basis;
    const what = `${name.replace(/^(.*)\/good\//, '$1 ')} (${(bytes.length / 1024).toFixed(1)} KB, ${first.schema.basis?.naam}, ${heldIn(first)} rules)`;
    const shapes = shelf.standards.find(({ id }) => id === first.standaard)?.shapes;
    if (!shapes) continue;
    using bare = openValidation(shapes);
    const [parse, library, schema, all] = ratesOf(
      () => parseAlone(bytes),
      () => bare.validate(bytes),
      // Each time other bytes, as messages come: what was read last is not read again.
      () => void basis?.validateBytes(new Uint8Array(bytes)),
      () => void judgeLoneMessage(new Uint8Array(bytes), shelf, judge),
    );
    if (!parse || !library || !schema || !all) continue;
    row(what, '', '', '');
    row('  parse alone (library)', `${parse.perSecond}/s`, times(1), '');
    row('  parse and schema, nothing else (library)', `${library.perSecond}/s`, times(library.micros / parse.micros), '');
    row('  schema alone', `${schema.perSecond}/s`, times(schema.micros / parse.micros), '15,000/s');
    row('  schema and rules', `${all.perSecond}/s`, times(all.micros / parse.micros), '2,000/s');
  }
  const large = withDocumentOf(MB);
  const [parse, all] = ratesOf(
    () => parseAlone(large),
    () => void judgeLoneMessage(new Uint8Array(large), shelf, judge),
  );
  if (!parse || !all) return;
  row('1 MB with base64: parse alone (library)', `${parse.perSecond}/s`, times(1), '');
  row('1 MB with base64: schema and rules', `${all.perSecond}/s`, times(all.micros / parse.micros), '100/s');
  memoryOverMany();
}

function heldIn({ regels }: Awaited<ReturnType<typeof judgeBytes>>): number {
  return regels.reduce((sum, rule) => sum + (rule.gehouden?.length ?? 0), 0);
}

function memoryOverMany(): void {
  const [sample] = smallMessages();
  if (!sample) return;
  const [total, settled] = isQuick ? [10_000, 1_000] : [100_000, 10_000];
  let before = 0;
  for (let count = 1; count <= total; count++) {
    judgeLoneMessage(new Uint8Array(sample.bytes), shelf, judge);
    if (count === settled) before = residentMb();
  }
  row(`memory after ${settled.toLocaleString('en')} messages`, `${before} MB`, times(1), '');
  row(`memory after ${total.toLocaleString('en')} messages`, `${residentMb()} MB`, times(residentMb() / before), 'flat');
}

/** What a person waits for, by the clock; the median of some runs. */
async function wholeProcesses(): Promise<void> {
  const [sample] = smallMessages();
  if (!sample) return;
  const file = join(folder, 'one.xml');
  writeFileSync(file, sample.bytes);
  const runs = isQuick ? 3 : 7;
  await ranOurs(['validate', file]);
  const ours = await several(runs, () => ranOurs(['validate', file]));
  const bare = await several(runs, () => ran(process.execPath, ['-e', '0']));
  row('node, doing nothing', `${bare.millis.toFixed(0)} ms`, '', '');
  const schema = shelf.standards.find(({ id }) => sample.name.startsWith(id));
  const entry = schema && writePrepared(schema);
  if (entry !== undefined && isInstalled('xmllint')) {
    const lint = await several(runs, () => ran('xmllint', ['--noout', '--schema', entry, file]));
    row('xmllint --schema one.xml (our compact schema)', `${lint.millis.toFixed(0)} ms`, times(1), '');
    row(
      'ketentest validate one.xml, schema and rules',
      `${ours.millis.toFixed(0)} ms`,
      times(ours.millis / lint.millis),
      '400 ms',
    );
  } else {
    row('ketentest validate one.xml', `${ours.millis.toFixed(0)} ms`, '', '400 ms');
  }
  if (entry !== undefined) others(entry, sample.bytes);
  for (const cells of await largeDocumentRows(folder, (isQuick ? 20 : 100) * MB, ours.peakMb)) row(...cells);
}

/** The same message and schema, schema alone. */
function others(entry: string, bytes: Uint8Array): void {
  const found = otherValidators(entry, new TextDecoder().decode(bytes));
  for (const { name, validate } of found) row(`${name}: schema alone`, `${rateOf(() => void validate()).perSecond}/s`, '', '');
  for (const name of ['libxmljs2', 'node-libxml'].filter((each) => !found.some((one) => one.name === each))) {
    row(`${name}: schema alone`, 'not installed in bench/', '', '');
  }
}

async function sessions(): Promise<void> {
  const { count, messages, steps, holding, unmatched, seconds, p50, p99, residentBytes } = await measureSessions(
    isQuick ? 50 : 500,
  );
  const mixed = unmatched + (steps - holding);
  row(`${count} sessions at one address: ${messages} messages, judged`, `${Math.round(messages / seconds)}/s`, '', '');
  row('  steps that did not hold, or messages for nobody', String(mixed), '', '0');
  row('  an answer takes (median, 99 of 100)', `${p50.toFixed(0)} and ${p99.toFixed(0)} ms`, '', '');
  row('  memory of the harness', `${Math.round(residentBytes / MB)} MB`, '', '');
}

async function several(runs: number, run: () => Promise<{ millis: number; peakMb?: number }>) {
  const seen = [];
  for (let count = 0; count < runs; count++) seen.push(await run());
  return {
    length: seen.length,
    millis: median(seen.map((each) => each.millis)),
    peakMb: median(seen.map((each) => each.peakMb ?? 0)),
  };
}

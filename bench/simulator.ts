/**
 * A counterpart under load: with everything judged, with nothing judged, and beside the server that stubs are usually made
 * with. All share this machine with the load, so only the ratios of one run say something elsewhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Loaded, load } from './load.js';
import { median } from './measure.js';
import { ourServer, type Server, wireMock } from './servers.js';

const CONNECTIONS = 100;

/** Before the clock starts, so that the code is compiled. */
const WARM = 2_000;

/** Servers that are compared take turns, so that a machine that is slow for a while is slow for both. */
const TURNS = 4;

type Row = (...cells: readonly string[]) => void;

/** A server, what it was asked so far, and how it did. */
interface Contender {
  readonly server: Server;
  readonly loads: Loaded[];
  next: number;
}

/** @param messages - to each server */
export async function simulatorRows(row: Row, messages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-simulator-'));
  const said = `${messages.toLocaleString('en')} messages over ${CONNECTIONS} connections (4 of 6 store, 2 of 6 ask)`;
  try {
    row(`simulate, ${said}`, '', '', '');
    {
      await using server = await ourServer(folder, '--log', 'json', '--state', 'judged.state');
      await measured(row, await warmed(server), messages, 'schema and all rules, kept in a state file', '1,500/s');
    }
    await using server = await ourServer(folder, '--no-check');
    const other = await wireMock();
    await using stub = typeof other === 'string' ? undefined : other;
    const rival = stub && (await warmed(stub));
    const found = await measured(row, await warmed(server), messages, 'nothing judged', '5,000/s', rival);
    if (!rival) return row('WireMock with an XPath matcher', String(other), '', '');
    const rate = rateOf(rival);
    row('WireMock with an XPath matcher, by turns with it', `${rate}/s`, '', '');
    row('  nothing judged, beside WireMock', `${found}/s`, `${(found / rate).toFixed(1)}×`, '5×');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @returns messages per second */
async function measured(row: Row, of: Contender, messages: number, what: string, aim: string, rival?: Contender) {
  const before = await of.server.usage();
  for (let turn = 0; turn < TURNS; turn++) {
    await loaded(of, Math.ceil(messages / TURNS));
    if (rival) await loaded(rival, Math.ceil(messages / TURNS));
  }
  const after = await of.server.usage();
  const of100 = (pick: (each: Loaded) => number) => median(of.loads.map(pick));
  const micros = (((after?.cpuMillis ?? 0) - (before?.cpuMillis ?? 0)) * 1000) / messages;
  row(what, `${rateOf(of)}/s`, '', aim);
  row('  processor time of the server for each', `${micros.toFixed(0)} µs`, '', '');
  const [half, most] = [of100(({ p50 }) => p50), of100(({ p99 }) => p99)];
  row('  half, and 99 of 100, are answered within', `${half.toFixed(1)} and ${most.toFixed(1)} ms`, '', '50 ms');
  row('  memory before and after', `${before?.residentMb} and ${after?.residentMb} MB`, '', '200 MB');
  row('  part of one core that the load itself took', `${(of100(({ ownShare }) => ownShare) * 100).toFixed(0)}%`, '', '');
  const refused = of.loads.reduce((sum, each) => sum + each.refused, 0);
  if (refused > 0) row('  answers that were no success', String(refused), '', '0');
  return rateOf(of);
}

/** All its messages over all its time. */
function rateOf({ loads }: Contender): number {
  const messages = loads.reduce((sum, each) => sum + each.messages, 0);
  return Math.round(messages / loads.reduce((sum, each) => sum + each.messages / each.perSecond, 0));
}

/** Its code is compiled before a clock starts. */
async function warmed(server: Server): Promise<Contender> {
  const of: Contender = { server, loads: [], next: 0 };
  await loaded(of, WARM);
  of.loads.length = 0;
  return of;
}

async function loaded(of: Contender, messages: number): Promise<void> {
  of.loads.push(await load({ port: of.server.port, messages, connections: CONNECTIONS, from: of.next }));
  of.next += messages;
}

/**
 * A counterpart under load: with everything judged, with nothing judged, and beside the server that stubs are usually made
 * with. All share this machine with the load, so only the ratios of one run say something elsewhere.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Loaded, load } from './load.js';
import { ourServer, type Server, wireMock } from './servers.js';

const CONNECTIONS = 100;

/** Before the clock starts, so that the code is compiled. */
const WARM = 2_000;

type Row = (...cells: readonly string[]) => void;

/** @param messages - to each server */
export async function simulatorRows(row: Row, messages: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-simulator-'));
  try {
    row(
      `simulate, ${messages.toLocaleString('en')} messages over ${CONNECTIONS} connections (4 of 6 store, 2 of 6 ask)`,
      '',
      '',
      '',
    );
    await ours(row, folder, messages, 'schema and all rules, kept in a state file', '1,500/s', [
      ...['--log', 'json', '--state', 'judged.state'],
    ]);
    const plain = await ours(row, folder, messages, 'nothing judged', '5,000/s', ['--no-check']);
    const found = await wireMock();
    if (typeof found === 'string') return row('WireMock with an XPath matcher', found, '', '');
    await using other = found;
    const stub = await loaded(other, messages);
    row('WireMock with an XPath matcher', `${stub.perSecond}/s`, '', '');
    row('  nothing judged, beside WireMock', `${plain.perSecond}/s`, `${(plain.perSecond / stub.perSecond).toFixed(1)}×`, '5×');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ours(row: Row, folder: string, messages: number, what: string, aim: string, words: readonly string[]) {
  await using server = await ourServer(folder, ...words);
  const idle = await server.usage();
  const found = await loaded(server, messages);
  const usage = await server.usage();
  row(what, `${found.perSecond}/s`, '', aim);
  row('  half, and 99 of 100, are answered within', `${found.p50.toFixed(1)} and ${found.p99.toFixed(1)} ms`, '', '50 ms');
  row('  memory before and after', `${idle?.residentMb} and ${usage?.residentMb} MB`, '', '200 MB');
  row('  part of one core that the load itself took', `${(found.ownShare * 100).toFixed(0)}%`, '', '');
  if (found.refused > 0) row('  answers that were no success', String(found.refused), '', '0');
  return found;
}

async function loaded(server: Server, messages: number): Promise<Loaded> {
  const { port } = server;
  await load({ port, messages: Math.min(WARM, messages), connections: CONNECTIONS, from: 90_000_000 });
  return load({ port, messages, connections: CONNECTIONS, from: 0 });
}

/** What a relay adds to a message: the same target asked directly and through one, turn by turn in one run. */

import { mkdtempSync, rmSync } from 'node:fs';
import * as http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../src/actor/body-store.js';
import { createExchangeIds } from '../src/actor/exchange-ids.js';
import { createRecorder } from '../src/actor/recorder.js';
import { createRelay } from '../src/actor/relay.js';
import { openSite } from '../src/actor/site.js';
import { openJournal } from '../src/cli/journal.js';

type Row = (...cells: readonly string[]) => void;

/** @param turns - how often each of the two is asked; a relay writes both messages to a journal on disk, as in a run */
export async function relayRows(row: Row, turns: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-relay-'));
  const message = Buffer.alloc(3000, 'x');
  const target = http.createServer((request, response) => request.resume().once('end', () => response.end(message)));
  await new Promise<void>((resolve) => void target.listen(0, '127.0.0.1', resolve));
  const direct = `http://127.0.0.1:${(target.address() as AddressInfo).port}/`;
  try {
    await using journal = await openJournal({ folder, fsync: false });
    await using bodyStore = createBodyStore({ spoolFolder: folder });
    await using site = await openSite({ host: '127.0.0.1', port: 0, failed: () => undefined });
    await using relay = createRelay({
      ...{ hop: 'a-b', site, path: '', target: direct, bodyStore, timeoutMillis: 30_000, deliver: () => undefined },
      recorder: createRecorder(journal),
      clock: {
        now: () => Date.now(),
        sleep: (_, signal) => new Promise((resolve) => signal?.addEventListener('abort', () => resolve())),
      },
      exchangeIds: createExchangeIds(),
      purposeOf: () => ({ scenario: '', step: 0, kind: 'step', service: '', attempt: 1 }),
    });
    const agent = new http.Agent({ keepAlive: true });
    const [plain, relayed]: [number[], number[]] = [[], []];
    for (let turn = 0; turn < turns; turn++) {
      plain.push(await millisOf(direct, message, agent));
      relayed.push(await millisOf(relay.url, message, agent));
    }
    agent.destroy();
    const [alone, through] = [half(plain), half(relayed)];
    row(`relay: a message of 3 KB asked directly, half within`, `${alone.toFixed(2)} ms`, '1.0×', '');
    row('  through a relay, written down both ways', `${through.toFixed(2)} ms`, `${(through / alone).toFixed(1)}×`, '');
    row('  what the relay adds', `${(through - alone).toFixed(2)} ms`, '', '2 ms');
  } finally {
    target.close();
    target.closeAllConnections();
    rmSync(folder, { recursive: true, force: true });
  }
}

function half(millis: readonly number[]): number {
  return millis.toSorted((one, other) => one - other)[Math.floor(millis.length / 2)] ?? 0;
}

function millisOf(url: string, body: Buffer, agent: http.Agent): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers: { 'Content-Length': body.length } }, (response) =>
      response.resume().once('end', () => resolve(performance.now() - began)),
    );
    request.once('error', reject);
    request.end(body);
  });
}

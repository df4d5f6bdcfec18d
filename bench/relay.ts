/**
 * What a relay adds to a message: the same target asked directly, through a bare proxy that keeps nothing, and through a
 * relay, turn by turn in one run. The proxy says what this machine and Node take for standing between at all.
 */

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
import { openJournal } from '../src/cli/journal/journal.js';

type Row = (...cells: readonly string[]) => void;

/** @param turns - how often each of the three is asked; a relay writes both messages to a journal on disk, as in a run */
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
    await using proxy = await bareProxy(direct);
    const agent = new http.Agent({ keepAlive: true });
    const ways = [direct, proxy.url, relay.url].map((url) => ({ url, millis: [] as number[], processor: 0 }));
    for (let turn = 0; turn < turns; turn++) {
      for (const way of ways) {
        const before = process.cpuUsage();
        way.millis.push(await millisOf(way.url, message, agent));
        const { user, system } = process.cpuUsage(before);
        way.processor += (user + system) / 1000;
      }
    }
    agent.destroy();
    const [alone = 0, bare = 0, through = 0] = ways.map(({ millis }) => half(millis));
    const [own = 0, bared = 0, spent = 0] = ways.map(({ processor }) => processor / turns);
    const cost = (millis: number) => `${millis.toFixed(2)} ms`;
    row('relay: a message of 3 KB asked directly, half within', cost(alone), '1.0×', '');
    row('  through a bare proxy of node:http', cost(bare), `${(bare / alone).toFixed(1)}×`, '');
    row('  through a relay, written down both ways', cost(through), `${(through / alone).toFixed(1)}×`, '');
    row(
      '  what the relay adds',
      cost(through - alone),
      `${((through - alone) / (bare - alone)).toFixed(1)}× a bare proxy`,
      '2 ms',
    );
    row('  processor time that it adds', cost(spent - own), `${((spent - own) / (bared - own)).toFixed(1)}× a bare proxy`, '');
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

/** Passes on, and does nothing else. */
async function bareProxy(target: string): Promise<AsyncDisposable & { readonly url: string }> {
  const agent = new http.Agent({ keepAlive: true });
  const server = http.createServer((incoming, response) => {
    const onward = http.request(target, { method: incoming.method, headers: incoming.headers, agent }, (reply) => {
      response.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(response);
    });
    onward.once('error', () => response.destroy());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        agent.destroy();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

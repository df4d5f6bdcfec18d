/**
 * What a test needs to watch a hop: a target that a test writes itself, a relay before it, and a journal in memory.
 */

import * as http from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createMailbox, type Mailbox } from '../../src/actor/mailbox.js';
import { createRecorder } from '../../src/actor/recorder.js';
import { createRelay, type Relay, type RelayOptions } from '../../src/actor/relay.js';
import { openSite, type SiteOptions } from '../../src/actor/site.js';
import type { Exchange } from '../../src/model/exchange.js';
import { PURPOSE } from './driving.js';
import { FakeClock } from './fake-clock.js';
import { localServer } from './local-server.js';
import { type MemoryJournal, memoryJournal } from './memory-journal.js';

export interface Target extends AsyncDisposable {
  readonly url: string;
}

/** A system that answers as a test says. */
export async function targetThat(answer: http.RequestListener): Promise<Target> {
  const server = http.createServer(answer);
  return localServer(server);
}

export interface Relaying extends AsyncDisposable {
  readonly relay: Relay;
  readonly journal: MemoryJournal;
  readonly mailbox: Mailbox;
  readonly clock: FakeClock;
  readonly failures: unknown[];
  /** The next exchange that passed. */
  taken(): Promise<Exchange | undefined>;
}

/** A relay before a target; options replace what is usual here. */
export async function relaying(
  target: string,
  options: Partial<RelayOptions> = {},
  listen: Partial<SiteOptions> = {},
): Promise<Relaying> {
  const [journal, mailbox, clock] = [memoryJournal(), createMailbox(), new FakeClock()];
  const failures: unknown[] = [];
  const bodyStore = createBodyStore({ spoolFolder: join(tmpdir(), 'ketentest') });
  const site = await openSite({ host: '127.0.0.1', port: 0, failed: (error) => failures.push(error), ...listen });
  const relay = createRelay({
    hop: 'a-b',
    site,
    path: '/a-b',
    target,
    bodyStore,
    recorder: createRecorder(journal),
    clock,
    exchangeIds: createExchangeIds(),
    timeoutMillis: 30_000,
    purposeOf: () => PURPOSE,
    deliver: (exchange) => mailbox.deliver(exchange),
    ...options,
  });
  return {
    ...{ relay, journal, mailbox, clock, failures },
    taken: async () => (await mailbox.take(() => true, clock.now() + 1000, clock))?.exchange,
    async [Symbol.asyncDispose]() {
      await relay.close();
      await site.close();
      await bodyStore.dispose();
    },
  };
}

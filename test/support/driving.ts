/**
 * What a test needs to send something: a driver over a store in a folder of its own, a journal in memory, and a
 * clock that stands still.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BodyStore, createBodyStore } from '../../src/actor/body-store.js';
import { createDriver, type Driver, type DriverOptions } from '../../src/actor/driver.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createRecorder } from '../../src/actor/recorder.js';
import type { Exchange, Purpose } from '../../src/model/exchange.js';
import type { OutgoingMessage } from '../../src/model/plan.js';
import { FakeClock } from './fake-clock.js';
import { type MemoryJournal, memoryJournal } from './memory-journal.js';

export const PURPOSE: Purpose = { scenario: 'm.1.proef', step: 1, kind: 'step', service: 'proef', attempt: 1 };

export interface Driving extends AsyncDisposable {
  readonly driver: Driver;
  readonly clock: FakeClock;
  readonly journal: MemoryJournal;
  readonly bodyStore: BodyStore;
  readonly folder: string;
  /** Sends a small message, or the given bytes. */
  send(body?: Uint8Array, signal?: AbortSignal): Promise<Exchange>;
}

/** Sends a message to a URL; options replace what is usual here. */
export async function driving(url: string, options: Partial<DriverOptions> = {}): Promise<Driving> {
  const folder = await mkdtemp(join(tmpdir(), 'ketentest-'));
  const clock = new FakeClock();
  const journal = memoryJournal();
  const bodyStore = createBodyStore({ spoolFolder: join(folder, 'spool'), thresholdBytes: 1024 * 1024 });
  const driver = createDriver({
    endpointOf: () => url,
    bodyStore,
    recorder: createRecorder(journal),
    clock,
    exchangeIds: createExchangeIds(),
    timeoutMillis: 30_000,
    ...options,
  });
  return {
    driver,
    clock,
    journal,
    bodyStore,
    folder,
    send: (body = new TextEncoder().encode('<vraag/>'), signal) =>
      driver.send(outgoing(body), { portType: 'P' }, PURPOSE, signal),
    async [Symbol.asyncDispose]() {
      driver.close();
      await bodyStore.dispose();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function outgoing(body: Uint8Array): OutgoingMessage {
  return {
    headers: [
      ['Content-Type', 'text/xml; charset=utf-8'],
      ['SOAPAction', '"urn:test:proef"'],
    ],
    body,
    referentienummer: 'R-1',
  };
}

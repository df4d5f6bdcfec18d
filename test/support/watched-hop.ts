/** One relay of a watch before one system, in this process, and the report of what passed it. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createRecorder } from '../../src/actor/recorder.js';
import { createRelay } from '../../src/actor/relay.js';
import { openSite } from '../../src/actor/site.js';
import type { RuleBook } from '../../src/judge/rule-book.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import { type Observed, observe } from '../../src/run-observing.js';
import { familyOf } from '../../src/standard/index.js';
import { memoryJournal } from './memory-journal.js';
import { machineClock } from './reference-run.js';
import { setupOf, suiteOf } from './watched-chain.js';

export interface HopOptions {
  readonly standard: StandardDefinition;
  readonly basis: OpenSchemaBasis;
  readonly rules: RuleBook;
  /** URL of the system that answers. */
  readonly target: string;
  /** Speaks through the relay. */
  readonly say: (url: string) => Promise<void>;
}

export async function watchHop({ standard, basis, rules, target, say }: HopOptions): Promise<Observed> {
  const setup = setupOf(standard.id, true);
  const exchanges: Exchange[] = [];
  await using bodyStore = createBodyStore({ spoolFolder: join(tmpdir(), `ketentest-hop-${process.pid}`) });
  const failed = (error: unknown) => {
    throw error;
  };
  await using site = await openSite({ host: '127.0.0.1', port: 0, failed });
  await using relay = createRelay({
    ...{ hop: setup.hops[0]?.id ?? '', site, path: '', target, bodyStore, clock: machineClock, timeoutMillis: 30_000 },
    ...{ exchangeIds: createExchangeIds(1, 6), recorder: createRecorder(memoryJournal()) },
    purposeOf: () => ({ scenario: '', step: 0, kind: 'step', service: '', attempt: 1 }),
    deliver: (exchange) => exchanges.push(exchange),
  });
  await say(relay.url);
  return observe(exchanges, {
    ...{ setup, suite: suiteOf(standard.id), end: 'done', lost: 0 },
    begin: { startedAt: '2026-01-31T12:00:00.000Z', endedAt: '2026-01-31T13:00:00.000Z', seed: 0, token: 'proef' },
    toolsOf: () => ({
      ...{ standard, family: familyOf(standard.family), bases: [basis], rules, profile: 'strict' },
      reader: createMessageReader(),
    }),
  });
}

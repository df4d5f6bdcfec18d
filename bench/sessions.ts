/**
 * Many products at once at one address, each with a run of its own. The harness is a process of its own; the products are
 * plain HTTP clients here, which send what our own driver said once, with references of their own.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { createBodyStore } from '../src/actor/body-store.js';
import { createDriver } from '../src/actor/driver.js';
import { createExchangeIds } from '../src/actor/exchange-ids.js';
import { createMessenger } from '../src/actor/messenger.js';
import { createRecorder } from '../src/actor/recorder.js';
import { systemClock } from '../src/cli/shell.js';
import { openSuite } from '../src/cli/suite-loading.js';
import { openRuleBook } from '../src/judge/rule-book.js';
import { createMessageReader } from '../src/message/message-reader.js';
import type { SentRequest } from '../src/model/exchange.js';
import { run } from '../src/run.js';
import { familyOf } from '../src/standard/index.js';
import { evaluateFunctions, freshValues } from '../src/suite/functions.js';
import { mirrored } from '../src/suite/mirror.js';
import { planSuite } from '../src/suite/plan.js';
import { SESSION_SUITE, type SessionsTold, sessionPath } from './sessions-facts.js';

/** As it stands in every reference; each session has its own of the same length. */
const TOKEN = 'sessie00000';

export interface SessionsMeasured extends SessionsTold {
  readonly count: number;
  /** From the first message to the last answer. */
  readonly seconds: number;
  /** In milliseconds, as the products saw it. */
  readonly p50: number;
  readonly p99: number;
}

interface Said {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export async function measureSessions(count: number): Promise<SessionsMeasured> {
  const script = await record();
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-sessions-'));
  try {
    const host = await startHost(count, folder);
    const millis: number[] = [];
    const agent = new Agent({ keepAlive: true, maxSockets: count });
    const start = performance.now();
    await Promise.all(
      Array.from({ length: count }, async (_, nth) => {
        const own = `sessie${String(nth).padStart(5, '0')}`;
        for (const { headers, body } of script) {
          const sent = performance.now();
          await post(`${host.url}${sessionPath(nth)}`, headers, body.replaceAll(TOKEN, own), agent);
          millis.push(performance.now() - sent);
        }
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    agent.destroy();
    const told = await host.told;
    millis.sort((one, other) => one - other);
    const at = (share: number) => millis[Math.floor(millis.length * share)] ?? Number.NaN;
    return { ...told, count, seconds, p50: at(0.5), p99: at(0.99) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Plays the suite once against one session, and keeps what was said. */
async function record(): Promise<readonly Said[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-sessions-'));
  const host = await startHost(1, folder);
  const loaded = mirrored(await openSuite(SESSION_SUITE));
  const { standard, templates, suite } = loaded;
  const family = familyOf(standard.family);
  const said: SentRequest[] = [];
  await using bodyStore = createBodyStore({ spoolFolder: folder });
  const journal = { append: async () => undefined, putBody: async () => undefined };
  using driver = createDriver({
    ...{ endpointOf: () => `${host.url}${sessionPath(0)}`, bodyStore, recorder: createRecorder(journal) },
    ...{ clock: systemClock, exchangeIds: createExchangeIds(), timeoutMillis: 60_000 },
  });
  using rules = openRuleBook(standard, family);
  for await (const event of run(planSuite(loaded, { only: [], without: [], set: {} }), {
    messenger: createMessenger({
      ...{ standard, family, templates, sender: driver, clock: systemClock, token: TOKEN },
      fresh: (now) => freshValues(suite.variables, { now, token: TOKEN }),
    }),
    tools: { standard, family, reader: createMessageReader(), bases: [], profile: 'strict', rules },
    ...{ clock: systemClock, mode: 'onvoorwaardelijk', poll: { deadlineMillis: 0, pauseMillis: 50 } },
    functions: evaluateFunctions(suite.variables, { now: systemClock.now(), token: TOKEN }),
    ...{ seed: 1, token: TOKEN },
  })) {
    if (event.type === 'exchanged') said.push(event.exchange.request);
  }
  await host.told;
  const script = await Promise.all(
    said.map(async ({ headers, body }) => ({
      headers: Object.fromEntries(headers.filter(([name]) => /^(?:soapaction|content-type)$/i.test(name))),
      body: Buffer.from(await body.bytes()).toString(),
    })),
  );
  rmSync(folder, { recursive: true, force: true });
  return script;
}

async function startHost(count: number, folder: string) {
  const host = fileURLToPath(new URL('./sessions-host.js', import.meta.url));
  const child: ChildProcess = spawn(process.execPath, [host, String(count), folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (!child.stdout) throw new Error('no standard output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value ?? '{}');
  const { listening } = (await next()) as { readonly listening: string };
  return { url: listening, told: next() as Promise<SessionsTold> };
}

function post(url: string, headers: Said['headers'], body: string, agent: Agent): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { ...headers, 'Content-Length': Buffer.byteLength(body) }, agent });
    sent.once('error', reject);
    sent.once('response', (response) => response.resume().once('end', resolve));
    sent.end(body);
  });
}

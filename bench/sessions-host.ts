/**
 * The harness of the benchmark of sessions, as a process of its own: waits at one address for that many products at once, and
 * tells the address first and then what became of them, a JSON line each.
 */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCounterpart } from '../src/actor/counterpart.js';
import type { Messenger } from '../src/actor/messenger.js';
import { createRecorder } from '../src/actor/recorder.js';
import { openSite } from '../src/actor/site.js';
import { openJournal } from '../src/cli/journal/journal.js';
import { expectedSteps } from '../src/cli/run/run-counterpart.js';
import { takingTurns } from '../src/cli/run/turns.js';
import { systemClock } from '../src/cli/shell.js';
import { openSchemaBases } from '../src/cli/standards/schema-bases.js';
import { openSuite } from '../src/cli/suite-loading.js';
import { openRuleBook } from '../src/judge/rule-book.js';
import { createMessageReader } from '../src/message/message-reader.js';
import { run } from '../src/run.js';
import { familyOf } from '../src/standard/index.js';
import { withFixtures } from '../src/suite/fixtures.js';
import { evaluateFunctions } from '../src/suite/functions.js';
import { planSuite } from '../src/suite/plan.js';
import { SESSION_SUITE, type SessionsTold, sessionPath } from './sessions-facts.js';

const [count = 0, folder = ''] = [Number(process.argv[2]), process.argv[3]];

const loaded = await openSuite(SESSION_SUITE);
const plan = planSuite(loaded, { only: [], without: [], set: {} });
const family = familyOf(loaded.standard.family);
const standard = withFixtures(loaded, plan.constants);
const expected = expectedSteps(plan, standard);
await using bases = await openSchemaBases({ cwd: process.cwd(), env: process.env }, undefined, standard);
using rules = openRuleBook(standard, family);
const told = { holding: 0, steps: 0, messages: 0, unmatched: 0 };
await using site = await openSite({ host: '127.0.0.1', port: 0, failed: (error) => process.stderr.write(`${error}\n`) });
const turn = takingTurns();
const opened = await Promise.all(Array.from({ length: count }, (_, nth) => open(nth)));
process.stdout.write(`${JSON.stringify({ listening: site.url })}\n`);
await Promise.all(opened.map(session));
process.stdout.write(`${JSON.stringify({ ...told, residentBytes: process.memoryUsage.rss() } satisfies SessionsTold)}\n`);

/** A place to send to, with a journal on disk as every run has. */
async function open(nth: number) {
  const registry = family.registry(standard);
  const [basis] = bases.all;
  const journal = await openJournal({ folder: join(folder, String(nth)), fsync: false });
  const counterpart = await startCounterpart({
    ...{ host: '127.0.0.1', port: 0, shared: { site, path: sessionPath(nth) } },
    ...{ standard, family, registry, store: registry.createStore(), expected, clock: systemClock, version: 'bench' },
    recorder: createRecorder(journal),
    spoolFolder: join(tmpdir(), `ketentest-sessions-${process.pid}-${nth}`),
    ...(basis && { validate: (bytes: Uint8Array) => basis.validateBytes(bytes) }),
  });
  return { nth, counterpart, journal };
}

async function session({ nth, counterpart, journal }: Awaited<ReturnType<typeof open>>): Promise<void> {
  const verdicts = new Map<string, string>();
  for await (const event of run(plan, {
    messenger: { needs: () => [] } as Partial<Messenger> as Messenger,
    tools: { standard, family, reader: createMessageReader(), bases: bases.all, profile: 'strict', rules },
    ...{ clock: systemClock, mode: 'onvoorwaardelijk', poll: { deadlineMillis: 0, pauseMillis: 50 } },
    functions: evaluateFunctions(loaded.suite.variables, { now: systemClock.now(), token: `bench${nth}` }),
    ...{ seed: nth, token: `bench${nth}`, turn, incoming: { ...counterpart, waitMillis: 300_000 } },
  })) {
    if (event.type === 'exchanged') told.messages++;
    if (event.type === 'unmatched') told.unmatched++;
    if (event.type === 'step-judged') verdicts.set(`${event.scenario}/${event.step}`, event.verdict);
  }
  told.steps += verdicts.size;
  told.holding += [...verdicts.values()].filter((verdict) => verdict === 'voldoet').length;
  await counterpart[Symbol.asyncDispose]();
  await journal.close();
}

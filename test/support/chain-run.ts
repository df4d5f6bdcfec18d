/** Runs a chain in this process: real HTTP on every hop, and each actor ours, or one that a test brings along. */
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createDriver } from '../../src/actor/driver.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createMessenger, type Sender } from '../../src/actor/messenger.js';
import { createRecorder } from '../../src/actor/recorder.js';
import { SET_FILES } from '../../src/cli/certs/certificate-set.js';
import { openChain } from '../../src/cli/chain/open-chain.js';
import { withRealSpeakers } from '../../src/cli/chain/real-actors.js';
import { connectionOptions, ownConnectionOptions } from '../../src/cli/settings/probe-options.js';
import { settingsOnLine } from '../../src/cli/settings/settings.js';
import type { RuleBook } from '../../src/judge/rule-book.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import { does } from '../../src/model/chain.js';
import type { Report } from '../../src/model/report.js';
import type { Keten } from '../../src/model/report-chain.js';
import type { RunEvent, StepJudged } from '../../src/model/run-event.js';
import { fold } from '../../src/report/fold/fold.js';
import { run } from '../../src/run.js';
import { familyOf } from '../../src/standard/index.js';
import { evaluateFunctions, freshValues } from '../../src/suite/functions.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { planSuite, type Selection } from '../../src/suite/plan.js';
import { fakeShell } from '../cli/fake-shell.js';
import { openSpeakers } from './chain-speakers.js';
import { memoryJournal } from './memory-journal.js';
import { machineClock } from './reference-run.js';

export interface ChainOptions {
  readonly bases: readonly OpenSchemaBasis[];
  readonly rules: RuleBook;
  /**
   * Systems that are not ours: actor → makes it, given the address of each hop.
   * @returns its own address; `real` for one that speaks first
   */
  readonly real?: Readonly<Record<string, (urlOf: (hop: string) => string) => Promise<RealActor>>>;
  readonly selection?: Partial<Selection>;
  /** How long a message may take to be passed on. */
  readonly passMillis?: number;
  readonly timeoutMillis?: number;
  /** How long is looked whether something was stored. */
  readonly pollMillis?: number;
  /** How long a real system that speaks first is waited for. */
  readonly waitMillis?: number;
  /** What the settings declare to make such a system speak, instead of the test doing so. */
  readonly trigger?: readonly string[];
  /** Folder of `certs create`: then we listen over TLS. */
  readonly certs?: string;
  /** What comes between such a system and the wire. */
  readonly wrap?: (sender: Sender) => Sender;
}

export interface RealActor extends Partial<AsyncDisposable> {
  readonly url: string;
  /** PortType → its own address. */
  readonly addresses?: Readonly<Record<string, string>>;
}

export interface ChainOutcome {
  readonly report: Report & { readonly keten: Keten };
  readonly events: readonly RunEvent[];
  readonly steps: ReadonlyMap<string, StepJudged>;
  readonly lines: readonly Record<string, unknown>[];
}

/** The hops are at a port of their own before anybody real is made; then everything is as on the command line. */
export async function runChain(loaded: LoadedSuite, options: ChainOptions): Promise<ChainOutcome> {
  const { standard, suite, templates } = loaded;
  const { chain } = suite;
  if (!chain) throw new Error(`${suite.id} is no chain`);
  const port = await freePort();
  const { certs } = options;
  const urlOf = (hop: string) => `${certs === undefined ? 'http' : 'https'}://127.0.0.1:${port}/${hop}`;
  await using stack = new Stack();
  const real = new Map<string, string>();
  const addresses = new Map<string, string>();
  for (const [actor, make] of Object.entries(options.real ?? {})) {
    const made = await make(urlOf);
    stack.add(made);
    real.set(actor, made.url);
    for (const [portType, url] of Object.entries(made.addresses ?? {})) addresses.set(`${actor}/${portType}`, url);
  }
  const shell = fakeShell({ clock: machineClock });
  const settings = settingsOnLine(shell, {
    listen: `127.0.0.1:${port}`,
    poll: `${options.passMillis ?? 5000}ms`,
    timeout: `${options.timeoutMillis ?? 10_000}ms`,
    ...(options.trigger && { trigger: [...options.trigger] }),
    ...(certs !== undefined && {
      ...{ tlsCert: join(certs, SET_FILES.server), tlsKey: join(certs, SET_FILES.serverKey), ca: join(certs, SET_FILES.ca) },
    }),
  });
  const token = 'proef';
  const clock = machineClock;
  const family = familyOf(standard.family);
  const planned = planSuite(loaded, { only: [], without: [], set: {}, ...options.selection });
  const plan = withRealSpeakers(planned, chain, real);
  const journal = memoryJournal();
  const recorder = createRecorder(journal);
  const exchangeIds = createExchangeIds();
  await using bodyStore = createBodyStore({ spoolFolder: join(tmpdir(), `ketentest-keten-${process.pid}`) });
  const begun = new Set<string>();
  const playing = { shell, settings, loaded, plan, clock, bases: options.bases, token, begun };
  await using opened = await openChain({ ...playing, chain, real, addresses, recorder, bodyStore, exchangeIds });
  using driver = createDriver({
    ...ownConnectionOptions(shell, settings),
    ...{ endpointOf: (url: string) => url, bodyStore, recorder, clock, exchangeIds },
    timeoutMillis: options.timeoutMillis ?? 10_000,
    patienceOf: ({ kind }) => (kind === 'step' ? chain.actors.find(({ plays }) => plays === 'vrager')?.patience : undefined),
  });
  const events: RunEvent[] = [];
  const isAsked = options.trigger === undefined;
  const speakers =
    isAsked && chain.actors.some((actor) => does(actor, 'vrager') && real.has(actor.id))
      ? openSpeakers(loaded, urlOf, options.wrap, connectionOptions(shell, settings))
      : undefined;
  for await (const event of run(plan, {
    messenger: createMessenger({
      ...{ standard, family, templates, clock, token, offersOnce: true },
      sender: {
        send: (outgoing, _, purpose, signal) => {
          begun.add(outgoing.referentienummer);
          return driver.send(outgoing, { portType: opened.route(purpose) }, purpose, signal);
        },
      },
      fresh: (now) => freshValues(suite.variables, { now, token }),
    }),
    tools: { standard, family, reader: createMessageReader(), bases: options.bases, profile: 'strict', rules: options.rules },
    ...{ clock, mode: 'onvoorwaardelijk', seed: 1, token },
    watching: {
      ...{ ...opened.watching, waitMillis: options.waitMillis ?? 20_000 },
      ...(speakers && { prompt: (asked) => speakers.prompt(asked) }),
    },
    poll: { deadlineMillis: options.pollMillis ?? 0, pauseMillis: 50 },
    functions: evaluateFunctions(suite.variables, { now: clock.now(), token }),
  })) {
    events.push(event);
  }
  if (speakers) await speakers.close();
  const judged = events.filter((event): event is StepJudged => event.type === 'step-judged');
  const report = fold({
    plan,
    events,
    run: {
      ...{
        nummer: 'proef',
        taal: 'nl',
        poging: 1,
        standaard: standard,
        rol: suite.role,
        profiel: 'strict',
        modus: 'onvoorwaardelijk',
      },
      product: { pakketnaam: 'proef', versie: '1', eigenReferentie: false },
      leverancier: { naam: 'proef' },
      harnas: { naam: 'ketentest', versie: 'proef' },
      schemabasis: { soort: 'ingebouwd', naam: 'proef', digest: '' },
      omgeving: { type: 'ontwikkel' },
      uitvoerder: { organisatie: 'proef' },
      echt: [...real.keys()],
    },
  });
  if (!report.keten) throw new Error('the report tells of no chain');
  return {
    report: { ...report, keten: report.keten },
    events,
    steps: new Map(judged.map((each) => [`${each.scenario}/${each.step}`, each])),
    lines: journal.lines,
  };
}

class Stack implements AsyncDisposable {
  readonly #all: RealActor[] = [];
  add(actor: RealActor): void {
    this.#all.push(actor);
  }
  async [Symbol.asyncDispose](): Promise<void> {
    for (const each of this.#all) await each[Symbol.asyncDispose]?.();
  }
}

/** A port that nobody uses now. */
async function freePort(): Promise<number> {
  const { createServer } = await import('node:net');
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { readonly port: number };
  await new Promise<void>((resolve) => void server.close(() => resolve()));
  return port;
}

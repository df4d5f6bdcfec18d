/**
 * Two relays of a watch with a servicebus between them and the reference behind it, all in this process: a suite is driven
 * through it, more may be said by hand, and what passed is made a report of.
 */
import { createBodyStore } from '../../src/actor/body-store.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createRecorder } from '../../src/actor/recorder.js';
import { createRelay } from '../../src/actor/relay.js';
import { openSite } from '../../src/actor/site.js';
import type { RuleBook } from '../../src/judge/rule-book.js';
import { createMessageReader } from '../../src/message/message-reader.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { ReportRule, ReportScenario, ReportStep } from '../../src/model/report.js';
import type { WatchedHop, WatchSetup } from '../../src/model/watched.js';
import { type Observed, observe } from '../../src/run-observing.js';
import { familyOf } from '../../src/standard/index.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { foldedFrom } from './folded-watch.js';
import { type Meddle, startMeddler } from './meddler.js';
import { memoryJournal } from './memory-journal.js';
import { machineClock, runAgainst } from './reference-run.js';
import { startReference } from './reference-server.js';

const hop = (from: string, to: string, standard: string): WatchedHop => ({ id: `${from}-${to}`, from, to, standard });

/** Who stands where, in the words of a configuration. */
export function setupOf(standard: string, isOne = false): WatchSetup {
  const actor = (id: string, plays: 'vrager' | 'tussenstation' | 'aanbieder') =>
    ({ id, naam: { nl: id, en: id }, component: '–', plays }) as const;
  const ends = [actor('vakapp', 'vrager'), actor('zaaksysteem', 'aanbieder')] as const;
  return isOne
    ? { title: 'Proef', actors: ends, hops: [hop('vakapp', 'zaaksysteem', standard)], rewrites: REWRITES }
    : {
        title: 'Proef',
        actors: [ends[0], actor('bus', 'tussenstation'), ends[1]],
        hops: [hop('vakapp', 'bus', standard), hop('bus', 'zaaksysteem', standard)],
        rewrites: REWRITES,
      };
}

const REWRITES = ['referentienummer', 'crossRefnummer'];

export interface WatchedOptions {
  readonly loaded: LoadedSuite;
  readonly basis: OpenSchemaBasis;
  readonly rules: RuleBook;
  /** What goes wrong in the servicebus. */
  readonly meddle?: Meddle;
  /** Scenarios of the suite that are driven through it. */
  readonly only?: readonly string[];
  /** What else is said; gets the address of the first relay, and what the suite sent. */
  readonly say?: (url: string, sent: readonly Sent[]) => Promise<void>;
  readonly lost?: number;
  readonly end?: 'done' | 'cancelled';
}

export interface Sent {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string>>;
}

export interface WatchedOutcome extends Observed {
  readonly exchanges: readonly Exchange[];
  readonly scenarios: readonly ReportScenario[];
  readonly report: ReturnType<typeof foldedFrom>;
}

export async function watchChain(options: WatchedOptions): Promise<WatchedOutcome> {
  const { loaded, basis, rules, meddle, only = ['zs.1.*', 'zs.2.*'], say, lost = 0, end = 'done' } = options;
  const { standard } = loaded;
  const setup = setupOf(standard.id);
  const exchanges: Exchange[] = [];
  await using product = await startReference(standard, undefined, basis);
  await using bodyStore = createBodyStore({ spoolFolder: '/nowhere' });
  const exchangeIds = createExchangeIds(1, 6);
  const failed = (error: unknown) => {
    throw error;
  };
  const stand = async (id: string, target: string) => {
    const site = await openSite({ host: '127.0.0.1', port: 0, failed });
    const relay = createRelay({
      ...{ hop: id, site, path: '', target, bodyStore, exchangeIds, clock: machineClock, timeoutMillis: 10_000 },
      recorder: createRecorder(memoryJournal()),
      purposeOf: () => ({ scenario: '', step: 0, kind: 'step', service: '', attempt: 1 }),
      deliver: (exchange) => exchanges.push(exchange),
    });
    const close = async () => {
      await relay.close();
      await site.close();
    };
    return { url: relay.url, [Symbol.asyncDispose]: close };
  };
  await using behind = await stand('bus-zaaksysteem', product.url);
  await using bus = await startMeddler({ target: behind.url, elsewhere: product.url, isBus: true, ...(meddle && { meddle }) });
  await using before = await stand('vakapp-bus', bus.url);
  const { events } = await runAgainst(loaded, {
    ...{ url: before.url, bases: [basis], rules, token: 'gadegeslagen' },
    selection: { only: [...only] },
  });
  const sent = await Promise.all(
    events
      .flatMap((event) => (event.type === 'exchanged' ? [event.exchange.request] : []))
      .map(async ({ body, headers }) => ({
        body: await body.bytes(),
        headers: Object.fromEntries(headers.filter(([name]) => /^(?:content-type|soapaction)$/i.test(name))),
      })),
  );
  await say?.(before.url, sent);
  const observed = await observe(exchanges, {
    ...{ setup, suite: suiteOf(standard.id), end, lost },
    begin: { startedAt: '2026-01-31T12:00:00.000Z', endedAt: '2026-01-31T13:00:00.000Z', seed: 0, token: 'proef' },
    toolsOf: () => ({
      ...{ standard, family: familyOf(standard.family), bases: [basis], rules, profile: 'strict' },
      reader: createMessageReader(),
    }),
  });
  const report = foldedFrom(observed, standard);
  return { ...observed, exchanges, report, scenarios: report.scenarios };
}

export function suiteOf(standard: string) {
  return {
    ...{ id: `${standard}/meegelezen`, standard, role: 'meegelezen', title: 'Meegelezen verkeer' },
    testset: { id: 'Meegelezen verkeer', versie: '1', bron: 'eigen', berichten: 'eigen', digest: '0'.repeat(64) },
  } as const;
}

/** What is not well, as `<hop> <party> <check> <verdict> <cause>`; what follows from something else is left out. */
export function badIn(scenarios: readonly ReportScenario[]): readonly string[] {
  const isBad = ({ verdict, ernst, verplicht }: ReportRule) =>
    (verdict === 'voldoet_niet' && ernst === 'fout') || (verdict === 'niet_beslist' && verplicht);
  const told = ({ hop: at, partij, id, verdict, oorzaak }: ReportRule) =>
    [at, partij, id, verdict, oorzaak].filter(Boolean).join(' ');
  return stepsOf(scenarios).flatMap(({ regels }) => regels.filter(isBad).map(told));
}

export function stepsOf(scenarios: readonly ReportScenario[]): readonly ReportStep[] {
  return scenarios.flatMap(({ stappen }) => stappen);
}

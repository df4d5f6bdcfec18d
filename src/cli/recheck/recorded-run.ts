/**
 * What a run had around it, from its record: the record answers, the clock stands where the record says, messages of the
 * product come when they came, and persons say what they said. Nothing is sent, and nobody is waited for.
 */
import { createHash } from 'node:crypto';
import { createMailbox } from '../../actor/mailbox.js';
import type { Sender } from '../../actor/messenger.js';
import type { Body } from '../../model/body.js';
import type { Chain } from '../../model/chain.js';
import type { Clock } from '../../model/clock.js';
import type { Exchange, Purpose } from '../../model/exchange.js';
import type { Report } from '../../model/report.js';
import type { Asking } from '../../run-asking.js';
import type { Listening } from '../../run-listening.js';
import type { Watching } from '../../run-watching.js';
import { placesOf } from '../chain/places.js';
import type { RunBegin } from '../run/run-begin.js';
import { answersIn, straysIn } from './said-in-report.js';

export interface RecordedRun {
  readonly clock: Clock;
  readonly sender: Sender;
  readonly incoming: Listening;
  /** What passed the hops of a chain; absent when it was none. */
  readonly watching?: Watching;
  readonly asking: Asking;
  /** Aborts when the run wants to go on where the record ends. */
  readonly signal: AbortSignal;
}

/**
 * @param exchanges - in the order in which they began
 * @param lookMillis - how long the run could look for something at most
 */
export function recordedRun(
  exchanges: readonly Exchange[],
  report: Report,
  begin: RunBegin,
  lookMillis: number,
  chain?: Chain,
): RecordedRun {
  let now = begin.startMillis;
  const forwardTo = (millis: number): void => {
    now = Math.max(now, millis);
  };
  const over = new AbortController();
  const clock: Clock = { now: () => now, sleep: async () => undefined };
  const said = byPurpose(exchanges.filter(({ part }) => part === 'driver'));
  const answers = answersIn(report);
  return {
    clock,
    signal: over.signal,
    sender: {
      recorded(purpose) {
        const waiting = said.get(keyOf(purpose)) ?? [];
        const found = waiting.shift();
        // A run that was cut off here and gone on with came to its end all the same.
        const isStopped = found?.failure?.kind === 'cancelled' && report.uitvoering.einde === 'cancelled';
        if (found === undefined || isStopped) over.abort();
        // The run looked again, so there was time for it, also when it was stopped in between and gone on with later.
        if (found === undefined || (purpose.kind === 'read-back' && waiting.length > 0)) return found;
        forwardTo(Date.parse(found.endedAt));
        // The run looked no further: the time for it was over.
        if (purpose.kind === 'read-back') now += 2 * lookMillis + 1_000;
        return found;
      },
      send: async (outgoing, _target, purpose) => notRecorded(purpose, outgoing, new Date(now).toISOString()),
    },
    incoming: incomingOf(exchanges, report, begin, forwardTo),
    ...(chain && { watching: watchingOf(chain, exchanges, report, begin, forwardTo) }),
    asking: { waitMillis: begin.waitMillis, ask: async (step) => answers.get(step) },
  };
}

/** What passed is taken as it passed, and time goes on to then. */
function watchingOf(
  chain: Chain,
  exchanges: readonly Exchange[],
  report: Report,
  begin: RunBegin,
  forwardTo: (millis: number) => void,
): Watching {
  const passed = exchanges.filter(({ part }) => part === 'relay');
  const { waitMillis: _, ...waiting } = incomingOf(passed, report, begin, forwardTo, 'relay');
  const real = new Set(report.keten?.partijen.flatMap(({ id, echt }) => (echt ? [id] : [])));
  return {
    ...waiting,
    release: () => undefined,
    ...placesOf(chain, real),
    waitMillis: begin.waitMillis,
    passMillis: begin.pollMillis,
  };
}

/** What came is taken when it was there in time, and time goes on to when it came, or to the end of waiting. */
function incomingOf(
  exchanges: readonly Exchange[],
  report: Report,
  { waitMillis }: RunBegin,
  forwardTo: (millis: number) => void,
  of: Exchange['part'] = 'listener',
): Listening {
  const mailbox = createMailbox();
  const strays = straysIn(report);
  for (const exchange of exchanges) if (exchange.part === of) mailbox.deliver(exchange);
  return {
    waitMillis,
    awaits: () => undefined,
    passes: () => undefined,
    strayOf: ({ id }) => strays.get(id),
    mailbox: {
      ...mailbox,
      async take(match, deadlineMillis, clock, signal) {
        const inTime = (exchange: Exchange) => Date.parse(exchange.endedAt) <= deadlineMillis && match(exchange);
        const got = await mailbox.take(inTime, Number.POSITIVE_INFINITY, instantly(clock), signal);
        forwardTo(got ? Date.parse(got.exchange.endedAt) : deadlineMillis);
        return got;
      },
    },
  };
}

/** Does not wait: what is not there does not come. */
function instantly(clock: Clock): Clock {
  return { now: clock.now, sleep: async () => undefined };
}

function byPurpose(exchanges: readonly Exchange[]): ReadonlyMap<string, Exchange[]> {
  const found = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    const key = keyOf(exchange.purpose);
    found.set(key, [...(found.get(key) ?? []), exchange]);
  }
  return found;
}

function keyOf({ scenario, step, kind, service, attempt }: Purpose): string {
  return JSON.stringify([scenario, step, kind, service, attempt]);
}

function notRecorded(
  purpose: Purpose,
  { headers, body }: { readonly headers: Exchange['request']['headers']; readonly body: Uint8Array },
  at: string,
): Exchange {
  return {
    ...{ id: '', part: 'driver', purpose, startedAt: at, endedAt: at },
    request: { method: 'POST', url: '', headers, body: bodyOf(body) },
    failure: { kind: 'cancelled', detail: 'NOT_RECORDED: no such message is in the record' },
  };
}

function bodyOf(bytes: Uint8Array): Body {
  return {
    ...{ id: 'not-recorded', size: bytes.length, digest: createHash('sha256').update(bytes).digest('hex') },
    async *open() {
      yield bytes;
    },
    bytes: async () => bytes,
  };
}

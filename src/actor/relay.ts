/**
 * Stands between two systems that talk: passes every byte on unchanged, in both directions, and writes down what passed.
 * I watch one hop; whoever speaks first is on my listening side, and whoever answers is the target.
 */
import type * as http from 'node:http';
import type { Clock } from '../model/clock.js';
import type { Exchange, HopTimes, Purpose, SentRequest, TransportFailure } from '../model/exchange.js';
import { type BodyStore, DEFAULT_CAP_BYTES, DEFAULT_THRESHOLD_BYTES, type Stored } from './body-store.js';
import { CheckedAgent, type ConnectionOptions } from './connection.js';
import { type Conversation, converse, headerList } from './conversation.js';
import type { ExchangeIds } from './exchange-ids.js';
import { type Passing, passing } from './passing.js';
import type { Recorder } from './recorder.js';
import { onwardHeaders, onwardUrl } from './relay-head.js';
import { backward, forward, type Onward, refuse } from './relay-legs.js';
import { addressOf, recordedHead, requestTarget } from './request-head.js';
import type { Site } from './site.js';
import { tlsFactsOf } from './tls-session.js';
import { withinTime } from './within-time.js';

export interface RelayOptions extends ConnectionOptions {
  /** Name of the hop that I watch. */
  readonly hop: string;
  /** Where I listen, and below which path; the empty text for every path. */
  readonly site: Site;
  readonly path: string;
  /** URL of the system that answers. */
  readonly target: string;
  readonly bodyStore: BodyStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly exchangeIds: ExchangeIds;
  /** For passing a message on and the whole reply together. */
  readonly timeoutMillis: number;
  readonly maxBodyBytes?: number;
  /** Bodies up to this size are written down before they go on. */
  readonly thresholdBytes?: number;
  /** What a message that passes is for. */
  readonly purposeOf: (request: SentRequest, hop: string) => Purpose | Promise<Purpose>;
  /** Gets every exchange when it is over, e.g. to put it in the mailbox. */
  readonly deliver: (exchange: Exchange) => void;
}

export interface Relay extends AsyncDisposable {
  /** Where messages for the target are sent to instead. */
  readonly url: string;
  /** Passes nothing on any more, and waits until what is under way is written down. */
  close(): Promise<void>;
}

/**
 * Starts to stand between.
 * @throws {HarnessError} `CONFIG_INVALID` when the target is no http or https URL
 */
export function createRelay(options: RelayOptions): Relay {
  const target = addressOf(options.target).url;
  const agent = new CheckedAgent(target, options);
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const detach = options.site.attach(options.path, (incoming, response) => {
    const done = pass({ ...options, agent, to: target, stop: stopping.signal }, incoming, response).finally(() =>
      running.delete(done),
    );
    running.add(done);
    return done;
  });
  const close = async (): Promise<void> => {
    detach();
    stopping.abort();
    await Promise.allSettled(running);
    agent.destroy();
  };
  return { url: `${options.site.url}${options.path}`, close, [Symbol.asyncDispose]: close };
}

interface Hop extends RelayOptions {
  readonly agent: CheckedAgent;
  readonly to: URL;
  readonly stop: AbortSignal;
}

/** One message on, and its reply back. */
async function pass(hop: Hop, incoming: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const { clock, recorder, bodyStore, thresholdBytes = DEFAULT_THRESHOLD_BYTES, maxBodyBytes = DEFAULT_CAP_BYTES } = hop;
  const id = hop.exchangeIds.next();
  const began = clock.now();
  const since = () => clock.now() - began;
  const moment = () => new Date(clock.now()).toISOString();
  const startedAt = moment();
  const url = onwardUrl(hop.to, hop.path, incoming.url ?? '/');
  const received = headerList(incoming.rawHeaders);
  const back = backward(response, thresholdBytes);
  const cut = new AbortController();
  const times: { -readonly [name in keyof HopTimes]: HopTimes[name] } = {};

  const speak = (body: Onward): Promise<Conversation> =>
    withinTime(hop, AbortSignal.any([hop.stop, cut.signal]), (stop, connected) =>
      converse({
        agent: hop.agent,
        method: incoming.method ?? '',
        target: requestTarget(url, hop.proxy),
        headers: onwardHeaders(received, url.host),
        body,
        bodyStore,
        maxBodyBytes,
        signal: stop,
        connected,
        tap: (head, source) => {
          times.replyBeganMillis = since();
          return back.tap(head, source);
        },
      }),
    );
  const on = forward(speak);
  const going = passing(on, thresholdBytes);
  const stored = await bodyStore.fromStream(going.through(incoming.iterator({ destroyOnReturn: false })), maxBodyBytes);
  times.requestInMillis = since();
  const broken = failureOf(stored);
  if (broken) cut.abort();

  const request: SentRequest = { method: incoming.method ?? '', ...recordedHead(url, received), body: stored.body };
  const purpose = await hop.purposeOf(request, hop.hop);
  await recorder.record({ type: 'request', exchange: id, part: 'relay', hop: hop.hop, purpose, at: startedAt, request });
  const said = await heard(broken, going, on, request, speak);
  times.replyInMillis = since();
  const failure: TransportFailure | undefined = broken ?? (said.failure && { ...said.failure, at: 'antwoord' });
  const tls = said.tls ?? tlsFactsOf(incoming.socket);
  const facts = { ...(said.reply && { reply: said.reply }), ...(failure && { failure }), ...(tls && { tls }), times };
  await recorder.record({ type: 'reply', exchange: id, at: moment(), ...facts });

  const undelivered = said.reply && !broken ? await back.finish(said.reply, said.failure) : refuse(response, hop.hop, failure);
  if (said.failure) hop.agent.dropIdle();
  // The record said that the reply would go back; that it did not is a later fact of the same exchange.
  const late = undelivered && !failure ? { failure: undelivered } : {};
  if (undelivered && !failure) await recorder.record({ type: 'reply', exchange: id, at: moment(), ...facts, ...late });
  hop.deliver({ id, part: 'relay', hop: hop.hop, request, ...facts, ...late, startedAt, endedAt: moment(), purpose });
}

/** What the target said to the whole message; a message that did not come whole is not held against it. */
async function heard(
  broken: TransportFailure | undefined,
  going: Passing,
  on: ReturnType<typeof forward>,
  { body }: SentRequest,
  speak: (body: Onward) => Promise<Conversation>,
): Promise<Conversation> {
  if (!going.hasBegun) return broken ? {} : speak(body);
  await going.finish();
  return on.spoken();
}

function failureOf({ end, body }: Stored): TransportFailure | undefined {
  if (end.how === 'complete') return undefined;
  const at = 'vraag';
  if (end.how === 'too-large') return { kind: 'body-too-large', detail: `BODY_TOO_LARGE: more than ${end.capBytes} bytes`, at };
  return { kind: 'reset', detail: `TRUNCATED: the sender stopped after ${body.size} bytes`, at };
}

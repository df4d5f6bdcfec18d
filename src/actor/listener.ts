/**
 * Listens for messages and answers them. What arrives is recorded before it is thought about, and a reply goes out
 * only after it was recorded too: a message that was answered is always in the record.
 */
import type * as http from 'node:http';
import type { TLSSocket } from 'node:tls';
import type { Body, HeaderList } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { Exchange, Purpose, ReceivedReply, SentRequest, TransportFailure } from '../model/exchange.js';
import { shownHeaders, shownUrl } from '../model/left-out.js';
import { type BodyStore, DEFAULT_CAP_BYTES, type Stored } from './body-store.js';
import { headerList } from './conversation.js';
import { type Delivery, sendReply } from './delivery.js';
import type { ExchangeIds } from './exchange-ids.js';
import { isoTime } from './iso-time.js';
import type { Recorder } from './recorder.js';
import { storedBody } from './request-body.js';
import { openSite, type Site, type SiteOptions } from './site.js';
import { tlsFactsOf } from './tls-session.js';

/** A reply as it goes out; Content-Length is added. */
export interface OutgoingReply {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  /** At once and whole unless told otherwise. */
  readonly delivery?: Delivery;
}

export interface ListenerOptions extends SiteOptions {
  /** Somebody else's address to share, below a path of our own; otherwise the address is ours alone. */
  readonly shared?: { readonly site: Site; readonly path: string };
  readonly bodyStore: BodyStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly exchangeIds: ExchangeIds;
  readonly maxBodyBytes?: number;
  /** What a message that arrives is for. */
  readonly purposeOf: (request: SentRequest) => Purpose | Promise<Purpose>;
  /** Makes the reply from the request and its bytes as received. Looks at nothing else but the state it was given. */
  readonly answer: (request: SentRequest, bytes: Uint8Array, purpose: Purpose) => OutgoingReply | Promise<OutgoingReply>;
  /** Gets every exchange when it is over, e.g. to put it in the mailbox. */
  readonly deliver: (exchange: Exchange) => void;
  /** Gets what went wrong on our side; the sender then sees a status 500 or a closed connection. */
  readonly failed: (error: unknown) => void;
}

export interface Listener extends AsyncDisposable {
  /** Where messages for us are sent to. */
  readonly url: string;
  /** Stops listening and closes every connection; at a shared address only those that wait for a reply of ours. */
  close(): Promise<void>;
  /** Stops listening, lets replies that are under way finish, and closes. */
  finish(): Promise<void>;
}

/**
 * Starts to listen.
 * @throws {HarnessError} `LISTEN_FAILED` when the address is taken or not ours
 */
export async function createListener(options: ListenerOptions): Promise<Listener> {
  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const site = options.shared?.site ?? (await openSite(options));
  const path = options.shared?.path ?? '';
  const detach = site.attach(path, (request, response) => {
    const done = receive(options, request, response, stopping.signal).finally(() => running.delete(done));
    running.add(done);
    return done;
  });
  const leave = async (): Promise<void> => {
    detach();
    stopping.abort();
    await Promise.allSettled(running);
  };
  const url = `${site.url}${path}`;
  if (options.shared) return { url, close: leave, finish: leave, [Symbol.asyncDispose]: leave };
  const finish = (): Promise<void> => {
    stopping.abort();
    return site.finish();
  };
  const close = (): Promise<void> => {
    stopping.abort();
    return site.close();
  };
  return { url, close, finish, [Symbol.asyncDispose]: close };
}

/** One message: keep it, write it down, answer it, write that down, send it, tell. */
async function receive(
  options: ListenerOptions,
  incoming: http.IncomingMessage,
  response: http.ServerResponse,
  stop: AbortSignal,
): Promise<void> {
  const { clock, recorder, bodyStore } = options;
  const moment = (): string => isoTime(clock.now());
  const id = options.exchangeIds.next();
  const startedAt = moment();
  const stored = await storedBody(incoming, bodyStore, options.maxBodyBytes ?? DEFAULT_CAP_BYTES);
  const request = requestOf(incoming, stored.body);
  const purpose = await options.purposeOf(request);
  await recorder.record({ type: 'request', exchange: id, part: 'listener', purpose, at: startedAt, request });

  const broken = failureOf(stored);
  const outgoing = broken?.kind === 'reset' ? undefined : await replyTo(options, request, purpose, broken);
  const reply = outgoing && (await asRecorded(outgoing, bodyStore));
  const tls = tlsFactsOf(incoming.socket);
  const said = { ...(reply && { reply }), ...(broken && { failure: broken }), ...(tls && { tls }) };
  await recorder.record({ type: 'reply', exchange: id, at: moment(), ...said });
  const unsent = outgoing && (await send(response, outgoing, { reply, isLast: broken !== undefined, clock, stop }));
  const failure = broken ?? unsent;
  // The record said that it would go out; that it did not is a later fact of the same exchange.
  if (unsent && !broken) await recorder.record({ type: 'reply', exchange: id, at: moment(), ...said, failure: unsent });
  const exchange = { id, part: 'listener', request, ...said, startedAt, endedAt: moment(), purpose } as const;
  options.deliver(failure ? { ...exchange, failure } : exchange);
}

function requestOf(incoming: http.IncomingMessage, body: Body): SentRequest {
  const scheme = (incoming.socket as Partial<TLSSocket>).encrypted ? 'https' : 'http';
  const url = `${scheme}://${incoming.headers.host ?? 'localhost'}${incoming.url ?? '/'}`;
  // What lets the product in here is its own, and is written down no more than what lets us in there.
  return { method: incoming.method ?? '', url: shownUrl(url), headers: shownHeaders(headerList(incoming.rawHeaders)), body };
}

function failureOf({ end, body }: Stored): TransportFailure | undefined {
  if (end.how === 'complete') return undefined;
  if (end.how === 'too-large') return { kind: 'body-too-large', detail: `BODY_TOO_LARGE: more than ${end.capBytes} bytes` };
  return { kind: 'reset', detail: `TRUNCATED: the sender stopped after ${body.size} bytes` };
}

async function replyTo(
  options: ListenerOptions,
  request: SentRequest,
  purpose: Purpose,
  broken?: TransportFailure,
): Promise<OutgoingReply> {
  if (broken !== undefined) return plainReply(413, 'The message is larger than we accept.');
  try {
    return await options.answer(request, await request.body.bytes(), purpose);
  } catch (error) {
    options.failed(error);
    return plainReply(500, 'The test harness could not make an answer; this is not a fault of the sender.');
  }
}

function plainReply(status: number, text: string): OutgoingReply {
  return { status, headers: [['Content-Type', 'text/plain; charset=utf-8']], body: new TextEncoder().encode(text) };
}

async function asRecorded({ status, headers, body }: OutgoingReply, bodyStore: BodyStore): Promise<ReceivedReply> {
  const length = ['Content-Length', String(body.length)] as const;
  return { status, headers: [...headers, length], body: await bodyStore.fromOwn(body) };
}

/** @returns the failure when the other side did not get it */
function send(
  response: http.ServerResponse,
  { status, body, delivery }: OutgoingReply,
  more: {
    readonly reply: ReceivedReply | undefined;
    readonly isLast: boolean;
    readonly clock: Clock;
    readonly stop: AbortSignal;
  },
): Promise<TransportFailure | undefined> {
  const { reply, isLast, clock, stop } = more;
  const closing: HeaderList = isLast || stop.aborted ? [['Connection', 'close']] : [];
  const headers = [...(reply?.headers ?? []), ...closing];
  return sendReply({ response, status, headers, body, clock, stop, ...(delivery && { delivery }) });
}

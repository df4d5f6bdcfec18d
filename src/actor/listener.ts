/**
 * Listens for messages and answers them. What arrives is recorded before it is thought about, and a reply goes out
 * only after it was recorded too: a message that was answered is always in the record.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import type { Body, HeaderList } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { Exchange, Purpose, ReceivedReply, SentRequest, TransportFailure } from '../model/exchange.js';
import { HarnessError } from '../model/harness-error.js';
import { type BodyStore, DEFAULT_CAP_BYTES, type Stored } from './body-store.js';
import { headerList } from './conversation.js';
import { type Delivery, sendReply } from './delivery.js';
import type { ExchangeIds } from './exchange-ids.js';
import type { Recorder } from './recorder.js';
import { type ServerTls, serverOptions, tellRefusals } from './tls-server.js';
import { tlsFactsOf } from './tls-session.js';

/** A reply as it goes out; Content-Length is added. */
export interface OutgoingReply {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  /** At once and whole unless told otherwise. */
  readonly delivery?: Delivery;
}

export interface ListenerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** PEM texts; with `clientCa` a client must show a certificate of that authority. */
  readonly tls?: ServerTls;
  readonly bodyStore: BodyStore;
  readonly recorder: Recorder;
  readonly clock: Clock;
  readonly exchangeIds: ExchangeIds;
  readonly maxBodyBytes?: number;
  /** What a message that arrives is for. */
  readonly purposeOf: (request: SentRequest) => Purpose | Promise<Purpose>;
  /** Makes the reply from the request and its bytes as received. Looks at nothing else but the state it was given. */
  readonly answer: (request: SentRequest, bytes: Uint8Array) => OutgoingReply | Promise<OutgoingReply>;
  /** Gets every exchange when it is over, e.g. to put it in the mailbox. */
  readonly deliver: (exchange: Exchange) => void;
  /** Gets what went wrong on our side; the sender then sees a status 500 or a closed connection. */
  readonly failed: (error: unknown) => void;
}

export interface Listener extends AsyncDisposable {
  /** Base URL, with the port that was taken. */
  readonly url: string;
  /** Stops listening and closes every connection. */
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
  const handle: http.RequestListener = (request, response) => {
    receive(options, request, response, stopping.signal)
      .catch((error: unknown) => {
        options.failed(error);
        response.destroy();
      })
      .finally(() => stopping.signal.aborted && server.closeIdleConnections());
  };
  const server = options.tls ? secureServer(options.tls, handle, options.failed) : http.createServer(handle);
  await listening(server, options);
  const { address, port, family } = server.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  const finish = (): Promise<void> =>
    new Promise((resolve) => {
      stopping.abort();
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  const close = (): Promise<void> => {
    const finished = finish();
    server.closeAllConnections();
    return finished;
  };
  const url = `${options.tls ? 'https' : 'http'}://${host}:${port}`;
  return { url, close, finish, [Symbol.asyncDispose]: close };
}

function secureServer(tls: ServerTls, handle: http.RequestListener, failed: ListenerOptions['failed']): https.Server {
  const server = https.createServer(serverOptions(tls), handle);
  tellRefusals(server, failed);
  return server;
}

function listening(server: http.Server | https.Server, { host, port }: ListenerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const hint = {
        nl: 'Kies een ander adres met --listen HOST:POORT; poort 0 neemt een vrije poort.',
        en: 'Choose another address with --listen HOST:PORT; port 0 takes any free port.',
      };
      reject(
        new HarnessError(
          'LISTEN_FAILED',
          {
            nl: `kan niet luisteren op ${host}:${port}: ${cause.message}`,
            en: `cannot listen on ${host}:${port}: ${cause.message}`,
          },
          { cause, hint },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

/** One message: keep it, write it down, answer it, write that down, send it, tell. */
async function receive(
  options: ListenerOptions,
  incoming: http.IncomingMessage,
  response: http.ServerResponse,
  stop: AbortSignal,
): Promise<void> {
  const { clock, recorder, bodyStore } = options;
  const moment = (): string => new Date(clock.now()).toISOString();
  const id = options.exchangeIds.next();
  const startedAt = moment();
  // Reading may stop at the cap, but the connection must stay: the reply goes over it.
  const chunks = incoming.iterator({ destroyOnReturn: false });
  const stored = await bodyStore.fromStream(chunks, options.maxBodyBytes ?? DEFAULT_CAP_BYTES);
  const request = requestOf(incoming, stored.body);
  const purpose = await options.purposeOf(request);
  await recorder.record({ type: 'request', exchange: id, part: 'listener', purpose, at: startedAt, request });

  const broken = failureOf(stored);
  const outgoing = broken?.kind === 'reset' ? undefined : await replyTo(options, request, broken);
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
  return { method: incoming.method ?? '', url, headers: headerList(incoming.rawHeaders), body };
}

function failureOf({ end, body }: Stored): TransportFailure | undefined {
  if (end.how === 'complete') return undefined;
  if (end.how === 'too-large') return { kind: 'body-too-large', detail: `BODY_TOO_LARGE: more than ${end.capBytes} bytes` };
  return { kind: 'reset', detail: `TRUNCATED: the sender stopped after ${body.size} bytes` };
}

async function replyTo(options: ListenerOptions, request: SentRequest, broken?: TransportFailure): Promise<OutgoingReply> {
  if (broken !== undefined) return plainReply(413, 'The message is larger than we accept.');
  try {
    return await options.answer(request, await request.body.bytes());
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
  return { status, headers: [...headers, length], body: await bodyStore.fromBytes(body) };
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

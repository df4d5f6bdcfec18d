/**
 * One request and what came of it, over HTTP/1.1. Whatever the other side does, this returns: a reply, a failure,
 * or both when a reply began and was cut off.
 */
import * as http from 'node:http';
import type { Body, HeaderList } from '../model/body.js';
import type { ReceivedReply, TlsFacts, TransportFailure } from '../model/exchange.js';
import type { BodyStore, StreamEnd } from './body-store.js';
import type { CheckedRequestArgs } from './connection.js';
import { tlsFactsOf } from './tls-session.js';
import { type Broken, brokenBy, codeOf } from './transport-failure.js';

export interface ConversationInput {
  readonly agent: http.Agent;
  readonly method: string;
  /** What stands on the request line. */
  readonly target: string;
  /** Everything that goes on the wire, Host, Connection and Content-Length included. */
  readonly headers: HeaderList;
  readonly body: Pick<Body, 'open'>;
  readonly bodyStore: BodyStore;
  readonly maxBodyBytes: number;
  /** Aborts the conversation; its reason is the TransportFailure to tell. */
  readonly signal: AbortSignal;
  /** Called as soon as there is a connection to speak over. */
  readonly connected?: () => void;
  /** Sees the reply stream by, for who passes it on while it comes; what it gives is what is kept. */
  readonly tap?: (head: ReplyHead, source: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;
}

/** What stands before the body of a reply. */
export type ReplyHead = Pick<ReceivedReply, 'status' | 'headers'>;

export interface Conversation {
  readonly reply?: ReceivedReply;
  readonly failure?: TransportFailure;
  readonly tls?: TlsFacts;
}

/**
 * Holds one conversation.
 * @throws {HarnessError} `OUTPUT_FAILED` when our own spool folder cannot be written or read
 */
export async function converse(input: ConversationInput): Promise<Conversation> {
  const options: CheckedRequestArgs = {
    agent: input.agent,
    method: input.method,
    path: input.target,
    headers: input.headers.flat(),
    signal: input.signal,
    connectSignal: input.signal,
  };
  const request = http.request(options);
  const wire = watch(request, input);
  const uploading = upload(request, input.body);
  const ours = uploading.then(
    () => undefined,
    (error: unknown) => {
      request.destroy();
      return { error };
    },
  );
  const conversation = await listen(request, wire, input);
  if (!request.writableFinished) request.destroy();
  const broke = await ours;
  if (broke !== undefined) throw broke.error;
  return conversation;
}

/** No error and no reply: the other side answered with something that is no reply, such as an upgrade. */
const CLOSED: Broken = { failure: { kind: 'reset', detail: 'CLOSED: no reply on a connection that was closed in good order' } };

/** What the wire said beside the reply itself; filled in as it happens. */
interface Wire {
  error?: unknown;
  tls?: TlsFacts;
}

function watch(request: http.ClientRequest, input: ConversationInput): Wire {
  const wire: Wire = {};
  request.on('error', (error) => {
    wire.error ??= error;
  });
  request.once('socket', (socket) => {
    const tls = tlsFactsOf(socket);
    if (tls !== undefined) wire.tls = tls;
    input.connected?.();
  });
  return wire;
}

async function listen(request: http.ClientRequest, wire: Wire, input: ConversationInput): Promise<Conversation> {
  const response = await responseOf(request);
  if (response === undefined) return withoutReply(request, wire, input);
  const head = { status: response.statusCode ?? 0, headers: headerList(response.rawHeaders) };
  const source = input.tap?.(head, response) ?? response;
  const { body, end } = await input.bodyStore.fromStream(source, input.maxBodyBytes);
  const reply = { ...head, body };
  const failure = failureAfter(end, response, body, wire, input);
  return { reply, ...(failure && { failure }), ...(wire.tls && { tls: wire.tls }) };
}

/** The reply's head, or undefined when the request ended without one. */
function responseOf(request: http.ClientRequest): Promise<http.IncomingMessage | undefined> {
  return new Promise((resolve) => {
    request.once('response', resolve);
    request.once('close', () => resolve(undefined));
  });
}

async function withoutReply(request: http.ClientRequest, wire: Wire, input: ConversationInput): Promise<Conversation> {
  if (input.signal.aborted) return { failure: input.signal.reason as TransportFailure, ...(wire.tls && { tls: wire.tls }) };
  const { failure, tls = wire.tls } = wire.error === undefined ? CLOSED : brokenBy(wire.error);
  const stray = strayBytes(wire.error);
  const reply = stray && { status: 0, headers: [], body: await input.bodyStore.fromBytes(stray) };
  const detail = request.reusedSocket ? `${failure.detail} (on a kept-alive connection)` : failure.detail;
  return { failure: { ...failure, detail }, ...(reply && { reply }), ...(tls && { tls }) };
}

function failureAfter(
  end: StreamEnd,
  response: http.IncomingMessage,
  body: Body,
  wire: Wire,
  input: ConversationInput,
): TransportFailure | undefined {
  if (end.how === 'too-large') return { kind: 'body-too-large', detail: `BODY_TOO_LARGE: more than ${end.capBytes} bytes` };
  if (end.how === 'complete' && response.complete) return undefined;
  if (input.signal.aborted) return input.signal.reason as TransportFailure;
  if (wire.error !== undefined) return brokenBy(wire.error).failure;
  const announced = response.headers['content-length'];
  const promised = announced === undefined ? 'before its last chunk' : `of the ${announced} announced`;
  return { kind: 'protocol', detail: `TRUNCATED: closed after ${body.size} bytes, ${promised}` };
}

/** Bytes that came back and were no HTTP. */
function strayBytes(error: unknown): Uint8Array | undefined {
  if (!codeOf(error).startsWith('HPE_')) return undefined;
  const packet = (error as { readonly rawPacket?: unknown }).rawPacket;
  return packet instanceof Uint8Array ? packet : undefined;
}

/** Writes at the pace of the other side; stops quietly when the request is over. */
async function upload(request: http.ClientRequest, body: Pick<Body, 'open'>): Promise<void> {
  for await (const chunk of body.open()) {
    if (request.destroyed) return;
    if (!request.write(chunk)) await writable(request);
  }
  request.end();
}

function writable(request: http.ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      request.off('drain', go).off('close', go);
      resolve();
    };
    request.on('drain', go).on('close', go);
    if (request.destroyed) go();
  });
}

/** Node gives names and values in one flat list, in the order and case in which they came. */
export function headerList(rawHeaders: readonly string[]): HeaderList {
  return Array.from({ length: rawHeaders.length / 2 }, (_, at) => [rawHeaders[2 * at] ?? '', rawHeaders[2 * at + 1] ?? '']);
}

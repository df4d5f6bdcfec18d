/**
 * Plays a system that stands between two others in a chain, as a servicebus does: what it gets it sends on under a reference
 * of its own, and the answer goes back under the reference of who asked.
 */
import type { HeaderList } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { SentRequest } from '../model/exchange.js';
import { createBodyStore } from './body-store.js';
import { CheckedAgent, type ConnectionOptions } from './connection.js';
import { converse } from './conversation.js';
import { createExchangeIds } from './exchange-ids.js';
import { createListener, type Listener, type OutgoingReply } from './listener.js';
import { createNames } from './own-names.js';
import { onwardHeaders, onwardUrl, returnHeaders } from './relay-head.js';
import { addressOf, requestTarget } from './request-head.js';
import { REFERENCE_HEADER } from './simulator.js';
import type { SiteOptions } from './site.js';
import { withinTime } from './within-time.js';

export interface BusOptions extends SiteOptions {
  /** How we connect to where it goes on. */
  readonly onward: ConnectionOptions;
  /** Where everything goes on to. */
  readonly target: string;
  /** Where one message goes on to when that differs; undefined when nobody is there to take it. */
  readonly route?: (request: SentRequest, bytes: Uint8Array) => Onward | undefined;
  readonly clock: Clock;
  readonly timeoutMillis: number;
  readonly spoolFolder: string;
  readonly maxBodyBytes?: number;
  /** The reference in a message; undefined when it has none, or cannot be read. */
  readonly referenceIn: (bytes: Uint8Array) => string | undefined;
  /** A reference of our own, new every time; what is offered once more gets the one that it had. */
  readonly reference: () => string;
  /** Version that every reply announces, so that nobody takes us for a product; absent for one that stays unknown. */
  readonly announce?: string;
}

/** Where a message goes on to, and the path of ours that is not part of it. */
export interface Onward {
  readonly target: string;
  readonly below: string;
}

/**
 * Starts to pass on.
 * @throws {HarnessError} `LISTEN_FAILED`, or `CONFIG_INVALID` when the target is no http or https URL
 */
export async function startServicebus(options: BusOptions): Promise<Listener> {
  const target = addressOf(options.target).url;
  const agents = new Map<string, CheckedAgent>();
  const agentFor = (url: URL): CheckedAgent => {
    const agent = agents.get(url.origin) ?? new CheckedAgent(url, options.onward);
    agents.set(url.origin, agent);
    return agent;
  };
  const bodyStore = createBodyStore({ spoolFolder: options.spoolFolder });
  const listener = await createListener({
    ...options,
    bodyStore,
    recorder: { record: async () => undefined },
    exchangeIds: createExchangeIds(),
    purposeOf: () => ({ scenario: '', step: 0, kind: 'step', service: '', attempt: 1 }),
    answer: async (request, bytes) => announced(isKnock(request) ? KNOCKED : await passOn(request, bytes), options.announce),
    deliver: () => undefined,
  });

  const names = createNames(options.reference);
  const isKnock = ({ method, url }: SentRequest) =>
    options.announce !== undefined && method === 'GET' && new URL(url).pathname === '/' && new URL(url).search === '';
  const passOn = async (request: SentRequest, bytes: Uint8Array): Promise<OutgoingReply> => {
    const theirs = options.referenceIn(bytes);
    const own = theirs === undefined ? undefined : names.of(theirs, bytes);
    const onward = theirs === undefined || own === undefined ? bytes : renamed(bytes, theirs, own);
    const to = options.route ? options.route(request, bytes) : { target: target.href, below: '' };
    if (!to) return gateway('no way leads further for this message');
    const url = onwardUrl(addressOf(to.target).url, to.below, new URL(request.url).pathname);
    const { reply, failure } = await withinTime(options, undefined, async (signal, connected) =>
      converse({
        agent: agentFor(url),
        method: request.method,
        target: requestTarget(url, options.onward.proxy),
        headers: sized(onwardHeaders(request.headers, url.host), onward.length),
        body: await bodyStore.fromBytes(onward),
        bodyStore,
        maxBodyBytes: options.maxBodyBytes ?? Number.POSITIVE_INFINITY,
        signal,
        connected,
      }),
    );
    if (!reply || failure || reply.status === 0) return gateway(failure?.detail ?? 'no reply');
    const said = await reply.body.bytes();
    const body = theirs === undefined || own === undefined ? said : renamed(said, own, theirs);
    const headers = returnHeaders(reply.headers).filter(([name]) => !/^(?:content-length|transfer-encoding)$/i.test(name));
    return { status: reply.status, headers, body };
  };
  const over = async (stop: () => Promise<void>): Promise<void> => {
    await stop();
    for (const each of agents.values()) each.destroy();
    await bodyStore.dispose();
  };
  const close = () => over(() => listener.close());
  return { url: listener.url, close, finish: () => over(() => listener.finish()), [Symbol.asyncDispose]: close };
}

const KNOCKED: OutgoingReply = {
  status: 200,
  headers: [['Content-Type', 'text/plain; charset=utf-8']],
  body: new TextEncoder().encode('A simulated servicebus of Ketentest: it passes on every message.\n'),
};

function announced(reply: OutgoingReply, version: string | undefined): OutgoingReply {
  if (version === undefined) return reply;
  const others = reply.headers.filter(([name]) => name.toLowerCase() !== REFERENCE_HEADER.toLowerCase());
  return { ...reply, headers: [...others, [REFERENCE_HEADER, version]] };
}

/** Writes another reference wherever the whole text of an element is the one that was there. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const [was, is] = [from, to].map((each) => Buffer.from(`>${each}<`, 'utf8').toString('latin1'));
  return Buffer.from(text.replaceAll(was ?? '', is ?? ''), 'latin1');
}

function sized(headers: HeaderList, length: number): HeaderList {
  const kept = headers.filter(([name]) => !/^(?:content-length|transfer-encoding)$/i.test(name));
  return [...kept, ['Content-Length', String(length)]];
}

function gateway(detail: string): OutgoingReply {
  const body = new TextEncoder().encode(`The servicebus could not pass the message on: ${detail}\n`);
  return { status: 502, headers: [['Content-Type', 'text/plain; charset=utf-8']], body };
}

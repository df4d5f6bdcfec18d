/**
 * Knocks at a door before a run: one request that is no part of it, unrecorded, with a small reply.
 */
import { type HeaderList, headerOf } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { TlsFacts, TransportFailure } from '../model/exchange.js';
import type { OutgoingMessage } from '../model/plan.js';
import { createBodyStore } from './body-store.js';
import { withOwnCertificate } from './client-certificate.js';
import { CheckedAgent, type ConnectionOptions } from './connection.js';
import { converse } from './conversation.js';
import { addressOf, requestHeaders, requestTarget } from './request-head.js';
import { REFERENCE_HEADER } from './simulator.js';

/** More than this is not read; a service description is far smaller. In bytes. */
const MAX_REPLY_BYTES = 8 * 1024 * 1024;

export interface ProbeOptions extends ConnectionOptions {
  readonly clock: Clock;
  readonly timeoutMillis: number;
  readonly headers?: HeaderList;
  readonly basic?: { readonly user: string; readonly password: string };
  /** Cancels. */
  readonly signal?: AbortSignal;
}

export interface ProbeAnswer {
  readonly reply?: { readonly status: number; readonly headers: HeaderList; readonly text: string };
  readonly failure?: TransportFailure;
  readonly tls?: TlsFacts;
  /** Whether there was a connection, in the clear or checked, before anything failed. */
  readonly isConnected: boolean;
  readonly millis: number;
}

/** What to say: nothing (GET), or a message (POST). */
export interface Knock {
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

/**
 * Sends one request on a fresh connection. Never throws for what the other side does.
 * @throws {HarnessError} `CONFIG_INVALID` when the address or a header cannot be used
 */
export async function probe(endpoint: string, options: ProbeOptions, knock?: Knock): Promise<ProbeAnswer> {
  const address = addressOf(endpoint, options.basic);
  const outgoing: OutgoingMessage = {
    headers: knock?.headers ?? [],
    body: knock?.body ?? new Uint8Array(),
    referentienummer: '',
  };
  const bodyStore = createBodyStore({ spoolFolder: '', thresholdBytes: Number.POSITIVE_INFINITY });
  const agent = new CheckedAgent(address.url, options);
  const stop = new AbortController();
  const over = new AbortController();
  const startedAt = options.clock.now();
  let isConnected = false;
  const deadline = giveUpAfter(options, stop, over.signal);
  try {
    const said = await converse({
      agent,
      method: knock === undefined ? 'GET' : 'POST',
      target: requestTarget(address.url, options.proxy),
      headers: requestHeaders(address, outgoing, options),
      body: await bodyStore.fromBytes(outgoing.body),
      bodyStore,
      maxBodyBytes: MAX_REPLY_BYTES,
      signal: stop.signal,
      connected: () => {
        isConnected = true;
      },
    });
    const { reply, ...rest } = await withOwnCertificate(said, address.url, options, stop.signal);
    const read = reply && {
      status: reply.status,
      headers: reply.headers,
      text: new TextDecoder().decode(await reply.body.bytes()),
    };
    return { ...rest, ...(read && { reply: read }), isConnected, millis: options.clock.now() - startedAt };
  } finally {
    over.abort();
    await deadline;
    agent.destroy();
  }
}

/** The version that our own reference announces, whatever else it may serve; undefined for any other system. */
export async function ownReferenceAt(endpoint: string, options: ProbeOptions): Promise<string | undefined> {
  const { reply } = await probe(new URL('/', endpoint).href, options);
  return reply && headerOf(reply.headers, REFERENCE_HEADER);
}

async function giveUpAfter(
  { clock, timeoutMillis, signal }: ProbeOptions,
  stop: AbortController,
  over: AbortSignal,
): Promise<void> {
  const until = AbortSignal.any([over, ...(signal ? [signal] : [])]);
  await clock.sleep(timeoutMillis, until);
  const failure: TransportFailure = signal?.aborted
    ? { kind: 'cancelled', detail: 'CANCELLED: somebody stopped us' }
    : { kind: 'timeout', detail: `REPLY_TIMEOUT: no complete reply within ${timeoutMillis} ms` };
  if (!over.aborted) stop.abort(failure);
}

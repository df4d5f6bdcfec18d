/**
 * Sends a reply over its connection: as it should be, or as a broken network or server would. Counterparts that
 * misbehave on purpose choose the way; everybody else gets the whole reply at once.
 */
import type { ServerResponse } from 'node:http';
import type { HeaderList } from '../model/body.js';
import type { Clock } from '../model/clock.js';
import type { TransportFailure } from '../model/exchange.js';

/** How a reply goes out, when not at once and whole. */
export type Delivery =
  /** Not at all; the connection stays open until the other side has enough of it. */
  | { readonly how: 'never' }
  /** The connection is reset instead. */
  | { readonly how: 'reset' }
  /** Half of it, and then the connection is closed. */
  | { readonly how: 'cut' }
  | { readonly how: 'late'; readonly millis: number }
  /** In pieces, this long apart. */
  | { readonly how: 'slow'; readonly millis: number; readonly pieces: number };

export interface Sending {
  readonly response: ServerResponse;
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
  readonly delivery?: Delivery;
  readonly clock: Clock;
  /** Aborts when we stop: nobody is kept waiting then. */
  readonly stop: AbortSignal;
}

/** @returns the failure when the other side did not get the reply, because it left or because we did not give it */
export async function sendReply(sending: Sending): Promise<TransportFailure | undefined> {
  // Most replies go out at once and whole; then there is nothing to break off.
  return sending.delivery === undefined ? write(sending, sending.stop) : sendWrongly(sending);
}

async function sendWrongly(sending: Sending): Promise<TransportFailure | undefined> {
  const { response, delivery, clock, stop } = sending;
  const left = new AbortController();
  response.once('close', () => left.abort());
  const until = AbortSignal.any([stop, left.signal]);
  if (delivery?.how === 'never') {
    await aborted(until);
    response.destroy();
    return { kind: 'reset', detail: 'WITHHELD: on purpose, no reply was sent' };
  }
  if (delivery?.how === 'reset') {
    response.socket?.resetAndDestroy();
    return { kind: 'reset', detail: 'RESET: on purpose, the connection was reset instead of a reply' };
  }
  if (delivery?.how === 'late') await clock.sleep(delivery.millis, until);
  return write(sending, until);
}

function write({ response, status, headers, body, delivery, clock }: Sending, until: AbortSignal) {
  return new Promise<TransportFailure | undefined>((resolve) => {
    const gone = (): void => resolve({ kind: 'reset', detail: 'UNDELIVERED: the sender left before the reply was sent' });
    if (response.destroyed || response.closed || response.socket?.destroyed) return gone();
    response.once('close', () => (response.writableFinished ? resolve(undefined) : gone()));
    response.once('finish', () => resolve(undefined));
    response.writeHead(status, headers.flat());
    if (delivery?.how === 'cut') {
      response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
    } else if (delivery?.how === 'slow') {
      void inPieces(body, delivery, { response, clock, until });
    } else whole(response, body);
  });
}

/** Larger bodies are not worth copying, in bytes. */
const SMALL = 64 * 1024;

/** As text, so that head and body leave in one piece. */
function whole(response: ServerResponse, body: Uint8Array): void {
  if (body.length > SMALL) response.end(body);
  else response.end(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString('latin1'), 'latin1');
}

async function inPieces(
  body: Uint8Array,
  { pieces, millis }: Extract<Delivery, { how: 'slow' }>,
  { response, clock, until }: Pick<Sending, 'response' | 'clock'> & { readonly until: AbortSignal },
): Promise<void> {
  const size = Math.max(1, Math.ceil(body.length / pieces));
  for (let at = 0; at < body.length && !response.destroyed; at += size) {
    response.write(body.subarray(at, at + size));
    await clock.sleep(millis, until);
  }
  response.end();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

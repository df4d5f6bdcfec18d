/**
 * The two directions of a relay: the message that goes on while it is still coming, and the reply that goes back.
 */
import type { ServerResponse } from 'node:http';
import { PassThrough } from 'node:stream';
import type { Body } from '../model/body.js';
import type { ReceivedReply, TransportFailure } from '../model/exchange.js';
import type { Conversation, ReplyHead } from './conversation.js';
import { passing, type Taker } from './passing.js';
import { returnHeaders } from './relay-head.js';

/** What goes on. */
export type Onward = Pick<Body, 'open'>;

/** Sends a message on while it is still coming. */
export interface Forward extends Taker {
  /** What was answered; only after it began. */
  spoken(): Promise<Conversation>;
}

/** @param speak - holds the conversation with the target */
export function forward(speak: (body: Onward) => Promise<Conversation>): Forward {
  const pipe = new PassThrough({ highWaterMark: 256 * 1024 });
  let talking: Promise<Conversation> | undefined;
  let isOver = false;
  const over = () => {
    isOver = true;
    pipe.destroy();
  };
  return {
    begin() {
      talking = speak({ open: () => pipe });
      talking.then(over, over);
    },
    async write(chunk) {
      if (isOver || pipe.write(chunk)) return;
      await settled(pipe);
    },
    end: () => void (isOver || pipe.end()),
    spoken: async () => (await talking) ?? {},
  };
}

/** Gives a reply back while it is still coming, when it is large. */
export interface Backward {
  /** The first part of a reply, and then the connection breaks. */
  begin(reply: Pick<ReceivedReply, 'status' | 'headers'> & { readonly body: Onward }): Promise<void>;
  tap(head: ReplyHead, source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Lets go what was kept of it. @returns the failure when who asked did not get it */
  finish(reply: ReceivedReply, failure: TransportFailure | undefined): Promise<TransportFailure | undefined>;
}

export function backward(response: ServerResponse, thresholdBytes: number): Backward {
  response.sendDate = false;
  let head: ReplyHead | undefined;
  const isGone = () => response.destroyed || response.closed;
  const taker: Taker = {
    begin: () => void (isGone() || (head && response.writeHead(head.status, returnHeaders(head.headers).flat()))),
    async write(chunk) {
      if (isGone() || response.write(chunk)) return;
      await settled(response);
    },
    end: () => void response.end(),
  };
  const going = passing(taker, thresholdBytes);
  return {
    tap(seen, source) {
      head = seen;
      return going.through(source);
    },
    async begin({ status, headers, body }) {
      if (isGone()) return;
      response.writeHead(status, returnHeaders(headers).flat());
      // Each part is on its way before the next: what is still here when a connection breaks never leaves.
      for await (const chunk of body.open()) {
        if (isGone()) return;
        await written(response, chunk);
      }
      response.destroy();
    },
    async finish(reply, failure) {
      if (isGone() || response.socket?.destroyed) return GONE;
      const sent = delivered(response);
      if (reply.status === 0) {
        // What came back was no HTTP: passed on as little as it can be.
        response.destroy();
      } else if (failure) {
        if (!going.hasBegun) response.writeHead(reply.status, returnHeaders(reply.headers).flat());
        const rest = going.hasBegun ? new Uint8Array() : await reply.body.bytes();
        response.write(rest, () => response.destroy());
      } else if (going.hasBegun) {
        await going.finish();
      } else {
        response.writeHead(reply.status, returnHeaders(reply.headers).flat());
        if (reply.body.size <= thresholdBytes) response.end(await reply.body.bytes());
        else {
          await poured(response, reply.body.open());
          response.end();
        }
      }
      return failure ? undefined : sent;
    },
  };
}

/** Who asked gets no reply of the target, because there is none: told in the words of HTTP, and who tells it. */
export function refuse(response: ServerResponse, hop: string, failure: TransportFailure | undefined): undefined {
  if (response.destroyed || response.closed) return undefined;
  if (!failure || failure.kind === 'reset' || failure.kind === 'cancelled' || response.headersSent) {
    response.socket?.resetAndDestroy();
    return undefined;
  }
  const status = STATUS[failure.kind] ?? 502;
  response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'X-Ketentest-Hop': hop, Connection: 'close' });
  response.end(`Ketentest stands between on hop ${hop} and could not pass this message on: ${failure.detail}\n`);
  return undefined;
}

/** At the pace of who asked, so that a large body is never in memory as a whole; whoever left gets no more. */
async function poured(response: ServerResponse, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of chunks) {
    if (response.destroyed || response.closed) return;
    if (!response.write(chunk)) await settled(response);
  }
}

function written(response: ServerResponse, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    response.once('close', resolve);
    response.write(chunk, () => {
      response.off('close', resolve);
      resolve();
    });
  });
}

const STATUS: Partial<Record<TransportFailure['kind'], number>> = { timeout: 504, 'body-too-large': 413 };

const GONE: TransportFailure = {
  kind: 'reset',
  detail: 'UNDELIVERED: the sender left before the reply was sent',
  at: 'teruggave',
};

function delivered(response: ServerResponse): Promise<TransportFailure | undefined> {
  return new Promise((resolve) => {
    response.once('finish', () => resolve(undefined));
    response.once('close', () => resolve(response.writableFinished ? undefined : GONE));
  });
}

/** Until more can be written, or never can. */
function settled(stream: PassThrough | ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      stream.off('drain', go).off('close', go);
      resolve();
    };
    stream.on('drain', go).on('close', go);
    if (stream.destroyed) go();
  });
}

/** The first part of a message, as a connection that breaks leaves it; a large one is never in memory as a whole. */
import * as http from 'node:http';
import type { Body } from '../model/body.js';
import type { CheckedRequestArgs } from './connection.js';
import { onwardHeaders } from './relay-head.js';
import type { Taken } from './relay-pass.js';
import { requestTarget } from './request-head.js';

/** So much of a body. */
export function beginningOf(body: Pick<Body, 'open'>, bytes: number): Pick<Body, 'open'> {
  return {
    async *open() {
      let left = bytes;
      for await (const chunk of body.open()) {
        yield chunk.subarray(0, left);
        left -= chunk.length;
        if (left <= 0) return;
      }
    },
  };
}

/** Announces the whole message to the target, sends its beginning, and breaks the connection off. */
export async function sendBeginning({ relay, incoming, received, url, request }: Taken, bytes: number): Promise<void> {
  const options: CheckedRequestArgs = {
    ...{ agent: relay.agent, method: incoming.method, path: requestTarget(url, relay.proxy), signal: relay.stop },
    ...{ headers: onwardHeaders(received, url.host).flat(), connectSignal: relay.stop },
  };
  const outgoing = http.request(options);
  // Whether it gets there is nobody's concern: it is broken off in any case.
  outgoing.on('error', () => undefined);
  for await (const chunk of beginningOf(request.body, bytes).open()) {
    if (outgoing.destroyed) break;
    await new Promise<void>((resolve) => {
      outgoing.once('close', resolve);
      outgoing.write(chunk, () => {
        outgoing.off('close', resolve);
        resolve();
      });
    });
  }
  outgoing.destroy();
}

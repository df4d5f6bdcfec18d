/** Recorded bodies that many judges look at: what is not large is read from disk once. */
import type { Body } from '../../model/body.js';
import type { Exchange } from '../../model/exchange.js';

/** Larger ones are read each time, in bytes. */
const READ_ONCE = 1024 * 1024;

/** The body, read once however often it is asked for. */
export function kept(body: Body): Body {
  if (body.size > READ_ONCE) return body;
  let bytes: Promise<Uint8Array> | undefined;
  const read = (): Promise<Uint8Array> => {
    bytes ??= body.bytes();
    return bytes;
  };
  return {
    ...body,
    bytes: read,
    async *open() {
      yield await read();
    },
  };
}

/** The exchange with such bodies. */
export function readOnce({ request, reply, ...rest }: Exchange): Exchange {
  const once = <M extends { readonly body: Body }>(message: M): M => ({ ...message, body: kept(message.body) });
  return { ...rest, request: once(request), ...(reply && { reply: once(reply) }) };
}

/**
 * Sets a bound to a conversation: it goes on until it ends, its time is up, or somebody cancels.
 */
import type { Clock } from '../model/clock.js';
import type { TransportFailure } from '../model/exchange.js';
import type { Conversation } from './conversation.js';

/** Connecting is given this long, in milliseconds, unless the whole conversation has less. */
const CONNECT_TIMEOUT_MILLIS = 10_000;

/** Given as a reason, because without one Node makes an error with a stack of it, for every message. */
const DONE = 'done';

export interface Patience {
  readonly clock: Clock;
  /** For connecting, sending and the whole reply together. */
  readonly timeoutMillis: number;
  readonly connectTimeoutMillis?: number;
}

/**
 * Lets a conversation go on until it ends, its time is up, or somebody cancels.
 * @param act - holds it; `stop` aborts with the failure to tell, and `connected` is called when there is a connection
 */
export async function withinTime(
  options: Patience,
  signal: AbortSignal | undefined,
  act: (stop: AbortSignal, connected: () => void) => Promise<Conversation>,
): Promise<Conversation> {
  const { clock, timeoutMillis, connectTimeoutMillis = Math.min(timeoutMillis, CONNECT_TIMEOUT_MILLIS) } = options;
  const stop = new AbortController();
  const connected = new AbortController();
  const over = new AbortController();
  const giveUp = (failure: TransportFailure): void => stop.abort(failure);
  const cancel = (): void => giveUp({ kind: 'cancelled', detail: 'CANCELLED: the run was stopped' });
  const deadline = async (millis: number, until: AbortSignal, detail: string): Promise<void> => {
    await clock.sleep(millis, until);
    if (!until.aborted) giveUp({ kind: 'timeout', detail });
  };

  if (signal?.aborted) cancel();
  signal?.addEventListener('abort', cancel, { once: true });
  const waits = [
    deadline(connectTimeoutMillis, connected.signal, `CONNECT_TIMEOUT: no connection within ${connectTimeoutMillis} ms`),
    deadline(timeoutMillis, over.signal, `REPLY_TIMEOUT: no complete reply within ${timeoutMillis} ms`),
  ];
  try {
    return await act(stop.signal, () => connected.abort(DONE));
  } finally {
    signal?.removeEventListener('abort', cancel);
    connected.abort(DONE);
    over.abort(DONE);
    await Promise.all(waits);
  }
}

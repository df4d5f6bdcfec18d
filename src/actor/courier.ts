/**
 * Delivers what a counterpart says after it confirmed a message: each on a connection of its own, to the address of whoever
 * sent that message, after a while. Each is offered once.
 */
import type { Clock } from '../model/clock.js';
import type { Exchange } from '../model/exchange.js';
import type { LaterMessage, Reply } from '../standard/family.js';
import type { Sender } from './messenger.js';

export interface CourierOptions {
  readonly sender: Sender;
  readonly clock: Clock;
  /** How long to wait before it goes out. */
  readonly delayMillis: number;
  /** Told, and awaited, what came of each, and which exchange it follows on. */
  readonly delivered: (message: LaterMessage, exchange: Exchange, about?: Exchange) => void | Promise<void>;
  /** Gets what went wrong on our side. */
  readonly failed: (error: unknown) => void;
}

export interface Courier {
  /** Takes on what follows on one message, when that exchange is over. */
  take(later: NonNullable<Reply['later']>, about?: Exchange): void;
  /** Sends one message now, and tells what came of it. */
  send(message: LaterMessage): Promise<Exchange>;
  /** Sends what still waits without waiting any longer, and resolves when all was offered. */
  finish(): Promise<void>;
}

export function createCourier({ sender, clock, delayMillis, delivered, failed }: CourierOptions): Courier {
  const hurry = new AbortController();
  const pending = new Set<Promise<void>>();
  const send = async (message: LaterMessage, about?: Exchange): Promise<Exchange> => {
    const { outgoing, service } = message;
    const purpose = { scenario: '', step: 0, kind: 'step', service: service.id, attempt: 1 } as const;
    const exchange = await sender.send(outgoing, service, purpose);
    await delivered(message, exchange, about);
    return exchange;
  };
  const deliver = async (later: NonNullable<Reply['later']>, about?: Exchange): Promise<void> => {
    if (delayMillis > 0) await clock.sleep(delayMillis, hurry.signal);
    for (const message of later(clock.now())) await send(message, about);
  };
  return {
    send: (message) => send(message),
    take(later, about) {
      const delivery: Promise<void> = deliver(later, about)
        .catch(failed)
        .finally(() => pending.delete(delivery));
      pending.add(delivery);
    },
    async finish() {
      hurry.abort();
      while (pending.size > 0) await Promise.all(pending);
    },
  };
}

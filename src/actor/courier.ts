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
  /** Told, and awaited, what came of each. */
  readonly delivered: (message: LaterMessage, exchange: Exchange) => void | Promise<void>;
  /** Gets what went wrong on our side. */
  readonly failed: (error: unknown) => void;
}

export interface Courier {
  /** Takes on what follows on one message. */
  take(later: NonNullable<Reply['later']>): void;
  /** Sends what still waits without waiting any longer, and resolves when all was offered. */
  finish(): Promise<void>;
}

export function createCourier({ sender, clock, delayMillis, delivered, failed }: CourierOptions): Courier {
  const hurry = new AbortController();
  const pending = new Set<Promise<void>>();
  const deliver = async (later: NonNullable<Reply['later']>): Promise<void> => {
    if (delayMillis > 0) await clock.sleep(delayMillis, hurry.signal);
    for (const message of later(clock.now())) {
      const { outgoing, service } = message;
      const purpose = { scenario: '', step: 0, kind: 'step', service: service.id, attempt: 1 } as const;
      await delivered(message, await sender.send(outgoing, service, purpose));
    }
  };
  return {
    take(later) {
      const delivery: Promise<void> = deliver(later)
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

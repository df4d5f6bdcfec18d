/**
 * The one mailbox of a run: driver, listener and relay deliver to it, steps take from it. Nothing is lost:
 * what comes early waits, what comes late or twice stays to be seen.
 */
import type { Clock } from '../model/clock.js';
import type { Exchange } from '../model/exchange.js';

/** One delivery; the same exchange delivered twice is two of them. */
export interface Delivered {
  /** Counts from 1, in order of delivery. */
  readonly sequence: number;
  readonly exchange: Exchange;
}

export type Match = (exchange: Exchange) => boolean;

export interface Mailbox {
  deliver(exchange: Exchange): Delivered;
  /**
   * Takes the oldest delivery that matches and that nobody took, and waits for one when there is none yet.
   * Who asked first is served first.
   *
   * @param deadlineMillis - moment on the clock, in milliseconds since 1970, at which waiting ends
   * @param signal - stops waiting
   * @returns undefined when nothing matched in time
   */
  take(match: Match, deadlineMillis: number, clock: Clock, signal?: AbortSignal): Promise<Delivered | undefined>;
  /** What nobody took, oldest first. */
  untaken(): readonly Delivered[];
}

interface Waiting {
  /** Whether it still waits, and for this. */
  readonly wants: Match;
  readonly serve: (delivered: Delivered) => void;
}

export function createMailbox(): Mailbox {
  const waiting: Waiting[] = [];
  const untaken: Delivered[] = [];
  let sequence = 0;

  const deliver = (exchange: Exchange): Delivered => {
    const delivered = { sequence: ++sequence, exchange };
    const first = waiting.findIndex(({ wants }) => wants(exchange));
    if (first === -1) untaken.push(delivered);
    else waiting.splice(first, 1)[0]?.serve(delivered);
    return delivered;
  };

  const take: Mailbox['take'] = async (match, deadlineMillis, clock, signal) => {
    const at = untaken.findIndex(({ exchange }) => match(exchange));
    if (at !== -1) return untaken.splice(at, 1)[0];
    const leftMillis = deadlineMillis - clock.now();
    if (leftMillis <= 0 || signal?.aborted) return undefined;
    return wait((exchange) => clock.now() < deadlineMillis && match(exchange), leftMillis, clock, signal);
  };

  const wait = async (wants: Match, millis: number, clock: Clock, signal?: AbortSignal): Promise<Delivered | undefined> => {
    const served = new AbortController();
    const stop = signal === undefined ? served.signal : AbortSignal.any([served.signal, signal]);
    let got: Delivered | undefined;
    const entry: Waiting = {
      wants,
      serve: (delivered) => {
        got = delivered;
        served.abort();
      },
    };
    waiting.push(entry);
    await clock.sleep(millis, stop);
    const place = waiting.indexOf(entry);
    if (place !== -1) waiting.splice(place, 1);
    return got;
  };

  return { deliver, take, untaken: () => [...untaken] };
}

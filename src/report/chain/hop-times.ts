/**
 * Where the time of one message went on its way through a chain, from what was measured on both legs of every hop: in the wire,
 * in the system behind a hop, and waiting for the hop behind that.
 */

import type { ManifestExchange } from '../manifest.js';
import type { SeenPassage } from './chain-passages.js';

/** In milliseconds; the parts add up to the whole. */
export interface HopTime {
  readonly exchange: string;
  /** The request in, and the answer out, over this hop. */
  readonly transfer?: number;
  /** In the system behind this hop, for itself. */
  readonly process?: number;
  /** That system, for the hops behind it; absent at the last hop. */
  readonly wait?: number;
  readonly whole: number;
}

/** @param passed - the exchanges of one message, in the order of its hops; of what came more than once the first */
export function hopTimes(passed: readonly ManifestExchange[]): readonly HopTime[] {
  return passed.map((exchange, at) => {
    const { requestInMillis: taken, replyBeganMillis: began, replyInMillis: over } = exchange.tijden ?? {};
    const whole = over ?? Math.max(0, Date.parse(exchange.beeindigdOp) - Date.parse(exchange.gestartOp));
    if (taken === undefined || began === undefined || over === undefined) return { exchange: exchange.id, whole };
    const next = passed[at + 1];
    // A large message goes on before it is there as a whole, and so may its answer.
    const behind = Math.max(0, began - taken);
    const wait = next && Math.min(behind, next.tijden?.replyInMillis ?? 0);
    const process = behind - (wait ?? 0);
    return { exchange: exchange.id, whole, transfer: whole - behind, process, ...(wait !== undefined && { wait }) };
  });
}

/** By exchange, for all messages of a scenario: those of one message are laid behind each other. */
export function timesOfMessages(passages: readonly SeenPassage[]): ReadonlyMap<string, HopTime> {
  const messages = new Map<string, Map<string, ManifestExchange>>();
  for (const { nr, exchange, side, hop } of passages) {
    if (side !== 'vraag') continue;
    const key = nr === 0 ? `extra ${exchange.id}` : String(nr);
    const hops = messages.get(key) ?? new Map<string, ManifestExchange>();
    // Of what came more than once the first is what the hop before waited for.
    if (!hops.has(hop.id)) hops.set(hop.id, exchange);
    messages.set(key, hops);
  }
  return new Map([...messages.values()].flatMap((hops) => hopTimes([...hops.values()]).map((time) => [time.exchange, time])));
}

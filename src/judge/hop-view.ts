/**
 * A hop of a chain as a test of one product would have seen it, so that the same judges say the same of it: the side that
 * speaks first as if it had spoken to us, and the side that answers as if we had asked.
 */
import type { Exchange } from '../model/exchange.js';
import type { RunRecord } from '../model/record.js';
import type { Case } from './judge.js';

/** The message of who speaks first. That the other side could not be reached is not its doing. */
export const asSpoken = kept(({ failure, ...exchange }) => ({
  ...exchange,
  part: 'listener',
  ...(failure?.at === 'vraag' && { failure }),
}));

/** The answer. That it could not be given back is not the doing of who answered. */
export const asAnswered = kept(({ failure, ...exchange }) => ({
  ...exchange,
  part: 'driver',
  ...(failure?.at === 'antwoord' && { failure }),
}));

/** An exchange is seen the same way each time, so that what was read of it is not read again by every later one. */
function kept(view: (exchange: Exchange) => Exchange): (exchange: Exchange) => Exchange {
  const seen = new WeakMap<Exchange, Exchange>();
  return (exchange) => {
    const known = seen.get(exchange) ?? view(exchange);
    seen.set(exchange, known);
    return known;
  };
}

/** What one party heard and said, of everything that was said: what reached it over its hops, and what we asked it. */
function recordOf(
  { exchanges, established, disproved }: RunRecord,
  view: (exchange: Exchange) => Exchange,
  hops: ReadonlySet<string>,
): RunRecord {
  const heard = exchanges.filter(({ hop, purpose }) => (hop === undefined ? purpose.kind === 'read-back' : hops.has(hop)));
  return { exchanges: heard.map((each) => (each.hop === undefined ? each : view(each))), established, disproved };
}

/** The case of one hop, in the light of what was said on it before. */
export function onHop(on: Case, view: (exchange: Exchange) => Exchange, hops: ReadonlySet<string>): Case {
  return { ...on, exchange: view(on.exchange), record: recordOf(on.record, view, hops) };
}

/** The case of a question of our own to a system, in the light of what reached it. */
export function askedOurselves(on: Case, heard: ReadonlySet<string>): Case {
  return { ...on, record: recordOf(on.record, asAnswered, heard) };
}

/**
 * A hop of a chain as a test of one product would have seen it, so that the same judges say the same of it: the side that
 * speaks first as if it had spoken to us, and the side that answers as if we had asked.
 */
import { speakerOn } from '../model/chain.js';
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

/**
 * What one party heard and said, of everything that was said: what reached it over its hops, and what we asked it.
 * @param speaker - who also speaks by itself: what it said counts too, and is seen from the other side
 */
function recordOf(
  { exchanges, established, disproved }: RunRecord,
  view: (exchange: Exchange) => Exchange,
  hops: ReadonlySet<string>,
  speaker?: string,
): RunRecord {
  const turned = view === asSpoken ? asAnswered : asSpoken;
  const pathOf = ({ purpose }: Exchange) => `${purpose.scenario}/${purpose.step}`;
  // What it passes on, it does not say by itself.
  const heard = new Set(exchanges.filter(({ hop }) => hop !== undefined && hops.has(hop)).map(pathOf));
  const seen = exchanges.flatMap((each) => {
    if (each.hop === undefined) return each.purpose.kind === 'read-back' ? [each] : [];
    if (hops.has(each.hop)) return [view(each)];
    return speakerOn(each.hop) === speaker && !heard.has(pathOf(each)) ? [turned(each)] : [];
  });
  return { exchanges: seen, established, disproved };
}

/**
 * The case of one hop, in the light of what was said on it before.
 * @param party - who answers on it
 */
export function onHop(on: Case, view: (exchange: Exchange) => Exchange, hops: ReadonlySet<string>, party: string): Case {
  return { ...on, exchange: view(on.exchange), record: recordOf(on.record, view, hops, party) };
}

/** The case of a question of our own to a system, in the light of what reached it. */
export function askedOurselves(on: Case, heard: ReadonlySet<string>): Case {
  return { ...on, record: recordOf(on.record, asAnswered, heard) };
}

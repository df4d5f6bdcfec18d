/**
 * Judges one message along its whole way through a chain, in the order in which it went: what was said on each hop, whether
 * it got on, and back again the answer. The first finding that is not well is the first that deviated; what follows from it
 * is shown, and not counted again.
 */
import type { Hop } from '../model/chain.js';
import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import type { Expectation } from '../model/scenario.js';
import { followed, judgeHopDelivery, judgeHopReply, judgeHopRequest, type PassedCase } from './every-hop.js';
import { asAnswered, asSpoken, onHop } from './hop-view.js';
import type { Case } from './judge.js';
import { judgeExpectation, safely } from './safely.js';

/** One message and what was seen of it. */
export interface Way {
  /** In the order in which a request takes them. */
  readonly hops: readonly Hop[];
  /** What passed, hop by hop, as far as it got. */
  readonly passed: readonly Exchange[];
  readonly caseOf: (exchange: Exchange) => Case;
  /** Ids of the hops over which an actor hears. */
  readonly heardBy: (actor: string) => ReadonlySet<string>;
  /** Names of elements that who stands between may write anew. */
  readonly rewrites: readonly string[];
  /** Path of the step whose message comes once more. */
  readonly again?: string | undefined;
}

/** The request on every hop, from the first to the last. */
export async function judgeRequestsAlong(way: Way): Promise<readonly Finding[]> {
  return judgeInOrder(way, way.passed, judgeHopRequest);
}

/** Whether it was heard on every hop, from the last to the first: who stands between fails when the next one does. */
export async function judgeDeliveriesAlong(way: Way): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  let isWell = true;
  for (const exchange of way.passed.toReversed()) {
    const hop = hopOf(way, exchange);
    const own = hop ? await safely(exchange, async () => judgeHopDelivery(passedCase(way, hop, exchange))) : [];
    found.push(...(isWell ? own : own.map(followed)));
    isWell &&= exchange.failure === undefined && own.every(({ verdict }) => verdict === 'voldoet');
  }
  return found;
}

/** The answer on every hop, from the last to the first. */
export async function judgeRepliesAlong(way: Way): Promise<readonly Finding[]> {
  return judgeInOrder(way, way.passed.toReversed(), judgeHopReply);
}

/** What a suite expects of the message, as its speaker sent it. */
export async function judgeExpectedOfSpeaker(way: Way, expectations: readonly Expectation[]): Promise<readonly Finding[]> {
  const [first] = way.passed;
  const hop = first && hopOf(way, first);
  if (!first || !hop) return [];
  const on = onHop(way.caseOf(first), asSpoken, way.heardBy(hop.to), hop.to);
  const found = (await Promise.all(expectations.map((each) => judgeExpectation(each, on)))).flat();
  return found.map((each) => ({ ...each, hop: hop.id, partij: hop.from }));
}

/** What a suite expects of the answer, asked of the system that gave it. */
export async function judgeExpectedAlong(way: Way, expectations: readonly Expectation[]): Promise<readonly Finding[]> {
  const last = way.passed.at(-1);
  const hop = last && hopOf(way, last);
  if (!last || !hop) return [];
  const on = onHop(way.caseOf(last), asAnswered, way.heardBy(hop.to), hop.to);
  const found = (await Promise.all(expectations.map((each) => judgeExpectation(each, on)))).flat();
  return found.map((each) => ({ ...each, hop: hop.id, partij: hop.to }));
}

async function judgeInOrder(
  way: Way,
  order: readonly Exchange[],
  judge: (passed: PassedCase) => Promise<readonly Finding[]>,
): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  let before: PassedCase['before'];
  for (const exchange of order) {
    const hop = hopOf(way, exchange);
    if (!hop) continue;
    const found = await safely(exchange, () => judge(passedCase(way, hop, exchange, before)));
    all.push(...found);
    before = { exchange, findings: [...(before?.findings ?? []), ...found] };
  }
  return all;
}

function passedCase(way: Way, hop: Hop, exchange: Exchange, before?: PassedCase['before']): PassedCase {
  const { caseOf, heardBy, rewrites, again } = way;
  const more = { ...(before && { before }), ...(again !== undefined && { again }) };
  return { on: caseOf(exchange), hop, heard: heardBy(hop.to), rewrites, ...more };
}

function hopOf({ hops }: Way, { hop }: Exchange): Hop | undefined {
  return hops.find(({ id }) => id === hop);
}

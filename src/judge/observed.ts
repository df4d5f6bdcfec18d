/**
 * Judges one message of real traffic, and its answer, along all hops where it was seen: each message as in a test of the one
 * product that sent it, and what was done with it on the way. Nobody knows what should have happened, so a refusal is held
 * against nobody.
 */
import type { Hop } from '../model/chain.js';
import type { Finding } from '../model/finding.js';
import { undecided } from '../model/judged.js';
import { stepOutcome } from '../model/outcome.js';
import type { FaultDue } from '../model/scenario.js';
import { judgeDeliveriesAlong, judgeRepliesAlong, judgeRequestsAlong, type Way } from './along-chain.js';
import { followed, notPassedOn, passedAgain } from './every-hop.js';
import { asAnswered } from './hop-view.js';
import { inMessage, openExchange } from './judge.js';
import type { Sight } from './observed-message.js';
import type { ObservedMessage } from './observed-paths.js';
import { NOT_REFUSED, RECOGNISED, RECORDED } from './observed-rules.js';
import { confirmed, reached } from './reach.js';

/** A fault may be due or not: whoever answers knows, and we do not. */
export const ANY_FAULT: FaultDue = { prescribed: false, optional: true };

export interface ObservedWay extends Way {
  /** Hops over which who got it last passes such messages on, when it was seen to do so. */
  readonly onward: readonly Hop[];
}

/** What the message and its answer came to. */
export interface ObservedOutcome {
  readonly asked: readonly Finding[];
  /** Undefined when there is none to judge. */
  readonly answered: readonly Finding[] | undefined;
}

export async function judgeObserved({ path, again }: ObservedMessage, way: ObservedWay): Promise<ObservedOutcome> {
  const last = path.at(-1)?.exchange;
  const said = await judgeRequestsAlong(way);
  const asked = [
    ...said,
    ...(last && reached(last) ? way.onward.map((hop) => notPassedOn(hop, path[0]?.service?.id ?? '')) : []),
    ...repeated(path, again, way),
    ...(await judgeDeliveriesAlong(way)),
  ];
  if (!last || !reached(last) || !last.reply) return { asked, answered: undefined };
  const answered = await judgeRepliesAlong(way);
  const isWell = [asked, answered].every((each) => stepOutcome(each).verdict === 'voldoet');
  return { asked, answered: isWell ? [...answered, ...(await judgeRefusal(way))] : answered };
}

/** Nothing can be said of it but that it passed, and why it is no message. */
export function judgeUnknown({ exchange, element, problem }: Sight, hop: Hop): readonly Finding[] {
  const gevonden = [exchange.request.method, element].filter((each) => each !== '').join(' ') || '–';
  const found = problem ?? undecided(RECOGNISED, 'configuratie', { gevonden });
  return inMessage([{ ...found, hop: hop.id, partij: hop.from }], exchange, 'vraag');
}

/**
 * So many exchanges passed that are in no record.
 * @param isAll - whether it is known that they are all
 */
export function judgeGap(count: number, isAll: boolean): readonly Finding[] {
  return [undecided(RECORDED, 'harnas', { verwacht: '0', gevonden: isAll ? String(count) : `≥ ${count}` })];
}

/** The same message once more: after an answer that confirmed it, nobody had a reason to send it again. */
function repeated(path: readonly Sight[], again: readonly Sight[], { hops, passed }: Way): readonly Finding[] {
  const counts = new Map<string, number>();
  return again.flatMap(({ exchange }) => {
    const hop = hops.find(({ id }) => id === exchange.hop);
    if (!hop) return [];
    const times = (counts.get(hop.id) ?? 1) + 1;
    counts.set(hop.id, times);
    const place = passed.findIndex((each) => each.hop === hop.id);
    const earlier = hops[place - 1];
    const isPassedOn = earlier !== undefined && again.some((each) => each.exchange.hop === earlier.id);
    const finding = passedAgain(hop, times, exchange, isPassedOn);
    return [path[place]?.isTaken ? finding : followed(finding)];
  });
}

async function judgeRefusal({ hops, passed, caseOf }: Way): Promise<readonly Finding[]> {
  const [exchange, hop] = [passed.at(-1), hops[passed.length - 1]];
  if (!exchange || !hop) return [];
  const on = { ...caseOf(exchange), exchange: asAnswered(exchange) };
  if (await confirmed(on)) return [];
  const { fout, soapFault } = (await openExchange(on))?.reply ?? {};
  const gevonden = [fout?.code, fout?.omschrijving ?? soapFault?.faultstring].filter(Boolean).join(': ');
  const finding = { ...undecided(NOT_REFUSED, 'configuratie', { gevonden }), hop: hop.id, partij: hop.to };
  return inMessage([finding], exchange, 'antwoord');
}

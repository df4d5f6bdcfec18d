/**
 * What the actors of a chain do when we disturb a message on purpose: nobody hides that it went wrong, and whoever got no
 * confirmation offers the same message again. The disturbance itself is ours, and is told as that.
 */

import type { Hop } from '../model/chain.js';
import { cameAnyway, type Disturb, turnedAway } from '../model/disturbance.js';
import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { judged, undecided } from '../model/judged.js';
import type { Way } from './along-chain.js';
import { CERTIFICATE, DISTURBED, NOT_HIDDEN, OFFERED_AGAIN } from './chain-rules.js';
import { followed } from './every-hop.js';
import { judgeAgain } from './herhaald.js';
import { asAnswered } from './hop-view.js';
import { confirmed } from './reach.js';
import { safely } from './safely.js';

/** What we did; when we had to and did not, that is a fault of ours. */
export function toldDisturbed({ hop, side, how }: Disturb, { id, disturbed }: Exchange): Finding {
  const bericht = `${id}/${side}`;
  if (!disturbed) return { ...undecided(DISTURBED, 'harnas', { verwacht: how, gevonden: 'niets', bericht }), hop };
  const { what, bytes, status } = disturbed.passed;
  const passed = status === undefined ? `${what} (${bytes} bytes)` : `${what} (HTTP ${status})`;
  return { ...judged(DISTURBED, true, { gevonden: `${how}, ${side}; doorgelaten: ${passed}`, bericht }), hop };
}

/** Whether who connected turned away from a certificate that is wrong; empty when none was shown. */
export function judgeCertificate(hop: Hop, exchange: Exchange): readonly Finding[] {
  const { disturbed, failure, id } = exchange;
  const isWell = turnedAway(exchange);
  if (!disturbed || (!isWell && !cameAnyway(exchange))) return [];
  const gevonden = isWell ? (failure?.detail ?? '') : `${disturbed.how}: ${disturbed.passed.bytes} bytes`;
  const look = { verwacht: 'niets', gevonden, bericht: `${id}/vraag` };
  return [{ ...judged(CERTIFICATE, isWell, look), hop: hop.id, partij: hop.from }];
}

/**
 * Whether who stands before the disturbance tells that it went wrong.
 * @param passed - on the hops before it
 * @param isMended - it was offered again from there, and confirmed, before it was confirmed here
 */
export async function judgeNotHidden(way: Way, passed: readonly Exchange[], isMended: boolean): Promise<readonly Finding[]> {
  const all = passed.map(async (exchange) => {
    const hop = way.hops.find(({ id }) => id === exchange.hop);
    if (!hop || !exchange.reply) return [];
    const isConfirmed = await confirmed(way.caseOf(asAnswered(exchange)));
    const look = { gevonden: `HTTP ${exchange.reply.status}`, bericht: `${exchange.id}/antwoord` };
    return [{ ...judged(NOT_HIDDEN, !isConfirmed || isMended, look), hop: hop.id, partij: hop.to }];
  });
  // Who stands furthest back hid it first.
  const [first = [], ...others] = (await Promise.all(all)).toReversed();
  return [...first, ...others.flat().map((each) => (first.some(({ verdict }) => verdict !== 'voldoet') ? followed(each) : each))];
}

/** The same message once more, hop by hop; what was changed before it came here is no new fault. */
export async function judgeOfferedAgain(way: Way, before: readonly Exchange[]): Promise<readonly Finding[]> {
  const found: Finding[] = [];
  for (const exchange of way.passed) {
    const hop = way.hops.find(({ id }) => id === exchange.hop);
    const first = before.find((each) => each.hop === exchange.hop);
    // What was never said cannot be compared.
    if (!hop || !first || turnedAway(first)) continue;
    const same = await safely(exchange, async () => [await judgeAgain(first, exchange, way.caseOf(exchange).tools)]);
    const isNew = found.every(({ verdict }) => verdict === 'voldoet');
    found.push(...same.map((each) => ({ ...(isNew ? each : followed(each)), hop: hop.id, partij: hop.from })));
  }
  return found;
}

/** It was not confirmed, and did not come again. */
export function notOffered(hop: Hop, verwacht: string): Finding {
  return { ...judged(OFFERED_AGAIN, false, { verwacht, gevonden: 'niets' }), hop: hop.id, partij: hop.from };
}

/** Somebody between offered it again, so that who spoke first did not have to. */
export function mended({ id, hop = '' }: Exchange): Finding {
  return { ...judged(OFFERED_AGAIN, true, { gevonden: hop, bericht: `${id}/vraag` }), hop };
}

/**
 * What can be said against a message before its body is read: who sends it to whom, whether we saw it before, when.
 * Everything here is checked before an asynchronous message is confirmed.
 *
 * @see StUF 03.01 §4.4.3, table 4.1
 */
import type { Incoming, MessageFacts, Party } from '../../family.js';
import { formatParty, sameParty } from '../facts.js';
import type { World } from './entity-source.js';
import { SENT } from './own-reference.js';
import { type Refusal, refuse } from './refusal.js';
import { isReaction, type Route } from './routing.js';

/** Before the message log is asked: both addresses must be known. */
export function addressProblem({ knowledge }: World, facts: Partial<MessageFacts>, isDue: boolean): Refusal | undefined {
  const { addresses, partners } = knowledge.settings;
  if (isUnknown(facts.ontvanger, addresses, isDue)) return refuse('StUF010', formatParty(facts.ontvanger));
  if (isUnknown(facts.zender, partners, isDue)) return refuse('StUF013', formatParty(facts.zender));
  return isDue && facts.referentienummer === undefined ? refuse('StUF016', 'referentienummer ontbreekt') : undefined;
}

/** An empty list knows everybody; who does not say who he is, is unknown where that is mandatory. */
function isUnknown(party: Party | undefined, known: readonly Party[], isDue: boolean): boolean {
  if (!party || party.applicatie === '') return isDue;
  return known.length > 0 && !known.some((each) => sameParty(each, party));
}

/**
 * After it: order in time, kind of message, what it reacts to, and who may send it.
 * @param begun - numbers of messages that others sent in our name
 */
export function routeProblem(
  world: World,
  facts: Partial<MessageFacts>,
  route: Route,
  begun: Incoming['begun'],
): Refusal | undefined {
  return (
    timeProblem(world, facts) ??
    route.refusal ??
    crossProblem(world, facts, route, begun) ??
    permissionProblem(world, facts, route)
  );
}

function timeProblem({ store, knowledge }: World, facts: Partial<MessageFacts>): Refusal | undefined {
  if (!knowledge.settings.checkTijdstip || !facts.zender || facts.tijdstipBericht === undefined) return undefined;
  const counter = `tijdstip|${formatParty(facts.zender)}`;
  const moment = millisOf(facts.tijdstipBericht);
  return store.raise(counter, moment) === moment ? undefined : refuse('StUF019', facts.tijdstipBericht);
}

/** As if it were UTC; only the order counts. */
function millisOf(tijdstip: string): number {
  const part = (from: number, to: number) => Number(tijdstip.padEnd(17, '0').slice(from, to));
  return Date.UTC(part(0, 4), part(4, 6) - 1, part(6, 8), part(8, 10), part(10, 12), part(12, 14), part(14, 17));
}

/** A reaction must be to something that we sent (S301 §4.4.3). */
function crossProblem(
  { store }: World,
  { crossRefnummer }: Partial<MessageFacts>,
  { service }: Route,
  begun: Incoming['begun'],
): Refusal | undefined {
  const isKnown = store.wasIssued(SENT, crossRefnummer ?? '') || begun?.has(crossRefnummer ?? '') === true;
  return isReaction(service?.request.code) && !isKnown ? refuse('StUF043', crossRefnummer) : undefined;
}

function permissionProblem({ knowledge }: World, facts: Partial<MessageFacts>, { service }: Route): Refusal | undefined {
  const partner = knowledge.settings.partners.find((each) => sameParty(each, facts.zender));
  const isAllowed = !partner?.services || !service || partner.services.includes(service.id);
  // StUF052 may not travel in an Fo03; an asynchronous message without permission is confirmed and then not processed.
  return isAllowed || service?.asynchronous ? undefined : refuse('StUF052', service?.operation);
}

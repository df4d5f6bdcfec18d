/**
 * What a counterpart says after it confirmed a message, on a connection of its own: the answer that a koppelvlak describes,
 * or that the message was processed (Bv01) or could not be (Fo01), where the koppelvlak agreed on those.
 *
 * @see StUF 03.01 §4.4.1, §4.4.3, §6.4.9; Protocolbindingen voor StUF 03.02.04 §4.3
 */
import type { ServiceDefinition } from '../../../model/standard-definition.js';
import type { LaterMessage, Reply } from '../../family.js';
import { STUF } from '../namespaces.js';
import type { Draft } from './draft.js';
import type { World } from './entity-source.js';
import type { Processed } from './processing.js';
import { refuse } from './refusal.js';
import { answerMessage, reaction, type Written } from './reply-writer.js';
import { isReaction } from './routing.js';

/** Undefined when nothing follows on any of these. */
export function afterwards(world: World, all: readonly Processed[]): Reply['later'] {
  const made = all.flatMap((each) => follows(world, each) ?? []);
  return made.length === 0 ? undefined : (at) => made.flatMap((each) => each(at));
}

function follows(world: World, of: Processed): NonNullable<Reply['later']> | undefined {
  const { settings, standard } = world.knowledge;
  // Nothing follows on what followed.
  if (isReaction(of.service.request.code)) return undefined;
  const told = of.refusal ? 'Fo01' : 'Bv01';
  const answer = standard.services.find(({ id }) => id === of.service.later);
  if (answer && !of.refusal) return of.draft.isEmpty ? undefined : (at) => answers(world, of, answer, at);
  return settings.later.includes(told) ? (at) => [reacted(world, of, told, at)] : undefined;
}

/** Bv01 or Fo01. */
function reacted(world: World, { service, facts, refusal }: Processed, code: 'Bv01' | 'Fo01', at: number): LaterMessage {
  const written = reaction(world, code, facts, at, refusal);
  return sent(
    reactionService(code, service),
    written,
    refusal && [refusal.code, refusal.details].filter((each) => each).join(': '),
  );
}

/** The answer that the koppelvlak describes; an asynchronous answer to a question tells of one object a message. */
function answers(world: World, of: Processed, service: ServiceDefinition, at: number): readonly LaterMessage[] {
  const drafts = /^La/.test(service.request.code) ? numbered(of.draft.each('antwoord', 'object')) : [of.draft];
  const laid = drafts.map((draft) => answerMessage(world, service.request, of.facts, at, draft));
  const lacking = laid.find((each) => 'lacks' in each);
  if (lacking && 'lacks' in lacking) {
    const refusal = refuse('StUF058', `${lacking.lacks} is niet bekend`);
    return world.knowledge.settings.later.includes('Fo01') ? [reacted(world, { ...of, refusal }, 'Fo01', at)] : [];
  }
  return laid.flatMap((each) => ('value' in each ? [sent(service, each.value)] : []));
}

/** Only the last says whether there is more (S301 §6.4.9). */
function numbered(drafts: readonly Draft[]): readonly Draft[] {
  drafts.forEach((draft, index) => {
    const isLast = index === drafts.length - 1;
    draft.setText('parameters/sequenceNumber', String(index + 1));
    if (isLast) draft.setText('parameters/indicatorLaatsteBericht', 'true');
    else draft.drop('parameters/indicatorVervolgvraag');
  });
  return drafts;
}

function sent(service: ServiceDefinition, { body, name, referentienummer = '' }: Written, fault?: string): LaterMessage {
  const headers = [
    ['Content-Type', 'text/xml; charset=utf-8'],
    ['SOAPAction', `"${service.soapAction}"`],
  ] as const;
  return { outgoing: { headers, body, referentienummer }, service, name, ...(fault !== undefined && { fault }) };
}

/** Bv01 and Fo01 are StUF's own: no koppelvlak describes them. They go where asynchronous messages go. */
function reactionService(code: 'Bv01' | 'Fo01', { portType, bron }: ServiceDefinition): ServiceDefinition {
  return {
    ...{ id: code, naam: code, operation: code, portType, soapAction: `${STUF}/${code}`, asynchronous: true },
    request: { element: `StUF:${code}Bericht`, code },
    replies: [{ element: 'StUF:Bv03Bericht', code: 'Bv03' }],
    fault: { element: 'StUF:Fo03Bericht', code: 'Fo03' },
    ...{ elements: { request: [], reply: [] }, effects: [], bron },
  };
}

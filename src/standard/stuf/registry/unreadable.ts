/**
 * What is no message: bytes that cannot be read, another envelope, none, or more than one message in it.
 *
 * @see Protocolbindingen voor StUF 03.02.04, chapter 3
 */
import type { Incoming, MessageFacts, Reply } from '../../family.js';
import type { World } from './entity-source.js';
import { refuse } from './refusal.js';
import { foutbericht, soapFault, toReply } from './reply-writer.js';
import { serviceOfAction } from './routing.js';

/** No message to answer: a foutbericht where the action tells that one can be made, and else a bare fault. */
export function unreadable(world: World, incoming: Incoming, problem: string): Reply {
  const service = serviceOfAction(world.knowledge.standard, incoming.soapAction);
  const refusal = refuse('StUF055', problem);
  const canTell = service && !service.asynchronous;
  const written = canTell ? foutbericht(world, 'Fo02', {}, incoming.receivedAt, refusal) : soapFault(problem);
  return toReply(written.status, written.body, {
    ...(service && { service: service.id }),
    request: '?',
    reply: written.name,
    fault: `StUF055: ${problem}`,
  });
}

/** Why an envelope holds no message for us, or undefined. */
export function envelopeProblem(incoming: Incoming, facts: MessageFacts | undefined): string | undefined {
  if (!facts) return incoming.problem ?? 'het bericht is niet leesbaar';
  if (facts.envelope === 'soap-1.2') return 'SOAP 1.1 verwacht, SOAP 1.2 ontvangen';
  if (facts.envelope === 'none') return 'een SOAP-envelop verwacht';
  return facts.bodyChildren === 1 ? undefined : `een bericht in de Body verwacht, ${facts.bodyChildren} ontvangen`;
}

/**
 * Handles one request: find the service, look at the stuurgegevens, process, reply.
 *
 * @see StUF 03.01 §4.4
 */
import type { ServiceDefinition } from '../../../model/standard-definition.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { Incoming, MessageFacts, Reply } from '../../family.js';
import { readFacts } from '../facts.js';
import { STUF } from '../namespaces.js';
import { addressProblem, routeProblem } from './admission.js';
import { afterwards } from './afterwards.js';
import { digestOf } from './digest.js';
import { Draft } from './draft.js';
import { runEffects } from './effects.js';
import type { World } from './entity-source.js';
import { enqueue, processDue, turnOf } from './processing.js';
import { type Refusal, refuse } from './refusal.js';
import { answerMessage, confirmation, foutbericht, toReply, type Written } from './reply-writer.js';
import { isAsynchronous, type Route, route } from './routing.js';
import { envelopeProblem, unreadable } from './unreadable.js';

/** Handles one request and changes the store. */
export function handle(world: World, incoming: Incoming): Reply {
  const due = processDue(world, incoming.receivedAt);
  const reply = handleNow(world, incoming);
  return due.length === 0 ? reply : withLater(reply, afterwards(world, due), reply.later);
}

function handleNow(world: World, incoming: Incoming): Reply {
  const facts = incoming.root && readFacts(incoming.root);
  const problem = envelopeProblem(incoming, facts);
  if (problem !== undefined || !facts?.message) return unreadable(world, incoming, problem ?? 'geen bericht');
  const message = facts.message;
  const found = route(world.knowledge, incoming.soapAction, message, facts);
  return received(world, {
    incoming,
    message,
    facts,
    found,
    isAsync: found.service?.asynchronous ?? isAsynchronous(facts.berichtcode),
  });
}

const UTF_8 = new TextDecoder();

interface Received {
  readonly incoming: Incoming;
  readonly message: XmlElement;
  readonly facts: MessageFacts;
  readonly found: Route;
  readonly isAsync: boolean;
}

/** A readable message, whoever sent it. */
function received(world: World, of: Received): Reply {
  const { facts, found, isAsync, message } = of;
  const first = versionProblem(message) ?? addressProblem(world, facts, isAsync);
  if (first) return refused(world, of, first);
  const key = logKey(facts);
  const before = key === undefined ? undefined : world.store.log.find(key);
  const isKept = key !== undefined && isChange(found.service);
  const digest = before || isKept ? digestOf(message) : '';
  if (before && before.digest !== digest) return refused(world, of, refuse('StUF016', facts.referentienummer));
  if (before?.reply) return { ...before.reply, body: new TextEncoder().encode(before.reply.body) };
  const problem = routeProblem(world, facts, found, of.incoming.begun);
  const reply = problem || !found.service ? refused(world, of, problem ?? refuse('StUF040')) : accepted(world, of, found.service);
  if (isKept) {
    // What follows does so once, however often the message comes.
    const { later: _, ...told } = reply;
    const repeat = { ...told, body: UTF_8.decode(reply.body) };
    // A refused message may be offered again, and is then looked at again.
    world.store.log.put(key, { digest, ...(reply.status === 200 && { reply: repeat }) });
  }
  return reply;
}

function accepted(world: World, of: Received, service: ServiceDefinition): Reply {
  const { incoming, facts, message } = of;
  const violation = incoming.violations?.[0];
  const unfit = violation && refuse('StUF055', `regel ${violation.line}: ${violation.message}`);
  if (service.asynchronous) {
    const done = unfit
      ? { service, facts, refusal: unfit, draft: new Draft() }
      : enqueue(world, service, message, incoming.receivedAt);
    const confirmed = confirmation(world, service.replies[0]?.code ?? 'Bv03', facts, incoming.receivedAt);
    return withLater(finish(of, confirmed, done?.refusal), done && afterwards(world, [done]));
  }
  if (unfit) return refused(world, of, unfit);
  const draft = new Draft();
  let written: Written | undefined;
  const refusal = runEffects(turnOf(world, service, message, incoming.receivedAt, draft), () => {
    const made = answered(world, of, service, draft);
    if ('code' in made) return made;
    written = made;
    return undefined;
  });
  return refusal || !written ? refused(world, of, refusal ?? refuse('StUF058')) : finish(of, written);
}

/** What a synchronous message gets when all its effects succeeded. */
function answered(world: World, { facts, incoming }: Received, service: ServiceDefinition, draft: Draft): Written | Refusal {
  const [reply] = service.replies;
  if (!reply) return refuse('StUF058', 'geen antwoord beschreven');
  if (reply.code.startsWith('Bv')) return confirmation(world, reply.code, facts, incoming.receivedAt);
  const laid = answerMessage(world, reply, facts, incoming.receivedAt, draft);
  return 'value' in laid ? laid.value : refuse('StUF058', `${laid.lacks} is niet bekend`);
}

function withLater(reply: Reply, ...all: readonly (Reply['later'] | undefined)[]): Reply {
  const some = all.flatMap((each) => each ?? []);
  return some.length === 0 ? reply : { ...reply, later: (at) => some.flatMap((each) => each(at)) };
}

function refused(world: World, of: Received, refusal: Refusal): Reply {
  return finish(of, foutbericht(world, of.isAsync ? 'Fo03' : 'Fo02', of.facts, of.incoming.receivedAt, refusal), refusal);
}

/** @param refusal - what went wrong, also when the reply does not tell: after a Bv03 the sender hears nothing */
function finish({ found, message }: Received, { status, body, name }: Written, refusal?: Refusal): Reply {
  const fault = refusal && [refusal.code, refusal.details].filter((each) => each).join(': ');
  return toReply(status, body, {
    ...(found.service && { service: found.service.id }),
    request: message.name,
    reply: name,
    ...(fault !== undefined && { fault }),
  });
}

/** Stuurgegevens of another version of StUF look the same, in another namespace. */
function versionProblem(message: XmlElement): Refusal | undefined {
  const berichtcode = message.children
    .find((each) => each.name === 'stuurgegevens')
    ?.children.find((each) => /^bericht(?:code|soort)$/.test(each.name));
  return berichtcode && berichtcode.namespace !== STUF ? refuse('StUF001', STUF) : undefined;
}

function logKey({ zender, referentienummer }: MessageFacts): string | undefined {
  if (!zender || referentienummer === undefined) return undefined;
  return [zender.organisatie, zender.applicatie, zender.administratie, referentienummer].map((each) => each ?? '').join('|');
}

/** A question may be asked again and sees what is there now; a repeated change is answered from the log. */
function isChange(service: ServiceDefinition | undefined): boolean {
  return service?.effects.some((each) => each.does !== 'select' && each.does !== 'guard') ?? false;
}

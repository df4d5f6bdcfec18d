/**
 * What an exchange says of itself when nobody waited for it: of which service it is, what it is about, and by which names it
 * is known. Small texts only, so that a long day of traffic fits in memory.
 */
import { printOf } from '../message/element-print.js';
import { headerOf } from '../model/body.js';
import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import type { MessageReader } from '../model/record.js';
import type { ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import type { Family, MessageFacts, Subject } from '../standard/family.js';
import { recognise } from './recognise.js';
import { notJudged } from './safely.js';
import { unreadable } from './unreadable-message.js';

export interface Sight {
  /** In the purpose stands the service, and no scenario yet. */
  readonly exchange: Exchange;
  /** Who only looks at a page or a description sends no message. */
  readonly isLook: boolean;
  /** Undefined when it cannot be told. */
  readonly service?: ServiceDefinition;
  /** Name of the message element; of what is no message, as much as can be said. */
  readonly element: string;
  /** Why it cannot be read. */
  readonly problem?: Finding;
  /** Sender and reference: what names a message. */
  readonly identity?: string;
  /** References by which others may speak of it, and those that it speaks of itself. */
  readonly references: readonly string[];
  readonly crossReferences: readonly string[];
  /** Only what a service of the standard is about; what was asked before what was answered. */
  readonly subjects: readonly Subject[];
  /** Equal when two messages say the same; and when they do but for what may be written anew. */
  readonly print: string;
  readonly printWithout: string;
  /** Whether it was answered as the service describes. */
  readonly isTaken: boolean;
}

export interface Looking {
  readonly standard: StandardDefinition;
  readonly family: Family;
  readonly reader: MessageReader;
  /** Names of elements that may be written anew. */
  readonly rewrites: readonly string[];
}

/** What breaks us when we look at it is told as that, and takes nothing else with it. */
export async function sightOf(exchange: Exchange, looking: Looking): Promise<Sight> {
  try {
    return await look(exchange, looking);
  } catch (error) {
    const { digest } = exchange.request.body;
    const problem = notJudged(error instanceof Error ? `${error.name}: ${error.message}` : String(error));
    return { ...NOTHING_SEEN, exchange, problem, print: digest, printWithout: digest };
  }
}

const NOTHING_SEEN = {
  ...{ isLook: false, element: '', references: [], crossReferences: [], subjects: [], isTaken: false },
} as const;

async function look(exchange: Exchange, { standard, family, reader, rewrites }: Looking): Promise<Sight> {
  const { request, reply } = exchange;
  const isLook = request.method === 'GET' || request.method === 'HEAD';
  const { root, problem } = isLook ? {} : await reader.open(request);
  const facts = root && family.read(root);
  const back = reply && (await reader.open(reply)).root;
  const answer = back && family.read(back);
  const service = isLook ? undefined : serviceOf(facts, actionOf(request.headers), standard);
  const { message } = facts ?? {};
  return {
    exchange: { ...exchange, purpose: { ...exchange.purpose, kind: 'step', service: service?.id ?? '' } },
    isLook,
    ...(service && { service }),
    element: message?.name ?? root?.name ?? '',
    ...(problem && { problem: unreadable(problem) }),
    ...(facts?.referentienummer !== undefined && { identity: JSON.stringify([facts.zender, facts.referentienummer]) }),
    references: present(facts?.referentienummer, answer?.referentienummer),
    crossReferences: present(facts?.crossRefnummer, answer?.crossRefnummer),
    subjects: byWeight(
      [facts, answer].flatMap((each) => subjectsIn(each, standard, family)),
      standard,
    ),
    // What holds no message is known by its bytes.
    ...(message
      ? { print: printOf(message), printWithout: printOf(message, new Set(rewrites)) }
      : { print: request.body.digest, printWithout: request.body.digest }),
    isTaken: service !== undefined && answer !== undefined && family.confirms(standard, service, answer),
  };
}

/** By its message element, told apart by SOAPAction; else by SOAPAction alone, so that what is wrong with the element is told. */
function serviceOf(
  facts: MessageFacts | undefined,
  soapAction: string | undefined,
  standard: StandardDefinition,
): ServiceDefinition | undefined {
  const known = facts ? recognise(facts, [standard], soapAction) : [];
  const asked = known.find(({ service, side }) => service && side === 'request')?.service;
  return asked ?? standard.services.find((each) => each.soapAction === soapAction);
}

function subjectsIn(facts: MessageFacts | undefined, standard: StandardDefinition, family: Family): readonly Subject[] {
  const { message } = facts ?? {};
  if (!message) return [];
  const types = aboutTypes(standard);
  return family.subjects(standard, message).filter(({ type }) => types.has(type));
}

/** In the order in which the standard declares the types; of one type, what was asked before what was answered. */
function byWeight(subjects: readonly Subject[], { entities }: StandardDefinition): readonly Subject[] {
  const rank = ({ type }: Subject) => entities.findIndex((each) => each.type === type);
  return subjects.toSorted((one, other) => rank(one) - rank(other));
}

/** Types that a message of the standard is about as a whole: a catalogue that it only mentions is no case. */
const TYPES = new WeakMap<StandardDefinition, ReadonlySet<string>>();

function aboutTypes(standard: StandardDefinition): ReadonlySet<string> {
  const types =
    TYPES.get(standard) ??
    new Set(
      standard.services.flatMap(({ request, replies }) => [request, ...replies].flatMap((each) => each.entiteittype ?? [])),
    );
  TYPES.set(standard, types);
  return types;
}

function actionOf(headers: Exchange['request']['headers']): string | undefined {
  return headerOf(headers, 'SOAPAction')?.trim().replaceAll(/^"|"$/g, '') || undefined;
}

function present(...texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((each) => each !== undefined && each !== '').map(String);
}

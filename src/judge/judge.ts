/**
 * What a judge is: it has never met a socket. Same evidence, same words, with the clause that makes it say them.
 */

import type { Exchange } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import type { MessageReader, RunRecord, SchemaBasis } from '../model/record.js';
import type { Expectation, ExpectationKind, FaultDue } from '../model/scenario.js';
import type { ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import type { XmlElement } from '../model/xml-element.js';
import type { Family, MessageFacts } from '../standard/family.js';
import type { RuleBook } from './rule-book.js';

/** What judges may look things up in. Nothing here reaches outside. */
export interface JudgeTools {
  readonly standard: StandardDefinition;
  readonly family: Family;
  readonly reader: MessageReader;
  /** The first decides; another that disagrees with it is a fault of ours. Empty when no schema is there. */
  readonly bases: readonly SchemaBasis[];
  readonly profile: 'strict' | 'praktijk';
  /** The semantic rules; absent where only shape and content are looked at. */
  readonly rules?: RuleBook;
  /** Whether a finding rests on what was masked: what a message then holds proves nothing against anybody. */
  readonly isHidden?: (finding: Finding) => boolean;
}

/** One exchange under judgement, in the light of the whole record before it. */
export interface Case {
  readonly record: RunRecord;
  readonly exchange: Exchange;
  readonly service: ServiceDefinition;
  /** Values of variables at this moment. */
  readonly values: Readonly<Record<string, string>>;
  readonly tools: JudgeTools;
  /** The fault that this request was to provoke. */
  readonly due?: FaultDue;
  /** The fault that we made in our answer on purpose. */
  readonly misbehave?: string;
  /** The request is wrong on purpose. */
  readonly wrongOnPurpose?: boolean;
}

/** A kind of expectation that a suite can name. */
export interface Judge extends ExpectationKind {
  judge(expectation: Expectation, on: Case): Promise<readonly Finding[]>;
}

/** Both messages of an exchange, opened and read. */
export interface OpenedExchange {
  readonly request: MessageFacts;
  readonly reply: MessageFacts;
}

/** Opens both messages; undefined when either cannot be read as XML. */
export async function openExchange({ exchange, tools }: Case): Promise<OpenedExchange | undefined> {
  const request = (await tools.reader.open(exchange.request)).root;
  const reply = exchange.reply && (await tools.reader.open(exchange.reply)).root;
  return request && reply && { request: tools.family.read(request), reply: tools.family.read(reply) };
}

/** Which message of an exchange is the product's: it answers us, unless we listened. */
export function sideOfProduct({ part }: Exchange): 'vraag' | 'antwoord' {
  return part === 'listener' ? 'vraag' : 'antwoord';
}

/** The message element of what the product said; undefined when it cannot be read. */
export async function messageOfProduct(on: Case): Promise<XmlElement | undefined> {
  if (sideOfProduct(on.exchange) === 'antwoord') return (await openExchange(on))?.reply.message;
  const root = (await on.tools.reader.open(on.exchange.request)).root;
  return root && on.tools.family.read(root).message;
}

/** Marks in which recorded message a finding was made. */
export function inMessage(findings: readonly Finding[], exchange: Exchange, side: 'vraag' | 'antwoord'): readonly Finding[] {
  return findings.map((finding) => ({ bericht: `${exchange.id}/${side}`, ...finding }));
}

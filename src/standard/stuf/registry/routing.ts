/**
 * Which service a message is for: by SOAPAction where it has one, and by its element.
 *
 * @see Protocolbindingen voor StUF 03.02.04 §4.3; StUF 03.01 table 4.1
 */
import type { ServiceDefinition, StandardDefinition } from '../../../model/standard-definition.js';
import { clarkName, type XmlElement } from '../../../model/xml-element.js';
import type { MessageFacts } from '../../family.js';
import type { Knowledge } from './knowledge.js';
import { type Refusal, refuse } from './refusal.js';

export interface Route {
  /** Absent when no service takes this message. */
  readonly service?: ServiceDefinition;
  readonly refusal?: Refusal;
}

const FAMILIES = ['Lk', 'Lv', 'La', 'Sa', 'Sh', 'Di', 'Du', 'Bv', 'Fo', 'Tr'];
const HIGHEST: Readonly<Record<string, number>> = { Lk: 6, Lv: 14, La: 14, Sa: 4, Sh: 4, Di: 2, Du: 2, Bv: 4, Fo: 3, Tr: 1 };

/** Finds the service, or what to say when there is none. */
export function route(
  knowledge: Knowledge,
  soapAction: string | undefined,
  message: XmlElement,
  facts: Partial<MessageFacts>,
): Route {
  const { standard } = knowledge;
  const named = knowledge.servicesOf(clarkName(message));
  const action = unquoted(soapAction);
  const service =
    named.find((each) => each.soapAction === action) ?? (action === '' && named.length === 1 ? named[0] : undefined);
  if (!service) return { ...(named[0] && { service: named[0] }), refusal: noService(standard, message, facts, action) };
  const refusal = mismatch(standard, service, facts);
  return { service, ...(refusal && { refusal }) };
}

/** The service that a SOAPAction names, for a message that cannot be read. */
export function serviceOfAction(standard: StandardDefinition, soapAction: string | undefined): ServiceDefinition | undefined {
  return standard.services.find((each) => each.soapAction === unquoted(soapAction));
}

/** A SOAPAction travels between double quotes. */
function unquoted(soapAction: string | undefined): string {
  return soapAction?.trim().replaceAll(/^"|"$/g, '') ?? '';
}

function noService(standard: StandardDefinition, message: XmlElement, facts: Partial<MessageFacts>, action: string): Refusal {
  const known = Object.values(standard.namespaces);
  if (!known.includes(message.namespace)) {
    const model = (namespace: string) => namespace.replace(/\/?\w*\d[\w.]*$/, '');
    const sameModel = known.find((each) => model(each) === model(message.namespace));
    return sameModel ? refuse('StUF007', sameModel) : refuse('StUF004', message.namespace);
  }
  return misfit(standard, facts) ?? refuse('StUF040', `SOAPAction "${action}", ${message.name}`);
}

/** What of the message does not fit the service that it reached. */
function mismatch(
  standard: StandardDefinition,
  { request }: ServiceDefinition,
  facts: Partial<MessageFacts>,
): Refusal | undefined {
  const fits =
    facts.berichtcode === request.code &&
    (request.entiteittype === undefined || facts.entiteittype === request.entiteittype) &&
    (request.functie === undefined || facts.functie === request.functie);
  if (fits) return undefined;
  return (
    misfit(standard, facts, request) ??
    refuse('StUF040', [facts.berichtcode, facts.entiteittype, facts.functie].filter((each) => each).join(', '))
  );
}

/** Names the first part of berichtcode, entiteittype and functie that nothing here takes, in the order of the table. */
function misfit(
  standard: StandardDefinition,
  facts: Partial<MessageFacts>,
  request?: ServiceDefinition['request'],
): Refusal | undefined {
  const requests = standard.services.map((each) => each.request);
  const { berichtcode = '', entiteittype, functie } = facts;
  if (!exists(berichtcode)) return refuse('StUF022', berichtcode);
  if (!requests.some((each) => each.code === berichtcode)) return refuse('StUF025', berichtcode);
  if (entiteittype !== undefined || request?.entiteittype !== undefined) {
    const isServed = requests.some((each) => each.entiteittype === entiteittype);
    if (!isServed) return refuse(isNamed(standard, entiteittype) ? 'StUF031' : 'StUF028', entiteittype ?? '');
  }
  if (functie !== undefined || request?.functie !== undefined) {
    if (!requests.some((each) => each.functie === functie && functie !== undefined)) return refuse('StUF034', functie ?? '');
  }
  return undefined;
}

function isNamed(standard: StandardDefinition, type: string | undefined): boolean {
  return (
    standard.entities.some((each) => each.type === type) ||
    [...(standard.shapes?.shapes.values() ?? [])].some((each) => type && each.entiteittype === type)
  );
}

/** Whether the standard has this berichtcode (S301 §4.1.2). */
function exists(code: string): boolean {
  const [, family = '', number = '0'] = /^([A-Z][a-z])(\d\d)$/.exec(code) ?? [];
  return FAMILIES.includes(family) && Number(number) >= 1 && Number(number) <= (HIGHEST[family] ?? 0);
}

/** Whether a message of this code reacts, on a connection of its own, to one that came before. */
export function isReaction(code: string | undefined): boolean {
  return /^(?:Du01|La\d\d|Bv01|Fo01|Fo03)$/.test(code ?? '') && isAsynchronous(code);
}

/** Whether a message of this code only gets a confirmation at once: Lk, Sa, Sh, Di odd; Lv, La even (S301 §4.1.2). */
export function isAsynchronous(code: string | undefined): boolean {
  const [, family = '', number = '0'] = /^([A-Z][a-z])(\d\d)$/.exec(code ?? '') ?? [];
  const odd = Number(number) % 2 === 1;
  if (['Lk', 'Sa', 'Sh', 'Di', 'Du'].includes(family)) return odd;
  return ['Lv', 'La'].includes(family) ? !odd && number !== '0' : ['Bv01', 'Fo01', 'Fo03'].includes(code ?? '');
}

/**
 * What is judged of every message that the product sends by itself, without a suite asking for it: HTTP, bytes, envelope,
 * kind, operation, schema, the mandatory elements of the service's table and every rule. Then our answer to it.
 */
import { decoded } from '../message/content-coding.js';
import { isMultipart } from '../message/multipart.js';
import { headerOf } from '../model/body.js';
import type { Finding } from '../model/finding.js';
import { judged, undecided } from '../model/judged.js';
import { stepOutcome } from '../model/outcome.js';
import { tolerate } from '../model/tolerance.js';
import type { MessageFacts } from '../standard/family.js';
import { judgeElements } from './elementen.js';
import { judgeExchangeRules } from './exchange-rules.js';
import { type Case, inMessage } from './judge.js';
import { judgeMessageRules } from './message-rules.js';
import * as rules from './received-rules.js';
import { mediaType } from './reply-text.js';
import { subjectOf } from './rule-subject.js';
import { judgeSchema, type ToleranceOf } from './schema.js';
import { OTHER_XML_TYPE } from './transport-tolerances.js';
import { unreadable } from './unreadable-message.js';

/** Nothing came before the deadline: that is never a pass, and says nothing about what the product can do. */
export function notReceived(service: string, wasStopped: boolean, complaint?: string): Finding {
  // What has to make the product send is part of the set-up.
  if (complaint !== undefined) return undecided(rules.PROMPTED, 'configuratie', { verwacht: service, gevonden: complaint });
  return undecided(rules.IN_TIME, 'transport', { verwacht: service, gevonden: wasStopped ? 'afgebroken' : 'niets ontvangen' });
}

/** Findings about the message of the product, and whether a counterpart that knows what it should could process it. */
export async function judgeReceived(on: Case): Promise<readonly Finding[]> {
  const findings = await judgeSaid(on);
  return stepOutcome(findings).verdict === 'voldoet'
    ? [...findings, ...inMessage(await judgeTaken(on), on.exchange, 'vraag')]
    : findings;
}

/** Findings about the message itself, whoever answers it. */
export async function judgeSaid(on: Case): Promise<readonly Finding[]> {
  const { exchange, tools } = on;
  const { request, failure } = exchange;
  if (failure && failure.kind !== 'reset')
    return inMessage([judged(rules.WHOLE, false, { gevonden: failure.detail })], exchange, 'vraag');
  const { root, problem } = await tools.reader.open(request);
  const http = judgeHttp(on);
  if (!root) return inMessage([...http, ...(problem ? [unreadable(problem)] : [])], exchange, 'vraag');
  const facts = tools.family.read(root);
  const about = inMessage([...http, ...(await judgeMessage(facts, on))], exchange, 'vraag');
  return [...about, ...(await judgeExchangeRules(on)).filter((each) => each.bericht?.endsWith('/vraag'))];
}

/** Findings about our answer, which the product has to be able to count on. */
export async function judgeAnswer(on: Case): Promise<readonly Finding[]> {
  const { exchange, tools, service } = on;
  const { reply, failure } = exchange;
  const root = reply && (await tools.reader.open(reply)).root;
  if (on.misbehave !== undefined) return misbehaved(on, on.misbehave, root && tools.family.read(root).berichtcode);
  if (!reply || !root) return [undecided(rules.ANSWERED, 'transport', { gevonden: failure?.detail })];
  const delivered = failure ? undecided(rules.ANSWERED, 'transport', { gevonden: failure.detail }) : judged(rules.ANSWERED, true);
  const facts = tools.family.read(root);
  const subject = subjectOf(facts, tools.standard, { service: service.id, side: 'reply' });
  const { standard, profile, rules: book } = tools;
  const own =
    book && subject && facts.message
      ? judgeMessageRules({
          book,
          subject,
          bytes: await decoded(reply.body, reply.headers),
          message: facts.message,
          standard,
          profile,
          oorzaak: 'harnas',
        })
      : [];
  const exchanged = (await judgeExchangeRules(on)).filter((each) => each.bericht?.endsWith('/antwoord'));
  return [
    ...inMessage([delivered, ...(await judgeSchema(reply, tools.bases, 'harnas')), ...own], exchange, 'antwoord'),
    ...exchanged,
  ];
}

/** A regular answer that got through, and a product that is blamed for what it does after it, would be a fault of ours. */
function misbehaved({ exchange, service }: Case, fault: string, code: string | undefined): readonly Finding[] {
  const isRegular = exchange.failure === undefined && service.replies.some((reply) => reply.code === code);
  const finding = isRegular
    ? undecided(rules.MISBEHAVED, 'harnas', { verwacht: fault, gevonden: code })
    : judged(rules.MISBEHAVED, true, { gevonden: fault });
  return inMessage([finding], exchange, 'antwoord');
}

function judgeHttp({ exchange: { request }, tools }: Case): readonly Finding[] {
  const type = headerOf(request.headers, 'content-type');
  const media = mediaType(type);
  const label = judged(rules.AS_XML, media === 'text/xml' || isInParts(type), { verwacht: 'text/xml', gevonden: type ?? '–' });
  const isXml = media === 'application/xml' || media === 'application/soap+xml';
  return [
    judged(rules.POSTED, request.method === 'POST', { gevonden: request.method }),
    isXml && tools.profile === 'praktijk' ? tolerate(label, OTHER_XML_TYPE) : label,
  ];
}

/** With MTOM a message travels in parts, of which the first is called by the type that it has when it is whole. */
function isInParts(type: string | undefined): boolean {
  return isMultipart(type) && !/application\/soap\+xml/i.test(type ?? '');
}

async function judgeMessage(facts: MessageFacts, on: Case): Promise<readonly Finding[]> {
  const { exchange, tools, service } = on;
  const { standard, profile, rules: book, family } = tools;
  const { message } = facts;
  const envelope = judged(rules.IN_ENVELOPE, facts.envelope !== 'none', { gevonden: facts.envelope });
  if (!message) return [envelope, ...family.judgeAlone({ standard, facts, profile }), kindOf(facts, on)];
  const tolerance: ToleranceOf = (violation) =>
    profile === 'praktijk' ? family.tolerates(violation, facts, standard) : undefined;
  const rows = service.elements.request.filter((row) => !row.whenAsked);
  const subject = subjectOf(facts, standard, { service: service.id, side: 'request' });
  const bytes = await decoded(exchange.request.body, exchange.request.headers);
  return [
    envelope,
    ...family.judgeAlone({ standard, facts, profile }),
    kindOf(facts, on),
    ...(await judgeSchema(exchange.request, tools.bases, 'product', tolerance)),
    ...(subject?.element === service.request.element ? judgeElements(rows, message, message, on) : []),
    ...(book && subject ? judgeMessageRules({ book, subject, bytes, message, standard, profile, oorzaak: 'product' }) : []),
  ];
}

function kindOf(facts: MessageFacts, { service: { request }, tools }: Case): Finding {
  const element = subjectOf(facts, tools.standard)?.element;
  const parts = (of: readonly (string | undefined)[]) => of.filter((each) => each).join(', ');
  const verwacht = parts([request.element, request.code, request.entiteittype, request.functie]);
  const gevonden = parts([element, facts.berichtcode, facts.entiteittype, facts.functie]);
  return judged(rules.OF_SERVICE, verwacht === gevonden, { verwacht, gevonden, regelnummer: facts.message?.line });
}

/** A message in which nothing else is wrong, and that the counterpart refuses all the same. */
async function judgeTaken({ exchange, tools, service, misbehave }: Case): Promise<readonly Finding[]> {
  if (misbehave !== undefined) return [];
  const root = exchange.reply && (await tools.reader.open(exchange.reply)).root;
  const reply = root && tools.family.read(root);
  if (!reply) return [undecided(rules.TAKEN, 'harnas', { gevonden: 'geen antwoord' })];
  if (tools.family.confirms(tools.standard, service, reply)) return [judged(rules.TAKEN, true)];
  const { fout } = reply;
  const look = { gevonden: [fout?.code, fout?.omschrijving, fout?.details].filter((part) => part).join(' – ') };
  // What is not known to the counterpart may be known elsewhere: that is for who set up the test.
  return [fout?.plek === 'client' ? judged(rules.TAKEN, false, look) : undecided(rules.TAKEN, 'configuratie', look)];
}

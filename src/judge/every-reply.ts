/**
 * What is judged of every reply, without a suite asking for it: bytes, envelope, kind, correlation, schema and the
 * mandatory elements of the service's table. What cannot be read is not judged further.
 */
import { decoded } from '../message/content-coding.js';
import { headerOf } from '../model/body.js';
import type { Finding } from '../model/finding.js';
import type { FaultDue } from '../model/scenario.js';
import type { MessageFacts } from '../standard/family.js';
import { judgeElements } from './elementen.js';
import { judgeExchangeRules } from './exchange-rules.js';
import { judgeFaultDue } from './fault-due.js';
import { type Case, inMessage } from './judge.js';
import { judgeMessageRules } from './message-rules.js';
import { history } from './reach.js';
import { subjectOf } from './rule-subject.js';
import { notJudged } from './safely.js';
import { judgeSchema, type ToleranceOf } from './schema.js';
import { judgeTransport } from './transport.js';

/** A request of which nothing can be read: the reply owes it a fault, and has nothing to refer to. */
const UNREADABLE: MessageFacts = { envelope: 'none', bodyChildren: 0 };

/** @returns findings about the reply; empty when there is none, since the request step tells why */
export async function judgeReply(on: Case): Promise<readonly Finding[]> {
  const { exchange, tools, service } = on;
  const { reply } = exchange;
  if (!reply) return [];
  const opened = await tools.reader.open(reply);
  const raw = await decoded(reply.body, reply.headers).catch(() => undefined);
  const bytes = judgeTransport({ exchange, opened, ...(raw && { bytes: raw }), ...history(on), profile: tools.profile });
  const root = (await tools.reader.open(exchange.request)).root;
  const unreadable = opened.root === undefined || bytes.some((finding) => finding.verplicht && finding.verdict !== 'voldoet');
  if (unreadable || !opened.root) return inMessage(bytes, exchange, 'antwoord');
  const request = root ? tools.family.read(root) : UNREADABLE;
  const facts = tools.family.read(opened.root);
  const due = dueIn(facts, on);
  const shape = tools.family.judgeReply({
    ...{ standard: tools.standard, service, request, reply: facts, status: reply.status },
    ...{ contentType: headerOf(reply.headers, 'content-type'), profile: tools.profile, faultDue: due !== undefined },
  });
  const tolerance: ToleranceOf = (violation) =>
    tools.profile === 'praktijk' ? tools.family.tolerates(violation, facts, tools.standard) : undefined;
  const schema = facts.message ? await judgeSchema(reply, tools.bases, 'product', tolerance) : [];
  const right = tools.family.confirms(tools.standard, service, facts);
  const elements =
    right && facts.message && request.message ? judgeElements(service.elements.reply, facts.message, request.message, on) : [];
  const rules = raw ? judgeReplyRules(facts, raw, on) : [];
  const findings = [
    ...bytes,
    ...shape.envelope,
    ...shape.kind,
    ...shape.correlation,
    ...schema,
    ...elements,
    ...rules,
    ...(due ? judgeFaultDue(due, facts, (code) => tools.family.faultMeaning(tools.standard, code)) : []),
    ...(root || on.wrongOnPurpose ? [] : [notJudged('onze eigen vraag is niet leesbaar')]),
  ];
  return [...inMessage(findings, exchange, 'antwoord'), ...(await judgeExchangeRules(on))];
}

/** The fault that this reply must be; one that is optional only binds a reply that is a fault. */
function dueIn({ fout, soapFault }: MessageFacts, { exchange, due }: Case): FaultDue | undefined {
  const isFault = fout !== undefined || soapFault !== undefined;
  return exchange.purpose.kind === 'step' && (!due?.optional || isFault) ? due : undefined;
}

/** The semantic rules about one message, held against the reply. */
function judgeReplyRules(facts: MessageFacts, bytes: Uint8Array, { service, tools }: Case): readonly Finding[] {
  const { standard, profile, rules: book } = tools;
  const subject = subjectOf(facts, standard, { service: service.id, side: 'reply' });
  if (!book || !subject || !facts.message) return [];
  return judgeMessageRules({ book, subject, bytes, message: facts.message, standard, profile, oorzaak: 'product' });
}

/**
 * The kind of reply: the berichtcode and the message element that belong to the request.
 *
 * @see StUF 03.01 §4.4, §7.1; Protocolbindingen §4.2
 */
import type { Finding, Tekst } from '../../model/finding.js';
import { judged, type Rule } from '../../model/judged.js';
import type {
  MessageDefinition,
  ReplyDefinition,
  ServiceDefinition,
  StandardDefinition,
} from '../../model/standard-definition.js';
import type { XmlElement } from '../../model/xml-element.js';
import type { MessageFacts, ReplyInput } from '../family.js';
import { toleratedWhen } from './tolerances.js';

const KIND: Rule = {
  id: 'STUF-0301-RT-07',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Het antwoord heeft de berichtsoort die bij de vraag hoort',
    en: 'The reply is of the kind that belongs to the request',
  },
  bron: { document: 'S301', plaats: '§4.4, §7.1; PB §4.2' },
  advies: {
    nl: 'Antwoord met het bericht dat de servicebeschrijving noemt. Komt dit antwoord niet van het product: controleer het pad in --endpoint.',
    en: 'Reply with the message that the service description names. If this reply is not from the product: check the path in --endpoint.',
  },
};

const FAULT_KIND_SYNC: Rule = {
  id: 'STUF-0301-FO-08',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Een fout op een synchroon bericht is een Fo02', en: 'A fault on a synchronous message is an Fo02' },
  bron: { document: 'S301', plaats: '§4.4.3' },
  advies: { nl: 'Meld een fout op een vraag met een Fo02.', en: 'Tell a fault on a question with an Fo02.' },
};

const FAULT_KIND_ASYNC: Rule = {
  id: 'STUF-0301-FO-09',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'De directe fout op een asynchroon bericht is een Fo03',
    en: 'The immediate fault on an asynchronous message is an Fo03',
  },
  bron: { document: 'S301', plaats: '§4.4' },
  advies: {
    nl: 'Meld een fout in een asynchroon bericht die u meteen ziet met een Fo03.',
    en: 'Tell a fault in an asynchronous message that you see at once with an Fo03.',
  },
};

export const CODE_MATCHES_ELEMENT: Rule = {
  id: 'STUF-0301-SG-07',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'De berichtcode in de stuurgegevens hoort bij het berichtelement',
    en: 'The berichtcode in the stuurgegevens belongs to the message element',
  },
  bron: { document: 'S301', plaats: '§4, §4.1.2' },
};

/** What kind of reply came, against what the service describes. */
export function judgeKind(input: ReplyInput): readonly Finding[] {
  const { reply, service } = input;
  const rule = isFault(reply) || input.faultDue ? faultRule(input) : KIND;
  if (input.faultDue || isFault(reply)) return judgeFault(input, rule);
  const match = service.replies.find((each) => isElement(reply.message, each, input.standard));
  if (!match) return [judged(KIND, false, seen(input, expectedKinds(input)))];
  return [judged(KIND, true, { gevonden: match.element }), ...codeFinding(reply, match), ...tolerance(match)];
}

/** Whether the reply is one that the service describes or tolerates. */
export function confirms(standard: StandardDefinition, service: ServiceDefinition, reply: MessageFacts): boolean {
  return !isFault(reply) && service.replies.some((each) => isElement(reply.message, each, standard));
}

function judgeFault(input: ReplyInput, rule: Rule): readonly Finding[] {
  const { reply, service } = input;
  const right = isElement(reply.message, service.fault, input.standard);
  if (input.faultDue) return [tolerated(judged(rule, right, seen(input, service.fault.element)), input)];
  const kind = judged(KIND, false, { ...seen(input, expectedKinds(input)), advies: faultAdvice(reply) });
  return right || !reply.fout ? [kind] : [kind, tolerated(judged(rule, false, seen(input, service.fault.element)), input)];
}

/** Known products answer every fault with an Fo03. */
function tolerated(finding: Finding, input: ReplyInput): Finding {
  const { service, reply } = input;
  return toleratedWhen(!service.asynchronous && reply.message?.name === 'Fo03Bericht', finding, input);
}

function isFault(reply: MessageFacts): boolean {
  return reply.soapFault !== undefined || reply.fout !== undefined;
}

function faultRule({ service }: ReplyInput): Rule {
  return service.asynchronous ? FAULT_KIND_ASYNC : FAULT_KIND_SYNC;
}

function codeFinding(reply: MessageFacts, match: ReplyDefinition): readonly Finding[] {
  return [
    judged(CODE_MATCHES_ELEMENT, reply.berichtcode === match.code, {
      verwacht: match.code,
      gevonden: reply.berichtcode ?? '(afwezig)',
      pad: 'stuurgegevens/StUF:berichtcode',
      regelnummer: reply.message?.line,
    }),
  ];
}

/** A reply that the sources contradict each other about: it passes, and the report says why. */
function tolerance(match: ReplyDefinition): readonly Finding[] {
  if (!match.tolerated) return [];
  const { id, reason, bron } = match.tolerated;
  return [judged({ id, ernst: 'aandachtspunt', melding: reason, bron }, false, { gevonden: match.element })];
}

function isElement(message: XmlElement | undefined, wanted: MessageDefinition, standard: StandardDefinition): boolean {
  const [prefix = '', name] = wanted.element.split(':');
  return message?.name === name && message?.namespace === standard.namespaces[prefix];
}

function expectedKinds({ service }: ReplyInput): string {
  return service.replies.map((each) => each.element).join(' of ');
}

function seen({ reply, standard, status }: ReplyInput, verwacht: string) {
  const gevonden = reply.message
    ? `${prefixed(reply.message, standard)} (HTTP ${status})`
    : reply.soapFault
      ? `soap:Fault ${reply.soapFault.faultcode}: ${reply.soapFault.faultstring} (HTTP ${status})`
      : `(geen bericht) (HTTP ${status})`;
  return { verwacht, gevonden, regelnummer: reply.message?.line ?? reply.soapFault?.element.line };
}

function faultAdvice({ fout, soapFault }: MessageFacts): Tekst {
  const told = [fout?.code, fout?.omschrijving ?? soapFault?.faultstring, fout?.details].filter((part) => part).join(' – ');
  return {
    nl: `Het product weigerde het bericht: ${told || 'zonder opgaaf van reden'}. Kijk in het log van het product waarom.`,
    en: `The product refused the message: ${told || 'giving no reason'}. Look in the product's log for the cause.`,
  };
}

function prefixed(message: XmlElement, standard: StandardDefinition): string {
  const prefix = Object.entries(standard.namespaces).find(([, namespace]) => namespace === message.namespace)?.[0];
  return prefix ? `${prefix}:${message.name}` : `{${message.namespace}}${message.name}`;
}

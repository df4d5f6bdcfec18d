/**
 * The shape of the envelope: SOAP 1.1, one child in the Body, faults where and how the binding wants them.
 *
 * @see Protocolbindingen voor StUF 03.02.04 §3, §4
 */
import type { Finding } from '../../model/finding.js';
import { judged, type Rule } from '../../model/judged.js';
import { childOf } from '../../model/xml-element.js';
import type { ReplyInput } from '../family.js';
import { toleratedWhen } from './tolerances.js';

export const SOAP_11: Rule = {
  id: 'STUF-PB-SO-01',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Het antwoord is een SOAP 1.1-bericht', en: 'The reply is a SOAP 1.1 message' },
  bron: { document: 'PB', plaats: '§3, §4' },
  advies: {
    nl: 'Stel de koppeling in op SOAP 1.1: namespace http://schemas.xmlsoap.org/soap/envelope/ en Content-Type text/xml.',
    en: 'Configure SOAP 1.1: namespace http://schemas.xmlsoap.org/soap/envelope/ and Content-Type text/xml.',
  },
};

export const ONE_CHILD: Rule = {
  id: 'STUF-PB-SO-02',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'De SOAP Body heeft precies één kind', en: 'The SOAP Body has exactly one child' },
  bron: { document: 'PB', plaats: '§3, §4.1' },
};

const FAULT_500: Rule = {
  id: 'STUF-PB-SO-09',
  ernst: 'fout',
  verplicht: true,
  melding: {
    nl: 'Een foutbericht reist in soap:Fault/detail met HTTP-status 500, en alleen een foutbericht doet dat',
    en: 'A foutbericht travels in soap:Fault/detail with HTTP status 500, and only a foutbericht does',
  },
  bron: { document: 'PB', plaats: '§3; WS-I BP 1.1' },
  advies: {
    nl: 'Stuur een foutbericht in een soap:Fault met status 500, en elk ander bericht met status 200.',
    en: 'Send a foutbericht in a soap:Fault with status 500, and every other message with status 200.',
  },
};

const FAULT_CODE: Rule = {
  id: 'STUF-PB-SO-10',
  ernst: 'fout',
  melding: {
    nl: 'De soap:Fault bevat het volledige foutbericht, met plek als faultcode',
    en: 'The soap:Fault holds the complete foutbericht, with plek as its faultcode',
  },
  bron: { document: 'PB', plaats: '§3' },
  advies: {
    nl: 'Zet het foutbericht in "detail" (zonder namespace) van de soap:Fault, met Client of Server als faultcode.',
    en: 'Put the foutbericht in "detail" (without a namespace) of the soap:Fault, with Client or Server as its faultcode.',
  },
};

export function judgeEnvelope(input: ReplyInput): readonly Finding[] {
  const { reply, status } = input;
  const envelope = judged(SOAP_11, reply.envelope === 'soap-1.1', {
    verwacht: 'soap-1.1',
    gevonden: reply.envelope,
  });
  return [
    toleratedWhen(reply.envelope === 'soap-1.2', envelope, input),
    judged(ONE_CHILD, reply.bodyChildren === 1, { verwacht: '1', gevonden: String(reply.bodyChildren) }),
    judgeStatus(input),
    ...(reply.soapFault ? [judgeFaultShape(input, input)] : []),
  ];

  function judgeStatus({ reply: { soapFault, fout } }: ReplyInput): Finding {
    const fault = soapFault !== undefined;
    const right = fault ? status === 500 : status === 200 && fout === undefined;
    const where = fout && !fault ? 'foutbericht zonder soap:Fault, ' : fault ? 'soap:Fault, ' : '';
    return judged(FAULT_500, right, {
      verwacht: fault || fout ? 'soap:Fault, HTTP 500' : 'HTTP 200',
      gevonden: `${where}HTTP ${status}`,
    });
  }
}

/** Whether a SOAP fault holds the foutbericht as the binding wants it. */
export function judgeFaultShape({ reply }: Pick<ReplyInput, 'reply'>, on: Pick<ReplyInput, 'standard' | 'profile'>): Finding {
  const { soapFault, fout } = reply;
  const code = soapFault?.faultcode.split(':').at(-1)?.toLowerCase();
  const qualified = soapFault?.element.children.some((child) => child.namespace !== '' && reply.envelope === 'soap-1.1') ?? false;
  const misnamed =
    soapFault !== undefined &&
    childOf(soapFault.element, 'detail') === undefined &&
    childOf(soapFault.element, 'details') !== undefined;
  const isCode = fout !== undefined && code === fout.plek?.toLowerCase();
  const isNewCode = fout !== undefined && code !== undefined && NEW_NAMES[code] === fout.plek?.toLowerCase();
  // A SOAP 1.2 envelope, where it is tolerated, has the names of SOAP 1.2.
  const right = (isCode || (isNewCode && reply.envelope === 'soap-1.2')) && !qualified;
  const finding = judged(FAULT_CODE, right, {
    verwacht: 'faultcode = plek; detail met het foutbericht',
    gevonden: `faultcode ${soapFault?.faultcode ?? ''}, plek ${fout?.plek ?? '(geen foutbericht)'}${misnamed ? ', element "details"' : ''}${qualified ? ', elementen met namespace' : ''}`,
    regelnummer: soapFault?.element.line,
  });
  return toleratedWhen(isNewCode && !qualified, finding, on);
}

/** What SOAP 1.2 calls client and server. */
const NEW_NAMES: Readonly<Record<string, string>> = { sender: 'client', receiver: 'server' };

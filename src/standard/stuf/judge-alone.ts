/**
 * What a message says of itself without its conversation: the version of SOAP, one child in the Body, the shape of a
 * fault, and a berichtcode that belongs to the element.
 *
 * @see Protocolbindingen voor StUF 03.02.04 §3, §4; StUF 03.01 §4.1.2
 */
import type { Finding } from '../../model/finding.js';
import { judged, type Rule } from '../../model/judged.js';
import { usesOf } from '../../model/message-use.js';
import type { LoneInput } from '../family.js';
import { judgeFaultShape, ONE_CHILD, SOAP_11 } from './judge-envelope.js';
import { CODE_MATCHES_ELEMENT } from './judge-kind.js';
import { toleratedWhen } from './tolerances.js';

const SOAP_11_ALONE: Rule = {
  ...SOAP_11,
  melding: { nl: 'De envelop is er een van SOAP 1.1', en: 'The envelope is one of SOAP 1.1' },
};

export function judgeAlone({ standard, facts, profile }: LoneInput): readonly Finding[] {
  return [...(facts.envelope === 'none' ? [] : envelope(facts, { standard, profile })), ...code(standard, facts)];
}

function envelope(facts: LoneInput['facts'], on: Pick<LoneInput, 'standard' | 'profile'>): readonly Finding[] {
  const version = judged(SOAP_11_ALONE, facts.envelope === 'soap-1.1', { verwacht: 'soap-1.1', gevonden: facts.envelope });
  return [
    toleratedWhen(facts.envelope === 'soap-1.2', version, on),
    judged(ONE_CHILD, facts.bodyChildren === 1, { verwacht: '1', gevonden: String(facts.bodyChildren) }),
    ...(facts.soapFault ? [judgeFaultShape({ reply: facts }, on)] : []),
  ];
}

/** Only where the services say which codes this element travels with. */
function code(standard: LoneInput['standard'], { message, berichtcode }: LoneInput['facts']): readonly Finding[] {
  const uses = message ? usesOf(standard, message) : [];
  const codes = [...new Set(uses.map(({ definition }) => definition.code))];
  if (codes.length === 0) return [];
  return [
    judged(CODE_MATCHES_ELEMENT, codes.includes(berichtcode ?? ''), {
      verwacht: codes.join(', '),
      gevonden: berichtcode ?? '(afwezig)',
      pad: 'stuurgegevens/StUF:berichtcode',
      regelnummer: message?.line,
    }),
  ];
}

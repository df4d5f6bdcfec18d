/**
 * What is asked of a message that the product sends by itself, in words. Every id stands in docs/findings.md.
 */
import type { Rule } from '../model/judged.js';

const SOAP_HTTP = { document: 'SOAP11', plaats: '§6' } as const;

function check(id: string, melding: Rule['melding'], advies?: Rule['melding'], bron?: Rule['bron']): Rule {
  return { id, ernst: 'fout', verplicht: true, melding, ...(advies && { advies }), ...(bron && { bron }) };
}

export const IN_TIME = check(
  'BERICHT-ONTVANGEN',
  { nl: 'Het product heeft het bericht op tijd gestuurd', en: 'The product sent the message in time' },
  {
    nl: 'Controleer het adres dat in het product is ingesteld en of het product deze dienst aanroept. Roept het hem niet aan, laat het scenario dan weg met --without.',
    en: 'Check the address that is configured in the product, and that the product calls this service. If it does not, leave the scenario out with --without.',
  },
);

export const PROMPTED = check(
  'BERICHT-UITGELOKT',
  { nl: 'Wat het product moet laten sturen, deed zijn werk', en: 'What has to make the product send did its work' },
  {
    nl: 'Kijk onder "trigger" in ketentest.yaml: klopt het adres of de opdracht, en draait wat daar luistert?',
    en: 'Look under "trigger" in ketentest.yaml: is the address or the command right, and does what listens there run?',
  },
);

export const POSTED = check(
  'BERICHT-POST',
  { nl: 'Het bericht is met POST gestuurd', en: 'The message was sent with POST' },
  undefined,
  SOAP_HTTP,
);

export const AS_XML = check(
  'HTTP-CONTENT-TYPE',
  { nl: 'De Content-Type van het bericht is die van SOAP 1.1', en: 'The Content-Type of the message is that of SOAP 1.1' },
  { nl: 'Stuur Content-Type: text/xml; charset=utf-8.', en: 'Send Content-Type: text/xml; charset=utf-8.' },
  SOAP_HTTP,
);

export const WHOLE = check('BERICHT-VOLLEDIG', {
  nl: 'Het bericht is volledig aangekomen',
  en: 'The message arrived whole',
});

export const IN_ENVELOPE = check(
  'BERICHT-ENVELOP',
  { nl: 'Het bericht reist in een SOAP-envelop', en: 'The message travels in a SOAP envelope' },
  undefined,
  { document: 'SOAP11', plaats: '§4' },
);

export const OF_SERVICE = check('BERICHT-VAN-DIENST', {
  nl: 'Het bericht is dat van de dienst: element, berichtcode en entiteittype of functie',
  en: 'The message is that of the service: element, berichtcode and entiteittype or functie',
});

export const TAKEN = check(
  'BERICHT-VERWERKT',
  { nl: 'De tegenpartij kan het bericht verwerken', en: 'The counterpart can process the message' },
  {
    nl: 'Gebruik de gegevens die bij de opdracht staan: de tegenpartij kent alleen die.',
    en: 'Use the data that the instruction names: the counterpart knows no others.',
  },
);

export const ANSWERED = check('ANTWOORD-BEZORGD', {
  nl: 'Het antwoord is bij het product bezorgd',
  en: 'The answer was delivered to the product',
});

export const MISBEHAVED = check('ANTWOORD-MET-OPZET-FOUT', {
  nl: 'Ons antwoord was met opzet fout: het gaat om wat het product daarna doet',
  en: 'Our answer was wrong on purpose: it is about what the product does next',
});

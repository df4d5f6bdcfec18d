/**
 * What a StUF counterpart can say wrongly on purpose: made from the right reply, which keeps its envelope and the rest.
 */
import { escapeXml } from '../../message/escape-xml.js';
import type { Incoming } from '../family.js';
import type { Spoken, SpokenFault } from '../spoken-fault.js';
import { wrapFault } from './envelope.js';
import { readFacts } from './facts.js';
import { SOAP_11, SOAP_12, STUF } from './namespaces.js';
import { tijdstip, writeStuurgegevens } from './stuurgegevens.js';

/** Where the open gateways and forms were read that the quirks are of. */
const SEEN = '2026-11';

export const spokenFaults: readonly SpokenFault<Incoming>[] = [
  {
    name: 'fo02',
    text: { nl: 'antwoordt met een Fo02 (StUF058)', en: 'answers with an Fo02 (StUF058)' },
    speak: () => refusal(`<StUF:berichtcode>Fo02</StUF:berichtcode>`, 'Fo02'),
  },
  {
    name: 'fo03',
    text: { nl: 'antwoordt met een Fo03 (StUF058)', en: 'answers with an Fo03 (StUF058)' },
    speak: (_, heard) => refusal(mirrored(heard), 'Fo03'),
  },
  {
    name: 'fo03-not-stored',
    text: {
      nl: 'antwoordt met een Fo03 (StUF046): het bericht is niet opgeslagen',
      en: 'answers with an Fo03 (StUF046): the message was not stored',
    },
    speak: (_, heard) => refusal(mirrored(heard), 'Fo03', 'StUF046', 'Het bericht kan niet worden opgeslagen'),
  },
  {
    name: 'wrong-crossref',
    text: { nl: 'noemt een ander crossRefnummer', en: 'names another crossRefnummer' },
    speak: (right) => replaced(right, /(crossRefnummer>)[^<]*(<)/, '$1KT-een-ander-bericht$2'),
  },
  {
    name: 'invalid-reply',
    text: {
      nl: 'zet een element in het antwoord dat het schema niet kent',
      en: 'puts an element in the reply that is not in the schema',
    },
    speak: (right) => replaced(right, /<\/[\w.-]+:stuurgegevens>/, '$&<onbekend xmlns="urn:ketentest:onbekend"/>'),
  },
  {
    name: 'quirk-soap-1.2',
    text: { nl: 'antwoordt in SOAP 1.2', en: 'answers in SOAP 1.2' },
    bron: { waar: 'open-formulieren/open-forms#511', gezien: '2021-07-22' },
    speak: (right) => ({ ...typed(replaced(right, SOAP_11, SOAP_12), 'application/soap+xml; charset=utf-8') }),
  },
  {
    name: 'quirk-soap-1.2-content-type',
    text: {
      nl: 'zegt SOAP 1.2 in Content-Type, bij een bericht in SOAP 1.1',
      en: 'says SOAP 1.2 in Content-Type, with a SOAP 1.1 message',
    },
    bron: { waar: 'open-formulieren/open-forms#712', gezien: '2021-09-24' },
    speak: (right) => typed(right, 'application/soap+xml; charset=utf-8'),
  },
  {
    name: 'quirk-soap-action',
    text: { nl: 'weigert een bericht zonder SOAPAction', en: 'refuses a message without a SOAPAction' },
    bron: { waar: 'open-formulieren/open-forms#933', gezien: '2021-11-15' },
    speak: (right, { soapAction }) =>
      (soapAction ?? '').replaceAll('"', '').trim() === '' ? spoken(wrapFault('client', 'SOAPAction ontbreekt', '')) : right,
  },
  {
    name: 'quirk-long-reference',
    text: { nl: 'geeft een referentienummer van meer dan 40 tekens', en: 'gives a referentienummer of more than 40 characters' },
    bron: { waar: 'Sudwest-Fryslan/OpenZaakBrug', gezien: SEEN },
    speak: (right) => replaced(right, /(:referentienummer>)([^<]*)(<)/, `$1ozb-${'0'.repeat(40)}-$2$3`),
  },
  {
    name: 'quirk-copied-reference',
    text: {
      nl: 'neemt het referentienummer van de vraag over in het antwoord',
      en: 'copies the referentienummer of the request into the reply',
    },
    bron: { waar: 'wearefrank/zaakbrug', gezien: SEEN },
    speak: (right, { root }) => {
      const number = root && readFacts(root).referentienummer;
      return number === undefined
        ? right
        : replaced(right, /(:referentienummer>)[^<]*(<)/, (_, open, shut) => `${open}${escapeXml(number)}${shut}`);
    },
  },
  {
    name: 'quirk-no-administratie',
    text: { nl: 'laat de administratie weg bij zender en ontvanger', en: 'leaves the administratie of zender and ontvanger out' },
    bron: { waar: 'wearefrank/zaakbrug', gezien: SEEN },
    speak: (right) => replaced(right, /<([\w.-]+):administratie>[^<]*<\/\1:administratie>/g, ''),
  },
  {
    name: 'quirk-bare-fault',
    text: { nl: 'zet in een SOAP Fault geen foutbericht', en: 'puts no foutbericht in a SOAP Fault' },
    bron: { waar: 'frankframework/frankframework#5067', gezien: '2023-07-03' },
    speak: (right) =>
      replaced(right, /<detail>[\s\S]*<\/detail>/, '<detail><reden xmlns="urn:ketentest:onbekend">fout</reden></detail>'),
  },
  {
    name: 'quirk-long-fault-code',
    text: {
      nl: 'geeft een eigen foutcode van meer dan zeven tekens',
      en: 'gives a fault code of its own, of more than seven characters',
    },
    bron: { waar: 'wearefrank/zaakbrug', gezien: SEEN },
    speak: (right) => replaced(right, /(<[\w.-]+:code>)StUF\d+(<)/, '$1EigenFout001$2'),
  },
];

function refusal(
  stuurgegevens: string,
  name: 'Fo02' | 'Fo03',
  code = 'StUF058',
  omschrijving = 'Het bericht kan niet worden verwerkt',
): Spoken {
  const body = `<StUF:body><StUF:code>${code}</StUF:code><StUF:plek>server</StUF:plek><StUF:omschrijving>${omschrijving}</StUF:omschrijving></StUF:body>`;
  return spoken(
    wrapFault(
      'server',
      omschrijving,
      `<StUF:${name}Bericht xmlns:StUF="${STUF}"><StUF:stuurgegevens>${stuurgegevens}</StUF:stuurgegevens>${body}</StUF:${name}Bericht>`,
    ),
  );
}

/** Stuurgegevens of an answer to this message. */
function mirrored({ root, receivedAt }: Incoming): string {
  const { zender, ontvanger, referentienummer } = (root && readFacts(root)) ?? {};
  return writeStuurgegevens({
    berichtcode: 'Fo03',
    ...(ontvanger && { zender: ontvanger }),
    ...(zender && { ontvanger: zender }),
    referentienummer: `KT-FOUT-${receivedAt}`,
    tijdstipBericht: tijdstip(receivedAt),
    ...(referentienummer !== undefined && { crossRefnummer: referentienummer }),
  });
}

function spoken(body: Uint8Array): Spoken {
  return { status: 500, headers: [['Content-Type', 'text/xml; charset=utf-8']], body };
}

type By = string | ((...found: string[]) => string);

function replaced(right: Spoken, what: string | RegExp, by: By): Spoken {
  const text = new TextDecoder().decode(right.body);
  const wrong = typeof by === 'string' ? text.replace(what, by) : text.replace(what, by);
  return { ...right, body: new TextEncoder().encode(wrong) };
}

function typed(right: Spoken, type: string): Spoken {
  return {
    ...right,
    headers: [...right.headers.filter(([name]) => name.toLowerCase() !== 'content-type'), ['Content-Type', type]],
  };
}

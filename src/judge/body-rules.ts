/** What the bytes of a reply are when they are no message that can be read. */
import { SOAP_HTTP, symptom } from './symptom.js';

export const TOO_LARGE = symptom(
  'BODY-TOO-LARGE',
  { nl: 'Het antwoord is groter dan toegestaan', en: 'The reply is larger than allowed' },
  {
    nl: 'Zoek uit waarom het product zoveel stuurt; is het terecht, verhoog dan --max-body.',
    en: 'Find out why the product sends so much; if it should, raise --max-body.',
  },
);

export const EMPTY = symptom(
  'BODY-EMPTY',
  { nl: 'Het antwoord is leeg', en: 'The reply is empty' },
  {
    nl: 'Elke vraag krijgt een antwoord in een SOAP-envelop: een antwoord-, bevestigings- of foutbericht.',
    en: 'Every request gets a reply in a SOAP envelope: an answer, a confirmation or a fault.',
  },
  SOAP_HTTP,
);

export const HTML = symptom(
  'BODY-HTML',
  { nl: 'Het antwoord is een webpagina', en: 'The reply is a web page' },
  {
    nl: 'Antwoord altijd met een SOAP-envelop, ook bij een fout. Was dit het eerste contact: controleer of --endpoint naar de webservice wijst.',
    en: 'Always answer with a SOAP envelope, also for a fault. If this was the first contact: check that --endpoint points to the web service.',
  },
  SOAP_HTTP,
);

export const STACK_TRACE = symptom(
  'BODY-STACK-TRACE',
  { nl: 'Het antwoord is een stacktrace', en: 'The reply is a stack trace' },
  {
    nl: 'Vang de fout af en antwoord met een foutbericht in een SOAP Fault; een stacktrace verraadt de binnenkant van het product.',
    en: 'Catch the error and answer with a fault message in a SOAP Fault; a stack trace gives away the inside of the product.',
  },
  SOAP_HTTP,
);

export const TEXT = symptom(
  'BODY-TEXT',
  { nl: 'Het antwoord is tekst en geen XML', en: 'The reply is text, not XML' },
  {
    nl: 'Antwoord altijd met een SOAP-envelop, ook bij een fout.',
    en: 'Always answer with a SOAP envelope, also for a fault.',
  },
  SOAP_HTTP,
);

export const MULTIPART = symptom(
  'BODY-MULTIPART',
  {
    nl: 'Het antwoord bestaat uit delen (MTOM) waar geen bericht van te maken is',
    en: 'The reply is in parts (MTOM) of which no message can be made',
  },
  {
    nl: 'Delen mogen. Controleer de boundary en de Content-ID’s, en of het eerste deel (of dat van start) welgevormde XML is.',
    en: 'Parts are allowed. Check the boundary and the Content-IDs, and whether the first part (or that of start) is well-formed XML.',
  },
);

export const MALFORMED = symptom(
  'BODY-MALFORMED',
  { nl: 'Het antwoord is geen welgevormde XML', en: 'The reply is not well-formed XML' },
  {
    nl: 'Maak antwoorden met een XML-bibliotheek en niet door teksten aan elkaar te plakken.',
    en: 'Make replies with an XML library, not by joining texts.',
  },
  SOAP_HTTP,
);

export const TOO_DEEP = symptom(
  'BODY-TOO-DEEP',
  { nl: 'De XML van het antwoord is te diep genest', en: 'The XML of the reply is nested too deeply' },
  { nl: 'Zoek uit waarom het product zo diep nest.', en: 'Find out why the product nests so deeply.' },
);

export const DOCTYPE = symptom(
  'BODY-DOCTYPE',
  { nl: 'Het antwoord bevat een DOCTYPE', en: 'The reply holds a DOCTYPE' },
  { nl: 'Laat de DOCTYPE weg; SOAP 1.1 verbiedt hem.', en: 'Leave the DOCTYPE out; SOAP 1.1 forbids it.' },
  { document: 'SOAP11', plaats: '§3' },
);

export const ENCODING = symptom(
  'BODY-ENCODING',
  {
    nl: 'De bytes van het antwoord zijn niet in de tekencodering die het noemt',
    en: 'The bytes of the reply are not in the character encoding that it names',
  },
  {
    nl: 'Stuur UTF-8, of noem de werkelijke codering in de XML-declaratie en in charset van Content-Type.',
    en: 'Send UTF-8, or name the real encoding in the XML declaration and in charset of Content-Type.',
  },
  { document: 'RFC7303', plaats: '§3' },
);

export const CONTENT_ENCODING = symptom(
  'BODY-CONTENT-ENCODING',
  { nl: 'De compressie van het antwoord is niet ongedaan te maken', en: 'The compression of the reply cannot be undone' },
  {
    nl: 'Wij vragen om een antwoord zonder compressie (Accept-Encoding: identity); stuur het zo.',
    en: 'We ask for a reply without compression (Accept-Encoding: identity); send it so.',
  },
  { document: 'RFC9110', plaats: '§8.4' },
);

export const SOAP_VERSION = symptom(
  'SOAP-VERSION',
  { nl: 'Het antwoord is SOAP 1.2; de vraag was SOAP 1.1', en: 'The reply is SOAP 1.2; the request was SOAP 1.1' },
  {
    nl: 'Stel de webservice in op SOAP 1.1 (namespace http://schemas.xmlsoap.org/soap/envelope/).',
    en: 'Configure the web service for SOAP 1.1 (namespace http://schemas.xmlsoap.org/soap/envelope/).',
  },
  { document: 'SOAP11', plaats: '§4.1.2' },
);

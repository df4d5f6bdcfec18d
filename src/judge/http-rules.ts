/** What HTTP itself says of a reply: its status, its end, its Content-Type. */
import type { Rule } from '../model/judged.js';
import { SOAP_HTTP, symptom } from './symptom.js';

/** What is checked of every exchange: a complete, readable reply came. */
export const REPLIED: Rule = {
  id: 'HTTP-REPLY',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Er kwam een volledig en leesbaar antwoord', en: 'A complete, readable reply came' },
  bron: SOAP_HTTP,
};

export const GATEWAY = symptom(
  'HTTP-GATEWAY',
  {
    nl: 'Een gateway antwoordt dat hij het product niet kan bereiken',
    en: 'A gateway answers that it cannot reach the product',
  },
  {
    nl: 'Controleer of het product achter de gateway draait en op tijd antwoordt.',
    en: 'Check that the product behind the gateway is running and answers in time.',
  },
);

export const UNAUTHORIZED = symptom(
  'HTTP-UNAUTHORIZED',
  { nl: 'Het endpoint laat ons niet toe', en: 'The endpoint does not let us in' },
  {
    nl: 'Geef toegang op met --basic, --header of een clientcertificaat (--cert, --cert-key), of geef dit systeem rechten in het product.',
    en: 'Give access with --basic, --header or a client certificate (--cert, --cert-key), or grant this system rights in the product.',
  },
);

export const PROXY_UNAUTHORIZED = symptom(
  'HTTP-PROXY-UNAUTHORIZED',
  { nl: 'De proxy laat ons niet toe', en: 'The proxy does not let us in' },
  {
    nl: 'Zet gebruiker en wachtwoord van de proxy in --proxy, of test zonder proxy.',
    en: 'Put the user and password of the proxy in --proxy, or test without a proxy.',
  },
);

export const NOT_FOUND = symptom(
  'HTTP-NOT-FOUND',
  { nl: 'Op dit pad is geen webservice', en: 'There is no web service at this path' },
  {
    nl: 'Controleer het pad in --endpoint; een endpoint per berichttype geeft u op met --endpoint <portType>=URL.',
    en: 'Check the path in --endpoint; give an endpoint per message type with --endpoint <portType>=URL.',
  },
);

export const METHOD = symptom(
  'HTTP-METHOD',
  { nl: 'Het endpoint neemt geen POST aan', en: 'The endpoint does not accept POST' },
  {
    nl: 'Controleer het pad in --endpoint: dit is waarschijnlijk een webpagina of de WSDL, en niet de webservice.',
    en: 'Check the path in --endpoint: this is probably a web page or the WSDL, and not the web service.',
  },
);

export const REDIRECT = symptom(
  'HTTP-REDIRECT',
  { nl: 'Het endpoint verwijst door naar een ander adres', en: 'The endpoint redirects to another address' },
  {
    nl: 'Geef het uiteindelijke adres op met --endpoint; wij volgen geen doorverwijzing, want een bericht mag niet ongemerkt elders heen.',
    en: 'Give the final address with --endpoint; we follow no redirect, since a message must not silently go elsewhere.',
  },
);

export const TRUNCATED = symptom(
  'HTTP-TRUNCATED',
  { nl: 'Het antwoord houdt op voordat het af is', en: 'The reply stops before it is finished' },
  {
    nl: 'Laat Content-Length gelijk zijn aan het aantal bytes van het antwoord, en sluit de verbinding pas daarna.',
    en: 'Make Content-Length equal to the number of bytes of the reply, and close the connection only after them.',
  },
);

export const CONTENT_TYPE = symptom(
  'HTTP-CONTENT-TYPE',
  {
    nl: 'De Content-Type van het antwoord is niet die van SOAP 1.1',
    en: 'The Content-Type of the reply is not that of SOAP 1.1',
  },
  { nl: 'Stuur Content-Type: text/xml; charset=utf-8.', en: 'Send Content-Type: text/xml; charset=utf-8.' },
  SOAP_HTTP,
);

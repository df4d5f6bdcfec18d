/**
 * The symptoms on the wire, in words: what happened, and what to do next. Which of them is a fault of the product
 * and which is not, is decided in transport.ts. Every id stands in docs/findings.md.
 *
 * @see docs/architecture.md, the table of causes under "Outcomes"
 */
import type { Rule } from '../model/judged.js';

const SOAP_HTTP = { document: 'SOAP11', plaats: '§6' } as const;

function symptom(id: string, melding: Rule['melding'], advies: Rule['melding'], bron?: Rule['bron']): Rule {
  return { id, ernst: 'fout', verplicht: true, melding, advies, ...(bron && { bron }) };
}

/** What is checked of every exchange: a complete, readable reply came. */
export const REPLIED: Rule = {
  id: 'HTTP-REPLY',
  ernst: 'fout',
  verplicht: true,
  melding: { nl: 'Er kwam een volledig en leesbaar antwoord', en: 'A complete, readable reply came' },
  bron: SOAP_HTTP,
};

export const DNS = symptom(
  'TRANSPORT-DNS',
  { nl: 'De naam van het endpoint is niet gevonden', en: 'The name of the endpoint was not found' },
  {
    nl: 'Controleer de hostnaam in --endpoint en of deze machine hem kan opzoeken (DNS, VPN, hosts-bestand).',
    en: 'Check the host name in --endpoint and whether this machine can resolve it (DNS, VPN, hosts file).',
  },
);

export const REFUSED = symptom(
  'TRANSPORT-REFUSED',
  { nl: 'Er is geen verbinding te maken met het endpoint', en: 'No connection can be made to the endpoint' },
  {
    nl: 'Controleer of het product draait, of de poort in --endpoint klopt, en of een firewall of proxy de verbinding tegenhoudt.',
    en: 'Check that the product is running, that the port in --endpoint is right, and that no firewall or proxy is in the way.',
  },
);

export const GONE = symptom(
  'TRANSPORT-GONE',
  {
    nl: 'Het product antwoordde eerder in deze run en neemt nu geen verbinding meer aan',
    en: 'The product answered earlier in this run and accepts no connection any more',
  },
  {
    nl: 'Kijk in de log van het product of het is gestopt of opnieuw gestart, en door welk bericht.',
    en: 'See in the log of the product whether it stopped or was restarted, and by which message.',
  },
);

export const TLS = symptom(
  'TRANSPORT-TLS',
  { nl: 'Er kwam geen vertrouwde TLS-verbinding tot stand', en: 'No trusted TLS connection came about' },
  {
    nl: 'Controleer het certificaat van het endpoint; geef een eigen CA op met --ca en een clientcertificaat met --cert en --cert-key.',
    en: 'Check the certificate of the endpoint; give a CA of your own with --ca and a client certificate with --cert and --cert-key.',
  },
);

export const TIMEOUT = symptom(
  'TRANSPORT-TIMEOUT',
  { nl: 'Er kwam binnen de tijd geen volledig antwoord', en: 'No complete reply came in time' },
  {
    nl: 'Kijk in de log van het product of de vraag is aangekomen. Geef met --timeout meer tijd als het product die nodig heeft.',
    en: 'See in the log of the product whether the request arrived. Allow more time with --timeout if the product needs it.',
  },
);

export const RESET = symptom(
  'TRANSPORT-RESET',
  { nl: 'De verbinding is verbroken voordat er een antwoord was', en: 'The connection was closed before there was a reply' },
  {
    nl: 'Kijk in de log van het product, en van een gateway of loadbalancer ervoor, waarom de verbinding is verbroken.',
    en: 'See in the log of the product, and of a gateway or load balancer before it, why the connection was closed.',
  },
);

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

export const PROTOCOL = symptom(
  'TRANSPORT-PROTOCOL',
  { nl: 'Wat terugkwam is geen HTTP', en: 'What came back is not HTTP' },
  {
    nl: 'Controleer of poort en schema (http of https) in --endpoint bij een webservice horen.',
    en: 'Check that the port and the scheme (http or https) in --endpoint belong to a web service.',
  },
);

export const CANCELLED = symptom(
  'TRANSPORT-CANCELLED',
  { nl: 'De uitwisseling is door ons afgebroken', en: 'We broke off the exchange' },
  { nl: 'Voer de test opnieuw uit, of ga verder met --continue.', en: 'Run the test again, or go on with --continue.' },
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

export const CONTENT_TYPE = symptom(
  'HTTP-CONTENT-TYPE',
  {
    nl: 'De Content-Type van het antwoord is niet die van SOAP 1.1',
    en: 'The Content-Type of the reply is not that of SOAP 1.1',
  },
  { nl: 'Stuur Content-Type: text/xml; charset=utf-8.', en: 'Send Content-Type: text/xml; charset=utf-8.' },
  SOAP_HTTP,
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

/** What can go wrong before a reply begins: the name, the connection, TLS, silence. */
import { symptom } from './symptom.js';

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
    nl: 'Controleer of het product draait, of het adres en de poort kloppen die u gaf (--endpoint, of in een keten actors.<naam>.endpoint), en of een firewall of proxy de verbinding tegenhoudt.',
    en: 'Check that the product is running, that the address and port you gave are right (--endpoint, or actors.<name>.endpoint in a chain), and that no firewall or proxy is in the way.',
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

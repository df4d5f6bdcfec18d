/** What is looked at at one address: name, connection, TLS, round trip, clock, service description, SOAPAction. */
import { type ProbeAnswer, type ProbeOptions, probe } from '../../actor/probe.js';
import { looksLikeSoap, soapGreeting } from '../../message/soap-greeting.js';
import { headerOf } from '../../model/body.js';
import type { Tekst } from '../../model/finding.js';
import type { ServiceDefinition } from '../../model/standard-definition.js';
import { both, type Item, reachItems } from './preflight-reach.js';

/** Clocks further apart than this confuse whoever compares times in messages. */
const MAX_SKEW_MILLIS = 60_000;

/**
 * Looks at one address, step by step; what depends on a step that failed is not looked at.
 * @param services - that have to answer there; without any, that it can be reached is all
 */
export async function* checkEndpoint(
  endpoint: string,
  services: readonly ServiceDefinition[],
  options: ProbeOptions,
): AsyncGenerator<Item> {
  const url = new URL(endpoint);
  const answer = await probe(endpoint, options);
  const reached = reachItems(url, answer, new Date(options.clock.now()).toISOString());
  yield* reached;
  if (answer.reply === undefined || reached.some(({ holds }) => !holds)) return;
  yield* clockItems(answer, options);
  if (services.length === 0) return;
  yield* await descriptionItems(url, services, options);
  for (const service of onePerPortType(services)) yield await actionItem(endpoint, service, options);
}

function clockItems({ reply }: ProbeAnswer, { clock }: ProbeOptions): readonly Item[] {
  const date = Date.parse((reply && headerOf(reply.headers, 'Date')) ?? '');
  if (Number.isNaN(date)) return [];
  const seconds = Math.round((date - clock.now()) / 1000);
  const holds = Math.abs(seconds) * 1000 <= MAX_SKEW_MILLIS;
  return [
    {
      what: both(`klok van het product: ${seconds} s verschil`, `clock of the product: ${seconds} s apart`),
      holds,
      isAdvice: true,
      ...(!holds && { mend: MENDS.clock }),
    },
  ];
}

async function descriptionItems(
  url: URL,
  services: readonly ServiceDefinition[],
  options: ProbeOptions,
): Promise<readonly Item[]> {
  const place = new URL(url.href);
  place.search = '?wsdl';
  const { reply } = await probe(place.href, options);
  // Who may come in is nobody's business who reads this.
  place.username = '';
  place.password = '';
  const text = reply?.status === 200 ? reply.text : '';
  const isThere = /<(?:[\w.-]+:)?definitions[\s/>]/.test(text);
  const absent = services.filter((service) => !text.includes(service.soapAction));
  if (!isThere)
    return [{ what: both(`WSDL op ${place.href}`, `WSDL at ${place.href}`), holds: false, isAdvice: true, mend: MENDS.wsdl }];
  const names = absent.map((service) => service.operation).join(', ');
  const known = services.length - absent.length;
  return [
    {
      what: both(
        `WSDL op ${place.href}: ${known} van ${services.length} operaties`,
        `WSDL at ${place.href}: ${known} of ${services.length} operations`,
      ),
      holds: absent.length === 0,
      isAdvice: true,
      ...(absent.length > 0 && {
        mend: both(
          `de SOAPAction van deze operaties staat er niet in: ${names}`,
          `the SOAPAction of these operations is not in it: ${names}`,
        ),
      }),
    },
  ];
}

/** An empty envelope with the SOAPAction of a service: a SOAP service refuses it in SOAP, and stores nothing. */
async function actionItem(endpoint: string, service: ServiceDefinition, options: ProbeOptions): Promise<Item> {
  const { reply, failure } = await probe(endpoint, options, {
    headers: [
      ['Content-Type', 'text/xml; charset=utf-8'],
      ['SOAPAction', `"${service.soapAction}"`],
    ],
    body: soapGreeting(),
  });
  const seen = reply ? `HTTP ${reply.status}` : (failure?.detail ?? '');
  const what = both(`SOAP bij ${service.portType} (${seen})`, `SOAP at ${service.portType} (${seen})`);
  if (reply && looksLikeSoap(reply.text)) return { what, holds: true };
  const mend = STATUS_MENDS[reply?.status ?? 0] ?? MENDS.noSoap;
  return { what, holds: false, mend };
}

function onePerPortType(services: readonly ServiceDefinition[]): readonly ServiceDefinition[] {
  return [...new Map(services.map((service) => [service.portType, service])).values()];
}

const MENDS = {
  clock: {
    nl: 'zet beide klokken gelijk (NTP): tijden in berichten worden vergeleken',
    en: 'synchronise both clocks (NTP): times in messages are compared',
  },
  wsdl: {
    nl: 'geen WSDL gevonden; dat hoeft niet, maar het helpt om het adres te controleren',
    en: 'no WSDL was found; that is allowed, but it would help to check the address',
  },
  noSoap: {
    nl: 'het antwoord is geen SOAP: controleer het pad van het adres',
    en: 'the reply is no SOAP: check the path of the address',
  },
} as const satisfies Record<string, Tekst>;

const STATUS_MENDS: Readonly<Record<number, Tekst>> = {
  401: { nl: 'er is een wachtwoord nodig: --basic env:NAAM', en: 'a password is needed: --basic env:NAME' },
  403: {
    nl: 'geen toegang: controleer rechten, clientcertificaat en toegestane adressen',
    en: 'no access: check rights, client certificate and allowed addresses',
  },
  404: {
    nl: 'dit pad bestaat niet: controleer het adres, of geef per portType een eigen adres',
    en: 'this path does not exist: check the address, or give each portType its own',
  },
  405: { nl: 'dit adres neemt geen POST aan: controleer het pad', en: 'this address takes no POST: check the path' },
};

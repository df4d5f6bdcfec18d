/**
 * Reports to test renditions with: an invented koppelvlak, one run that went well, one with faults, one against an
 * endpoint that refuses.
 */
import { createHash } from 'node:crypto';
import type { Body } from '../../src/model/body.js';
import type { Exchange, Purpose, TransportFailure } from '../../src/model/exchange.js';
import type { Finding } from '../../src/model/finding.js';
import { stepOutcome } from '../../src/model/outcome.js';
import type { Plan } from '../../src/model/plan.js';
import type { Report } from '../../src/model/report.js';
import type { RunEvent } from '../../src/model/run-event.js';
import type { Scenario, Step } from '../../src/model/scenario.js';
import { type FoldInput, fold, type RunFacts } from '../../src/report/fold/fold.js';

export interface Sample {
  readonly input: FoldInput;
  readonly report: Report;
  readonly exchanges: readonly Exchange[];
}

export function bodyOf(text: string | Uint8Array, id = 'body'): Body {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return {
    id,
    size: bytes.byteLength,
    digest: createHash('sha256').update(bytes).digest('hex'),
    async *open() {
      yield bytes;
    },
    bytes: async () => bytes,
  };
}

export function finding(of: Partial<Finding> = {}): Finding {
  const verdict = of.verdict ?? 'voldoet';
  const isWell = verdict === 'voldoet' || verdict === 'niet_van_toepassing';
  return {
    id: 'BIEB-01',
    verdict,
    ernst: 'fout',
    verplicht: true,
    melding: { nl: 'het antwoord is van de juiste soort', en: 'the reply is of the right kind' },
    ...(isWell ? {} : { oorzaak: 'product' as const }),
    ...of,
  };
}

export const RUN_FACTS: RunFacts = {
  nummer: '20260314-0001',
  taal: 'nl',
  poging: 1,
  standaard: {
    naam: 'Bibliotheekservices',
    versie: '1.0',
    documents: {
      WSDL10: { titel: 'WSDL van Bibliotheekservices' },
      BIEB10: { titel: 'Specificatie Bibliotheekservices', versie: '1.0.3', datum: '2026-01-05' },
    },
  },
  rol: 'Catalogus',
  product: { pakketnaam: 'Boekenplank', versie: '4.2.1', eigenReferentie: false },
  leverancier: { naam: 'Voorbeeld Software B.V.' },
  harnas: { naam: 'ketentest', versie: '0.1.0' },
  schemabasis: { soort: 'officieel', naam: 'bieb-1.0', digest: 'c'.repeat(64) },
  omgeving: { type: 'test' },
  uitvoerder: { organisatie: 'Gemeente Verzonnendam' },
  profiel: 'strict',
  modus: 'onvoorwaardelijk',
};

const SERVICES = ['geefBoeknummer', 'voegBoekToe', 'leenBoek', 'verlengLening', 'geefBoek', 'neemBoekTerug'];

export const PLAN: Plan = {
  suite: {
    id: 'bieb-1.0/catalogus',
    standard: 'bieb-1.0',
    role: 'catalogus',
    title: 'Bibliotheekservices 1.0 - Catalogus',
    testset: { id: 'Bieb 1.0 Catalogus', versie: '1.0 (1.1)', bron: 'officieel', berichten: 'eigen', digest: 'd'.repeat(64) },
    variables: [],
    scenarios: SERVICES.map(scenarioOf),
  },
  scenarios: SERVICES.map((service, index) => ({ scenario: scenarioOf(service, index) })),
  constants: { taalcode: 'nl' },
  overrides: [{ name: 'taalcode', value: 'fy', default: 'nl' }],
  variables: [],
  omvang: 'volledig',
};

function scenarioOf(service: string, index: number): Scenario {
  const variants = index === 1 || index === 2 ? ['Boek 1', 'Boek 2'] : ['Boek 1'];
  return {
    id: `cat.${index + 1}.${service}`,
    title: `${service.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase())} (P)`,
    verplicht: index !== 5,
    steps: variants.flatMap((variant, at) => [
      step({
        nr: 2 * at + 1,
        variant,
        service,
        message: `${service}_Di02`,
        from: 'STP',
        to: 'TTA',
        src: `Catalogus!${14 + 4 * index + 2 * at}`,
      }),
      step({
        nr: 2 * at + 2,
        variant,
        service,
        message: 'Bv03',
        from: 'TTA',
        to: 'STP',
        answers: 2 * at + 1,
        ...(index === 3 ? { anomaly: 'published as Bv04; the operation returns Bv03' } : {}),
      }),
    ]),
  };
}

function step(of: Partial<Step> & Pick<Step, 'nr' | 'message' | 'from' | 'to' | 'service'>): Step {
  return { code: 'Di02', requires: [], capture: [], expect: [], ...of };
}

/** What happens at one step, where it is not simply well. */
export interface Twist {
  readonly findings?: (exchange: string) => readonly Finding[];
  readonly reply?: string;
  readonly failure?: TransportFailure;
  readonly gevolgVan?: string;
}

const REQUEST = `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
  <soapenv:Body>
    <B:vraag xmlns:B="urn:voorbeeld:bieb:0100" xmlns:StUF="http://www.egem.nl/StUF/StUF0301">
      <B:stuurgegevens>
        <StUF:referentienummer>KT4f1c00000017</StUF:referentienummer>
      </B:stuurgegevens>
      <B:object>
        <B:identificatie>0000BOEK4f1c17</B:identificatie>
        <B:titel>De kapellekensbaan &amp; meer</B:titel>
        <B:inhoud>${'JVBERi0xLjQKJcfs'.repeat(40)}</B:inhoud>
      </B:object>
    </B:vraag>
  </soapenv:Body>
</soapenv:Envelope>
`;

const REPLY =
  '<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Header/><soap:Body>' +
  '<ns2:antwoord xmlns:ns2="urn:voorbeeld:bieb:0100" xmlns:ns3="http://www.egem.nl/StUF/StUF0301"><ns2:stuurgegevens><ns3:berichtcode>Bv03</ns3:berichtcode>' +
  '<ns3:zender><ns3:applicatie>BPL</ns3:applicatie></ns3:zender><ns3:ontvanger><ns3:applicatie>KT</ns3:applicatie></ns3:ontvanger>' +
  '<ns3:referentienummer>778812</ns3:referentienummer><ns3:crossRefnummer>KT4f1c00000071</ns3:crossRefnummer></ns2:stuurgegevens>' +
  '<ns2:object ns3:entiteittype="BOK"><ns2:identificatie>0000BOEK4f1c17</ns2:identificatie><ns2:titel>De kapellekensbaan &amp;lt;script&amp;gt;</ns2:titel>' +
  '<ns2:taal>nl</ns2:taal><ns2:exemplaar><ns2:nummer>1</ns2:nummer></ns2:exemplaar></ns2:object></ns2:antwoord></soap:Body></soap:Envelope>';

/** Plays a run over the plan. */
export function sampleRun(twists: Readonly<Record<string, Twist>> = {}, run: Partial<RunFacts> = {}): Sample {
  const events: RunEvent[] = [{ type: 'run-started', at: time(0), suite: PLAN.suite.id, seed: 42, token: '4f1c' }];
  const exchanges: Exchange[] = [];
  let second = 1;
  for (const { scenario } of PLAN.scenarios) {
    events.push({ type: 'scenario-started', at: time(second), scenario: scenario.id });
    for (const each of scenario.steps) {
      const twist = twists[`${scenario.id}/${each.nr}`] ?? {};
      const isSent = each.from === 'STP';
      if (isSent && twist.gevolgVan === undefined) {
        const answer = twists[`${scenario.id}/${each.nr + 1}`] ?? {};
        exchanges.push(
          exchangeOf(
            exchanges.length + 1,
            scenario.id,
            each,
            'step',
            answer.failure ? answer : twist.failure ? twist : answer,
            second,
          ),
        );
      }
      const own = exchanges.filter(
        (one) => one.purpose.scenario === scenario.id && one.purpose.step === (isSent ? each.nr : each.nr - 1),
      );
      if (!isSent && each.service === 'voegBoekToe' && twist.gevolgVan === undefined && own.length > 0) {
        exchanges.push(exchangeOf(exchanges.length + 1, scenario.id, { ...each, service: 'geefBoek' }, 'read-back', {}, second));
        own.push(...exchanges.slice(-1));
        events.push({
          type: 'left-behind',
          at: time(second),
          scenario: scenario.id,
          step: each.nr,
          soort: 'BOK',
          identificatie: `0000BOEK4f1c${each.nr}`,
        });
      }
      const ids = twist.gevolgVan === undefined ? own.map((one) => one.id) : [];
      const findings =
        twist.gevolgVan !== undefined ? [] : (twist.findings?.(ids[0] ?? '') ?? wellFindings(ids[0] ?? '', isSent));
      events.push({
        type: 'step-judged',
        at: time(second++),
        scenario: scenario.id,
        step: each.nr,
        ...(twist.gevolgVan === undefined
          ? stepOutcome(findings)
          : { verdict: 'niet_beslist', oorzaak: 'product', gevolgVan: twist.gevolgVan }),
        findings,
        exchanges: ids,
      });
    }
    events.push({ type: 'scenario-finished', at: time(second), scenario: scenario.id });
  }
  events.push({ type: 'run-finished', at: time(second), reason: 'done' });
  const input: FoldInput = { plan: PLAN, run: { ...RUN_FACTS, ...run }, events };
  return { input, report: fold(input), exchanges };
}

function wellFindings(id: string, isSent: boolean): readonly Finding[] {
  const bron = { document: 'BIEB10', plaats: '§4.1.2' };
  if (isSent)
    return [
      finding({
        id: 'EIGEN-SCHEMA',
        melding: { nl: 'ons bericht is geldig volgens het schema', en: 'our message is valid against the schema' },
        bericht: `${id}/vraag`,
      }),
    ];
  return [
    finding({ bericht: `${id}/antwoord`, bron }),
    finding({
      id: 'BIEB-02',
      melding: { nl: 'het antwoord is geldig volgens het schema', en: 'the reply is valid against the schema' },
      bericht: `${id}/antwoord`,
      bron,
    }),
    finding({
      id: 'BIEB-03',
      melding: { nl: 'zender en ontvanger zijn verwisseld', en: 'sender and receiver are swapped' },
      bericht: `${id}/antwoord`,
      bron,
    }),
    finding({
      id: 'BIEB-90',
      verdict: 'niet_beslist',
      ernst: 'aandachtspunt',
      verplicht: false,
      oorzaak: 'harnas',
      melding: { nl: 'deze regel wordt nog niet automatisch gecontroleerd', en: 'this rule is not yet checked automatically' },
      bron: { document: 'BIEB10', plaats: '§2.6' },
    }),
  ];
}

function exchangeOf(number: number, scenario: string, of: Step, kind: Purpose['kind'], twist: Twist, second: number): Exchange {
  const id = String(number).padStart(4, '0');
  const headers = [
    ['Content-Type', 'text/xml; charset=utf-8'],
    ['SOAPAction', `"urn:voorbeeld:${of.service}"`],
    ['Authorization', 'Basic Z2VoZWltOmdlaGVpbQ=='],
  ] as const;
  return {
    id,
    part: 'driver',
    request: {
      method: 'POST',
      url: 'http://tester:geheim@boekenplank.voorbeeld:8080/bieb',
      headers,
      body: bodyOf(REQUEST, `${id}q`),
    },
    ...(twist.failure !== undefined
      ? { failure: twist.failure }
      : {
          reply: {
            status: 200,
            headers: [['Content-Type', 'text/xml;charset=UTF-8']],
            body: bodyOf(twist.reply ?? REPLY, `${id}a`),
          },
        }),
    startedAt: time(second),
    endedAt: time(second, 84),
    purpose: { scenario, step: of.nr, kind, service: of.service, attempt: 1 },
  };
}

function time(second: number, millis = 0): string {
  return new Date(Date.UTC(2026, 2, 14, 9, 30, second, millis)).toISOString();
}

export const FLAWLESS = (): Sample =>
  sampleRun({}, { product: { pakketnaam: 'Referentiecatalogus', versie: '0.1.0', eigenReferentie: true } });

export const WITH_FAULTS = (): Sample =>
  sampleRun({
    'cat.2.voegBoekToe/4': {
      findings: (id) => [
        ...wellFindings(id, false).slice(0, 2),
        finding({
          id: 'BIEB-04',
          verdict: 'voldoet_niet',
          melding: { nl: 'het antwoord verwijst niet naar ons bericht', en: 'the reply does not refer to our message' },
          verwacht: 'KT4f1c00000017',
          gevonden: 'KT4f1c00000071',
          pad: 'B:stuurgegevens/StUF:crossRefnummer',
          regelnummer: 1,
          bericht: `${id}/antwoord`,
          bron: { document: 'BIEB10', plaats: '§3.4' },
          advies: {
            nl: 'Neem het referentienummer van het ontvangen bericht ongewijzigd over in crossRefnummer.',
            en: 'Copy the referentienummer of the message received into crossRefnummer as it is.',
          },
        }),
        finding({
          id: 'BIEB-05',
          verdict: 'voldoet_niet',
          melding: { nl: 'een verplicht element ontbreekt', en: 'a mandatory element is missing' },
          verwacht: 'B:object/B:exemplaar/B:signatuur',
          gevonden: '',
          pad: 'B:object/B:exemplaar/B:signatuur',
          regelnummer: 1,
          bericht: `${id}/antwoord`,
          bron: { document: 'BIEB10', plaats: '§4.2.1' },
          advies: {
            nl: 'Vul het element, of geef het met een reden waarom het geen waarde heeft.',
            en: 'Fill the element, or give it with the reason why it has no value.',
          },
        }),
      ],
    },
    'cat.3.leenBoek/3': { gevolgVan: 'cat.2.voegBoekToe/4' },
    'cat.3.leenBoek/4': { gevolgVan: 'cat.2.voegBoekToe/4' },
    'cat.4.verlengLening/2': {
      failure: { kind: 'timeout', detail: 'ETIMEDOUT' },
      findings: (id) => [
        finding({
          id: 'NET-03',
          verdict: 'niet_beslist',
          oorzaak: 'transport',
          melding: { nl: 'er kwam binnen 30 s geen antwoord', en: 'no reply came within 30 s' },
          verwacht: 'een antwoord',
          gevonden: 'ETIMEDOUT',
          bericht: `${id}/vraag`,
          advies: {
            nl: 'Kijk of de dienst bereikbaar is, of geef meer tijd met --timeout.',
            en: 'See whether the service can be reached, or give more time with --timeout.',
          },
        }),
      ],
    },
    'cat.5.geefBoek/2': {
      findings: (id) => [
        ...wellFindings(id, false),
        finding({
          id: 'BIEB-31',
          verdict: 'voldoet_niet',
          ernst: 'waarschuwing',
          verplicht: false,
          melding: { nl: 'de volgorde van de exemplaren is niet oplopend', en: 'the copies are not in ascending order' },
          pad: 'B:object/B:exemplaar',
          regelnummer: 1,
          bericht: `${id}/antwoord`,
        }),
      ],
    },
  });

export const NOT_ESTABLISHED = (): Sample =>
  sampleRun(
    Object.fromEntries(
      PLAN.scenarios.flatMap(({ scenario }) =>
        scenario.steps.map((each) => [
          `${scenario.id}/${each.nr}`,
          {
            failure: { kind: 'refused', detail: 'ECONNREFUSED 192.0.2.10:8080' } as const,
            findings: () => [
              finding({
                id: 'NET-01',
                verdict: 'niet_beslist',
                oorzaak: 'configuratie',
                melding: { nl: 'de verbinding is geweigerd', en: 'the connection was refused' },
                gevonden: 'ECONNREFUSED 192.0.2.10:8080',
                advies: {
                  nl: 'Controleer adres en poort van --endpoint en of het product draait.',
                  en: 'Check address and port of --endpoint, and whether the product is running.',
                },
              }),
            ],
          },
        ]),
      ),
    ),
  );

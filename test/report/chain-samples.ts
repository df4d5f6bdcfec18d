/** Reports of chains to show: any number of hops, scenarios and messages, well or with one thing wrong. */
import { allHops, type Chain } from '../../src/model/chain.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { Finding, Tekst } from '../../src/model/finding.js';
import { stepOutcome } from '../../src/model/outcome.js';
import type { RunEvent } from '../../src/model/run-event.js';
import type { Scenario } from '../../src/model/scenario.js';
import { fold, type RunFacts } from '../../src/report/fold/fold.js';
import { bodyOf, finding, PLAN, RUN_FACTS, type Sample } from './samples.js';

export interface ChainSampleOptions {
  /** Actors between who asks and who answers; 1 unless told otherwise. */
  readonly vias?: number;
  readonly scenarios?: number;
  /** Questions and answers in each scenario. */
  readonly pairs?: number;
  /** `<scenario>/<nr> <hop>`, e.g. `k.1/1 b1-z`: the request does not get to this hop, or is other than it was there. */
  readonly lost?: string;
  readonly changed?: string;
  /** What we did wrong with it on purpose. */
  readonly disturbed?: string;
  /** What every actor is called. */
  readonly naam?: Tekst;
  readonly run?: Partial<RunFacts>;
}

const STARTED = Date.UTC(2026, 2, 14, 9, 30);
const PASSED = { what: 'geheel', bytes: 1 } as const;
const WORDS: Tekst = { nl: 'Wat doorgegeven wordt, komt aan zoals het was', en: 'What is passed on arrives as it was' };

export function chainOf(vias: number, naam?: Tekst): Chain {
  const via = Array.from({ length: vias }, (_, at) => `b${at + 1}`);
  const actor = (id: string, plays: Chain['actors'][number]['plays'], nl: string, en: string) =>
    ({ id, plays, component: `Component ${id}`, naam: naam ?? { nl, en } }) as const;
  return {
    actors: [
      actor('a', 'vrager', 'Formulierenapplicatie van de gemeente', 'Forms application'),
      ...via.map((id) => actor(id, 'tussenstation', `Servicebus ${id}`, `Service bus ${id}`)),
      actor('z', 'aanbieder', 'Zaaksysteem', 'Case management system'),
    ],
    links: [
      {
        id: 'a-naar-z',
        from: 'a',
        to: 'z',
        via,
        verplicht: true,
        rewrites: ['kenmerk'],
        bron: { document: 'BIEB10', plaats: '§2' },
      },
    ],
  };
}

export function chainSample(options: ChainSampleOptions = {}): Pick<Sample, 'report' | 'exchanges'> {
  const { vias = 1, scenarios: count = 2, pairs = 2, naam, run = {} } = options;
  const chain = chainOf(vias, naam);
  const hops = allHops(chain);
  const scenarios = Array.from({ length: count }, (_, at) => scenarioOf(at + 1, pairs));
  const exchanges: Exchange[] = [];
  const events: RunEvent[] = [{ type: 'run-started', at: moment(0), suite: 'keten', seed: 1, token: 'abcd' }];
  let root: string | undefined;
  let millis = 0;
  for (const { id: scenario, steps } of scenarios) {
    for (const { nr, service } of steps.filter(({ answers }) => answers === undefined)) {
      const path = `${scenario}/${nr}`;
      millis += 100;
      const end = hops.findIndex(({ id }) => options.lost === `${path} ${id}`);
      const reached = root === undefined ? hops.slice(0, end < 0 ? hops.length : end) : [];
      const passed = reached.map(({ id: hop }, at): Exchange => {
        const [start, over] = [millis + at * 3, (hops.length - at) * 6];
        return {
          ...{ id: String(exchanges.length + at + 1).padStart(4, '0'), part: 'relay', hop },
          ...{ startedAt: moment(start), endedAt: moment(start + over) },
          times: { requestInMillis: 1, replyBeganMillis: over - 1, replyInMillis: over },
          request: {
            method: 'POST',
            url: 'http://voorbeeld/',
            headers: [],
            body: bodyOf(`<vraag n="${path}"/>`, `${path}${hop}q`),
          },
          reply: { status: 200, headers: [], body: bodyOf(`<antwoord n="${path}"/>`, `${path}${hop}a`) },
          purpose: { scenario, step: nr, kind: 'step', service, attempt: 1 },
          ...(options.disturbed === `${path} ${hop}` && { disturbed: { how: 'late', side: 'antwoord', passed: PASSED } }),
        };
      });
      exchanges.push(...passed);
      for (const exchange of passed) events.push({ type: 'exchanged', at: exchange.endedAt, exchange });
      const asked = passed.flatMap((exchange, at) =>
        findingsOn(exchange, 'vraag', at, `${path} ${exchange.hop}` === options.changed),
      );
      const lost = hops[end];
      const all = lost ? [...asked, arrivedNot(lost)] : asked;
      const judged = (step: number, findings: readonly Finding[]) => {
        const ids = passed.map(({ id }) => id);
        const outcome = root === undefined ? stepOutcome(findings) : ({ verdict: 'niet_beslist', gevolgVan: root } as const);
        events.push({
          type: 'step-judged',
          at: moment(millis),
          scenario,
          step,
          ...outcome,
          findings: root ? [] : findings,
          exchanges: ids,
        });
      };
      judged(nr, all);
      if (lost) root = path;
      judged(
        nr + 1,
        passed.flatMap((exchange, at) => findingsOn(exchange, 'antwoord', passed.length - 1 - at, false)),
      );
    }
  }
  events.push({ type: 'run-finished', at: moment(millis + 90), reason: 'done' });
  const suite = { ...PLAN.suite, title: 'Aanvraag tot zaak', scenarios, chain };
  const plan = { ...PLAN, suite, scenarios: scenarios.map((scenario) => ({ scenario })) };
  const facts = { ...RUN_FACTS, echt: ['b1', 'z'], partijen: { b1: { product: { pakketnaam: 'Doorgeefluik', versie: '3.1' } } } };
  return { report: fold({ plan, events, run: { ...facts, ...run } }), exchanges };
}

function scenarioOf(number: number, pairs: number): Scenario {
  const step = { link: 'a-naar-z', code: 'Di02', service: 'geefBoek', requires: [], capture: [], expect: [] };
  return {
    ...{ id: `k.${number}`, title: `Deel ${number} van de aanvraag`, verplicht: true },
    steps: Array.from({ length: pairs }, (_, at) => [
      { ...step, nr: at * 2 + 1, message: 'geefBoek_Di02', from: 'STP', to: 'TTA' } as const,
      { ...step, nr: at * 2 + 2, message: 'geefBoek_Du02', from: 'TTA', to: 'STP', answers: at * 2 + 1 } as const,
    ]).flat(),
  };
}

function findingsOn(
  { id, hop = '' }: Exchange,
  side: 'vraag' | 'antwoord',
  place: number,
  isChanged: boolean,
): readonly Finding[] {
  const [from = '', to = ''] = hop.split('-');
  const where = { bericht: `${id}/${side}`, hop, partij: side === 'vraag' ? from : to };
  const passedOn = { id: 'KETEN-DOORGEGEVEN', melding: WORDS, ...where };
  const wrong = {
    verdict: 'voldoet_niet',
    pad: 'B:object/B:titel',
    verwacht: 'Reinaert',
    gevonden: 'Vos',
    regelnummer: 1,
  } as const;
  return [finding(where), ...(place === 0 ? [] : [finding({ ...passedOn, ...(isChanged ? wrong : { omgezet: ['kenmerk'] }) })])];
}

function arrivedNot({ id, from }: { readonly id: string; readonly from: string }): Finding {
  const melding = { nl: 'Het bericht is op tijd doorgegeven', en: 'The message was passed on in time' };
  return finding({ id: 'KETEN-AANGEKOMEN', verdict: 'voldoet_niet', melding, hop: id, partij: from });
}

function moment(millis: number): string {
  return new Date(STARTED + millis).toISOString();
}

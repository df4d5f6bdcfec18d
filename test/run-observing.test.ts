/**
 * Real traffic without a scenario: a suite is driven through two relays with a servicebus between them, the bus does one
 * thing wrong, and the report has to say what passed, what belongs together and whose doing it is.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { openRuleBook, type RuleBook } from '../src/judge/rule-book.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import { familyOf } from '../src/standard/index.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { packageRoot } from './package-root.js';
import { complaints } from './report/schema-check.js';
import type { Meddle } from './support/meddler.js';
import { openOwnSuite } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';
import { badIn, type Sent, stepsOf, type WatchedOutcome, watchChain } from './support/watched-chain.js';

const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'rapport.schema.json'), 'utf8')) as Record<string, unknown>;

describe('traffic that is watched', function () {
  this.timeout(60_000);
  let [loaded, basis, rules] = [undefined as unknown as LoadedSuite, undefined as unknown as OpenSchemaBasis, {} as RuleBook];

  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(loaded.standard);
    rules = openRuleBook(loaded.standard, familyOf(loaded.standard.family));
  });
  after(() => {
    basis?.dispose();
    rules[Symbol.dispose]();
  });

  const watch = (more: { meddle?: Meddle; only?: string[]; say?: Say; lost?: number; end?: 'cancelled' } = {}) =>
    watchChain({ loaded, basis, rules, ...more });
  type Say = (url: string, sent: readonly Sent[]) => Promise<void>;

  const post = async (url: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}) => {
    const sent = typeof body === 'string' ? body : new TextDecoder().decode(body);
    await (await fetch(url, { method: 'POST', body: sent, headers })).arrayBuffer();
  };

  describe('of which nothing is wrong', () => {
    let all: WatchedOutcome;
    before(async () => {
      all = await watch({ only: ['zs.1.*', 'zs.2.*', 'zs.3.*', 'zs.4.*', 'zs.5.*'] });
    });

    it('is without faults, and every message was judged on both hops', () => {
      expect(badIn(all.scenarios)).to.deep.equal([]);
      expect(all.report.resultaat.totaal).to.equal('foutloos');
      const hops = new Set(stepsOf(all.scenarios).flatMap(({ regels }) => regels.map(({ hop }) => hop)));
      expect([...hops].sort()).to.deep.equal(['bus-zaaksysteem', 'vakapp-bus']);
    });

    it('is grouped by zaak: its number, what is done with it and its documents belong together', () => {
      expect(all.scenarios.map(({ titel }) => titel)).to.deep.equal(['ZAK 99990000000001', 'ZAK 99990000000002']);
      const [first] = all.scenarios;
      const services = new Set(first?.stappen.map(({ dienst }) => dienst));
      expect([...services]).to.include.members(['genereerZaakIdentificatie', 'creeerZaak', 'voegZaakdocumentToe']);
    });

    it('shows the way of each message, and what a servicebus may write anew', () => {
      expect(all.report.keten?.koppelingen.map(({ id }) => id)).to.deep.equal(['vakapp-bus-zaaksysteem']);
      const rewritten = all.report.keten?.matrix?.flatMap(({ berichten }) => berichten.map(({ omgezet }) => omgezet?.join()));
      expect(rewritten).to.include('referentienummer');
      expect(all.waarneming.gewijzigd).to.equal(0);
    });

    it('says how often each service was seen, and which never', () => {
      const [hop] = all.waarneming.hops;
      const often = new Map(hop?.diensten.map(({ dienst, keer }) => [dienst, keer]));
      expect([often.get('creeerZaak'), often.get('cancelCheckout')]).to.deep.equal([2, 0]);
      expect(often.size).to.equal(loaded.standard.services.length);
    });

    it('is a report as any other', () => {
      expect(complaints(JSON.parse(JSON.stringify(all.report)), schema)).to.deep.equal([]);
    });
  });

  describe('in which something is wrong', () => {
    const FAULTS: readonly (readonly [name: string, meddle: Meddle, said: string])[] = [
      [
        'changed underway',
        { on: 'creeerZaak', nth: 1, request: (text) => text.replace(/(omschrijving>)[^<]+/, '$1Iets anders') },
        'bus-zaaksysteem bus KETEN-DOORGEGEVEN voldoet_niet product',
      ],
      [
        'passed on twice',
        { on: 'creeerZaak', nth: 1, onward: 'twice' },
        'bus-zaaksysteem bus KETEN-EENMAAL voldoet_niet product',
      ],
      [
        'not passed on, where others of its kind are',
        { on: 'creeerZaak', nth: 2, onward: 'elsewhere' },
        'bus-zaaksysteem bus KETEN-AANGEKOMEN voldoet_niet product',
      ],
      [
        'with an answer that breaks its schema',
        { on: 'genereerZaakIdentificatie', nth: 1, reply: (text) => text.replaceAll('identificatie>', 'identifikatie>') },
        'vakapp-bus bus KETEN-DOORGEGEVEN voldoet_niet product',
      ],
      [
        'under the reference of another message',
        { on: 'creeerZaak', reference: 'again' },
        'bus-zaaksysteem bus KETEN-REFERENTIE voldoet_niet product',
      ],
      [
        'and whose answer is an error page',
        { on: 'creeerZaak', nth: 1, status: 500, contentType: 'text/html', reply: () => '<html>Oeps</html>' },
        'vakapp-bus bus BODY-HTML voldoet_niet product',
      ],
      ['and that is never answered', { on: 'creeerZaak', nth: 1, send: 'reset' }, 'vakapp-bus bus '],
    ];
    for (const [name, meddle, said] of FAULTS)
      it(`a message ${name} is held against who did it, and first`, async () => {
        const { scenarios, report } = await watch({ meddle });
        const bad = badIn(scenarios);
        expect(bad[0], bad.join('\n')).to.match(new RegExp(`^${said}`));
        const { hop, partij } = report.keten?.eersteAfwijking ?? {};
        expect(`${hop} ${partij}`).to.equal(said.split(' ').slice(0, 2).join(' '));
        expect(report.resultaat.totaal).not.to.equal('foutloos');
      });

    it('a message that breaks a rule is held against who sent it, and not again where it is passed on', async () => {
      const say: Say = async (url, sent) => {
        const zaak = sent.find(({ headers }) => String(headers.SOAPAction).includes('creeerZaak'));
        const text = new TextDecoder().decode(zaak?.body).replace(/referentienummer>[^<]+/g, 'referentienummer>EIGEN-1');
        await post(url, text.replace(/<(\w+:)?startdatum>[^<]+/g, '<$1startdatum>20261399'), zaak?.headers);
      };
      const { scenarios } = await watch({ only: ['zs.1.*', 'zs.2.*'], say });
      const bad = badIn(scenarios);
      expect(bad.length).to.be.greaterThan(0);
      expect([...new Set(bad.map((each) => each.split(' ').slice(0, 2).join(' ')))]).to.deep.equal(['vakapp-bus vakapp']);
    });

    it('what is sent again after it was confirmed is counted and told; what was not confirmed may be sent again', async () => {
      const say: Say = async (url, sent) => {
        const zaak = sent.find(({ headers }) => String(headers.SOAPAction).includes('creeerZaak'));
        await post(url, zaak?.body ?? '', zaak?.headers);
      };
      const { scenarios, waarneming } = await watch({ say });
      const twice = badIn(scenarios).filter((each) => each.includes('KETEN-EENMAAL'));
      expect(twice, 'not held against who passes it on').to.deep.equal(['vakapp-bus vakapp KETEN-EENMAAL voldoet_niet product']);
      expect(waarneming.dubbel, 'on both hops').to.equal(2);
      const again = await watch({ say, meddle: { on: 'creeerZaak', nth: 1, send: 'reset' } });
      expect(badIn(again.scenarios).filter((each) => each.includes('KETEN-EENMAAL'))).to.deep.equal([]);
    });

    it('what is no message of the standard is told as not recognised, and what cannot be read as that', async () => {
      const say: Say = async (url) => {
        await post(
          url,
          '<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body><x xmlns="urn:vreemd"/></Body></Envelope>',
        );
        await post(url, 'geen xml', { 'Content-Type': 'text/plain' });
      };
      const { scenarios, waarneming, report } = await watch({ say });
      const unknown = scenarios.find(({ titel }) => titel === 'Niet herkend');
      expect(badIn(unknown ? [unknown] : [])).to.deep.equal([
        'vakapp-bus vakapp WAARNEMING-HERKEND niet_beslist configuratie',
        'vakapp-bus vakapp BODY-TEXT voldoet_niet product',
      ]);
      expect(waarneming).to.include({ nietHerkend: 4 });
      expect(report.resultaat.totaal).to.equal('met_fouten');
    });

    it('a refusal of a message with which nothing is wrong is held against nobody', async () => {
      const { scenarios, report } = await watch({ only: ['zs.1.*', 'zs.2.*', 'zs.3.*', 'zs.4.*', 'zs.8.*'], say: refused });
      expect(badIn(scenarios)).to.deep.equal(['bus-zaaksysteem zaaksysteem WAARNEMING-GEWEIGERD niet_beslist configuratie']);
      expect(report.resultaat.totaal).to.equal('niet_vastgesteld');
    });

    it('what is not in the record keeps it from being without faults', async () => {
      const { scenarios, report } = await watch({ lost: 2 });
      expect(badIn(scenarios)).to.deep.equal(['WAARNEMING-VASTGELEGD niet_beslist harnas']);
      expect(report.resultaat.totaal).to.equal('niet_vastgesteld');
    });

    it('a watch that was killed is never without faults: nobody knows what passed last', async () => {
      const { scenarios, report } = await watch({ end: 'cancelled' });
      expect(badIn(scenarios)).to.deep.equal(['WAARNEMING-VASTGELEGD niet_beslist harnas']);
      expect(report.resultaat.totaal).to.equal('niet_vastgesteld');
    });

    it('where nothing passed, nothing is proven', async () => {
      const { report } = await watch({ only: ['zs.1.*'], meddle: { onward: 'elsewhere' } });
      expect(report.keten?.koppelingen.map(({ id, verdict }) => [id, verdict])).to.deep.include([
        'bus-zaaksysteem',
        'niet_uitgevoerd',
      ]);
    });
  });

  /** Asks for a document that is lent out already. */
  async function refused(url: string, sent: readonly Sent[]): Promise<void> {
    const asked = sent.find(({ headers }) => String(headers.SOAPAction).includes('bewerken'));
    const text = new TextDecoder().decode(asked?.body).replace(/referentienummer>[^<]+/g, 'referentienummer>EIGEN-2');
    await post(url, text, asked?.headers);
  }
});

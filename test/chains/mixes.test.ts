import { expect } from 'chai';
import { startServicebus } from '../../src/actor/servicebus.js';
import { openRuleBook, type RuleBook } from '../../src/judge/rule-book.js';
import type { OpenSchemaBasis } from '../../src/message/schema-basis.js';
import { readXml } from '../../src/message/xml-reader.js';
import { familyOf } from '../../src/standard/index.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { type ChainOptions, type ChainOutcome, runChain } from '../support/chain-run.js';
import { machineClock, openOwnSuite } from '../support/reference-run.js';
import { compactBasis, startReference } from '../support/reference-server.js';

const ACTORS = ['vakapp', 'bus', 'zaaksysteem'] as const;

describe('a chain of three actors, each simulated or real', function () {
  this.timeout(120_000);
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  let rules: RuleBook;
  before(async () => {
    loaded = await openOwnSuite('zds-1.1/chains/vakapplicatie-zds');
    basis = await compactBasis(loaded.standard);
    rules = openRuleBook(loaded.standard, familyOf(loaded.standard.family));
  });
  after(() => {
    rules[Symbol.dispose]();
    basis.dispose();
  });

  const REAL: Required<ChainOptions>['real'] = {
    vakapp: async () => ({ url: 'real' }),
    bus: async (urlOf) => {
      let count = 0;
      const bus = await startServicebus({
        ...{ host: '127.0.0.1', port: 0, clock: machineClock, timeoutMillis: 10_000, spoolFolder: '', onward: {} },
        target: urlOf('bus-zaaksysteem'),
        referenceIn: (bytes) => {
          const { root } = readXml(bytes);
          return root && familyOf(loaded.standard.family).read(root).referentienummer;
        },
        reference: () => `BUS-${++count}`,
        failed: (error) => {
          throw error;
        },
      });
      return bus;
    },
    zaaksysteem: () => startReference(loaded.standard, machineClock, basis),
  };

  const verdictsOf = ({ report }: ChainOutcome) =>
    report.scenarios.flatMap(({ id, stappen }) => stappen.map(({ nr, verdict }) => `${id}/${nr} ${verdict}`));

  for (let mix = 0; mix < 2 ** ACTORS.length; mix++) {
    const real = ACTORS.filter((_, index) => mix & (1 << index));
    it(`comes to the same with ${real.join(' and ') || 'nobody'} real`, async () => {
      const outcome = await runChain(loaded, {
        ...{ bases: [basis], rules },
        real: Object.fromEntries(real.map((actor) => [actor, REAL[actor]])) as Required<ChainOptions>['real'],
      });
      const { report } = outcome;
      expect(verdictsOf(outcome).filter((each) => !each.endsWith(' voldoet'))).to.deep.equal([]);
      expect(report.resultaat.totaal).to.equal('foutloos');
      expect(report.keten.partijen.filter(({ echt }) => echt).map(({ id }) => id)).to.deep.equal(real);
      expect(report.keten.eersteAfwijking).to.equal(undefined);
      expect(report.keten.koppelingen).to.have.nested.property('[0].verdict', 'voldoet');
      expect(report.onverwacht).to.equal(undefined);
    });
  }
});

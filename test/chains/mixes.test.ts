import { expect } from 'chai';
import { startServicebus } from '../../src/actor/servicebus.js';
import { readXml } from '../../src/message/xml-reader.js';
import { familyOf } from '../../src/standard/index.js';
import { type ChainOptions, type ChainOutcome, runChain } from '../support/chain-run.js';
import { type OpenedChain, opensChain } from '../support/opened-chain.js';
import { machineClock } from '../support/reference-run.js';
import { startReference } from '../support/reference-server.js';
import { withSmallDocuments } from '../support/small-documents.js';

type Real = Required<ChainOptions>['real'];

const verdictsOf = ({ report }: ChainOutcome) =>
  report.scenarios.flatMap(({ id, stappen }) => stappen.map(({ nr, verdict }) => `${id}/${nr} ${verdict}`));

/** Each actor as a system that is not ours. */
function realActors({ loaded: { standard, suite }, basis }: OpenedChain): Real {
  const makers = {
    vrager: async () => ({ url: 'real' }),
    aanbieder: () => startReference(standard, machineClock, basis),
    tussenstation: (urlOf: (hop: string) => string) => {
      let count = 0;
      const family = familyOf(standard.family);
      return startServicebus({
        ...{ host: '127.0.0.1', port: 0, clock: machineClock, timeoutMillis: 10_000, spoolFolder: '', onward: {} },
        target: urlOf('bus-zaaksysteem'),
        referenceIn: (bytes) => {
          const { root } = readXml(bytes);
          return root && family.read(root).referentienummer;
        },
        reference: () => `BUS-${++count}`,
        failed: (error) => {
          throw error;
        },
      });
    },
  };
  return Object.fromEntries((suite.chain?.actors ?? []).map(({ id, plays }) => [id, makers[plays]]));
}

const CHAINS = [
  { id: 'vakapplicatie-zds', actors: ['vakapp', 'bus', 'zaaksysteem'] },
  { id: 'formulier-zds', actors: ['formulier', 'backoffice', 'bus', 'zaaksysteem'] },
] as const;

for (const { id, actors } of CHAINS) {
  describe(`the actors of ${id}, each simulated or real`, function () {
    this.timeout(120_000);
    const chain = opensChain(`zds-1.1/chains/${id}`);

    for (let mix = 0; mix < 2 ** actors.length; mix++) {
      const real = actors.filter((_, index) => mix & (1 << index));
      it(`come to the same with ${real.join(' and ') || 'nobody'} real`, async () => {
        const { loaded, basis, rules } = chain();
        const all = realActors(chain());
        const isWhole = real.length === 0 || real.length === actors.length;
        const outcome = await runChain(isWhole ? loaded : withSmallDocuments(loaded), {
          ...{ bases: [basis], rules },
          real: Object.fromEntries(Object.entries(all).filter(([actor]) => real.some((each) => each === actor))),
        });
        const { report } = outcome;
        expect(verdictsOf(outcome).filter((each) => !each.endsWith(' voldoet'))).to.deep.equal([]);
        expect(report.resultaat.totaal).to.equal('foutloos');
        expect(report.keten.partijen.filter(({ echt }) => echt).map((each) => each.id)).to.have.members(real);
        expect(report.keten.eersteAfwijking).to.equal(undefined);
        expect(report.keten.koppelingen.map(({ verdict }) => verdict)).to.satisfy((each: readonly string[]) =>
          each.every((verdict) => verdict === 'voldoet'),
        );
        expect(report.onverwacht).to.equal(undefined);
      });
    }
  });
}

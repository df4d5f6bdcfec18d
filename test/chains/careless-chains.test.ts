/** A wrong certificate on a hop of a chain: whoever connects turns away and gets over it, or the report says who did not. */
import { expect } from 'chai';
import { SET_FILES } from '../../src/cli/certs/certificate-set.js';
import type { Exchange } from '../../src/model/exchange.js';
import { type CertificateFolder, certificateFolder } from '../support/certificate-folder.js';
import { type ChainOutcome, runChain } from '../support/chain-run.js';
import { withFault } from '../support/faulty-chain.js';
import { offering, trusting } from '../support/offering.js';
import { opensChain } from '../support/opened-chain.js';
import { CARELESS } from './careless-chains.js';

describe('a chain in which somebody shows a wrong certificate', function () {
  this.timeout(120_000);
  const chain = opensChain('zds-1.1/chains/vakapplicatie-zds-certificaten');
  let certs: CertificateFolder;
  before(async () => {
    certs = await certificateFolder();
  });
  after(() => certs[Symbol.asyncDispose]());
  const ca = () => certs.text(SET_FILES.ca);
  const notWell = ({ report }: ChainOutcome) =>
    report.scenarios.flatMap(({ id, stappen }) =>
      stappen.flatMap(({ nr, verdict, regels }) =>
        verdict === 'voldoet' || verdict === 'niet_uitgevoerd'
          ? []
          : [`${id}/${nr} ${verdict} ${regels.filter((each) => each.verdict !== 'voldoet').map(({ id }) => id)}`],
      ),
    );
  const shown = ({ events }: ChainOutcome): readonly Exchange[] =>
    events.flatMap((event) => (event.type === 'exchanged' && event.exchange.disturbed ? [event.exchange] : []));

  it('gets over it when all look at what they see, and nothing was said to who showed it', async () => {
    const { loaded, basis, rules } = chain();
    const outcome = await runChain(loaded, { bases: [basis], rules, certs: certs.path });
    expect(notWell(outcome)).to.deep.equal([]);
    expect(outcome.report.resultaat.totaal).to.equal('foutloos');
    expect(shown(outcome).map(({ hop, disturbed }) => `${hop} ${disturbed?.how}`)).to.deep.equal([
      'vakapp-bus expired-certificate',
      'bus-zaaksysteem expired-certificate',
      'vakapp-bus foreign-certificate',
      'vakapp-bus foreign-certificate',
      'bus-zaaksysteem foreign-certificate',
      'bus-zaaksysteem misnamed-certificate',
    ]);
    for (const { request, failure, tls, disturbed } of shown(outcome)) {
      expect([request.body.size, request.method, failure?.kind, disturbed?.passed.what]).to.deep.equal([0, '', 'tls', 'niets']);
      expect(tls?.own?.subject).to.match(/CN=/);
    }
    const rows = (outcome.report.keten.matrix ?? []).map(({ berichten }) => berichten[2]);
    expect(rows.map((row) => `${row?.bijA.length} ${row?.bijB.length} ${row?.overkomst}`)).to.deep.equal([
      '0 0 verstoord',
      '1 0 verstoord',
      '0 0 verstoord',
      '1 0 verstoord',
      '1 0 verstoord',
    ]);
  });

  it('gets over it when all are real, over TLS 1.2 too', async () => {
    const wrap = () => offering({ times: 3 })(trusting({ ca: ca(), maxVersion: 'TLSv1.2' }));
    const outcome = await withFault(chain(), { by: 'vakapp', meddle: {} }, { certs: certs.path, trust: { ca: ca() }, wrap });
    expect(notWell(outcome)).to.deep.equal([]);
    expect(outcome.report.keten.eersteAfwijking).to.equal(undefined);
    expect(shown(outcome)).to.have.length(6);
  });

  it('is content with a servicebus that offers it again itself', async () => {
    const meddle = { on: 'creeerZaak', onFailure: 'again' } as const;
    const more = { certs: certs.path, trust: { ca: ca() }, selection: { only: ['vzc.2.*', 'vzc.5.*'] } };
    const outcome = await withFault(chain(), { by: 'bus', meddle }, more);
    expect(notWell(outcome)).to.deep.equal([]);
  });

  for (const { id, title, by, scenario, trust, meddle = {}, offers = { times: 1 }, blamed } of CARELESS) {
    it(`${id}: ${by} ${title}`, async () => {
      const own = trust?.(ca()) ?? { ca: ca() };
      const outcome = await withFault(
        chain(),
        { by, meddle },
        {
          ...{ certs: certs.path, selection: { only: [scenario] }, trust: by === 'bus' ? own : { ca: ca() } },
          ...(by === 'vakapp' && { wrap: () => offering(offers)(trusting(own)) }),
        },
      );
      const { hop, partij, oorzaak, regel, stap } = outcome.report.keten.eersteAfwijking ?? {};
      expect([hop, partij, regel, oorzaak], notWell(outcome).join('\n')).to.deep.equal([...blamed, 'product']);
      expect(outcome.report.resultaat.totaal).to.equal('met_fouten');
      expect(outcome.report.resultaat.tellingen.stappen.voldoet_niet, 'what follows is not counted').to.equal(1);
      expect(stap).to.match(new RegExp(`^${scenario}/`));
    });
  }
});

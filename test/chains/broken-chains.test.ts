/** A network that fails on purpose between the actors of a chain: they get over it, or the report says who did not. */
import { expect } from 'chai';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { type ChainOutcome, runChain } from '../support/chain-run.js';
import { withFault } from '../support/faulty-chain.js';
import { offering } from '../support/offering.js';
import { opensChain } from '../support/opened-chain.js';
import { WRONG_RECOVERIES } from './broken-chains.js';

/** Nobody that we play waits long here for what never comes. */
function hurried({ suite, ...loaded }: LoadedSuite): LoadedSuite {
  const patience: Readonly<Record<string, number>> = { vakapp: 2500, bus: 1200 };
  const actors = suite.chain?.actors.map((actor) => ({ ...actor, ...(patience[actor.id] && { patience: patience[actor.id] }) }));
  return {
    ...loaded,
    suite: { ...suite, ...(suite.chain && { chain: { ...suite.chain, actors: actors as typeof suite.chain.actors } }) },
  };
}

/** Those in which nobody has to wait. */
const QUICK = ['vzf.4.*', 'vzf.5.*', 'vzf.6.*', 'vzf.7.*', 'vzf.8.*', 'vzf.9.*', 'vzf.10.*', 'vzf.11.*'];

describe('a chain in which the network fails on purpose', function () {
  this.timeout(120_000);
  const chain = opensChain('zds-1.1/chains/vakapplicatie-zds-fouten');
  const quick = () => ({ ...chain(), loaded: hurried(chain().loaded) });
  const notWell = ({ report }: ChainOutcome) =>
    report.scenarios.flatMap(({ id, stappen }) =>
      stappen.flatMap(({ nr, verdict, regels }) =>
        verdict === 'voldoet' || verdict === 'niet_uitgevoerd'
          ? []
          : [`${id}/${nr} ${verdict} ${regels.filter((each) => each.verdict !== 'voldoet').map(({ id }) => id)}`],
      ),
    );

  it('gets over every fault when all do as they should, and says that each was ours', async () => {
    const { loaded, basis, rules } = quick();
    const outcome = await runChain(loaded, { bases: [basis], rules });
    expect(notWell(outcome)).to.deep.equal([]);
    const { report, events } = outcome;
    expect(report.resultaat.totaal).to.equal('foutloos');
    expect(report.keten.eersteAfwijking).to.equal(undefined);
    const disturbed = events.flatMap((event) =>
      event.type === 'exchanged' && event.exchange.disturbed ? [event.exchange.disturbed] : [],
    );
    expect(disturbed.map(({ how, side, passed }) => `${how} ${side} ${passed.what}`)).to.deep.equal([
      'lost antwoord niets',
      'lost vraag niets',
      'late vraag geheel',
      'late antwoord geheel',
      'twice vraag geheel',
      'twice vraag geheel',
      'reset antwoord niets',
      'reset vraag niets',
      'reset vraag niets',
      'truncated vraag begin',
      'truncated antwoord begin',
      'http-502 antwoord eigen',
      'soap-fault vraag eigen',
    ]);
    const told = report.scenarios.flatMap(({ stappen }) => stappen.flatMap(({ regels }) => regels)).filter(isOurs);
    expect(told.map(({ verdict, partij }) => `${verdict} ${partij}`)).to.deep.equal(told.map(() => 'voldoet undefined'));
    expect(told).to.have.length(2 * 11);
  });

  it('gets over them when all are real, and who speaks first offers again by itself', async () => {
    const outcome = await withFault(
      quick(),
      { by: 'vakapp', meddle: {} },
      { selection: { only: QUICK }, wrap: offering({ times: 3 }) },
    );
    expect(notWell(outcome)).to.deep.equal([]);
    expect(outcome.report.keten.eersteAfwijking).to.equal(undefined);
  });

  it('is content with a servicebus that offers it again itself, so that nobody else has to', async () => {
    const meddle = { on: 'creeerZaak', onFailure: 'again' } as const;
    const outcome = await withFault(quick(), { by: 'bus', meddle }, { selection: { only: ['vzf.6.*', 'vzf.8.*', 'vzf.11.*'] } });
    expect(notWell(outcome)).to.deep.equal([]);
    expect(outcome.report.keten.eersteAfwijking).to.equal(undefined);
  });

  for (const { id, title, by, scenario, beside, meddle = {}, offers = { times: 1 }, blamed } of WRONG_RECOVERIES) {
    it(`${id}: ${by} ${title}`, async () => {
      const only = [scenario, ...(beside ? [beside] : [])];
      const more = { selection: { only }, ...(by === 'vakapp' && { wrap: offering(offers) }) };
      const outcome = await withFault(quick(), { by, meddle }, more);
      const { hop, partij, oorzaak, regel } = outcome.report.keten.eersteAfwijking ?? {};
      expect([hop, partij, regel, oorzaak], notWell(outcome).join('\n')).to.deep.equal([...blamed, 'product']);
      expect(outcome.report.resultaat.totaal).to.equal('met_fouten');
    });
  }
});

function isOurs({ id }: { readonly id: string }): boolean {
  return id === 'KETEN-VERSTORING';
}

/** Chains of other shapes than the ones shipped, made of their parts: run over real HTTP. */
import { expect } from 'chai';
import type { Chain } from '../../src/model/chain.js';
import type { Scenario } from '../../src/model/scenario.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { type ChainOutcome, runChain } from '../support/chain-run.js';
import { opensChain } from '../support/opened-chain.js';
import { machineClock } from '../support/reference-run.js';
import { startReference } from '../support/reference-server.js';

const naam = { nl: 'Naam', en: 'Name' };

const hopsSeen = ({ events }: ChainOutcome, service: string) =>
  events.flatMap((event) =>
    event.type === 'exchanged' && event.exchange.hop !== undefined && event.exchange.purpose.service === service
      ? [event.exchange.hop]
      : [],
  );

describe('a chain of another shape', function () {
  this.timeout(60_000);
  const opened = opensChain('zds-1.1/chains/formulier-zds');

  /** The first scenarios of the form's chain, over other links. */
  const shaped = (chain: (own: Chain) => Chain, scenarios: (own: readonly Scenario[]) => readonly Scenario[]): LoadedSuite => {
    const { suite, ...loaded } = opened().loaded;
    if (!suite.chain) throw new Error('no chain');
    return { ...loaded, suite: { ...suite, chain: chain(suite.chain), scenarios: scenarios(suite.scenarios) } };
  };
  const run = (loaded: LoadedSuite, more: Partial<Parameters<typeof runChain>[1]> = {}) =>
    runChain(loaded, { bases: [opened().basis], rules: opened().rules, ...more });

  it('goes over two servicebuses, each of which names messages anew', async () => {
    const loaded = shaped(
      ({ actors, links }) => ({
        actors: [...actors, { id: 'buiten', naam, component: 'Servicebus', plays: 'tussenstation' }],
        links: links.map((link) => ({ ...link, via: ['buiten', 'bus'] })),
      }),
      (own) => own.slice(0, 2),
    );
    const outcome = await run(loaded);
    expect(outcome.report.keten.eersteAfwijking).to.equal(undefined);
    expect(outcome.report.scenarios.map(({ verdict }) => verdict)).to.deep.equal(['voldoet', 'voldoet']);
    expect([...new Set(hopsSeen(outcome, 'creeerZaak'))]).to.have.members(['formulier-buiten', 'buiten-bus', 'bus-zaaksysteem']);
  });

  it('has two systems behind one servicebus, told apart by service', async () => {
    const loaded = shaped(
      ({ actors, links }) => ({
        actors: [...actors, { id: 'archief', naam, component: 'Archief', plays: 'aanbieder' }],
        links: [...links, ...links.slice(0, 1).map((link) => ({ ...link, id: 'formulier-archief', to: 'archief' }))],
      }),
      ([zaak, document]) => [
        ...(zaak ? [zaak] : []),
        ...(document
          ? [{ ...document, steps: document.steps.slice(0, 2).map((step) => ({ ...step, link: 'formulier-archief' })) }]
          : []),
      ],
    );
    const outcome = await run(loaded);
    expect(outcome.report.keten.eersteAfwijking).to.equal(undefined);
    expect(outcome.report.scenarios.map(({ verdict }) => verdict)).to.deep.equal(['voldoet', 'voldoet']);
    expect(hopsSeen(outcome, 'genereerDocumentIdentificatie')).to.have.members(['formulier-bus', 'bus-archief']);
    expect(hopsSeen(outcome, 'creeerZaak')).to.have.members(['formulier-bus', 'bus-zaaksysteem']);
  });

  it('ends at a real system with an address for each portType', async () => {
    const { standard } = opened().loaded;
    await using server = await startReference(standard, machineClock, opened().basis);
    const addresses = { OntvangAsynchroon: `${server.url}/async`, BeantwoordVraag: `${server.url}/vraag` };
    const zaaksysteem = async () => ({ url: `${server.url}/rest`, addresses });
    const loaded = shaped(
      (own) => own,
      (own) => own.slice(0, 1),
    );
    const { report, events } = await run(loaded, { real: { zaaksysteem } });
    expect(report.scenarios.map(({ verdict }) => verdict)).to.deep.equal(['voldoet']);
    const urls = events.flatMap((event) =>
      event.type === 'exchanged' && (event.exchange.hop === 'bus-zaaksysteem' || event.exchange.purpose.kind === 'read-back')
        ? [`${event.exchange.purpose.service} ${new URL(event.exchange.request.url).pathname}`]
        : [],
    );
    expect(urls).to.deep.equal(['genereerZaakIdentificatie /rest', 'creeerZaak /async', 'geefZaakdetails /vraag']);
  });
});

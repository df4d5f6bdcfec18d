import { expect } from 'chai';
import type { Report } from '../../../src/model/report.js';
import { watchedLimits, watchedView } from '../../../src/report/fold/watched.js';
import { limitsOf } from '../../../src/report/limits.js';
import { renderHtml } from '../../../src/report/page/render-html.js';
import { foldedFrom } from '../../support/folded-watch.js';
import { setupOf, suiteOf } from '../../support/watched-chain.js';

const WAARNEMING: NonNullable<Report['waarneming']> = {
  ...{ uitwisselingen: 5, onbeantwoord: 1, dubbel: 2, gewijzigd: 0, nietHerkend: 1, geenBericht: 1, nietVastgelegd: 0 },
  hops: ['vakapp-bus', 'bus-zaaksysteem'].map((hop, index) => ({
    ...{ hop, standaard: 'lampen-1.0', uitwisselingen: 2, schemabasis: { soort: 'ingebouwd', naam: 'geen', digest: '' } },
    diensten: [
      { dienst: 'plaatsLamp', keer: 1 },
      { dienst: 'kiesLamp', keer: index },
      { dienst: 'doofLamp', keer: 0 },
    ],
  })),
};

const report = foldedFrom(
  {
    plan: {
      suite: {
        ...suiteOf('lampen-1.0'),
        variables: [],
        scenarios: [],
        chain: { actors: setupOf('lampen-1.0').actors, links: [] },
      },
      ...{ scenarios: [], constants: {}, overrides: [], variables: [], omvang: 'deels', watched: setupOf('lampen-1.0') },
    },
    events: [{ type: 'run-started', at: '2026-01-31T12:00:00.000Z', suite: 'x', seed: 0, token: 'x' }],
    waarneming: WAARNEMING,
  },
  { naam: 'Lampen', versie: '1.0', documents: {}, rules: [], services: [] } as never,
);

describe('traffic that was watched, in a report', () => {
  it('is not established when nothing was judged', () => {
    expect(report.resultaat.totaal).to.equal('niet_vastgesteld');
  });

  it('says of each hop what was seen, and what never', () => {
    expect(watchedView(report)?.hops).to.deep.equal([
      { hop: 'vakapp → bus', standaard: 'lampen-1.0', uitwisselingen: 2, seen: 'plaatsLamp 1×', never: 'kiesLamp, doofLamp' },
      {
        hop: 'bus → zaaksysteem',
        standaard: 'lampen-1.0',
        uitwisselingen: 2,
        seen: 'plaatsLamp 1×, kiesLamp 1×',
        never: 'doofLamp',
      },
    ]);
    expect(watchedView({ ...report, waarneming: undefined } as never)).to.equal(undefined);
  });

  it('does not prove what did not come by, and is no part of a test set', () => {
    expect(watchedLimits(report)[0]?.en).to.contain('2 of the 3 services of the standard were seen');
    const said = limitsOf(report).map(({ en }) => en);
    expect(said.some((each) => each.includes('Not the whole test set'))).to.equal(false);
    expect(said).to.include(watchedLimits(report)[0]?.en);
  });

  it('stands on the page', () => {
    const html = renderHtml(report, { exchanges: [], messages: new Map() } as never);
    expect(html).to.contain('id="verkeer"').and.to.contain('doofLamp');
  });
});

/** Seeds one fault at a time in the chain of the form, and looks whom the report blames. */
import { expect } from 'chai';
import type { Step } from '../../src/model/scenario.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { withFault } from '../support/faulty-chain.js';
import { opensChain } from '../support/opened-chain.js';
import { withSmallDocuments } from '../support/small-documents.js';
import { FORM_FAULTS } from './form-faults.js';

/** Nobody has to wait long here for what never comes. */
function hurried({ suite, ...loaded }: LoadedSuite): LoadedSuite {
  const soon = (step: Step): Step =>
    step.isEndState && step.readBack ? { ...step, readBack: { ...step.readBack, withinMillis: 120 } } : step;
  const scenarios = suite.scenarios.map((scenario) => ({ ...scenario, steps: scenario.steps.map(soon) }));
  return { ...loaded, suite: { ...suite, scenarios } };
}

describe('blame in the chain of the form', function () {
  this.timeout(300_000);
  const chain = opensChain('zds-1.1/chains/formulier-zds');
  const quick = () => ({ ...chain(), loaded: hurried(withSmallDocuments(chain().loaded)) });

  const rows: string[] = [];
  for (const fault of FORM_FAULTS) {
    it(`${fault.id}: ${fault.by} ${fault.title}`, async () => {
      const { report } = await withFault(quick(), fault);
      const { hop = '–', partij = '–', oorzaak = '–', regel = '–', stap = '–' } = report.keten.eersteAfwijking ?? {};
      rows.push([fault.id.padEnd(32), hop.padEnd(16), partij.padEnd(12), oorzaak.padEnd(10), regel, stap].join(' '));
      expect([hop, partij, oorzaak, regel]).to.deep.equal(fault.blamed);
      expect(report.resultaat.totaal).to.not.equal('foutloos');
      expect(report.keten.verdict).to.not.equal('voldoet');
    });
  }
  after(() => console.log(rows.join('\n')));

  it('blames nobody when a system processes after it confirmed, and within its time', async () => {
    const meddle = { on: 'voegZaakdocumentToe', nth: 2, onward: 'only-confirmed', after: 2 } as const;
    const { report, steps } = await withFault(quick(), { by: 'zaaksysteem', meddle }, { pollMillis: 5000 });
    expect(report.keten.eersteAfwijking).to.equal(undefined);
    expect(report.resultaat.totaal).to.equal('foutloos');
    const looked = steps.get('fz.3.bijlageToevoegen/3')?.exchanges ?? [];
    expect(looked.length).to.be.above(3);
  });
});

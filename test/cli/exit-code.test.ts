import { expect } from 'chai';
import { exitCodeOf, exitCodeOfError, worstExit } from '../../src/cli/exit-code.js';
import type { Oorzaak, Verdict } from '../../src/model/finding.js';
import type { Report, ReportStep, Totaal } from '../../src/model/report.js';

function report(totaal: Totaal, ...steps: readonly (readonly [Verdict, Oorzaak?])[]): Pick<Report, 'resultaat' | 'scenarios'> {
  const stappen = steps.map(
    ([verdict, oorzaak], nr): ReportStep => ({
      nr,
      richting: 'naar_product',
      berichttype: 'x',
      verdict,
      dienst: 'plaats',
      bewijs: [],
      regels: [],
      ...(oorzaak && { oorzaak }),
    }),
  );
  return {
    resultaat: { totaal, tellingen: { scenarios: {}, stappen: {}, regels: {} } },
    scenarios: [{ id: 'a', titel: 'a', verplicht: true, verdict: 'voldoet', stappen }],
  };
}

describe('exit codes', () => {
  it('are 0 for a run without faults', () => expect(exitCodeOf(report('foutloos', ['voldoet']))).to.equal(0));
  it('are 1 for a fault of the product, whatever else went wrong', () =>
    expect(exitCodeOf(report('met_fouten', ['voldoet_niet', 'product'], ['niet_beslist', 'configuratie']))).to.equal(1));
  it('are 2 when the set-up or the harness is to blame', () => {
    expect(exitCodeOf(report('niet_vastgesteld', ['niet_beslist', 'configuratie']))).to.equal(2);
    expect(exitCodeOf(report('niet_vastgesteld', ['niet_beslist', 'harnas'], ['niet_beslist', 'transport']))).to.equal(2);
  });
  it('are 3 when nothing could be established', () => {
    expect(exitCodeOf(report('niet_vastgesteld', ['niet_beslist', 'transport']))).to.equal(3);
    expect(exitCodeOf(report('niet_vastgesteld'))).to.equal(3);
  });
  it('of several runs are the worst, and 0 of none', () => {
    expect(worstExit([0, 3, 2])).to.equal(2);
    expect(worstExit([2, 1])).to.equal(1);
    expect(worstExit([3, 0])).to.equal(3);
    expect(worstExit([])).to.equal(0);
  });
  it('of errors tell ours from what could not be established', () => {
    expect(exitCodeOfError('USAGE')).to.equal(2);
    expect(exitCodeOfError('CANCELLED')).to.equal(3);
  });
});

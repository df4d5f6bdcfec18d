import { expect } from 'chai';
import type { Report } from '../../src/model/report.js';
import { limitsOf } from '../../src/report/limits.js';
import { FLAWLESS, NOT_ESTABLISHED, WITH_FAULTS } from './samples.js';

function limits(of: Partial<Report>): string {
  return limitsOf({ ...NOT_ESTABLISHED().report, ...of })
    .map(({ en }) => en)
    .join('\n');
}

describe('what a run does not prove', () => {
  const { testset, schemabasis } = NOT_ESTABLISHED().report;

  it('always says that it is an indication, for this version, without certainty', () => {
    for (const { report } of [FLAWLESS(), WITH_FAULTS(), NOT_ESTABLISHED()]) {
      const said = limitsOf(report)
        .map(({ nl }) => nl)
        .join('\n');
      expect(said)
        .to.include('aanwijzing uit één testrun')
        .and.to.include(`versie ${report.product.versie}`)
        .and.to.include('geen zekerheid');
    }
  });

  it('says that a part was run, and only then', () => {
    expect(limits({ testset: { ...testset, omvang: 'deels' } })).to.include('Not the whole test set');
    expect(limits({})).not.to.include('Not the whole test set');
  });

  it('says whose scenarios and messages these are', () => {
    expect(limits({ testset: { ...testset, bron: 'eigen' } })).to.include('scenarios are ours');
    expect(limits({})).to.include('sample messages are ours');
    expect(limits({ testset: { ...testset, berichten: 'officieel' } })).not.to.include('ours');
  });

  it('says how many known faults the test set notices, or that nobody knows', () => {
    const score = { stand: 'actueel', gevonden: 7, totaal: 9, overlevenden: [] } as const;
    const said = (zelftoets: NonNullable<Report['testset']['zelftoets']>) => limits({ testset: { ...testset, zelftoets } });
    expect(said(score)).to.include('Of 9 faults').and.to.include('notices 7.').and.to.include('the other 2');
    expect(said({ ...score, samen: { met: ['bieb-1.0/streng'], gevonden: 8 } })).to.include('(together with bieb-1.0/streng 8)');
    expect(said({ ...score, gevonden: 9 }))
      .to.include('notices them all')
      .and.not.to.include('the other');
    expect(said({ stand: 'verouderd' })).to.include('was changed since that was measured');
    expect(said({ stand: 'ontbreekt' })).to.include('was never measured');
    expect(limits({})).not.to.include('measured');
  });

  it('says that the official schemas were not used, and only then', () => {
    expect(limits({ schemabasis: { ...schemabasis, soort: 'ingebouwd' } })).to.include('built-in compact schema');
    expect(limits({})).not.to.include('built-in');
  });

  it('counts the checks that were not made', () => {
    const said = limitsOf(FLAWLESS().report)
      .map(({ en }) => en)
      .join('\n');
    expect(said).to.include('8 additional checks were not decided');
    expect(limits({})).not.to.include('additional');
  });
});

import { expect } from 'chai';
import type { Report } from '../../../src/model/report.js';
import { chainSample } from '../../report/chain-samples.js';
import { RUN_FACTS, sampleRun } from '../../report/samples.js';
import { codes, dossierView, eis, FIELDS } from './sample.js';

/** A chain in which who answers is a real product. */
function chain(
  versie: string,
  beeindigdOp = '2026-03-14T10:00:00.000Z',
  options: Parameters<typeof chainSample>[0] = {},
): Report {
  const { report } = chainSample(options);
  if (!report.keten) throw new Error('the sample has no chain');
  const partijen = report.keten.partijen.map((each) =>
    each.rol === 'aanbieder' ? { ...each, echt: true, product: { pakketnaam: 'Boekenplank', versie } } : each,
  );
  return { ...report, keten: { ...report.keten, partijen }, uitvoering: { ...report.uitvoering, beeindigdOp } };
}

describe('the chain-test matrix of a dossier', () => {
  it('has a row for each link in each scenario, with both ends and what persons added', () => {
    const report = chain('4.2.1');
    const row = report.keten?.matrix?.[0];
    const notitie = {
      koppeling: row?.koppeling ?? '',
      scenario: row?.scenario ?? '',
      effect: 'zichtbaar',
      door: 'jansen',
      op: '2026-11-22',
    };
    const { keten } = dossierView({ reports: [report], wat: [{ soort: 'keten', notitie }] });
    expect(keten.map(({ rij }) => [rij.koppeling, rij.scenario])).to.deep.equal(
      report.keten?.matrix?.map(({ koppeling, scenario }) => [koppeling, scenario]),
    );
    expect(keten[0]?.notitie?.effect).to.equal('zichtbaar');
    expect(keten[1]?.notitie).to.equal(undefined);
    expect(keten[0]?.b?.product?.versie).to.equal('4.2.1');
  });

  it('names the report of who took part alone, in this version only', () => {
    const alone = sampleRun({}, { product: RUN_FACTS.product }).report;
    expect(dossierView({ reports: [alone, chain('4.2.1')] }).keten[0]?.preventief.b.map(({ id }) => id)).to.deep.equal(['R1']);
    expect(dossierView({ reports: [alone, chain('4.2.0')] }).keten[0]?.preventief.b).to.deep.equal([]);
  });

  it('is open again when who took part has another version in the contract', () => {
    expect(codes(dossierView({ reports: [chain('4.2.1')] }))).not.to.include('CHAIN_REOPENED');
    const view = dossierView({ velden: { ...FIELDS, 'product.versie': '4.3' }, reports: [chain('4.2.1')] });
    expect(codes(view)).to.include('CHAIN_REOPENED');
    expect(view.keten[0]?.heropend).to.deep.equal([{ partij: 'Boekenplank', toen: '4.2.1', nu: '4.3' }]);
  });

  it('is that of the newest report, and of none that does not hold', () => {
    const [old, fresh] = [chain('4.2.0'), chain('4.2.1', '2026-04-01T10:00:00.000Z')];
    expect(new Set(dossierView({ reports: [fresh, old] }).keten.map(({ rapport }) => rapport.id))).to.deep.equal(new Set(['R1']));
    expect(new Set(dossierView({ reports: [fresh, old], broken: ['R1'] }).keten.map(({ rapport }) => rapport.id))).to.deep.equal(
      new Set(['R2']),
    );
    expect(dossierView({ reports: [fresh], broken: ['R1'] }).keten).to.deep.equal([]);
  });

  it('says that a chain failed', () => {
    expect(codes(dossierView({ reports: [chain('4.2.1')] }))).not.to.include('CHAIN_FAILED');
    const failed = chain('4.2.1', undefined, { vias: 3, lost: 'k.2/1 b2-b3' });
    expect(failed.keten?.verdict).to.equal('voldoet_niet');
    expect(codes(dossierView({ reports: [failed] }))).to.include('CHAIN_FAILED');
  });

  it('is no preventive test of a requirement', () => {
    const view = dossierView({ reports: [chain('4.2.1')], wat: [eis({ standaard: 'bieb-1.0' })] });
    expect(view.eisen[0]?.uitslag).to.equal('open');
  });
});

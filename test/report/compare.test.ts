import { expect } from 'chai';
import { compareReports } from '../../src/report/compare.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, sampleRun, WITH_FAULTS } from './samples.js';

describe('two reports beside each other', () => {
  const paths = (changes: readonly { readonly stap: string }[]) => changes.map(({ stap }) => stap);

  it('are the same when every step came to the same for the same reason', () => {
    for (const { report } of [FLAWLESS(), WITH_FAULTS(), NOT_ESTABLISHED()])
      expect(compareReports(report, report)).to.deep.equal({
        ...{ nieuwFout: [], hersteld: [], veranderd: [], andereReden: [], omstandigheden: [] },
      });
  });

  it('tell what fails now, and the other way round what was mended', () => {
    const [good, bad] = [FLAWLESS().report, WITH_FAULTS().report];
    const worse = compareReports(good, bad);
    const failing = bad.scenarios.flatMap(({ id, stappen }) =>
      stappen.flatMap(({ nr, verdict }) => (verdict === 'voldoet_niet' ? [`${id}/${nr}`] : [])),
    );
    expect(paths(worse.nieuwFout)).to.deep.equal(failing);
    expect(worse.nieuwFout[0]?.regelsIs.length).to.be.greaterThan(0);
    expect(worse.omstandigheden.map(({ veld }) => veld)).to.include('totaal');
    const better = compareReports(bad, good);
    expect(paths(better.hersteld)).to.deep.equal(failing);
    expect(better.nieuwFout).to.deep.equal([]);
    expect(paths(better.veranderd)).to.deep.equal(paths(worse.veranderd));
  });

  it('tell another reason for the same verdict', () => {
    const path = 'cat.2.voegBoekToe/4';
    const wrong = (gevonden: string) =>
      sampleRun({ [path]: { findings: () => [finding({ verdict: 'voldoet_niet', verwacht: 'Bv03', gevonden })] } }).report;
    const { andereReden, nieuwFout } = compareReports(wrong('Fo01'), wrong('Fo03'));
    expect(nieuwFout).to.deep.equal([]);
    expect(andereReden.map(({ stap, regelsWas, regelsIs }) => [stap, regelsWas, regelsIs])).to.deep.equal([
      [path, ['BIEB-01 voldoet_niet: Bv03 ≠ Fo01'], ['BIEB-01 voldoet_niet: Bv03 ≠ Fo03']],
    ]);
  });

  it('tell in what the runs differ, and a step that only one of them has', () => {
    const { report } = FLAWLESS();
    const [first, ...rest] = report.scenarios;
    const other = { ...report, product: { ...report.product, versie: '2.0' }, scenarios: rest };
    const { veranderd, omstandigheden } = compareReports(report, other);
    expect(paths(veranderd)).to.deep.equal(first?.stappen.map(({ nr }) => `${first.id}/${nr}`));
    expect(omstandigheden.map(({ veld }) => veld)).to.deep.equal(['product']);
  });
});

import { expect } from 'chai';
import type { KnownDeviation } from '../../../src/model/deviation.js';
import { compareReports } from '../../../src/report/compare/compare.js';
import { comparisonText } from '../../../src/report/compare/compare-text.js';
import { fold } from '../../../src/report/fold/fold.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, sampleRun, WITH_FAULTS } from '../samples.js';

const STEP = 'cat.2.voegBoekToe/4';
const paths = (changes: readonly { readonly stap: string }[]) => changes.map(({ stap }) => stap);
/** A run in which these checks fail at one step, each with what was seen; the others of these hold. */
function run(faults: Readonly<Record<string, string>>, holding: readonly string[] = []) {
  const findings = () => [
    ...Object.entries(faults).map(([id, gevonden]) =>
      finding({ id, verdict: 'voldoet_niet', pad: 'B:titel', verwacht: 'x', gevonden }),
    ),
    ...holding.map((id) => finding({ id })),
  ];
  return sampleRun({ [STEP]: { findings } }).report;
}
const ids = (changes: readonly { readonly regels: readonly { readonly id: string }[] }[]) =>
  changes.flatMap(({ regels }) => regels.map(({ id }) => id));

describe('two reports beside each other', () => {
  it('are the same when every step came to the same for the same reason', () => {
    for (const { report } of [FLAWLESS(), WITH_FAULTS(), NOT_ESTABLISHED()]) {
      const { nogFout, ...changes } = compareReports(report, report);
      expect(changes).to.deep.equal({ nieuwFout: [], hersteld: [], andereWaarde: [], veranderd: [], omstandigheden: [] });
      expect(nogFout).to.have.length(report.resultaat.tellingen.stappen.voldoet_niet ?? 0);
      expect(comparisonText(compareReports(report, report), 'en')).to.match(
        /^Every step has the same verdict, for the same reason\./,
      );
    }
  });

  it('tell what fails now, and the other way round what was mended', () => {
    const [good, bad] = [FLAWLESS().report, WITH_FAULTS().report];
    const worse = compareReports(good, bad);
    expect(paths(worse.nieuwFout)).to.deep.equal([STEP]);
    expect(ids(worse.nieuwFout)).to.deep.equal(['BIEB-04', 'BIEB-05']);
    expect(worse.omstandigheden.map(({ veld }) => veld)).to.include('totaal');
    const better = compareReports(bad, good);
    expect(ids(better.hersteld)).to.deep.equal(['BIEB-04', 'BIEB-05']);
    expect(better.nieuwFout).to.deep.equal([]);
    expect(paths(better.veranderd)).to.deep.equal(paths(worse.veranderd));
  });

  it('tell a new fault at a step that failed already, and one that was mended while another stayed', () => {
    const [one, both] = [run({ 'BIEB-04': 'a' }, ['BIEB-05']), run({ 'BIEB-04': 'a', 'BIEB-05': 'b' })];
    const worse = compareReports(one, both);
    expect([ids(worse.nieuwFout), worse.hersteld, worse.nogFout]).to.deep.equal([['BIEB-05'], [], [STEP]]);
    const better = compareReports(both, one);
    expect([ids(better.hersteld), better.nieuwFout, better.nogFout]).to.deep.equal([['BIEB-05'], [], [STEP]]);
  });

  it('do not call mended what was not checked again', () => {
    const { hersteld, veranderd } = compareReports(run({ 'BIEB-04': 'a', 'BIEB-05': 'b' }), run({ 'BIEB-04': 'a' }));
    expect([hersteld, ids(veranderd)]).to.deep.equal([[], ['BIEB-05']]);
    const lost = compareReports(run({ 'BIEB-04': 'a' }), NOT_ESTABLISHED().report);
    expect(lost.hersteld).to.deep.equal([]);
    expect(paths(lost.veranderd)).to.include(STEP);
  });

  it('tell another value of the same fault, but not that a run has a token of its own', () => {
    const { andereWaarde, nieuwFout } = compareReports(run({ 'BIEB-04': 'Fo01' }), run({ 'BIEB-04': 'Fo03' }));
    expect(nieuwFout).to.deep.equal([]);
    expect(andereWaarde.map(({ stap, was, is }) => [stap, was.gevonden, is.gevonden])).to.deep.equal([[STEP, 'Fo01', 'Fo03']]);
    const own = (kenmerk: string) => {
      const report = run({ 'BIEB-04': `KT-${kenmerk}-7` });
      return { ...report, uitvoering: { ...report.uitvoering, kenmerk } };
    };
    expect(compareReports(own('4f1c'), own('77aa')).andereWaarde).to.deep.equal([]);
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

describe('two reports beside each other, for a person', () => {
  it('count first, then tell each fault in words with its place and its values', () => {
    const text = comparisonText(compareReports(run({ 'BIEB-04': 'a' }, ['BIEB-05']), run({ 'BIEB-05': 'b' }, ['BIEB-04'])), 'nl');
    const [first, ...lines] = text.split('\n');
    expect(first).to.equal('Nieuw fout: 1 · Hersteld: 1 · Nog steeds fout: 1');
    expect(lines.join('\n'))
      .to.include(
        `  ${STEP} Bv03: voldoet niet\n    ✕ Geldt niet: het antwoord is van de juiste soort [BIEB-05]\n      plaats    B:titel\n`,
      )
      .and.to.include('      verwacht  x\n      gevonden  b')
      .and.to.include('    ✓ Geldt nu: het antwoord is van de juiste soort [BIEB-04]');
  });

  it('say from which step something follows, which fault was known, and steer no terminal', () => {
    const afwijkingen: readonly KnownDeviation[] = [
      { stap: STEP, regel: 'BIEB-04', reden: { nl: 'r', en: 'r' }, tot: '2099-01-01' },
    ];
    const { input } = WITH_FAULTS();
    const known = fold({ ...input, run: { ...input.run, afwijkingen } });
    const text = comparisonText(compareReports(FLAWLESS().report, known), 'en');
    expect(text).to.include('cat.3.leenBoek/3 leenBoek_Di02: holds → undecided, follows from cat.2.voegBoekToe/4');
    expect(text).to.include('[BIEB-04] (known deviation)').and.to.include('[BIEB-05]\n');
    expect(comparisonText(compareReports(FLAWLESS().report, run({ 'BIEB-04': '\u{1B}[31m' })), 'en')).not.to.include('\u{1B}');
  });

  it('show both values of a fault that shows another', () => {
    const text = comparisonText(compareReports(run({ 'BIEB-04': 'Fo01' }), run({ 'BIEB-04': '' })), 'en');
    expect(text).to.include('Same fault, another value (1)').and.to.include('seen      Fo01 → (empty)');
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { KnownDeviation } from '../../../src/model/deviation.js';
import { explanation } from '../../../src/report/deviation-texts.js';
import { isExplained } from '../../../src/report/fold/deviations.js';
import { fold } from '../../../src/report/fold/fold.js';
import { renderCtrf } from '../../../src/report/render/render-ctrf.js';
import { renderEarl } from '../../../src/report/render/render-earl.js';
import { renderGithub } from '../../../src/report/render/render-github.js';
import { renderJunit } from '../../../src/report/render/render-junit.js';
import { renderText } from '../../../src/report/render/render-text.js';
import { sealedFacts } from '../../../src/report/seal/seal-predicate.js';
import { packageRoot } from '../../package-root.js';
import { pageOf } from '../page.js';
import { WITH_FAULTS } from '../samples.js';
import { complaints } from '../schema-check.js';

const STEP = 'cat.2.voegBoekToe/4';
const REASON = { nl: 'Komt in 4.3 <b>', en: 'Comes in 4.3 <b>' };
const known = (of: Partial<KnownDeviation> = {}): KnownDeviation => ({
  stap: STEP,
  regel: 'BIEB-04',
  reden: REASON,
  tot: '2026-03-14',
  ...of,
});

/** The run with faults, with these known beforehand. It began on 14 March 2026. */
function withKnown(...afwijkingen: readonly KnownDeviation[]) {
  const { input, exchanges } = WITH_FAULTS();
  return { report: fold({ ...input, run: { ...input.run, afwijkingen } }), exchanges };
}
const standsOf = (...of: readonly KnownDeviation[]) => withKnown(...of).report.afwijkingen?.map(({ stand }) => stand);
const stepOf = (report: ReturnType<typeof fold>) =>
  report.scenarios.flatMap(({ stappen }) => stappen).find(({ verdict }) => verdict === 'voldoet_niet') ?? expect.fail('no fault');
/** What no deviation may change. */
const outcome = (report: ReturnType<typeof fold>) => [
  report.resultaat,
  report.scenarios.map(({ verdict, stappen }) => [
    verdict,
    stappen.map((step) => [step.verdict, step.regels.map((rule) => rule.verdict)]),
  ]),
];

describe('a known deviation', () => {
  it('explains its fault and no other, and changes no verdict, count or total', () => {
    const { report } = withKnown(known());
    expect(report.afwijkingen).to.deep.equal([{ ...known(), stand: 'verklaart', verklaart: [`${STEP} BIEB-04`] }]);
    const marked = stepOf(report).regels.map(({ id, afwijking }) => [id, afwijking]);
    expect(marked.filter(([, number]) => number !== undefined)).to.deep.equal([['BIEB-04', 1]]);
    expect(outcome(report)).to.deep.equal(outcome(WITH_FAULTS().report));
  });

  it('holds on its last day, and not on the day after', () => {
    expect(standsOf(known({ tot: '2026-03-14' }), known({ tot: '2026-03-13' }))).to.deep.equal(['verklaart', 'verlopen']);
    expect(stepOf(withKnown(known({ tot: '2026-03-13' })).report).regels.some(({ afwijking }) => afwijking)).to.equal(false);
  });

  it('is stale where the step holds, and where its check held while another did not', () => {
    expect(standsOf(known({ stap: 'cat.1.*/2' }), known({ regel: 'BIEB-02' }))).to.deep.equal(['achterhaald', 'achterhaald']);
  });

  it('is neither where nothing was decided about it', () => {
    expect(standsOf(known({ stap: 'cat.3.leenBoek/4' }), known({ regel: 'BIEB-77' }))).to.deep.equal([
      'niet_vastgesteld',
      'niet_vastgesteld',
    ]);
  });

  it('explains a step as a whole when it explains all its faults', () => {
    expect(isExplained(stepOf(withKnown(known()).report))).to.equal(false);
    const both = withKnown(known(), known({ regel: 'BIEB-0*' })).report;
    expect(isExplained(stepOf(both))).to.equal(true);
    expect(stepOf(both).regels.map(({ afwijking }) => afwijking)).to.deep.equal([undefined, undefined, 1, 2]);
  });

  it('leaves a report without any as it always was', () => {
    const { report } = WITH_FAULTS();
    expect(report).not.to.have.property('afwijkingen');
    expect(sealedFacts(report)).to.deep.include({ afwijkingen: [] });
    expect(explanation(report, stepOf(report).regels[2] ?? expect.fail())).to.equal(undefined);
  });

  it('stands in the seal, and the report follows its schema', () => {
    const { report } = withKnown(known({ ticket: 'T-1' }));
    const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'rapport.schema.json'), 'utf8')) as Record<string, unknown>;
    expect(sealedFacts(report)).to.deep.include({ afwijkingen: report.afwijkingen });
    expect(complaints(JSON.parse(JSON.stringify(report)), schema)).to.deep.equal([]);
    const wrong = { ...report, afwijkingen: [{ ...report.afwijkingen?.[0], stand: 'goed' }] };
    expect(complaints(wrong, schema)).to.deep.equal(['$.afwijkingen[0].stand has the value goed']);
  });
});

describe('a known deviation in the renditions', () => {
  const { report, exchanges } = withKnown(known(), known({ regel: 'BIEB-05', ticket: 'T-1' }), known({ stap: 'cat.1.*/2' }));

  it('stays a failure for a machine, that says why it was known', () => {
    const junit = renderJunit(report, 'en');
    expect(junit).to.match(/<testsuites [^>]*failures="1"/);
    expect(junit).to.include('<failure type="product"').and.to.include('[known deviation]"');
    expect(junit).to.include('known deviation until 14-03-2026: Comes in 4.3 &lt;b&gt; (T-1)');
    const ctrf = JSON.parse(renderCtrf(report, 'en')) as { results: { summary: { failed: number } } };
    expect(ctrf.results.summary.failed).to.equal(1);
    expect(JSON.stringify(ctrf)).to.include('"bekendeAfwijking":true').and.to.include('known deviation until 14-03-2026');
    expect(renderGithub(report, 'en')).to.match(/::error .*known deviation until 14-03-2026/);
    expect(renderEarl(report, 'en')).to.include('; known deviation until 14-03-2026');
  });

  it('is counted in a terminal, where what asks for something is told', () => {
    const text = renderText(report, { taal: 'en' });
    expect(text).to.include('known deviations: 2 of 2 faults known, 0 new; 1 stale');
    expect(text).to.include('  cat.1.*/2 BIEB-04: stale: the fault is no longer there');
    expect(renderText(WITH_FAULTS().report, { taal: 'en' })).not.to.include('known deviation');
  });

  it('has its place in the page, escaped', async () => {
    const page = await pageOf({ report, exchanges });
    expect(page).to.include('id="afwijkingen"').and.to.include('Komt in 4.3 &lt;b&gt;').and.not.to.include('4.3 <b>');
    expect(page).to.include('2 van 2 fouten bekend, 0 nieuw; 1 achterhaald');
    expect(await pageOf(WITH_FAULTS())).not.to.include('id="afwijkingen"');
  });
});

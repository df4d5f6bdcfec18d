import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { judgeHumanAnswer } from '../../../src/judge/human-check.js';
import type { HumanAnswer } from '../../../src/model/human-check.js';
import { stepOutcome } from '../../../src/model/outcome.js';
import type { Report } from '../../../src/model/report.js';
import type { RunEvent } from '../../../src/model/run-event.js';
import { type FoldInput, fold } from '../../../src/report/fold/fold.js';
import { limitsOf } from '../../../src/report/limits.js';
import { renderJunit } from '../../../src/report/render/render-junit.js';
import { renderText } from '../../../src/report/render/render-text.js';
import { packageRoot } from '../../package-root.js';
import { pageOf } from '../page.js';
import { FLAWLESS, PLAN } from '../samples.js';
import { complaints } from '../schema-check.js';

const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'rapport.schema.json'), 'utf8')) as Record<string, unknown>;
const CHECK = {
  question: { nl: 'Toont het product "{{taalcode}}" & meer?', en: 'Does the product show "{{taalcode}}" & more?' },
  lookAt: { nl: 'het scherm', en: 'the screen' },
};
const SHOWN = { question: { nl: 'Toont het "fy" & meer?', en: 'Is "fy" & more shown?' }, lookAt: CHECK.lookAt };
const AT = '2026-03-14T09:30:00.000Z';
const YES: HumanAnswer = { answer: 'ja', how: 'opdracht', by: 'A. <Tester>', note: 'op & top' };
/** The second step of each of these asks. */
const ASKING = ['cat.1.geefBoeknummer', 'cat.4.verlengLening', 'cat.5.geefBoek'];

/** A run in which three steps ask, and the first two of them were asked. */
function asked(first: HumanAnswer | undefined): {
  readonly report: Report;
  readonly exchanges: ReturnType<typeof FLAWLESS>['exchanges'];
} {
  const sample = FLAWLESS();
  const answers = new Map([
    ['cat.1.geefBoeknummer', first],
    ['cat.4.verlengLening', { ...YES, answer: 'nee' } as const],
  ]);
  const events = [...sample.input.events].flatMap((event): readonly RunEvent[] => {
    if (event.type !== 'step-judged' || event.step !== 2 || !answers.has(event.scenario)) return [event];
    const { scenario, step } = event;
    const answer = answers.get(scenario);
    const findings = [...event.findings, judgeHumanAnswer(SHOWN, answer, false)];
    return [
      { type: 'asked', at: AT, scenario, step, until: AT, ...SHOWN },
      ...(answer ? [{ type: 'answered', at: AT, scenario, step, ...answer } as const] : []),
      { ...event, ...stepOutcome(findings), findings },
    ];
  });
  const scenarios = PLAN.scenarios.map(({ scenario }) => ({
    scenario: {
      ...scenario,
      steps: scenario.steps.map((step) => (step.nr === 2 && ASKING.includes(scenario.id) ? { ...step, confirm: CHECK } : step)),
    },
  }));
  const input: FoldInput = { ...sample.input, plan: { ...PLAN, scenarios }, events };
  return { report: fold(input), exchanges: sample.exchanges };
}

describe('questions to persons in a report', () => {
  const stepOf = (report: Report, at: number) => report.scenarios[at]?.stappen[1];

  it('say what was shown, who answered what, when and how', () => {
    const { report } = asked(YES);
    expect(stepOf(report, 0)?.handmatigeBevestiging).to.deep.equal({
      ...{ stand: 'ja', vraag: SHOWN.question, kijkNaar: SHOWN.lookAt, gevraagdOp: AT },
      ...{ beantwoordOp: AT, door: 'A. <Tester>', hoe: 'opdracht', notitie: 'op & top' },
    });
    expect(stepOf(report, 1)).not.to.have.property('handmatigeBevestiging');
  });

  it('say that nobody answered, and that nobody was asked, with the values that are known', () => {
    const { report } = asked(undefined);
    expect(stepOf(report, 0)).to.deep.include({ verdict: 'niet_beslist' });
    expect(stepOf(report, 0)?.handmatigeBevestiging).to.include({ stand: 'geen_antwoord' });
    expect(stepOf(report, 4)?.handmatigeBevestiging).to.deep.include({
      stand: 'niet_gevraagd',
      vraag: { nl: 'Toont het product "nl" & meer?', en: 'Does the product show "nl" & more?' },
    });
  });

  it('are counted apart', () => {
    const without = FLAWLESS().report.resultaat.tellingen;
    const { bevestigingen, regels } = asked(YES).report.resultaat.tellingen;
    expect(bevestigingen).to.deep.equal({ ja: 1, nee: 1, niet_gevraagd: 1 });
    expect(regels).to.deep.equal(without.regels);
    expect(without).not.to.have.property('bevestigingen');
    expect(asked(undefined).report.resultaat.tellingen.bevestigingen).to.deep.equal({
      geen_antwoord: 1,
      nee: 1,
      niet_gevraagd: 1,
    });
  });

  it('follow the schema of the report', () => {
    for (const answer of [YES, undefined]) {
      expect(complaints(JSON.parse(JSON.stringify(asked(answer).report)), schema)).to.deep.equal([]);
    }
    // biome-ignore lint/suspicious/noExplicitAny: the test breaks a report on purpose
    const broken = JSON.parse(JSON.stringify(asked(YES).report)) as any;
    delete broken.scenarios[0].stappen[1].handmatigeBevestiging.door;
    expect(complaints(broken, schema)).to.deep.equal(['$.scenarios[0].stappen[1].handmatigeBevestiging lacks door']);
  });

  it('stand in every rendition, escaped', async () => {
    const sample = asked(YES);
    const page = await pageOf(sample);
    expect(page)
      .to.include('A. &lt;Tester&gt;')
      .and.to.include('Toont het &quot;fy&quot; &amp; meer?')
      .and.not.to.include('<Tester>');
    expect(page).to.include('1 ja, 1 nee, 1 niet gevraagd');
    expect(renderText(sample.report)).to.include('vragen aan een persoon: 1 ja, 1 nee, 1 niet gevraagd');
    expect(renderJunit(sample.report)).to.match(
      /<system-out>Toont het [^<]*\n?[^<]*ja · A\. &lt;Tester&gt;, met ketentest answer/,
    );
    expect(
      limitsOf(sample.report)
        .map(({ en }) => en)
        .join(),
    ).to.include('2 checks rest on what a person saw');
    expect(
      limitsOf(FLAWLESS().report)
        .map(({ en }) => en)
        .join(),
    ).not.to.include('a person saw');
  });
});

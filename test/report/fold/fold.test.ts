import { expect } from 'chai';
import { HarnessError } from '../../../src/model/harness-error.js';
import type { RunEvent } from '../../../src/model/run-event.js';
import { fold } from '../../../src/report/fold/fold.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, PLAN, RUN_FACTS, WITH_FAULTS } from '../samples.js';

const started: RunEvent = { type: 'run-started', at: '2026-03-14T09:30:00.000Z', suite: PLAN.suite.id, seed: 7, token: 'ab' };

function stepOf(report: ReturnType<typeof fold>, scenario: string, nr: number) {
  return report.scenarios.find(({ id }) => id === scenario)?.stappen.find((step) => step.nr === nr);
}

describe('folding a run into a report', () => {
  it('gives each sample run its total', () => {
    expect([FLAWLESS, WITH_FAULTS, NOT_ESTABLISHED].map((make) => make().report.resultaat.totaal)).to.deep.equal([
      'foutloos',
      'met_fouten',
      'niet_vastgesteld',
    ]);
  });

  it('counts scenarios, steps and checks for each verdict', () => {
    expect(WITH_FAULTS().report.resultaat.tellingen).to.deep.equal({
      scenarios: { voldoet: 3, voldoet_niet: 1, niet_beslist: 2 },
      stappen: { voldoet: 12, voldoet_niet: 1, niet_beslist: 3 },
      regels: { voldoet: 24, voldoet_niet: 3, niet_beslist: 6 },
    });
  });

  it('keeps a step that follows from another open, and says from which', () => {
    const step = stepOf(WITH_FAULTS().report, 'cat.3.leenBoek', 3);
    expect(step).to.include({ verdict: 'niet_beslist', gevolgVan: 'cat.2.voegBoekToe/4' });
  });

  it('leaves a step that follows from another undecided, whatever was found there', () => {
    const events: RunEvent[] = [
      started,
      judged({ verdict: 'voldoet_niet', gevolgVan: 'x/1', findings: [finding({ verdict: 'voldoet_niet' })] }),
    ];
    expect(stepOf(fold({ plan: PLAN, run: RUN_FACTS, events }), 'cat.1.geefBoeknummer', 2)?.verdict).to.equal('niet_beslist');
  });

  it('lists what stayed in the product once, with the step that made it', () => {
    expect(FLAWLESS().report.achtergelaten).to.deep.equal([
      { soort: 'BOK', identificatie: '0000BOEK4f1c2', stap: 'cat.2.voegBoekToe/2' },
      { soort: 'BOK', identificatie: '0000BOEK4f1c4', stap: 'cat.2.voegBoekToe/4' },
    ]);
    const again: RunEvent = {
      type: 'left-behind',
      at: started.at,
      scenario: 'z',
      step: 9,
      soort: 'BOK',
      identificatie: '0000BOEK4f1c2',
    };
    const { input } = FLAWLESS();
    expect(fold({ ...input, events: [...input.events, again] }).achtergelaten).to.have.length(2);
  });

  it('lists every constant that was overridden', () => {
    expect(FLAWLESS().report.uitvoering.overschrijvingen).to.deep.equal([{ naam: 'taalcode', waarde: 'fy', standaard: 'nl' }]);
  });

  it('never makes a step greener than its findings', () => {
    const events: RunEvent[] = [started, judged({ verdict: 'voldoet', findings: [finding({ verdict: 'voldoet_niet' })] })];
    const step = stepOf(fold({ plan: PLAN, run: RUN_FACTS, events }), 'cat.1.geefBoeknummer', 2);
    expect(step).to.include({ verdict: 'voldoet_niet', oorzaak: 'product' });
  });

  it('counts a step that was judged again as it was judged last', () => {
    const events: RunEvent[] = [
      started,
      judged({
        verdict: 'niet_beslist',
        oorzaak: 'transport',
        findings: [finding({ verdict: 'niet_beslist', oorzaak: 'transport' })],
      }),
      judged({ verdict: 'voldoet', findings: [finding()] }),
    ];
    expect(stepOf(fold({ plan: PLAN, run: RUN_FACTS, events }), 'cat.1.geefBoeknummer', 2)?.verdict).to.equal('voldoet');
  });

  it('reports a run that was cut off as far as it went', () => {
    const report = fold({ plan: PLAN, run: RUN_FACTS, events: [started, judged({ verdict: 'voldoet', findings: [finding()] })] });
    expect(report.uitvoering).to.include({ einde: 'cancelled', beeindigdOp: '2026-03-14T09:31:00.000Z' });
    expect(report.resultaat.totaal).to.equal('niet_vastgesteld');
    expect(stepOf(report, 'cat.5.geefBoek', 1)?.verdict).to.equal('niet_uitgevoerd');
  });

  it('shows an optional scenario that is switched off as not applicable, a mandatory one as not executed', () => {
    const scenarios = PLAN.scenarios.map((each) => ({ ...each, skipped: 'without' as const }));
    const report = fold({ plan: { ...PLAN, scenarios }, run: RUN_FACTS, events: [started] });
    expect(report.scenarios.map(({ verdict, overgeslagen }) => [verdict, overgeslagen])).to.deep.equal([
      ...Array(5).fill(['niet_uitgevoerd', 'without']),
      ['niet_van_toepassing', 'without'],
    ]);
  });

  it('refuses events that do not say when the run started', () => {
    expect(() => fold({ plan: PLAN, run: RUN_FACTS, events: [] }))
      .to.throw(HarnessError)
      .with.property('code', 'REPORT_INVALID');
  });
});

function judged(of: Partial<Extract<RunEvent, { type: 'step-judged' }>>): RunEvent {
  return {
    type: 'step-judged',
    at: '2026-03-14T09:31:00.000Z',
    scenario: 'cat.1.geefBoeknummer',
    step: 2,
    verdict: 'voldoet',
    findings: [],
    exchanges: [],
    ...of,
  };
}

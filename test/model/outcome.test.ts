import { expect } from 'chai';
import type { Finding, Verdict } from '../../src/model/finding.js';
import { type Outcome, type ScenarioOutcome, stepOutcome, totalOf, worst } from '../../src/model/outcome.js';

type Weighed = Parameters<typeof stepOutcome>[0][number];

const good: Weighed = { verdict: 'voldoet', ernst: 'fout', verplicht: true };
const fault = (oorzaak: NonNullable<Finding['oorzaak']> = 'product'): Weighed => ({ ...good, verdict: 'voldoet_niet', oorzaak });
const open = (oorzaak: NonNullable<Finding['oorzaak']> = 'transport'): Weighed => ({ ...good, verdict: 'niet_beslist', oorzaak });
const warning: Weighed = { verdict: 'voldoet_niet', ernst: 'waarschuwing', verplicht: false, oorzaak: 'product' };
const unbuilt: Weighed = { verdict: 'niet_beslist', ernst: 'aandachtspunt', verplicht: false, oorzaak: 'harnas' };
const inapplicable: Weighed = { verdict: 'niet_van_toepassing', ernst: 'fout', verplicht: true };
const undone: Weighed = { verdict: 'niet_uitgevoerd', ernst: 'fout', verplicht: true, oorzaak: 'configuratie' };

describe('what the findings of a step amount to', () => {
  const cases: readonly (readonly [name: string, findings: readonly Weighed[], outcome: Outcome])[] = [
    ['a check that holds makes a step hold', [good], { verdict: 'voldoet' }],
    ['one fault outweighs all that holds', [good, fault(), good], { verdict: 'voldoet_niet', oorzaak: 'product' }],
    ['a warning does not rise', [good, warning], { verdict: 'voldoet' }],
    ['a warning alone is a check that was decided', [warning], { verdict: 'voldoet' }],
    ['a required check that stays open keeps the step open', [good, open()], { verdict: 'niet_beslist', oorzaak: 'transport' }],
    ['a fault outweighs what stays open', [open(), fault()], { verdict: 'voldoet_niet', oorzaak: 'product' }],
    ['a rule that is not built does not rise', [good, unbuilt], { verdict: 'voldoet' }],
    ['rules that are not built make nothing green', [unbuilt], { verdict: 'niet_beslist', oorzaak: 'harnas' }],
    [
      'a required check that was not executed keeps the step open',
      [good, undone],
      { verdict: 'niet_beslist', oorzaak: 'configuratie' },
    ],
    ['no findings are not green', [], { verdict: 'niet_uitgevoerd' }],
    ['nothing that applies is not green', [inapplicable], { verdict: 'niet_van_toepassing' }],
    ['what does not apply leaves what holds', [good, inapplicable], { verdict: 'voldoet' }],
    [
      "the product's part is not hidden behind ours",
      [fault('harnas'), fault('product')],
      { verdict: 'voldoet_niet', oorzaak: 'product' },
    ],
    ['a fault of the harness stays with the harness', [fault('harnas')], { verdict: 'voldoet_niet', oorzaak: 'harnas' }],
    [
      'a cause that nobody stated is ours',
      [{ verdict: 'niet_beslist', ernst: 'fout', verplicht: true }],
      { verdict: 'niet_beslist', oorzaak: 'harnas' },
    ],
  ];
  for (const [name, findings, outcome] of cases) {
    it(name, () => expect(stepOutcome(findings)).to.deep.equal(outcome));
  }
});

describe('the worst of several verdicts', () => {
  const cases: readonly (readonly [verdicts: readonly Verdict[], worst: Verdict])[] = [
    [[], 'niet_uitgevoerd'],
    [['voldoet'], 'voldoet'],
    [['voldoet', 'niet_van_toepassing'], 'voldoet'],
    [['voldoet', 'niet_uitgevoerd'], 'niet_uitgevoerd'],
    [['niet_uitgevoerd', 'niet_beslist', 'voldoet'], 'niet_beslist'],
    [['niet_beslist', 'voldoet_niet'], 'voldoet_niet'],
  ];
  for (const [verdicts, expected] of cases) {
    it(`of ${verdicts.join(', ') || 'nothing'} is ${expected}`, () => expect(worst(verdicts)).to.equal(expected));
  }
});

describe('the total of a run', () => {
  const scenario = (verplicht: boolean, ...stappen: readonly Outcome[]): ScenarioOutcome => ({ verplicht, stappen });
  const holds: Outcome = { verdict: 'voldoet' };
  const faulty: Outcome = { verdict: 'voldoet_niet', oorzaak: 'product' };
  const ours: Outcome = { verdict: 'voldoet_niet', oorzaak: 'harnas' };
  const undecided: Outcome = { verdict: 'niet_beslist', oorzaak: 'transport' };
  const skipped: Outcome = { verdict: 'niet_uitgevoerd' };
  const off: Outcome = { verdict: 'niet_van_toepassing' };
  const cases: readonly (readonly [name: string, scenarios: readonly ScenarioOutcome[], total: ReturnType<typeof totalOf>])[] = [
    ['is foutloos when every step holds', [scenario(true, holds, holds), scenario(false, holds)], 'foutloos'],
    ['is met_fouten with one fault of the product', [scenario(true, holds), scenario(false, faulty)], 'met_fouten'],
    ['is met_fouten although much stays open', [scenario(true, undecided, skipped, faulty)], 'met_fouten'],
    ['is not met_fouten by a fault that is not the product’s', [scenario(true, holds, ours)], 'niet_vastgesteld'],
    ['is not foutloos when a mandatory step was skipped', [scenario(true, holds, skipped)], 'niet_vastgesteld'],
    [
      'is not foutloos when a mandatory scenario was switched off',
      [scenario(true, off), scenario(true, holds)],
      'niet_vastgesteld',
    ],
    ['is foutloos when an optional scenario was switched off', [scenario(true, holds), scenario(false, off)], 'foutloos'],
    [
      'is not foutloos when a required check of an optional part stays open',
      [scenario(true, holds), scenario(false, undecided)],
      'niet_vastgesteld',
    ],
    ['is not foutloos when nothing was executed', [scenario(false, off)], 'niet_vastgesteld'],
    ['is not foutloos without scenarios', [], 'niet_vastgesteld'],
    ['is not foutloos when a mandatory scenario has no steps', [scenario(true), scenario(true, holds)], 'niet_vastgesteld'],
  ];
  for (const [name, scenarios, total] of cases) {
    it(name, () => expect(totalOf(scenarios)).to.equal(total));
  }

  it('is not foutloos while a mandatory koppeling of a chain is not proven', () => {
    const link = (verplicht: boolean) => totalOf([scenario(true, holds)], [{ verplicht, verdict: 'niet_uitgevoerd' }]);
    expect(link(true)).to.equal('niet_vastgesteld');
    expect(link(false)).to.equal('foutloos');
    expect(totalOf([scenario(true, holds)], [{ verplicht: true, verdict: 'voldoet' }])).to.equal('foutloos');
  });
});

import { expect } from 'chai';
import { compileTemplate } from '../../src/message/template.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { Scenario, Suite } from '../../src/model/scenario.js';
import type { LoadedSuite } from '../../src/suite/load-suite.js';
import { planSuite, type Selection } from '../../src/suite/plan.js';

const scenario = (id: string, verplicht: boolean): Scenario => ({
  id,
  title: id,
  verplicht,
  steps: [
    {
      ...{ nr: 1, message: 'm', code: 'c', from: 'STP', to: 'TTA', service: 's', requires: [], expect: [] },
      capture: [{ variable: 'Boot1.naam', path: 'naam' }],
      send: { template: 'meld', with: { kade: '{{haven}}' } },
    },
  ],
});

const loaded = {
  suite: {
    id: 'vaartuigen-1.0/register',
    scenarios: [scenario('vt.1.meld', true), scenario('vt.2.vraag', true), scenario('vt.3.extra', false)],
    variables: [
      { name: 'haven', type: 'constant', value: 'Delfzijl', moetBestaan: true },
      { name: 'Boot1.naam', type: 'captured', moetBestaan: false },
    ],
  } as unknown as Suite,
  templates: new Map([['meld', compileTemplate('<a>{{kade}}{{haven}}</a>', 'meld.xml.hbs')]]),
} as unknown as LoadedSuite;

const plan = (selection: Partial<Selection> = {}) => planSuite(loaded, { only: [], without: [], set: {}, ...selection });
const skipped = (selection: Partial<Selection>) => plan(selection).scenarios.map((each) => each.skipped ?? 'run');

function refusal(selection: Partial<Selection>): HarnessError {
  try {
    plan(selection);
  } catch (error) {
    if (error instanceof HarnessError) return error;
  }
  throw new Error('it was accepted');
}

describe('planning a suite', () => {
  it('runs everything when nothing is selected', () => {
    expect(skipped({})).to.deep.equal(['run', 'run', 'run']);
    expect(plan().omvang).to.equal('volledig');
  });

  it('runs only what a pattern names, by id or by path', () => {
    expect(skipped({ only: ['vt.1.*'] })).to.deep.equal(['run', 'only', 'only']);
    expect(skipped({ only: ['vaartuigen-1.0/register/vt.2.vraag'] })).to.deep.equal(['only', 'run', 'only']);
    expect(plan({ only: ['vt.1.*'] }).omvang).to.equal('deels');
  });

  it('leaves out an optional scenario, and refuses to leave out a mandatory one', () => {
    expect(skipped({ without: ['vt.3.*'] })).to.deep.equal(['run', 'run', 'without']);
    expect(refusal({ without: ['vt.1.*'] })).to.include({ code: 'USAGE' });
  });

  it('refuses a pattern that matches nothing, with the nearest name', () => {
    expect(refusal({ only: ['vt.1.meldt'] })).to.include({ code: 'PATTERN_UNMATCHED' });
    expect(refusal({ only: ['vt.1.meldt'] }).message).to.contain('did you mean "vt.1.meld"?');
  });

  it('tells of a large suite some names only, and where the others are', () => {
    const many = Array.from({ length: 60 }, (_, index) => scenario(`vt.${index}.meld`, true));
    const large = { ...loaded, suite: { ...loaded.suite, scenarios: many } };
    let hint: unknown;
    try {
      planSuite(large, { only: ['niets'], without: [], set: {} });
    } catch (error) {
      hint = (error as HarnessError).options.hint;
    }
    expect(hint)
      .to.have.property('en')
      .that.matches(/vt\.39\.meld and 20 more; "ketentest plan" tells them all\.$/);
  });

  it('overrides a constant and lists what it was', () => {
    expect(plan().constants).to.deep.equal({ haven: 'Delfzijl' });
    expect(plan({ set: { haven: 'Harlingen' } })).to.deep.include({
      constants: { haven: 'Harlingen' },
      overrides: [{ name: 'haven', value: 'Harlingen', default: 'Delfzijl' }],
    });
  });

  it('refuses a value of a name that is no constant', () => {
    expect(refusal({ set: { havn: 'x' } })).to.include({ code: 'VARIABLE_UNKNOWN' });
    expect(refusal({ set: { 'Boot1.naam': 'x' } })).to.include({ code: 'VARIABLE_UNKNOWN' });
  });

  it('maps where each variable is set and used', () => {
    expect(plan().variables).to.deep.equal([
      { name: 'haven', type: 'constant', usedBy: ['vt.1.meld/1', 'vt.2.vraag/1', 'vt.3.extra/1'], moetBestaan: true },
      { name: 'Boot1.naam', type: 'captured', setBy: 'vt.1.meld/1', usedBy: [], moetBestaan: false },
    ]);
  });
});

/** Which scenarios can notice a misbehaviour: leaving the others out may not change what is seen. */
import { expect } from 'chai';
import { scenarioAlone, scenariosThatUse } from '../../../src/cli/selftest/selftest-scenarios.js';
import type { Scenario, Step, Suite } from '../../../src/model/scenario.js';

const step = (of: Partial<Step>): Step => ({ ...{ nr: 1, requires: [], capture: [], expect: [] }, ...of }) as unknown as Step;
const scenario = (id: string, ...steps: Step[]): Scenario => ({ id, title: id, verplicht: true, steps });
const send = (name: string) => ({ template: 'x', with: { number: `{{${name}}}` } }) as unknown as NonNullable<Step['send']>;

const SUITE = {
  scenarios: [
    scenario('issue', step({ service: 'issue', capture: [{ variable: 'Number', path: 'x' }] })),
    scenario('create', step({ service: 'create', send: send('Number') })),
    scenario('apart', step({ service: 'other' })),
    scenario('looks-back', step({ service: 'other', readBack: { ...send('Nothing'), service: 'ask', expect: [] } })),
  ],
} as unknown as Suite;

describe('the scenarios that can notice a misbehaviour', () => {
  it('use one of its services, also to read back', () => {
    expect(scenariosThatUse(SUITE, ['ask'])).to.deep.equal(['looks-back']);
  });

  it('build on one that does, or give what it needs', () => {
    expect(scenariosThatUse(SUITE, ['issue'])).to.deep.equal(['issue', 'create']);
    expect(scenariosThatUse(SUITE, ['create'])).to.deep.equal(['issue', 'create']);
  });

  it('are none for a service that the suite does not use', () => {
    expect(scenariosThatUse(SUITE, ['nobody'])).to.deep.equal([]);
  });

  it('come alone with what they need, and not at all under another name', () => {
    expect(scenarioAlone(SUITE, 'create')).to.deep.equal(['issue', 'create']);
    expect(scenarioAlone(SUITE, 'apart')).to.deep.equal(['apart']);
    expect(scenarioAlone(SUITE, 'gone')).to.deep.equal([]);
  });
});

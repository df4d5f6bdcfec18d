import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readAssignedPlan } from '../../../src/cli/run/assignment.js';

describe('the plan of an assignment', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-assignment-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  const PLAN = { suite: { id: 'a' }, constants: { naam: 'een } en een { en een \\" en é', leeg: '' }, scenarios: [{ a: '\\' }] };
  const planIn = (text: string) => {
    writeFileSync(join(folder, 'opdracht.json'), text);
    return readAssignedPlan(folder);
  };

  it('is read by itself, whatever its texts hold', () => {
    expect(planIn(JSON.stringify({ plan: PLAN, facts: { plan: 'no' } }))).to.deep.equal(PLAN);
    expect(planIn(`{"plan":${JSON.stringify(PLAN)},"facts":never looked at}`)).to.deep.equal(PLAN);
  });

  it('is found where it stands elsewhere', () => {
    expect(planIn(JSON.stringify({ facts: {}, plan: PLAN }))).to.deep.equal(PLAN);
  });

  it('is none when it was cut off, or when there is no file', () => {
    const whole = JSON.stringify({ plan: PLAN, facts: {} });
    expect(planIn(whole.slice(0, JSON.stringify(PLAN).length))).to.equal(undefined);
    expect(planIn('')).to.equal(undefined);
    rmSync(join(folder, 'opdracht.json'));
    expect(readAssignedPlan(folder)).to.equal(undefined);
  });
});

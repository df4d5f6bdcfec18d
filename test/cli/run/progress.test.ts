import { expect } from 'chai';
import { progressTeller } from '../../../src/cli/run/progress.js';
import type { Plan } from '../../../src/model/plan.js';
import type { RunEvent } from '../../../src/model/run-event.js';
import type { Scenario } from '../../../src/model/scenario.js';
import { madeExchange } from '../../support/made-exchange.js';
import { fakeShell } from '../fake-shell.js';
import { suiteOf } from '../suites.js';

const suite = suiteOf();
const plan: Plan = {
  suite,
  scenarios: suite.scenarios.map((scenario) => ({ scenario })),
  constants: {},
  overrides: [],
  variables: [],
  omvang: 'volledig',
};
const at = '2026-01-01T00:00:00Z';
const scenario = 'lb.1.plaats';
const judged = (step: number, verdict: 'voldoet' | 'voldoet_niet'): RunEvent => ({
  type: 'step-judged',
  at,
  scenario,
  step,
  verdict,
  findings: [],
  exchanges: [],
});
const events: readonly RunEvent[] = [
  { type: 'scenario-started', at, scenario },
  { type: 'step-started', at, scenario, step: 1 },
  judged(1, 'voldoet'),
  { type: 'waiting', at, scenario, step: 2, for: 'ask', until: at },
  judged(2, 'voldoet_niet'),
  { type: 'scenario-finished', at, scenario },
];

describe('progress', () => {
  const told = (isInteractive: boolean, more: readonly RunEvent[] = []) => {
    const shell = fakeShell({ isInteractive });
    const progress = progressTeller(shell, plan, 'en');
    for (const event of [...events, ...more]) progress.tell(event);
    return shell.said.talk;
  };

  it('is one plain line a scenario when nobody watches', () => {
    expect(told(false)).to.equal('✕ lb.1.plaats  Plaats  1/2\n');
  });
  it('does not call a scenario good that was cut off after a good step', () => {
    const shell = fakeShell({ isInteractive: false });
    const [first] = suite.scenarios;
    const steps = [1, 2, 3].map((nr) => ({ nr })) as unknown as Scenario['steps'];
    const longer: Plan = { ...plan, scenarios: first ? [{ scenario: { ...first, steps } }] : [] };
    const progress = progressTeller(shell, longer, 'en');
    for (const event of [judged(1, 'voldoet'), { type: 'scenario-finished', at, scenario } as const]) progress.tell(event);
    expect(shell.said.talk).to.match(/^[^✓].*1\/3\n$/);
  });
  it('rewrites one line at a terminal, and leaves the same line', () => {
    const talk = told(true);
    expect(talk).to.include('\r\x1b[K  lb.1.plaats  1/0').and.to.include('waits for ask');
    expect(talk.endsWith('\r\x1b[K✕ lb.1.plaats  Plaats  1/2\n')).to.equal(true);
  });
  it('tells what nobody waits for: what came, where, and what was expected', () => {
    const { request, ...rest } = madeExchange({ id: '0007', request: 'hello' });
    const odd = {
      ...request,
      method: 'PUT',
      url: 'http://127.0.0.1:1/nergens?a=b',
      headers: [['Content-Type', 'text/plain']] as const,
    };
    const differs = { what: 'methode', expected: 'POST', found: 'PUT' };
    const talk = told(false, [
      { type: 'exchanged', at, exchange: { ...rest, request: odd } },
      { type: 'unmatched', at, exchange: '0007', nearest: 'a/1', differs },
    ]);
    expect(talk).to.include(
      '? Message that nobody waits for (0007) PUT /nergens, text/plain, 5 bytes: HTTP method "PUT" instead of "POST"; what was waited for is a/1\n',
    );
  });
  it('says that a run was cut off, and nothing when it was not', () => {
    expect(told(false, [{ type: 'run-finished', at, reason: 'cancelled' }])).to.include('Cut off');
    expect(told(false, [{ type: 'run-finished', at, reason: 'done' }])).not.to.include('Cut off');
  });
});

/**
 * Our own machinery breaks, in every place where the corridor leans on it: the run goes on to its end, and every step
 * that could not be judged is undecided by our own doing. Never a crash, never a pass, never the product's fault.
 */
import { expect } from 'chai';
import type { JudgeTools } from '../src/judge/judge.js';
import type { Plan } from '../src/model/plan.js';
import type { StepJudged } from '../src/model/run-event.js';
import type { Expectation, Scenario, Step } from '../src/model/scenario.js';
import { run } from '../src/run.js';
import { FakeClock } from './support/fake-clock.js';
import { envelope, madeCase } from './support/made-case.js';
import { madeExchange } from './support/made-exchange.js';

const message = (name: string, content = '') =>
  envelope(
    `<VTG:${name}><VTG:stuurgegevens><StUF:berichtcode>${name.slice(-4)}</StUF:berichtcode></VTG:stuurgegevens>${content}</VTG:${name}>`,
  );
const GOOD = { decided: true, violations: [] } as const;
const VALID = { soort: 'ingebouwd', naam: 'proef', digest: 'd', validate: async () => GOOD } as const;

const broken = (): never => {
  throw new TypeError('stuk');
};

interface Given {
  readonly tools?: Partial<JudgeTools>;
  readonly expect?: readonly Expectation[];
  readonly request?: string;
}

/** What each step came to: a question with a proof, its answer, and another scenario. */
async function walk(given: Given): Promise<readonly StepJudged[]> {
  const base = { message: 'm', code: 'c', service: 'geefVaartuig', requires: [], capture: [], expect: [] };
  const source = { template: 'vraag', with: {} };
  const asked: Step = {
    ...{ ...base, nr: 1, from: 'STP', to: 'TTA', send: source },
    readBack: { ...source, service: 'geefVaartuig', expect: given.expect ?? [] },
  };
  const answered: Step = {
    ...{ ...base, nr: 2, from: 'TTA', to: 'STP', answers: 1, expect: given.expect ?? [] },
    capture: [{ variable: 'naam', path: 'VTG:naam' }],
  };
  const scenarios = ['vt.1', 'vt.2'].map((id): Scenario => ({ id, title: id, verplicht: true, steps: [asked, answered] }));
  const plan = { suite: { id: 'x' }, scenarios: scenarios.map((scenario) => ({ scenario })), constants: {} } as unknown as Plan;
  let sent = 0;
  const events = run(plan, {
    messenger: {
      needs: () => [],
      send: async (_source, purpose) => [
        madeExchange({
          ...{ id: String(++sent), request: given.request ?? message('vtgLv01'), purpose: { ...purpose, attempt: 1 } },
          reply: message('vtgLa01', '<VTG:naam>Meeuw</VTG:naam>'),
        }),
      ],
    },
    tools: { ...madeCase({}).tools, bases: [VALID], ...given.tools },
    clock: new FakeClock(),
    mode: 'onvoorwaardelijk',
    poll: { deadlineMillis: 0, pauseMillis: 1 },
    functions: {},
    seed: 1,
    token: 'x',
  });
  const steps: StepJudged[] = [];
  let last = '';
  for await (const event of events) {
    last = event.type;
    if (event.type === 'step-judged') steps.push(event);
  }
  expect(last).to.equal('run-finished');
  return steps;
}

const outcomes = (steps: readonly StepJudged[]) =>
  steps.map(({ scenario, step, verdict, oorzaak }) => `${scenario}/${step} ${verdict} ${oorzaak ?? ''}`.trim());
const ALL_OPEN = ['vt.1/1', 'vt.1/2', 'vt.2/1', 'vt.2/2'].map((path) => `${path} niet_beslist harnas`);
const own = madeCase({}).tools;

describe('a judge that breaks', () => {
  it('is no judge that works: then all is well', async () => {
    expect(outcomes(await walk({}))).to.deep.equal(['vt.1/1 voldoet', 'vt.1/2 voldoet', 'vt.2/1 voldoet', 'vt.2/2 voldoet']);
  });

  const cases: Readonly<Record<string, Given>> = {
    'a schema that throws': { tools: { bases: [{ ...VALID, validate: broken }] } },
    'a second schema that throws': { tools: { bases: [VALID, { ...VALID, validate: broken }] } },
    'a schema that is not there': { tools: { bases: [] } },
    'a reader that throws': { tools: { reader: { open: broken } } },
    'a reader that promises and throws': { tools: { reader: { open: async () => broken() } } },
    'a family that cannot read': { tools: { family: { ...own.family, read: broken } } },
    'a request of ours that cannot be read': { request: 'geen xml' },
  };
  for (const [name, given] of Object.entries(cases)) {
    it(`is ${name}`, async () => expect(outcomes(await walk(given))).to.deep.equal(ALL_OPEN));
  }

  it('is a family that cannot judge a reply: what was sent is still judged', async () => {
    const family = { ...own.family, judgeReply: broken, confirms: broken };
    expect(outcomes(await walk({ tools: { family } }))).to.deep.equal(ALL_OPEN);
  });

  it('is one of several expectations: the step stays open, with the name of what broke', async () => {
    const steps = await walk({
      expect: [
        { kind: 'waarde', options: { path: 'VTG:naam', equals: 'Meeuw' } },
        { kind: 'waarde', options: { path: 'VTG:naam', matches: '(' } },
      ],
    });
    expect(outcomes(steps)).to.deep.equal(ALL_OPEN);
    expect(steps[1]?.findings.map(({ id, verdict }) => `${id} ${verdict}`)).to.include.members([
      'WAARDE voldoet',
      'OORDEEL niet_beslist',
    ]);
    expect(steps[1]?.findings.find((each) => each.id === 'OORDEEL')?.gevonden).to.match(/^SyntaxError: /);
  });

  it('is an expectation of a kind that nobody knows', async () => {
    expect(outcomes(await walk({ expect: [{ kind: 'geluk', options: {} }] }))).to.deep.equal(ALL_OPEN);
  });

  it('does not hide what the product did wrong', async () => {
    const steps = await walk({
      tools: { bases: [{ ...VALID, validate: broken }] },
      expect: [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Stern' } }],
    });
    expect(steps.map(({ verdict, oorzaak }) => `${verdict} ${oorzaak}`)).to.include('voldoet_niet product');
  });
});

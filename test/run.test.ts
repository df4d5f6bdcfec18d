/** The corridor: order, what blocks what, asking until a deadline, and stopping. */
import { expect } from 'chai';
import type { Messenger } from '../src/actor/messenger.js';
import type { Exchange, Purpose } from '../src/model/exchange.js';
import { namesIn } from '../src/model/names-in.js';
import type { Plan } from '../src/model/plan.js';
import type { SchemaBasis } from '../src/model/record.js';
import type { RunEvent, StepJudged } from '../src/model/run-event.js';
import type { Scenario, Step } from '../src/model/scenario.js';
import { type Crew, run } from '../src/run.js';
import { FakeClock } from './support/fake-clock.js';
import { envelope, madeCase } from './support/made-case.js';
import { madeExchange } from './support/made-exchange.js';

const ANSWER = envelope(
  '<VTG:vtgLa01><VTG:stuurgegevens><StUF:berichtcode>La01</StUF:berichtcode></VTG:stuurgegevens><VTG:naam>Zeemeeuw</VTG:naam></VTG:vtgLa01>',
);
const QUESTION = envelope(
  '<VTG:vtgLv01><VTG:stuurgegevens><StUF:berichtcode>Lv01</StUF:berichtcode></VTG:stuurgegevens></VTG:vtgLv01>',
);
const FAULT = envelope(
  '<s:Fault><faultcode>s:Server</faultcode><faultstring>x</faultstring><detail><StUF:Fo02Bericht><StUF:stuurgegevens><StUF:berichtcode>Fo02</StUF:berichtcode></StUF:stuurgegevens><StUF:body><StUF:code>StUF058</StUF:code><StUF:plek>server</StUF:plek><StUF:omschrijving>x</StUF:omschrijving></StUF:body></StUF:Fo02Bericht></detail></s:Fault>',
);

type Says = (purpose: Purpose) => { readonly reply?: string; readonly status?: number; readonly failure?: Exchange['failure'] };
const good: Says = () => ({ reply: ANSWER });

const step = (nr: number, more: Partial<Step> = {}): Step => ({
  ...{ nr, message: 'm', code: 'c', from: 'STP', to: 'TTA', service: 'geefVaartuig', requires: [], capture: [], expect: [] },
  send: { template: 'vraag', with: {} },
  ...more,
});
const answer = (nr: number, answers: number, more: Partial<Step> = {}): Step => {
  const { send: _, ...rest } = step(nr, { from: 'TTA', to: 'STP', answers, ...more });
  return rest;
};
const scenario = (id: string, ...steps: readonly Step[]): Scenario => ({ id, title: id, verplicht: true, steps });
const NAMED = [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Albatros' } }];
const GIVES = scenario('vt.1', step(1), answer(2, 1, { capture: [{ variable: 'naam', path: 'VTG:naam' }] }));
const NEEDS = scenario(
  'vt.2',
  step(1, { requires: ['vt.1/2'], send: { template: 'vraag', with: { naam: '{{naam}}' } } }),
  answer(2, 1),
);

function planOf(...scenarios: readonly Scenario[]): Plan {
  return {
    suite: { id: 'vaartuigen-1.0/register' },
    scenarios: scenarios.map((each) => ({ scenario: each })),
    constants: {},
    overrides: [],
    variables: [],
    omvang: 'volledig',
  } as unknown as Plan;
}

interface Walk {
  readonly events: readonly RunEvent[];
  readonly steps: Readonly<Record<string, string>>;
  readonly sent: readonly string[];
}

async function walk(
  plan: Plan,
  says: Says,
  more: Partial<Crew> & { clock?: FakeClock; onEvent?: (event: RunEvent) => void } = {},
): Promise<Walk> {
  const sent: string[] = [];
  const messenger: Messenger = {
    needs: (source) => Object.values(source.with).flatMap(namesIn),
    async send(_, purpose) {
      sent.push(`${purpose.scenario}/${purpose.step} ${purpose.kind}`);
      const full = { ...purpose, attempt: 1 };
      return [madeExchange({ id: String(sent.length), request: QUESTION, purpose: full, ...says(full) })];
    },
  };
  const valid: SchemaBasis = {
    soort: 'ingebouwd',
    naam: 'proef',
    digest: 'd',
    validate: async () => ({ decided: true, violations: [] }),
  };
  const { tools } = madeCase({});
  const { onEvent, ...crewMore } = more;
  const crew: Crew = {
    messenger,
    tools: { ...tools, bases: [valid] },
    clock: new FakeClock(),
    mode: 'onvoorwaardelijk',
    poll: { deadlineMillis: 0, pauseMillis: 100 },
    functions: {},
    seed: 1,
    token: 'abc',
    ...crewMore,
  };
  const events: RunEvent[] = [];
  for await (const event of run(plan, crew)) {
    events.push(event);
    onEvent?.(event);
  }
  const judged = events.filter((event): event is StepJudged => event.type === 'step-judged');
  const steps = Object.fromEntries(
    judged.map((each) => [
      `${each.scenario}/${each.step}`,
      each.gevolgVan ? `${each.verdict} < ${each.gevolgVan}` : [each.verdict, each.oorzaak].filter(Boolean).join(' '),
    ]),
  );
  return { events, steps, sent };
}

describe('the corridor', () => {
  it('walks a plan in order, and takes values along', async () => {
    const { steps, sent, events } = await walk(planOf(GIVES, NEEDS), good);
    expect(steps).to.deep.equal({ 'vt.1/1': 'voldoet', 'vt.1/2': 'voldoet', 'vt.2/1': 'voldoet', 'vt.2/2': 'voldoet' });
    expect(sent).to.deep.equal(['vt.1/1 step', 'vt.2/1 step']);
    expect(events.find((event) => event.type === 'variable-set')).to.include({ name: 'naam', value: 'Zeemeeuw' });
    expect(events.at(-1)).to.include({ type: 'run-finished', reason: 'done' });
  });

  it('blocks what needs a value that did not come, and says what it follows from', async () => {
    const { steps, sent } = await walk(planOf(GIVES, NEEDS), () => ({
      reply: ANSWER.replace('<VTG:naam>Zeemeeuw</VTG:naam>', ''),
    }));
    expect(steps).to.deep.equal({
      'vt.1/1': 'voldoet',
      'vt.1/2': 'voldoet_niet product',
      'vt.2/1': 'niet_beslist < vt.1/2',
      'vt.2/2': 'niet_beslist < vt.1/2',
    });
    expect(sent).to.deep.equal(['vt.1/1 step']);
  });

  it('goes on after a fault that does not matter for what follows', async () => {
    const { steps } = await walk(planOf(GIVES, NEEDS), ({ scenario: id }) =>
      id === 'vt.1' ? { reply: ANSWER, status: 500 } : { reply: ANSWER },
    );
    expect(steps).to.deep.equal({
      'vt.1/1': 'voldoet',
      'vt.1/2': 'voldoet_niet product',
      'vt.2/1': 'voldoet',
      'vt.2/2': 'voldoet',
    });
  });

  it('tells a refusal once, at the reply', async () => {
    const readBack = {
      service: 'geefVaartuig',
      template: 'vraag',
      with: {},
      expect: [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Albatros' } }],
    };
    const plan = planOf(
      scenario('vt.1', step(1, { readBack }), answer(2, 1)),
      scenario('vt.2', step(1, { requires: ['vt.1/1'] })),
    );
    const { steps } = await walk(plan, ({ kind }) => (kind === 'step' ? { reply: FAULT, status: 500 } : { reply: ANSWER }));
    expect(steps).to.deep.equal({
      'vt.1/1': 'niet_beslist < vt.1/2',
      'vt.1/2': 'voldoet_niet product',
      'vt.2/1': 'niet_beslist < vt.1/2',
    });
  });

  it('calls what was confirmed and not stored a fault of the request step', async () => {
    const readBack = {
      service: 'geefVaartuig',
      template: 'vraag',
      with: {},
      expect: [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Albatros' } }],
    };
    const { steps } = await walk(planOf(scenario('vt.1', step(1, { readBack }), answer(2, 1))), good);
    expect(steps).to.deep.equal({ 'vt.1/1': 'voldoet_niet product', 'vt.1/2': 'voldoet' });
  });

  it('takes what is shown for stored, however badly the answer is written, and does not wait for better writing', async () => {
    const readBack = {
      service: 'geefVaartuig',
      template: 'vraag',
      with: {},
      expect: [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Zeemeeuw' } }],
    };
    const needs = scenario('vt.2', step(1, { requires: ['vt.1/1'] }), answer(2, 1));
    const { steps, sent } = await walk(
      planOf(scenario('vt.1', step(1, { readBack }), answer(2, 1)), needs),
      ({ kind }) => ({ reply: kind === 'read-back' ? ANSWER.replace('>La01<', '>La03<') : ANSWER }),
      { poll: { deadlineMillis: 1000, pauseMillis: 100 } },
    );
    expect(steps).to.deep.equal({
      'vt.1/1': 'voldoet_niet product',
      'vt.1/2': 'voldoet',
      'vt.2/1': 'voldoet',
      'vt.2/2': 'voldoet',
    });
    expect(sent).to.deep.equal(['vt.1/1 step', 'vt.1/1 read-back', 'vt.2/1 step']);
  });

  it('asks again until the answer is there', async () => {
    const clock = new FakeClock();
    const readBack = {
      service: 'geefVaartuig',
      template: 'vraag',
      with: {},
      expect: [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Zeemeeuw' } }],
    };
    let looks = 0;
    const walking = walk(
      planOf(scenario('vt.1', step(1, { readBack }), answer(2, 1))),
      ({ kind }) => ({ reply: kind === 'read-back' && ++looks < 3 ? ANSWER.replace('Zeemeeuw', '') : ANSWER }),
      { clock, poll: { deadlineMillis: 1000, pauseMillis: 100 } },
    );
    for (let turn = 0; turn < 200 && looks < 3; turn++) {
      await new Promise((resolve) => setImmediate(resolve));
      if (clock.sleeping > 0) clock.advance(100);
    }
    const { steps, sent, events } = await walking;
    expect(steps['vt.1/1']).to.equal('voldoet');
    expect(sent.filter((each) => each.endsWith('read-back'))).to.have.length(3);
    expect(events.filter((event) => event.type === 'waiting')).to.have.length(1);
  });

  it('holds nothing against a product that somebody took the time away from', async () => {
    const stop = new AbortController();
    const readBack = {
      service: 'geefVaartuig',
      template: 'vraag',
      with: {},
      expect: [{ kind: 'waarde', options: { path: 'VTG:naam', equals: 'Albatros' } }],
    };
    const says: Says = ({ kind }) => {
      if (stop.signal.aborted) return { failure: { kind: 'cancelled', detail: 'CANCELLED' } };
      if (kind === 'read-back') stop.abort();
      return { reply: ANSWER };
    };
    const { steps, events } = await walk(planOf(scenario('vt.1', step(1, { readBack }), answer(2, 1))), says, {
      signal: stop.signal,
      poll: { deadlineMillis: 1000, pauseMillis: 100 },
    });
    expect(steps).to.deep.equal({ 'vt.1/1': 'niet_beslist transport' });
    expect(events.at(-1)).to.include({ reason: 'cancelled' });
  });

  it('follows from the request when nothing could be delivered', async () => {
    const { steps } = await walk(planOf(GIVES), () => ({ failure: { kind: 'refused', detail: 'ECONNREFUSED' } }));
    expect(steps).to.deep.equal({ 'vt.1/1': 'niet_beslist configuratie', 'vt.1/2': 'niet_beslist < vt.1/1' });
  });

  it('stops at the failing step when told to', async () => {
    const { steps, events } = await walk(planOf(GIVES, NEEDS), () => ({ reply: ANSWER, status: 500 }), {
      mode: 'voorwaardelijk',
    });
    expect(Object.keys(steps)).to.deep.equal(['vt.1/1', 'vt.1/2']);
    expect(events.find((event) => event.type === 'scenario-skipped')).to.include({ scenario: 'vt.2', reason: 'stopped' });
    expect(events.at(-1)).to.include({ reason: 'stopped-at-step' });
  });

  it('stops at a refusal only after the reply that tells it', async () => {
    const { steps } = await walk(
      planOf(
        scenario(
          'vt.1',
          step(1, { readBack: { service: 'geefVaartuig', template: 'vraag', with: {}, expect: NAMED } }),
          answer(2, 1),
        ),
        scenario('vt.2', step(1)),
      ),
      ({ kind }) => (kind === 'step' ? { reply: FAULT, status: 500 } : { reply: ANSWER }),
      { mode: 'voorwaardelijk' },
    );
    expect(steps).to.deep.equal({ 'vt.1/1': 'niet_beslist < vt.1/2', 'vt.1/2': 'voldoet_niet product' });
  });

  it('leaves a step undecided that needs what was not chosen, by our own choice, and sends nothing for it', async () => {
    const { scenarios, ...plan } = planOf(GIVES, NEEDS);
    const [first, ...rest] = scenarios.map((each, index) => (index === 0 ? { ...each, skipped: 'only' as const } : each));
    const { steps, sent, events } = await walk({ ...plan, scenarios: first ? [first, ...rest] : [] }, good);
    expect(steps).to.deep.equal({ 'vt.2/1': 'niet_beslist < vt.1/2', 'vt.2/2': 'niet_beslist < vt.1/2' });
    expect(sent).to.deep.equal([]);
    const findings = events.flatMap((event) => (event.type === 'step-judged' ? event.findings : []));
    expect(findings.map(({ id, verdict, oorzaak }) => [id, verdict, oorzaak])).to.deep.equal([
      ['VOORWAARDE', 'niet_beslist', 'configuratie'],
    ]);
  });

  it('is blocked by a value that was not chosen, also when the step does not say that it requires it', async () => {
    const needs = scenario('vt.2', step(1, { send: { template: 'vraag', with: { naam: '{{naam}}' } } }));
    const plan = planOf(GIVES, needs);
    const { steps, sent } = await walk(
      { ...plan, scenarios: plan.scenarios.map((each, index) => (index === 0 ? { ...each, skipped: 'only' as const } : each)) },
      good,
    );
    expect(steps).to.deep.equal({ 'vt.2/1': 'niet_beslist < vt.1/2' });
    expect(sent).to.deep.equal([]);
  });

  it('ends with what it has when it is cancelled', async () => {
    const stop = new AbortController();
    const { steps, events } = await walk(planOf(GIVES, NEEDS), good, {
      signal: stop.signal,
      onEvent: (event) => event.type === 'step-judged' && stop.abort(),
    });
    expect(Object.keys(steps)).to.deep.equal(['vt.1/1']);
    expect(events.at(-1)).to.include({ reason: 'cancelled' });
  });

  describe('where a fault is due', () => {
    const owed = (fault: Step['fault']) =>
      planOf(
        scenario(
          'vt.1',
          step(1, { send: { template: 'vraag', with: {}, wrongOnPurpose: true } }),
          answer(2, 1, { ...(fault && { fault }) }),
        ),
        scenario('vt.2', step(1, { requires: ['vt.1/2'] })),
      );

    it('takes that fault for right, and goes on', async () => {
      const { steps } = await walk(owed({ codes: ['StUF058'], prescribed: true }), ({ scenario: id }) =>
        id === 'vt.1' ? { reply: FAULT, status: 500 } : { reply: ANSWER },
      );
      expect(steps).to.deep.equal({ 'vt.1/1': 'voldoet', 'vt.1/2': 'voldoet', 'vt.2/1': 'voldoet' });
    });

    it('does not take an answer for it', async () => {
      const { steps } = await walk(owed({ prescribed: false }), good);
      expect(steps).to.deep.equal({ 'vt.1/1': 'voldoet', 'vt.1/2': 'voldoet_niet product', 'vt.2/1': 'niet_beslist < vt.1/2' });
    });

    it('takes the usual reply as well, when the fault is optional, and no other fault', async () => {
      const optional = owed({ codes: ['StUF058'], prescribed: true, optional: true });
      const refused: Says = ({ scenario: id }) => (id === 'vt.1' ? { reply: FAULT, status: 500 } : { reply: ANSWER });
      const fine = { 'vt.1/1': 'voldoet', 'vt.1/2': 'voldoet', 'vt.2/1': 'voldoet' };
      expect((await walk(optional, good)).steps).to.deep.equal(fine);
      expect((await walk(optional, refused)).steps).to.deep.equal(fine);
      const another = owed({ codes: ['StUF034'], prescribed: true, optional: true });
      expect((await walk(another, refused)).steps['vt.1/2']).to.equal('voldoet_niet product');
    });

    it('does not take another fault for it, when the code is prescribed', async () => {
      const says: Says = () => ({ reply: FAULT, status: 500 });
      expect((await walk(owed({ codes: ['StUF034'], prescribed: true }), says)).steps['vt.1/2']).to.equal('voldoet_niet product');
      expect((await walk(owed({ codes: ['StUF034'], prescribed: false }), says)).steps['vt.1/2']).to.equal('voldoet');
      expect((await walk(owed({ prescribed: false, plek: 'client' }), says)).steps['vt.1/2']).to.equal('voldoet_niet product');
    });
  });
});

/**
 * How a product copes with an answer that is wrong on purpose: our own driver offers its message again and is free of faults,
 * and a product that offers nothing again is not found wrong, nor right. Those that do it wrongly: wrong-consumers.test.ts.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Sender } from '../src/actor/messenger.js';
import { stepFaulter } from '../src/cli/simulate/step-faults.js';
import { familyOf } from '../src/standard/index.js';
import { planSuite } from '../src/suite/plan.js';
import { packageRoot } from './package-root.js';
import { runConsumer } from './support/consumer-run.js';
import { openOwnSuite, outcomeOf } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

interface Silent {
  readonly suite: string;
  readonly step: string;
  readonly what: string;
}

/** How long our driver waits for the answer that never comes. */
const PATIENCE = 400;
const silent = parse(readFileSync(join(packageRoot, 'test', 'consumers', 'fouten.yaml'), 'utf8')) as readonly Silent[];

describe('a product that gets a wrong answer', function () {
  this.timeout(60_000);

  async function play(id: string, scenarios: readonly string[], wrap?: (sender: Sender) => Sender) {
    const loaded = await openOwnSuite(id);
    const compact = await compactBasis(loaded.standard);
    const outcome = await runConsumer(loaded, {
      ...{ bases: [compact], timeoutMillis: PATIENCE, selection: { only: scenarios } },
      ...(wrap && { wrap }),
    });
    compact.dispose();
    return outcome;
  }

  for (const [id, count] of [
    ['zds-1.1/zaakservice-consumer-fouten', 28],
    ['zds-1.1/documentservice-consumer-fouten', 12],
    ['zds-1.2/zaakservice-consumer-fouten', 28],
    ['zds-1.2/documentservice-consumer-fouten', 12],
  ] as const)
    it(`offers its message again, unchanged, and is free of faults in ${id}`, async () => {
      const { steps, events } = await play(id, []);
      const reds = [...steps].filter(([, { verdict }]) => verdict !== 'voldoet');
      expect(
        reds.map(
          ([path, step]) =>
            `${path} ${outcomeOf(step)} ${JSON.stringify(step.findings.filter((of) => of.verdict !== 'voldoet'))}`,
        ),
      ).to.deep.equal([]);
      expect(steps.size).to.equal(count);
      expect(events.filter(({ type }) => type === 'unmatched')).to.deep.equal([]);
      const told = [...steps.values()].flatMap(({ findings }) => findings.filter((of) => of.id === 'ANTWOORD-MET-OPZET-FOUT'));
      expect(told).to.have.length(count / 4);
    });

  for (const { suite, step, what } of silent)
    it(`is not held wrong, nor right, at ${step}: ${what}`, async () => {
      const scenario = step.slice(0, step.lastIndexOf('/'));
      const { steps } = await play(suite, [scenario], withoutMessage(step));
      expect(outcomeOf(steps.get(step))).to.equal('niet_beslist transport');
      expect(outcomeOf(steps.get(`${scenario}/1`))).to.equal('voldoet');
    });

  it('is never asked about a fault that is not there: the suite is refused', async () => {
    const { suite, standard } = await openOwnSuite('zds-1.1/zaakservice-consumer-fouten');
    const plan = planSuite(await openOwnSuite('zds-1.1/zaakservice-consumer-fouten'), { only: [], without: [], set: {} });
    expect(suite.scenarios.length).to.be.greaterThan(0);
    const misspelt = plan.scenarios.map((each) => ({
      ...each,
      scenario: {
        ...each.scenario,
        steps: each.scenario.steps.map((of) => (of.misbehave ? { ...of, misbehave: 'timout' } : of)),
      },
    }));
    expect(() => stepFaulter({ scenarios: misspelt }, standard, familyOf(standard.family))).to.throw(
      /no fault "timout"; did you mean "timeout"/,
    );
  });
});

/** Swallows what our driver sends for one step, and what it would offer again by itself when an address falls silent. */
function withoutMessage(step: string): (sender: Sender) => Sender {
  return (sender) => ({
    send(outgoing, target, purpose, signal) {
      const isSwallowed = purpose.attempt > 1 || `${purpose.scenario}/${purpose.step}` === step;
      return sender.send(outgoing, target, purpose, isSwallowed ? AbortSignal.abort() : signal);
    },
  });
}

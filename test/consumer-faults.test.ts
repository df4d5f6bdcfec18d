/**
 * How a product copes with an answer that is wrong on purpose: our own driver offers its message again and is free of faults;
 * products that do something else, kept as data, are told at the step that it is about.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import type { Sender } from '../src/actor/messenger.js';
import { stepFaulter } from '../src/cli/step-faults.js';
import { familyOf } from '../src/standard/index.js';
import { planSuite } from '../src/suite/plan.js';
import { packageRoot } from './package-root.js';
import { runConsumer } from './support/consumer-run.js';
import { openOwnSuite, outcomeOf } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

interface Wrong {
  readonly suite: string;
  readonly step: string;
  readonly what: string;
  readonly replace?: string;
  readonly by?: string;
  readonly lost?: boolean;
}

/** How long our driver waits for the answer that never comes. */
const PATIENCE = 400;
const wrongs = parse(readFileSync(join(packageRoot, 'test', 'consumers', 'fouten.yaml'), 'utf8')) as readonly Wrong[];

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
    ['zds-1.1/zaakservice-consumer-fouten', 24],
    ['zds-1.1/documentservice-consumer-fouten', 8],
    ['zds-1.2/zaakservice-consumer-fouten', 24],
    ['zds-1.2/documentservice-consumer-fouten', 8],
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

  for (const wrong of wrongs)
    it(`is told at ${wrong.step}: ${wrong.what}`, async () => {
      const { scenario, wrap } = wrongly(wrong);
      const { steps } = await play(wrong.suite, [scenario], wrap);
      const step = steps.get(wrong.step);
      if (wrong.lost) {
        expect(outcomeOf(step)).to.equal('niet_beslist transport');
        return;
      }
      expect(outcomeOf(step)).to.equal('voldoet_niet product');
      expect(step?.findings.filter(({ verdict }) => verdict === 'voldoet_niet').map(({ id }) => id)).to.include('HERHAALD');
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

/** Changes, or swallows, what our driver sends for one step. */
function wrongly({ step, replace, by = '', lost }: Wrong) {
  const scenario = step.slice(0, step.lastIndexOf('/'));
  const wrap = (sender: Sender): Sender => ({
    send(outgoing, target, purpose, signal) {
      const isMeant = `${purpose.scenario}/${purpose.step}` === step;
      // Our driver offers a message again by itself when an address falls silent: this product does not.
      if ((lost && isMeant) || (purpose.attempt > 1 && replace !== undefined) || (purpose.attempt > 1 && lost))
        return sender.send(outgoing, target, purpose, AbortSignal.abort());
      if (!isMeant || replace === undefined) return sender.send(outgoing, target, purpose, signal);
      const text = new TextDecoder().decode(outgoing.body).replaceAll(new RegExp(replace, 'gu'), by);
      return sender.send({ ...outgoing, body: new TextEncoder().encode(text) }, target, purpose, signal);
    },
  });
  return { scenario, wrap };
}

/**
 * Products that send something wrong, kept as data: each turns the step that it is about voldoet_niet, told by the check
 * that is named, and no other step is held against the product. The same driver without the mistake is free of faults.
 */
import { expect } from 'chai';
import { packageFacts } from '../src/cli/package-root.js';
import { openPlay, type Play } from '../src/cli/selftest/selftest-play.js';
import { wrongly } from '../src/cli/wrong-sender.js';
import type { WrongConsumer } from '../src/model/wrong-consumer.js';
import { openFileSet } from '../src/suite/file-set.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { loadWrongConsumers } from '../src/suite/wrong-consumers.js';
import { openOwnSuite, outcomeOf } from './support/reference-run.js';

const ROLES = ['zaakservice-consumer', 'documentservice-consumer'];
/** Where answers fail to come on purpose, our driver waits for them no longer than this. */
const PATIENCE_MILLIS = 400;

for (const standard of ['zds-1.1', 'zds-1.2']) {
  const open = async (role: string) => {
    const loaded = await openOwnSuite(`${standard}/${role}`);
    return { loaded, wrongs: await loadWrongConsumers(openFileSet(packageFacts().suites), loaded) };
  };

  describe(`the wrong consumers of ${standard}`, () => {
    it('are at least 30, and every service that the product calls is called wrongly', async () => {
      const roles = await Promise.all(ROLES.map(open));
      expect(roles.flatMap(({ wrongs }) => wrongs).length).to.be.at.least(30);
      for (const { loaded, wrongs } of roles) {
        const services = servicesOf(loaded);
        const wrong = new Set(wrongs.map(({ step }) => services.get(step)));
        expect([...new Set(services.values())].filter((service) => !wrong.has(service))).to.deep.equal([]);
      }
    });
  });

  for (const role of ROLES) {
    describe(`a product that is wrong as ${role} of ${standard}`, function () {
      this.timeout(30_000);
      it('turns the step red that it is wrong at, and no other', async function () {
        this.timeout(120_000);
        const { loaded, wrongs } = await open(role);
        using play = openPlay(loaded);
        expect(reds(await play.steps((sender) => sender)), 'without a mistake').to.deep.equal([]);
        for (const wrong of wrongs) await holdsAgainst(play, wrong);
      });
    });
    describe(`a product that does not offer a message again as it should, as ${role} of ${standard}`, function () {
      this.timeout(60_000);
      it('turns the step red that it is wrong at, and no other', async () => {
        const { loaded, wrongs } = await open(`${role}-fouten`);
        for (const wrong of wrongs) {
          // Each scenario stands alone: the other silences need not be waited for.
          using play = openPlay(loaded, { only: [scenarioOf(wrong.step)], timeoutMillis: PATIENCE_MILLIS });
          expect(reds(await play.steps((sender) => sender)), `${wrong.step} without a mistake`).to.deep.equal([]);
          await holdsAgainst(play, wrong);
        }
      });
    });
  }
}

async function holdsAgainst(play: Play, wrong: WrongConsumer): Promise<void> {
  const sender = wrongly(wrong);
  const steps = await play.steps(sender.wrap);
  const name = `${wrong.step}: ${wrong.what}`;
  expect(sender.changed(), `${name}: the message was changed`).to.equal(true);
  const told = (steps.get(wrong.step)?.findings ?? []).filter(({ verdict }) => verdict === 'voldoet_niet');
  expect(outcomeOf(steps.get(wrong.step)), name).to.equal('voldoet_niet product');
  expect(
    told.map(({ id }) => id),
    name,
  ).to.include(wrong.told);
  const others = [...steps].filter(([path, { verdict }]) => path !== wrong.step && verdict === 'voldoet_niet');
  expect(reds(new Map(others)), name).to.deep.equal([]);
}

function reds(steps: Awaited<ReturnType<Play['steps']>>): readonly string[] {
  return [...steps].filter(([, { verdict }]) => verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`);
}

function servicesOf({ suite }: LoadedSuite): ReadonlyMap<string, string> {
  return new Map(
    suite.scenarios.flatMap(({ id, steps }) =>
      steps.filter(({ receive }) => receive).map(({ nr, service }) => [`${id}/${nr}`, service] as const),
    ),
  );
}

function scenarioOf(step: string): string {
  return step.slice(0, step.lastIndexOf('/'));
}

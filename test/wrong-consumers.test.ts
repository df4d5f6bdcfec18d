/**
 * Products that send something wrong, kept as data: each turns the step that it is about voldoet_niet, told by the check
 * that is named, and no other step is held against the product.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { wrongly } from '../src/cli/wrong-sender.js';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { WrongConsumer } from '../src/model/wrong-consumer.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { packageRoot } from './package-root.js';
import { runConsumer } from './support/consumer-run.js';
import { openOwnSuite, outcomeOf } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const STANDARD = 'zds-1.1';
const text = readFileSync(join(packageRoot, 'suites', STANDARD, 'selftest', 'consumers.yaml'), 'utf8');
const wrongs = parse(text) as Readonly<Record<string, readonly WrongConsumer[]>>;

it('there are at least 30 wrong consumers', () => {
  expect(Object.values(wrongs).flat().length).to.be.at.least(30);
});

for (const [role, list] of Object.entries(wrongs)) {
  describe(`a product that is wrong as ${role}`, function () {
    this.timeout(30_000);
    let loaded: LoadedSuite;
    let compact: OpenSchemaBasis;
    before(async () => {
      loaded = await openOwnSuite(`${STANDARD}/${role}`);
      compact = await compactBasis(loaded.standard);
    });
    after(() => compact.dispose());

    for (const wrong of list) {
      it(`${wrong.step}: ${wrong.what}`, async () => {
        const sender = wrongly(wrong);
        const { steps } = await runConsumer(loaded, { bases: [compact], wrap: sender.wrap });
        expect(sender.changed(), 'the message was changed').to.equal(true);
        const told = (steps.get(wrong.step)?.findings ?? []).filter(({ verdict }) => verdict === 'voldoet_niet');
        expect(outcomeOf(steps.get(wrong.step))).to.equal('voldoet_niet product');
        expect(told.map(({ id }) => id)).to.include(wrong.told);
        const others = [...steps].filter(([path, step]) => path !== wrong.step && step.gevolgVan !== wrong.step);
        expect(
          others.filter(([, { verdict }]) => verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`),
        ).to.deep.equal([]);
      });
    }
  });
}

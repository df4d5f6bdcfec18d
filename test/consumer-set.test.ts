/**
 * The suites in which the product sends, in this process: our own driver plays the product over real HTTP.
 */
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { Asking } from '../src/run-asking.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { runConsumer } from './support/consumer-run.js';
import { openOwnSuite, outcomeOf } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const SUITES: readonly [id: string, scenarios: number, steps: number][] = [
  ['zds-1.1/zaakservice-consumer', 6, 12],
  ['zds-1.1/documentservice-consumer', 7, 16],
  ['zds-1.2/zaakservice-consumer', 6, 12],
  ['zds-1.2/documentservice-consumer', 7, 16],
  ['zds-1.1/zaakservice-consumer-1staps', 6, 9],
  ['zds-1.1/documentservice-consumer-1staps', 8, 14],
  ['zds-1.2/zaakservice-consumer-1staps', 6, 9],
  ['zds-1.2/documentservice-consumer-1staps', 8, 14],
  ['zds-1.1/zaakservice-consumer-verdieping', 5, 10],
  ['zds-1.1/documentservice-consumer-verdieping', 3, 6],
  ['zds-1.2/zaakservice-consumer-verdieping', 5, 10],
  ['zds-1.2/documentservice-consumer-verdieping', 3, 6],
];

/** A person who is pleased with everything. */
const SATISFIED: Asking = { waitMillis: 1, ask: async () => ({ answer: 'ja', how: 'bestand', by: 'proef' }) };

for (const [id, scenarios, count] of SUITES) {
  describe(`the whole set ${id}`, function () {
    this.timeout(60_000);
    let loaded: LoadedSuite;
    let compact: OpenSchemaBasis;

    before(async () => {
      loaded = await openOwnSuite(id);
      compact = await compactBasis(loaded.standard);
    });
    after(() => compact.dispose());

    it('is free of faults when our own driver plays the product', async () => {
      const { steps, events } = await runConsumer(loaded, { bases: [compact], asking: SATISFIED });
      expect(loaded.suite.scenarios).to.have.length(scenarios);
      const reds = [...steps].filter(([, step]) => step.verdict !== 'voldoet');
      expect(
        reds.map(
          ([path, step]) =>
            `${path} ${outcomeOf(step)} ${JSON.stringify(step.findings.filter((each) => each.verdict !== 'voldoet'))}`,
        ),
      ).to.deep.equal([]);
      expect(steps.size).to.equal(count);
      expect(events.filter(({ type }) => type === 'unmatched')).to.deep.equal([]);
    });
  });
}

import { expect } from 'chai';
import { agreeOn, type Outcome } from './agree-on-standard.js';
import { corpusRoot, standardsRoot } from './sources.js';

for (const id of ['zds-1.1', 'zds-1.2']) {
  describe(`the compact schema of ${id} beside the official one (skipped without official schemas)`, () => {
    let outcome: Outcome | undefined;

    before(async function () {
      this.timeout(120_000);
      const standards = standardsRoot();
      if (standards === undefined) return this.skip();
      outcome = await agreeOn(id, standards, { seed: 1, samples: 4, mutants: corpusRoot() === undefined ? 60 : 12 });
    });

    it('agrees in at least 99 of 100 verdicts on good messages and their mutants', () => {
      expect(outcome?.share).to.be.at.least(0.99);
    });

    it('is told good from wrong by mutants: both verdicts occur for every kind of message', () => {
      const checked = outcome?.tallies.reduce((sum, each) => sum + each.checked, 0);
      expect(checked).to.be.greaterThan(1500);
      expect(new Set(outcome?.tallies.map((each) => each.kind)).size).to.equal(13);
    });

    it('refuses no good message, neither ours nor a collected one', () => {
      expect(outcome?.refused).to.deep.equal([]);
    });
  });
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { sow } from '../../../src/cli/simulate/simulate-seed.js';
import { familyOf } from '../../../src/standard/index.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { loadStandard } from '../../../src/suite/load-standard.js';
import { packageRoot } from '../../package-root.js';
import { brokenIds, compactShelf, judgeText } from '../../support/compact-shelf.js';

const SUITES = join(packageRoot, 'suites');
const LATER = Date.UTC(2026, 5, 1);

for (const id of ['zds-1.1', 'zds-1.2']) {
  describe(`the stock of ${id}`, () => {
    const folder = join(SUITES, id, 'seed');
    const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));

    it('is taken in whole: every zaak, document and person is there', async () => {
      const standard = await loadStandard(openFileSet(SUITES), id);
      const registry = familyOf(standard.family).registry(standard);
      const store = registry.createStore();
      sow(SUITES, standard, registry, store, LATER);
      // What was confirmed is processed when the next message comes.
      registry.handle(store, { soapAction: undefined, contentType: undefined, receivedAt: LATER + 60_000 });
      const kept = JSON.stringify(store.toJSON());
      for (const each of ['9999KETENTEST0001', '9999KETENTEST0002', '9999KETENTESTDOC0001', '9999KETENTESTDOC0002', 'Aalbers'])
        expect(kept, each).to.contain(each);
    });

    it('breaks no rule, and has no BSN but of the test range', async () => {
      await using shelf = await compactShelf({ standard: id });
      for (const text of texts) {
        expect(brokenIds(await judgeText(shelf, text))).to.deep.equal([]);
        for (const [, bsn = ''] of text.matchAll(/bsn>(\d+)</g)) {
          const sum = [9, 8, 7, 6, 5, 4, 3, 2, -1].reduce((of, weight, at) => of + weight * Number(bsn[at]), 0);
          expect(bsn).to.match(/^9999\d{5}$/);
          expect(sum % 11, bsn).to.equal(0);
        }
      }
    });

    it('is refused, with the file, when a message of it is', async () => {
      const standard = await loadStandard(openFileSet(SUITES), id);
      const registry = familyOf(standard.family).registry(standard);
      const withoutServices = { ...standard, services: [] };
      const store = registry.createStore();
      expect(() => sow(SUITES, withoutServices, familyOf(standard.family).registry(withoutServices), store, LATER)).to.throw(
        /refused/,
      );
    });
  });
}

/**
 * Ways to be wrong that the official sets do not notice, and the scenario of the deepening that was made for each: run
 * alone against the reference with that misbehaviour, it turns red, and without it stays green.
 */
import { expect } from 'chai';
import { packageFacts } from '../src/cli/package-root.js';
import { openBench } from '../src/cli/selftest/selftest-bench.js';
import { openSuite } from '../src/cli/suite-loading.js';
import { openFileSet } from '../src/suite/file-set.js';
import { loadMisbehaviours } from '../src/suite/load-misbehaviours.js';

const NOTICED_BY: Readonly<Record<string, string>> = {
  'lijst-met-document-van-andere-zaak': 'vd.175.geefLijstZaakdocumenten-tweeZaken/15',
  'details-verzonnen-einddatum': 'vd.176.geefZaakdetails-nietsVerzonnen/6',
  'details-verzonnen-reden': 'vd.176.geefZaakdetails-nietsVerzonnen/6',
  'details-tijdstip-uit-1970': 'vd.176.geefZaakdetails-nietsVerzonnen/6',
  'lezen-zonder-contenttype': 'vd.177.geefZaakdocumentLezen-contentType/10',
};

describe('the deepening notices', function () {
  this.timeout(60_000);
  for (const standard of ['zds-1.1', 'zds-1.2']) {
    it(`of ${standard} what a reply shows that nobody stored, and what it leaves out`, async () => {
      const loaded = await openSuite(`${standard}/zaaksysteem-verdieping`);
      const known = await loadMisbehaviours(openFileSet(packageFacts().suites), loaded.standard);
      using bench = openBench(loaded);
      const seen: Record<string, string> = {};
      for (const [id, path] of Object.entries(NOTICED_BY)) {
        const misbehaviour = known.find((each) => each.id === id);
        if (!misbehaviour) throw new Error(`there is no misbehaviour ${id}`);
        const red = await bench.noticed(misbehaviour, path.split('/')[0]);
        seen[id] = `${red?.scenario}/${red?.step}`;
      }
      expect(seen).to.deep.equal(NOTICED_BY);
    });
  }
});

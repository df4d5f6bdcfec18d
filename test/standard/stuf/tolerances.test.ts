/** A number that is too long breaks the schema; in the profile praktijk that, and only that, is a point of attention. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { schemaFindings } from '../../../src/judge/schema.js';
import type { OpenSchemaBasis } from '../../../src/message/schema-basis.js';
import { readXml } from '../../../src/message/xml-reader.js';
import type { StandardDefinition } from '../../../src/model/standard-definition.js';
import { readFacts } from '../../../src/standard/stuf/facts.js';
import { toleratedViolation } from '../../../src/standard/stuf/tolerances.js';
import { openFileSet } from '../../../src/suite/file-set.js';
import { loadStandard } from '../../../src/suite/load-standard.js';
import { packageRoot } from '../../package-root.js';
import { madeExchange } from '../../support/made-exchange.js';
import { compactBasis, officialBasis } from '../../support/reference-server.js';

const GOOD = readFileSync(join(packageRoot, 'fixtures', 'zds-1.1', 'good', 'creeerZaak.xml'), 'utf8');
const LONG = 'R'.repeat(45);

describe('a referentienummer that is too long', () => {
  let standard: StandardDefinition;
  let bases: readonly OpenSchemaBasis[];

  before(async function () {
    this.timeout(60_000);
    standard = await loadStandard(openFileSet(join(packageRoot, 'suites')), 'zds-1.1');
    bases = [await compactBasis(standard), await officialBasis(standard)].filter((each) => each !== undefined);
  });
  after(() => {
    for (const basis of bases) basis.dispose();
  });

  /** Severity and tolerance of what the schema complains about, by every basis there is. */
  const complaints = async (message: string, profile: 'strict' | 'praktijk') => {
    const { root } = readXml(new TextEncoder().encode(message));
    if (!root) throw new Error('not well-formed');
    const facts = readFacts(root);
    const all = await Promise.all(
      bases.map(async (basis) => {
        const outcome = await basis.validate(madeExchange({ request: message }).request);
        return schemaFindings(outcome, basis, 'product', (violation) =>
          profile === 'praktijk' ? toleratedViolation(violation, facts, standard) : undefined,
        );
      }),
    );
    for (const findings of all) expect(findings.map((each) => each.ernst)).to.deep.equal(all[0]?.map((each) => each.ernst));
    return (all[0] ?? []).filter((each) => each.verdict === 'voldoet_niet');
  };

  it('is a fault in the profile strict, and an aandachtspunt under the id of the tolerance in praktijk', async () => {
    const long = GOOD.replace('>V0005<', `>${LONG}<`);
    expect((await complaints(long, 'strict'))[0]).to.include({ ernst: 'fout' });
    const found = await complaints(long, 'praktijk');
    expect(found).not.to.deep.equal([]);
    for (const each of found) expect(each).to.include({ ernst: 'aandachtspunt', tolerantie: 'PRAKTIJK-STUF-0301-RF-02' });
  });

  const others: readonly [name: string, message: string][] = [
    ['a number longer than anybody keeps', GOOD.replace('>V0005<', `>${'R'.repeat(300)}<`)],
    ['another element that is too long', GOOD.replace('>99990000000001<', `>9999${LONG}<`)],
    ['an element within the number', GOOD.replace('>V0005<', `>${LONG}<StUF:x/><`)],
    [
      'two numbers',
      GOOD.replace(
        '>V0005</StUF:referentienummer>',
        `>${LONG}</StUF:referentienummer><StUF:referentienummer>2</StUF:referentienummer>`,
      ),
    ],
  ];
  for (const [name, message] of others) {
    it(`is not ${name}: that stays a fault in both profiles`, async () => {
      for (const profile of ['strict', 'praktijk'] as const) {
        expect(
          (await complaints(message, profile)).map((each) => each.ernst),
          profile,
        ).to.include('fout');
      }
    });
  }

  it('takes no other violation along', async () => {
    const both = GOOD.replace('>V0005<', `>${LONG}<`).replace('>Gedeeltelijk<', '>Deels<');
    const found = await complaints(both, 'praktijk');
    expect(found.map((each) => each.ernst))
      .to.include('fout')
      .and.to.include('aandachtspunt');
    expect(found[0]?.ernst, 'what is not tolerated comes first').to.equal('fout');
  });
});

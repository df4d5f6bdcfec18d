import { expect } from 'chai';
import { dryRun, dryRunText } from '../../../src/cli/run/dry-run.js';
import { openSuite } from '../../../src/cli/suite-loading.js';
import { planSuite } from '../../../src/suite/plan.js';

const NOTHING = { only: [], without: [], set: {} };
const MOMENT = Date.parse('2026-01-31T12:00:00Z');

describe('a dry run', () => {
  for (const id of [
    'zds-1.1/zaaksysteem',
    'zds-1.2/zaaksysteem',
    'zds-1.1/zaaksysteem-verdieping',
    'zds-1.2/zaaksysteem-verdieping',
  ]) {
    it(`makes every message of ${id}`, async () => {
      const loaded = await openSuite(id);
      const made = dryRun(loaded, planSuite(loaded, NOTHING), MOMENT, 'abcdef01');
      expect(made.filter(({ error }) => error)).to.deep.equal([]);
      expect(made.every(({ bytes }) => (bytes ?? 0) > 500)).to.equal(true);
      expect(dryRunText(made, 'nl')).to.include({ code: 0 });
      expect(dryRunText(made, 'nl').text).to.include(`${made.length} van ${made.length} berichten zijn te maken.`);
    });
  }

  it('names the values that a reply has to give first', async () => {
    const loaded = await openSuite('zds-1.1/zaaksysteem');
    const made = dryRun(loaded, planSuite(loaded, { ...NOTHING, only: ['zs.9.*'] }), MOMENT, 'abcdef01');
    expect(made[0]?.placeholders).to.deep.equal(['Document2.identificatie', 'Document2.checkedOutId']);
  });

  it('tells each message that cannot be made, and makes the others', async () => {
    const loaded = await openSuite('zds-1.1/zaaksysteem');
    const plan = planSuite(loaded, NOTHING);
    const { 'zaaktype.code': _, ...constants } = plan.constants;
    const made = dryRun(loaded, { ...plan, constants }, MOMENT, 'abcdef01');
    const { text, code } = dryRunText(made, 'en');
    expect(code).to.equal(2);
    expect(text).to.match(/✗ zs\.2\.creeerZaak\/1 +creeerZaak +VARIABLE_UNSET: .*zaaktype\.code/);
    expect(text).to.include('✓ zs.1.genereerZaakIdentificatie/1');
  });
});

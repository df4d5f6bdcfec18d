import { expect } from 'chai';
import type { Survivor } from '../../../src/model/report-coverage.js';
import { selftestView } from '../../../src/report/page/html-selftest.js';
import { pageOf } from '../page.js';
import { FLAWLESS } from '../samples.js';

function survivor(id: string, reason: string, elders: boolean): Survivor {
  return { id, titel: { nl: `${id} nl`, en: `${id} <en>` }, reden: { nl: `${reason} nl`, en: reason }, elders };
}

const SCORE = {
  ...{ stand: 'actueel' as const, gevonden: 6, totaal: 9 },
  samen: { met: ['bieb-1.0/streng'], gevonden: 8 },
  overlevenden: [
    survivor('a', 'Noticed elsewhere', true),
    survivor('b', 'Not to be seen', false),
    survivor('c', 'Noticed elsewhere', true),
  ],
};

describe('the self-test of a test set on the page', () => {
  const { report, exchanges } = FLAWLESS();
  const scored = { ...report, testset: { ...report.testset, zelftoets: SCORE } };

  it('groups what is not noticed by reason, that which nobody notices first', () => {
    const view = selftestView(scored);
    expect(view?.rows.map(({ count, of }) => [count, of])).to.deep.equal([
      [6, 9],
      [8, 9],
    ]);
    expect(view?.groups.map(({ reason, count }) => [reason.en, count])).to.deep.equal([
      ['Not to be seen', 1],
      ['Noticed elsewhere', 2],
    ]);
  });

  it('stands there with its counts and every survivor, escaped', async () => {
    const page = await pageOf({ report: scored, exchanges });
    expect(page).to.include('id="zelftoets"').and.to.include('href="#zelftoets"');
    for (const text of ['Samen met bieb-1.0/streng', 'Together with bieb-1.0/streng', 'a &lt;en&gt;', 'Not to be seen']) {
      expect(page).to.include(text);
    }
    expect(page).to.include('Of 9 faults that we built into our own system');
  });

  it('is left out where no score belongs to the test set, which the limits say', async () => {
    const stale = { ...report, testset: { ...report.testset, zelftoets: { stand: 'verouderd' as const } } };
    expect(selftestView(stale)).to.equal(undefined);
    const page = await pageOf({ report: stale, exchanges });
    expect(page).not.to.include('id="zelftoets"');
    expect(page).to.include('is niet bekend: hij is gewijzigd');
  });
});

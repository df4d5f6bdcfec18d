/** A report with ten thousand checks is one file that can be opened, read and searched. How fast, `npm run bench` tells. */
import { expect } from 'chai';
import { useBrowser } from '../in-browser.js';
import { largeSample } from '../large-sample.js';
import { pageOf } from '../page.js';
import { sampleRun, WITH_FAULTS } from '../samples.js';

const MB = 1024 * 1024;
const idsIn = (html: string) => [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id);

describe('a report with 10,000 checks', function () {
  this.timeout(120_000);
  const sample = largeSample(10_000);
  let html: string;
  before(async () => {
    html = await pageOf(sample);
  });

  it('is a file of less than 20 MB with an anchor of its own for every check', () => {
    expect(sample.checks).to.be.at.least(10_000);
    expect(Buffer.byteLength(html)).to.be.lessThan(20 * MB);
    const ids = idsIn(html);
    expect(new Set(ids).size).to.equal(ids.length);
    const checks = sample.report.scenarios.flatMap(({ id, stappen }) =>
      stappen.flatMap(({ nr, regels }) => regels.map((rule) => `s-${id}-${nr}-${rule.id}`)),
    );
    const known = new Set(ids);
    expect(checks.filter((anchor) => !known.has(anchor))).to.deep.equal([]);
  });

  it('shows as many messages as there is room for, and names the file of each of the others', () => {
    const count = (part: RegExp) => [...html.matchAll(part)].length;
    const listings = count(/<figure class="listing">/g);
    expect(count(/<p class="file"><code>bewijs\/\d+-\d+-(?:vraag|antwoord)\.xml<\/code>/g)).to.equal(listings);
    expect(count(/<div class="rows"><\/div>/g)).to.equal(count(/niet in deze pagina/g));
    expect(count(/niet in deze pagina/g)).to.be.within(1, listings - 100);
    expect(html).to.include('waarde 17 van dit bericht');
  });

  describe('in a browser (skipped without Chromium)', () => {
    const browser = useBrowser();

    it('filters by what is typed, by keyboard alone, and shows everything again', async () => {
      await using opened = await browser.open('large', html);
      const { page } = opened;
      const count = () => page.locator('#aantal').textContent();
      const steps = String(sample.report.scenarios.flatMap(({ stappen }) => stappen).length);
      expect(await count()).to.equal(steps);
      await page.locator('#zoek').focus();
      await page.keyboard.type('cat.17.5.geefBoek');
      expect(await count()).to.equal('2');
      expect(await page.locator('details.scenario:visible').count()).to.equal(1);
      expect(await page.locator('#s-cat\\.17\\.5\\.geefBoek-2').isVisible()).to.equal(true);
      await page.keyboard.press('Tab');
      await page.keyboard.press('Space');
      expect(await count(), 'without what does not hold').to.equal('2');
      await page.locator('#zoek').fill('BIEB-04');
      expect(await count()).to.equal('0');
      await page.locator('input[value=voldoet_niet]').press('Space');
      expect(await count()).to.equal(String(sample.report.scenarios.length / 6));
      await page.locator('#zoek').fill('');
      expect(await count()).to.equal(steps);
      expect(opened.complaints).to.deep.equal([]);
    });

    it('can be read whole without script', async () => {
      await using opened = await browser.open('large', html, { script: false });
      const { page } = opened;
      expect(await page.locator('#tools').isVisible()).to.equal(false);
      expect(await page.locator('details.scenario:visible').count()).to.equal(sample.report.scenarios.length);
      await page.locator('#s-cat\\.29\\.6\\.neemBoekTerug > summary').click();
      await page.locator('#s-cat\\.29\\.6\\.neemBoekTerug-2 > summary').click();
      expect(await page.locator('#s-cat\\.29\\.6\\.neemBoekTerug-2-BIEB-121').isVisible()).to.equal(true);
    });
  });
});

describe('the anchors of a page', () => {
  it('are the same in the next run, and others keep theirs when a check is added, in whatever order', async () => {
    const { report, exchanges } = WITH_FAULTS();
    const before = idsIn(await pageOf({ report, exchanges }));
    expect(idsIn(await pageOf(WITH_FAULTS()))).to.deep.equal(before);
    const [first] = sampleRun().report.scenarios[0]?.stappen[1]?.regels ?? [];
    const added = { ...(first ?? expect.fail('no check')), id: 'BIEB-00' };
    const scenarios = report.scenarios.map((scenario) => ({
      ...scenario,
      stappen: scenario.stappen.map((step) => ({ ...step, regels: [added, ...step.regels] })),
    }));
    const after = idsIn(await pageOf({ report: { ...report, scenarios }, exchanges }));
    expect(before.filter((id) => !after.includes(id))).to.deep.equal([]);
    expect(after.filter((id) => !before.includes(id)).every((id) => id.endsWith('-BIEB-00'))).to.equal(true);
  });
});

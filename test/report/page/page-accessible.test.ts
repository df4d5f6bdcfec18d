/**
 * Every page that we make, held against the rules of axe-core in a real browser: both languages, light and dark, on a phone
 * and on paper, with everything unfolded.
 */

import axe from 'axe-core';
import { expect } from 'chai';
import { checkPage } from '../../../src/report/page/check-page.js';
import { renderHtml } from '../../../src/report/page/render-html.js';
import { chainSample } from '../chain-samples.js';
import { type OpenOptions, useBrowser } from '../in-browser.js';
import { pageOf } from '../page.js';
import { ASKED, RECEIVING, SUSPECT } from '../page-samples.js';
import { FLAWLESS, NOT_ESTABLISHED, RUN_FACTS, sampleRun, WITH_FAULTS } from '../samples.js';

const { product } = RUN_FACTS;
const PAGES: Readonly<Record<string, () => Promise<string>>> = {
  green: () => pageOf(sampleRun({}, { product })),
  reference: () => pageOf(FLAWLESS()),
  red: () => pageOf(WITH_FAULTS()),
  undecided: () => pageOf(NOT_ESTABLISHED()),
  'people, strangers and known deviations': () => pageOf(ASKED()),
  receiving: () => pageOf(RECEIVING()),
  'a chain that passes': () => pageOf(chainSample()),
  'a chain of 5 with a message that got lost': () => pageOf(chainSample({ vias: 3, lost: 'k.2/1 b2-b3' })),
  'blocked for privacy': async () => renderHtml(FLAWLESS().report, SUSPECT),
  'controleer.html': async () => checkPage(),
};

/** A page has the same colours at every width, so that not every look has to be tried with every other. */
const LOOKS: readonly (OpenOptions & { readonly look: string; readonly lang: 'nl' | 'en' })[] = [
  { look: 'Dutch in the light', lang: 'nl' },
  { look: 'English on a phone in the dark', lang: 'en', width: 390, colorScheme: 'dark' },
  { look: 'paper', lang: 'nl', media: 'print' },
];

/** What axe finds, one line for each element. */
const VIOLATIONS = `axe.run(document, { resultTypes: ['violations'], elementRef: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)))`;

describe('every page is accessible (skipped without Chromium)', function () {
  this.timeout(120_000);
  const browser = useBrowser();

  for (const [name, make] of Object.entries(PAGES)) {
    it(`${name}: ${LOOKS.map(({ look }) => look).join(', ')}`, async () => {
      const html = await make();
      for (const { look, lang, ...options } of LOOKS) {
        await using opened = await browser.open('page', html, options);
        const { page } = opened;
        await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true;
          document.getElementById('taal-${lang}')?.click();`);
        await page.evaluate(axe.source);
        expect(await page.evaluate(VIOLATIONS), look).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), look).to.be.at.most(options.width ?? 1280);
      }
    });
  }

  it('would be noticed when it were not', async () => {
    const html = '<!DOCTYPE html><title>x</title><main><h1>x</h1><img src="data:,"><input></main>';
    await using opened = await browser.open('poor', html);
    await opened.page.evaluate(axe.source);
    const found = (await opened.page.evaluate(VIOLATIONS)) as readonly string[];
    expect(found.map((line) => line.split(':')[0])).to.have.members(['html-has-lang', 'image-alt', 'label']);
  });
});

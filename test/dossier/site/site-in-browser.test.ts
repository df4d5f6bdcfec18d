/** Every kind of page in a real browser: accessible in each look, nothing asked for, and hostile texts shown as they are. */
import axe from 'axe-core';
import { expect } from 'chai';
import { hostileTexts } from '../../report/hostile-texts.js';
import { type OpenOptions, useBrowser } from '../../report/in-browser.js';
import { KINDS, pagesOf } from './site-kinds.js';
import { indication, MANY, siteOf, tupel } from './site-samples.js';

const LOOKS: readonly (OpenOptions & { readonly look: string; readonly folder: '' | 'en/' })[] = [
  { look: 'Dutch in the light', folder: '' },
  { look: 'English on a phone in the dark', folder: 'en/', width: 390, colorScheme: 'dark' },
  { look: 'paper', folder: '', media: 'print' },
];

const VIOLATIONS = `axe.run(document, { resultTypes: ['violations'], elementRef: false }).then(({ violations }) =>
  violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html.slice(0, 200) + ' ' + node.failureSummary)))`;

describe('a site in a browser (skipped without Chromium)', function () {
  this.timeout(120_000);
  const browser = useBrowser();

  // Pages have one style sheet: each is looked at in one look, and the richest in all.
  for (const [nth, [kind, find]] of Object.entries(KINDS).entries()) {
    const looks = kind === 'an indication' ? LOOKS : [LOOKS[nth % LOOKS.length] ?? expect.fail()];
    it(`is accessible: ${kind} (${looks.map(({ look }) => look).join(', ')})`, async () => {
      const pages = pagesOf(siteOf(MANY(), { baseUrl: 'https://example.org/t/' }));
      for (const { look, folder, ...options } of looks) {
        const path = [...pages.keys()].find((each) => find.test(each) && each.startsWith('en/') === (folder !== ''));
        await using opened = await browser.open('site', pages.get(path ?? '') ?? expect.fail(`no page ${find}`), options);
        const { page } = opened;
        await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true;');
        await page.evaluate(axe.source);
        expect(await page.evaluate(VIOLATIONS), look).to.deep.equal([]);
        expect(await page.evaluate('document.documentElement.scrollWidth'), look).to.be.at.most(options.width ?? 1280);
        expect(opened.complaints, look).to.deep.equal([]);
        expect(
          opened.asked.filter((url) => !url.startsWith('data:')),
          look,
        ).to.deep.equal([opened.address]);
      }
    });
  }

  it('runs no hostile text, asks for nothing, and shows them as they are', async () => {
    const next = hostileTexts(1);
    const text = () => next().slice(0, 400);
    const said = () => ({ code: 'X', tekst: { nl: text(), en: text() } });
    const over = tupel({ product: text(), versie: text(), leverancier: text(), rol: text(), standaard: text() });
    const of = indication('betwist', over, {
      waarom: Array.from({ length: 25 }, said),
      ...{ watNodig: [said()], alarmen: [said()], opmerkingen: [said()], alleenVoor: [text()], geldigVoor: said().tekst },
    });
    const site = siteOf([of], { baseUrl: 'https://example.org/t/' });
    const gone = {
      soort: 'rapport_verwijderd',
      op: text(),
      rapport: { digest: 'e'.repeat(64), nummer: text(), ...over },
      reden: text(),
    } as const;
    const history = { ...site.history, wijzigingen: [...site.history.wijzigingen, gone] };
    for (const [path, html] of pagesOf({ ...site, history })) {
      if (path.startsWith('en/')) continue;
      await using opened = await browser.open('hostile', html, { width: 390 });
      const { page } = opened;
      await page.evaluate('for (const each of document.querySelectorAll("details")) each.open = true;');
      expect(await page.evaluate('window.hit'), path).to.equal(undefined);
      expect(opened.complaints, path).to.deep.equal([]);
      expect(
        opened.asked.filter((url) => !url.startsWith('data:')),
        path,
      ).to.deep.equal([opened.address]);
      expect(await page.evaluate('document.querySelectorAll("script, iframe, object, base, form").length'), path).to.equal(0);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).to.be.at.most(390);
      if (path.startsWith('uitleg/')) continue;
      expect(String(await page.evaluate('document.body.textContent')), path).to.include(over.product.pakketnaam);
    }
  });
});

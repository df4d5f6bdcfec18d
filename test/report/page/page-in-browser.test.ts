/**
 * The page in a real browser, where there is one.
 */
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { type OpenOptions, useBrowser } from '../in-browser.js';
import { pageOf } from '../page.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, sampleRun, WITH_FAULTS } from '../samples.js';

describe('the page in a browser (skipped without Chromium)', function () {
  this.timeout(60_000);
  const browser = useBrowser();
  let pages: ReadonlyMap<string, string>;

  before(async () => {
    const evil = `<b xmlns="http://www.w3.org/1999/xhtml"><img src=x onerror="document.title='broken in'"></b>`;
    const hostile = sampleRun({
      'cat.1.geefBoeknummer/2': {
        reply: `<a>${evil}</a>`,
        findings: () => [finding({ verdict: 'voldoet_niet', gevonden: evil })],
      },
    });
    const samples = { faulty: WITH_FAULTS(), flawless: FLAWLESS(), open: NOT_ESTABLISHED(), hostile };
    pages = new Map(
      await Promise.all(Object.entries(samples).map(async ([name, sample]) => [name, await pageOf(sample)] as const)),
    );
  });

  const open = (name: string, options?: OpenOptions) => browser.open(name, pages.get(name) ?? expect.fail(name), options);

  const shown = (page: Page, text: string) => page.getByText(text, { exact: true }).first().isVisible();

  for (const name of ['faulty', 'flawless', 'open', 'hostile']) {
    it(`${name}: raises no complaint and asks for nothing`, async () => {
      await using opened = await open(name);
      expect(opened.complaints).to.deep.equal([]);
      expect(opened.asked.map((url) => url.split('#')[0])).to.deep.equal([opened.address]);
      expect(await opened.page.title()).not.to.equal('broken in');
    });

    for (const width of [1280, 390]) {
      it(`${name}: is not wider than a screen of ${width}`, async () => {
        await using opened = await open(name, { width });
        await opened.page.evaluate(`document.querySelectorAll('details').forEach((each) => { each.open = true; })`);
        expect(await opened.page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(width);
      });
    }
  }

  it('shows the whole summary on one screen', async () => {
    await using opened = await open('flawless');
    const box = await opened.page.locator('#samenvatting').boundingBox();
    expect((box?.y ?? 0) + (box?.height ?? 1000)).to.be.at.most(860);
  });

  it('changes the language by keyboard, without script', async () => {
    await using opened = await open('faulty', { script: false });
    const { page } = opened;
    expect([await shown(page, 'Met fouten'), await shown(page, 'With faults')]).to.deep.equal([true, false]);
    await page.locator('#taal-nl').focus();
    await page.keyboard.press('ArrowRight');
    expect([await shown(page, 'Met fouten'), await shown(page, 'With faults')]).to.deep.equal([false, true]);
  });

  it('can be read without script, and hides the tools that need one', async () => {
    await using opened = await open('faulty', { script: false });
    const { page } = opened;
    expect(await page.locator('#tools').isVisible()).to.equal(false);
    await page.locator('#s-cat\\.5\\.geefBoek > summary').click();
    expect(await page.locator('#s-cat\\.5\\.geefBoek-2 > summary').isVisible()).to.equal(true);
  });

  it('answers on the first screen of a red report which element is wrong, what was expected and what was seen', async () => {
    await using opened = await open('faulty');
    const first = opened.page.locator('.first');
    for (const said of ['StUF:crossRefnummer', 'KT4f1c00000017', 'KT4f1c00000071']) {
      const box = await first.getByText(said).first().boundingBox();
      expect((box?.y ?? 1000) + (box?.height ?? 0), said).to.be.at.most(860);
    }
    await first.getByText('StUF:crossRefnummer').click();
    expect(await opened.page.evaluate('location.hash')).to.equal('#f-cat.2.voegBoekToe-4');
    await using well = await open('flawless');
    expect(await well.page.locator('.first').count()).to.equal(0);
  });

  it('says on the first screen why there is no result', async () => {
    await using opened = await open('open');
    expect(await opened.page.locator('.first').textContent())
      .to.include('ECONNREFUSED')
      .and.to.match(/ook bij.* 15 /);
  });

  it('opens a step by keyboard', async () => {
    await using opened = await open('faulty');
    const summary = opened.page.locator('#s-cat\\.5\\.geefBoek > summary');
    await summary.focus();
    await opened.page.keyboard.press('Enter');
    expect(await opened.page.locator('#s-cat\\.5\\.geefBoek').getAttribute('open')).not.to.equal(null);
  });

  it('unfolds what a link leads to', async () => {
    await using opened = await open('faulty', { hash: '#s-cat.5.geefBoek-2' });
    expect(await opened.page.locator('#s-cat\\.5\\.geefBoek-2 .body').isVisible()).to.equal(true);
  });

  it('searches and filters', async () => {
    await using opened = await open('faulty');
    const { page } = opened;
    const count = () => page.locator('#aantal').textContent();
    expect(await count()).to.equal('16');
    await page.locator('#zoek').fill('verlengLening');
    expect(await count()).to.equal('2');
    await page.locator('input[value=voldoet]').uncheck();
    expect(await count()).to.equal('1');
    expect(await page.locator('#s-cat\\.1\\.geefBoeknummer').isVisible()).to.equal(false);
  });

  it('prints every scenario with its checks, also without script', async () => {
    await using opened = await open('flawless', { script: false });
    await opened.page.emulateMedia({ media: 'print' });
    expect(await opened.page.locator('#s-cat\\.5\\.geefBoek-2 .good').isVisible()).to.equal(true);
    expect(await opened.page.locator('nav.contents').isVisible()).to.equal(false);
  });

  it('has enough contrast in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      for (const name of ['faulty', 'flawless', 'open']) {
        await using opened = await open(name);
        await opened.page.emulateMedia({ colorScheme });
        expect(await opened.page.evaluate(POOR_CONTRAST), `${name}, ${colorScheme}`).to.deep.equal([]);
      }
    }
  });
});

/** Texts whose contrast with what is behind them is below 4.5 (WCAG 2.1, 1.4.3). */
const POOR_CONTRAST = `(() => {
  const channel = (value) => { const part = value / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
  const parse = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([red, green, blue]) => 0.2126 * channel(red) + 0.7152 * channel(green) + 0.0722 * channel(blue);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length === 3 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const poor = new Set();
  for (const element of document.querySelectorAll('main *, header *, footer *')) {
    const hasText = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== '');
    if (!hasText || element.closest('svg, [hidden], .visually-hidden') || element.getClientRects().length === 0) continue;
    const style = getComputedStyle(element);
    const [over, under] = [parse(style.color), behind(element)];
    const opacity = Number(style.opacity);
    const seen = over.slice(0, 3).map((value, index) => value * opacity + under[index] * (1 - opacity));
    const [low, high] = [light(seen), light(under)].sort((one, two) => one - two);
    const ratio = (high + 0.05) / (low + 0.05);
    if (ratio < 4.5) poor.add(element.tagName + '.' + element.className + ' ' + ratio.toFixed(2));
  }
  return [...poor];
})()`;

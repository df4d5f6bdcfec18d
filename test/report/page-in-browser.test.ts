/**
 * The page in a real browser, where there is one.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pageOf } from './page.js';
import { FLAWLESS, finding, NOT_ESTABLISHED, sampleRun, WITH_FAULTS } from './samples.js';

const PATHS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

describe('the page in a browser (skipped without Chromium)', function () {
  this.timeout(60_000);
  let browser: Browser;
  let folder: string;
  let files: Readonly<Record<string, string>>;

  before(async function () {
    const executablePath = PATHS.find((path) => path !== undefined && existsSync(path));
    if (executablePath === undefined) return this.skip();
    folder = mkdtempSync(join(tmpdir(), 'rapport-'));
    const evil = `<b xmlns="http://www.w3.org/1999/xhtml"><img src=x onerror="document.title='broken in'"></b>`;
    const hostile = sampleRun({
      'cat.1.geefBoeknummer/2': {
        reply: `<a>${evil}</a>`,
        findings: () => [finding({ verdict: 'voldoet_niet', gevonden: evil })],
      },
    });
    const samples = { faulty: WITH_FAULTS(), flawless: FLAWLESS(), open: NOT_ESTABLISHED(), hostile };
    files = Object.fromEntries(
      await Promise.all(
        Object.entries(samples).map(async ([name, sample]) => {
          const path = join(folder, `${name}.html`);
          writeFileSync(path, await pageOf(sample));
          return [name, pathToFileURL(path).href] as const;
        }),
      ),
    );
    browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  });

  after(async () => {
    await browser?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  /** Opens a page and collects every complaint of the browser, and every address that the page asks for. */
  async function open(
    name: string,
    options: { readonly script?: boolean; readonly width?: number; readonly hash?: string } = {},
  ) {
    const context = await browser.newContext({
      javaScriptEnabled: options.script ?? true,
      viewport: { width: options.width ?? 1280, height: 860 },
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    const asked: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('request', (request) => asked.push(request.url()));
    const address = `${files[name]}${options.hash ?? ''}`;
    await page.goto(address);
    return { page, complaints, asked, address, [Symbol.asyncDispose]: () => context.close() };
  }

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
    await page.keyboard.press('Tab');
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

/**
 * Hostile texts in every field of a report and of its evidence, opened in a real browser: nothing runs, nothing is asked for,
 * nobody complains, and what is shown stands there as it was.
 */
import { expect } from 'chai';
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { loadEvidence } from '../../../src/report/evidence.js';
import type { Manifest } from '../../../src/report/manifest.js';
import { packageFiles } from '../../../src/report/package.js';
import { renderHtml } from '../../../src/report/page/render-html.js';
import { hostileTexts } from '../hostile-texts.js';
import { useBrowser } from '../in-browser.js';
import { ASKED, SUSPECT } from '../page-samples.js';

/** Words of our own, and names by which one part finds another: a report that has others there is none. */
const KEPT = new Set([
  ...['$schema', 'verdict', 'oorzaak', 'ernst', 'stand', 'taal', 'richting', 'soort', 'omvang', 'berichten', 'profiel', 'modus'],
  ...[
    'einde',
    'type',
    'hoe',
    'overgeslagen',
    'bewijs',
    'bericht',
    'id',
    'lijktOp',
    'pastBij',
    'gevolgVan',
    'tot',
    'bestand',
    'deel',
  ],
  ...['reden', 'kind', 'verklaart', 'bron', 'totaal', 'op'],
]);
/** Fields that are kept elsewhere, but hold texts here. */
const TEXTS = /\.(?:reden|id)\.(?:nl|en)$|^\$\.scenarios\[\d+\]\.id$|regels\[\d+\]\.id$|^\$\.testset\.id$/;

/** The same data with another text in each field that may hold any. */
function spoiled<T>(value: T, next: (path: string) => string, path = '$', key = ''): T {
  if (typeof value === 'string') return (KEPT.has(key) && !TEXTS.test(path) ? value : next(path)) as T;
  if (Array.isArray(value)) return value.map((each, index) => spoiled(each, next, `${path}[${index}]`, key)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, spoiled(each, next, `${path}.${name}`, name)]),
  ) as T;
}

async function textOf(file: { open(): AsyncIterable<Uint8Array> } | undefined): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file?.open() ?? []) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

describe('a page full of hostile texts (skipped without Chromium)', function () {
  this.timeout(120_000);
  const browser = useBrowser();

  for (const seed of [1, 2, 3, 4]) {
    it(`runs none of them, asks for nothing, and shows them as they are (${seed})`, async () => {
      const { report, exchanges } = ASKED();
      const texts = hostileTexts(seed);
      const placed = new Map<string, string>();
      const next = (path: string): string => {
        const text = `§${placed.size}§${texts()}`;
        placed.set(path, text);
        return text;
      };
      const files = await packageFiles({ report, exchanges, testset: [] });
      const manifest = JSON.parse(await textOf(files.find(({ name }) => name === 'bewijs/manifest.json'))) as Manifest;
      const bodies = new TextEncoder().encode(`<a ${next('body')}>${next('body')}</a><b>${next('body')}`);
      const evidence = await loadEvidence(
        JSON.parse(canonicalJson(spoiled(manifest, next, 'manifest'))) as Manifest,
        async function* () {
          yield bodies;
        },
      );
      const html = renderHtml(spoiled(report, next), {
        ...evidence,
        ...spoiled({ privacy: SUSPECT.privacy ?? expect.fail('no finds') }, next, 'evidence'),
      });
      await using opened = await browser.open('hostile', html);
      const { page } = opened;
      await page.evaluate(`for (const each of document.querySelectorAll('details')) each.open = true;`);
      await page.locator('#zoek').fill('§1§<script>');
      await page.locator('#taal-en').check({ force: true });
      await page.evaluate(
        `for (const each of document.querySelectorAll('[href^="#"]')) location.hash = each.getAttribute('href');`,
      );
      expect(await page.evaluate('window.hit'), 'something ran').to.equal(undefined);
      expect(opened.complaints).to.deep.equal([]);
      expect(opened.asked.map((url) => url.split('#')[0])).to.deep.equal([opened.address]);
      expect(await page.evaluate('document.querySelectorAll("script, style").length')).to.equal(2);
      expect(await page.evaluate('document.documentElement.scrollWidth')).to.be.at.most(1280);
      const shown = String(await page.evaluate('document.documentElement.textContent'));
      const altered = [...placed].filter(
        ([path, text]) => path !== 'body' && shown.includes(text.slice(0, text.indexOf('§', 1) + 1)) && !shown.includes(text),
      );
      expect(altered).to.deep.equal([]);
      const seen = [...placed.values()].filter((text) => shown.includes(text)).length;
      expect(seen, 'texts that are shown').to.be.greaterThan(150);
    });
  }

  it('would be noticed when something ran, was asked for, or was altered', async () => {
    const html =
      '<!DOCTYPE html><title>x</title><p>&lt;b></p><script>window.hit = 1; alert(1)</script><img src="http://192.0.2.1/x">';
    await using opened = await browser.open('open', html);
    expect(await opened.page.evaluate('window.hit')).to.equal(1);
    expect(opened.complaints).to.include('dialog: 1');
    expect(opened.asked).to.include('http://192.0.2.1/x');
  });
});

/** How large the page of a large report is, and how fast a browser shows and searches it. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { largeSample } from '../test/report/large-sample.js';
import { pageOf } from '../test/report/page.js';
import { median } from './measure.js';

type Row = (...cells: readonly string[]) => void;

const CHECKS = 10_000;
const TURNS = 5;
const PATHS = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const PAINT = `performance.getEntriesByName('first-contentful-paint')[0].startTime`;
/** From a key to the page laid out again. */
const SEARCH = `(() => {
  const search = document.getElementById('zoek');
  const start = performance.now();
  search.value = 'BIEB-04';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  return performance.now() - start;
})()`;

export async function pageRows(row: Row): Promise<void> {
  const sample = largeSample(CHECKS);
  const before = process.cpuUsage();
  const html = await pageOf(sample);
  const { user, system } = process.cpuUsage(before);
  row(`a page of ${sample.checks} checks`, `${(Buffer.byteLength(html) / 1024 / 1024).toFixed(1)} MB`, '', '< 20 MB');
  row('  rendering it, processor time', `${((user + system) / 1000).toFixed(0)} ms`, '', '');
  const executablePath = PATHS.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) return row('  first paint: no Chromium here', '', '', '');
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-bench-page-'));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const path = join(folder, 'rapport.html');
    writeFileSync(path, html);
    const paints: number[] = [];
    const searches: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
      await page.goto(pathToFileURL(path).href);
      paints.push(Number(await page.evaluate(PAINT)));
      searches.push(Number(await page.evaluate(SEARCH)));
      await page.close();
    }
    row('  first paint in Chromium, by the clock, median of 5', `${median(paints).toFixed(0)} ms`, '', '< 1,000 ms');
    row('  first search in it, laid out again', `${median(searches).toFixed(0)} ms`, '', '');
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

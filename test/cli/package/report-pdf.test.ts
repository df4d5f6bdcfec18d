import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { browserOn, printPdf } from '../../../src/cli/package/report-pdf.js';
import { HarnessError } from '../../../src/model/harness-error.js';

describe('a report as PDF', function () {
  this.timeout(120_000);
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-pdf-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const stop = new AbortController().signal;
  const page = '<!DOCTYPE html><html lang="nl"><meta charset="utf-8"><title>Proef</title><p>Proefrapport</p></html>';
  const refusal = (env: Readonly<Record<string, string>>, file = 'a.pdf') =>
    printPdf({ env, stop }, page, join(folder, file)).catch((error: unknown) => error);

  it('is printed by the Chromium of this machine (skipped without one)', async function () {
    const browser = browserOn(process.env);
    if (browser === undefined) return this.skip();
    const file = join(folder, 'a.pdf');
    await printPdf({ env: process.env, stop }, page, file);
    expect(readFileSync(file).subarray(0, 5).toString()).to.equal('%PDF-');
  });

  it('says what is missing without a browser, and writes nothing', async () => {
    const error = await refusal({ PATH: folder });
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'OUTPUT_FAILED');
    expect(String(error)).to.include('no Chromium');
    expect(existsSync(join(folder, 'a.pdf'))).to.equal(false);
  });

  it('tells that the browser failed', async function () {
    if (process.platform === 'win32') return this.skip();
    const broken = join(folder, 'chromium');
    writeFileSync(broken, '#!/bin/sh\nexit 3\n', { mode: 0o755 });
    expect(String(await refusal({ PATH: folder }))).to.include('failed');
    const silent = join(folder, 'silent');
    writeFileSync(silent, '#!/bin/sh\nexit 0\n', { mode: 0o755 });
    expect(String(await refusal({ KETENTEST_CHROMIUM: silent }))).to.include('did not write');
  });

  it('writes over nothing', async () => {
    writeFileSync(join(folder, 'a.pdf'), 'mine');
    expect(String(await refusal({ ...process.env, PATH: process.env.PATH ?? '' }))).to.include('is there already');
    expect(readFileSync(join(folder, 'a.pdf'), 'utf8')).to.equal('mine');
  });
});

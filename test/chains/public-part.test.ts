import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import type { Report } from '../../src/model/report.js';
import { callCli } from '../support/cli-process.js';

/** In this chain a mandatory check speaks of a BSN, and later steps stand on its step. */
const CHAIN = 'zds-1.1/chains/formulier-zds';

describe('the public part of a chain', function () {
  this.timeout(120_000);
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-openbare-keten-'));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function runAndPublish(name: string, ...more: readonly string[]): Promise<Report> {
    const of = ['--product', 'P', '--product-version', '1', '--vendor', 'V', '--organisation', 'O', '--accept-defaults'];
    await callCli(cwd, 'run', CHAIN, ...of, '--out', name, ...more);
    cpSync(join(cwd, name), join(cwd, `${name}-openbaar`), { recursive: true });
    rmSync(join(cwd, `${name}-openbaar`, 'prive'), { recursive: true });
    return JSON.parse(readFileSync(join(cwd, name, 'rapport.json'), 'utf8')) as Report;
  }

  it('is computed again in every step behind a check that rests on what was masked', async () => {
    expect((await runAndPublish('goed')).resultaat.totaal).to.equal('foutloos');
    const { status, stdout } = await callCli(cwd, 'recheck', 'goed-openbaar', '--format', 'json');
    const [found] = JSON.parse(stdout).pakketten;
    expect(status, stdout.slice(0, 2_000)).to.equal(0);
    expect(found.nietBeslist.map(({ waar }: { waar: string }) => waar)).to.include('fz.1.zaakAanmaken/3 WAARDE');
  });

  it('is not gone on with behind such a check that did not hold in the run', async () => {
    cpSync(join(cwd, 'goed-openbaar'), join(cwd, 'fout'), { recursive: true });
    const file = join(cwd, 'fout', 'rapport.json');
    const text = readFileSync(file, 'utf8');
    const report = JSON.parse(text) as {
      scenarios: { stappen: { regels: { id: string; verdict: string; pad?: string }[] }[] }[];
    };
    for (const rule of report.scenarios[0]?.stappen[2]?.regels ?? [])
      if (rule.id === 'WAARDE' && rule.pad?.endsWith('inp.bsn')) rule.verdict = 'voldoet_niet';
    writeFileSync(file, JSON.stringify(report));
    const { stdout } = await callCli(cwd, 'recheck', 'fout', '--format', 'json');
    const [found] = JSON.parse(stdout).pakketten;
    const later = found.verschillen.filter(({ waar }: { waar: string }) => waar === 'fz.2.samenvattingToevoegen/3');
    expect(later).to.deep.equal([
      { waar: 'fz.2.samenvattingToevoegen/3', vastgelegd: 'voldoet', herberekend: 'niet_beslist fz.1.zaakAanmaken/3' },
    ]);
  });
});

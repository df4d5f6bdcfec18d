import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { indicationCommand } from '../../../src/cli/indication/indication-command.js';
import { readOverThreads } from '../../../src/cli/indication/over-threads.js';
import type { ParsedOptions } from '../../../src/cli/settings/settings.js';
import { statementCommand } from '../../../src/cli/statement/statement-command.js';
import type { Indications } from '../../../src/dossier/indication/indication.js';
import { publicPemOf } from '../../../src/report/seal/seal-key.js';
import { refusal } from '../../harness-error.js';
import { packageRoot } from '../../package-root.js';
import { type HeldPackage, KEYS, seal, sealed, unsealed } from '../../report/forged-packages/held-package.js';
import { RUN_FACTS, sampleRun } from '../../report/samples.js';
import { complaints } from '../../report/schema-check.js';
import { fakeShell } from '../fake-shell.js';

const NOW = Date.parse('2026-05-01T12:00:00Z');
const SUPPLIER = RUN_FACTS.leverancier.naam;
const schema = JSON.parse(readFileSync(join(packageRoot, 'docs', 'indicatie.schema.json'), 'utf8')) as Record<string, unknown>;

describe('ketentest indication', () => {
  let cwd: string;
  const put = (name: string, held: HeldPackage) => {
    for (const [file, bytes] of held) {
      mkdirSync(dirname(join(cwd, name, file)), { recursive: true });
      writeFileSync(join(cwd, name, file), bytes);
    }
  };
  const call = async (operands: readonly string[], options: ParsedOptions = {}) => {
    const shell = fakeShell({ cwd, clock: { now: () => NOW, sleep: async () => undefined } });
    const code = await indicationCommand({ shell, operands, options: { lang: 'en', ...options } });
    return { code, ...shell.said };
  };
  const json = async (operands: readonly string[], options: ParsedOptions = {}) => {
    const { out, code } = await call(operands, { format: 'json', trust: 'trust.json', ...options });
    return { code, seen: JSON.parse(out) as Indications };
  };
  const state = async (operands: readonly string[], options: ParsedOptions = {}) => {
    const { code, seen } = await json(operands, options);
    return [code, ...seen.indicaties.map(({ indicatie }) => indicatie)];
  };
  const states = async (kind: string, options: ParsedOptions) => {
    const shell = fakeShell({ cwd, clock: { now: () => NOW, sleep: async () => undefined } });
    return statementCommand({ shell, operands: [kind], options: { key: 'supplier.pem', ...options } });
  };

  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-indication-'));
    const pem = { type: 'pkcs8', format: 'pem' } as const;
    writeFileSync(join(cwd, 'supplier.pem'), KEYS.runner.export(pem));
    writeFileSync(join(cwd, 'tester.pem'), KEYS.along.export(pem));
    const key = (name: string, wie: string, of: typeof KEYS.runner) => ({ naam: name, wie, publicKey: publicPemOf(of) });
    const sleutels = [key(SUPPLIER, 'leverancier', KEYS.runner), key('Bureau Toets', 'onafhankelijk', KEYS.along)];
    writeFileSync(join(cwd, 'trust.json'), JSON.stringify({ sleutels }));
    put('goed', await sealed(sampleRun()));
    put('fout', await sealed());
    put('alles/goed', await sealed(sampleRun()));
    put('gebroken/goed', new Map(await sealed(sampleRun())).set('junit.xml', Buffer.from('<testsuites/>')));
    put('vreemd', await seal(await unsealed(sampleRun()), KEYS.stranger));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  it('exits with 0 for what holds, 1 for what does not, and 3 for what nobody can tell', async () => {
    expect(await state(['goed'])).to.deep.equal([0, 'getest_foutloos']);
    expect(await state(['fout'])).to.deep.equal([1, 'getest_met_fouten']);
    expect(await state(['vreemd'])).to.deep.equal([3]);
  });

  it('exits with 1 when a package was changed, however good the others are', async () => {
    expect(await state(['goed', 'gebroken'])).to.deep.equal([1, 'getest_foutloos']);
    const { seen } = await json(['goed', 'gebroken']);
    expect(seen.teltNiet.map(({ naam, waarom }) => [naam, waarom[0]?.code])).to.deep.equal([['gebroken/goed', 'FILE_DIFFERS']]);
  });

  it('reads statements beside the packages and where it is told, and prints what its schema says', async () => {
    await states('publicatie', {
      key: 'tester.pem',
      report: 'goed',
      url: 'https://voorbeeld.example/',
      seen: 'gelijk',
      out: 'alles/a.verklaring.sigstore.json',
    });
    const isPublic = async (...of: Parameters<typeof json>) => (await json(...of)).seen.indicaties[0]?.voorwaarden[3]?.voldaan;
    expect(await isPublic(['alles'])).to.equal('J');
    expect(await isPublic(['goed'])).to.equal('N');
    expect(await isPublic(['goed'], { statements: ['alles/a.verklaring.sigstore.json'] })).to.equal('J');
    const { seen } = await json(['alles', 'fout', 'vreemd']);
    expect(complaints(seen, schema)).to.deep.equal([]);
    expect(complaints({ ...seen, verzonnen: 1 }, schema)).to.not.deep.equal([]);
  });

  it('tells a new version that came into use, and that what was tested lapsed', async () => {
    const out = 'nieuw.verklaring.sigstore.json';
    const product = { product: RUN_FACTS.product.pakketnaam, productVersion: '9.0', vendor: SUPPLIER };
    await states('in_gebruik', { ...product, since: '2026-04-01', out });
    expect(await state(['goed'], { statements: [out] })).to.deep.equal([1, 'verlopen', 'geen']);
    expect(await state(['goed'], { statements: [out], at: '2026-03-31' })).to.deep.equal([0, 'getest_foutloos']);
    expect(await state(['goed'], { at: '2026-03-13' })).to.deep.equal([3]);
    const later = await call(['goed'], { statements: [out], trust: 'trust.json', productVersion: '9.0' });
    expect(later.out).to.include('9.0').and.to.include('geen').and.not.include('NIEUWERE_VERSIE');
  });

  it('says first that nobody is trusted, when nobody was named', async () => {
    const { code, out } = await call(['goed']);
    expect(code).to.equal(0);
    expect(out)
      .to.match(/^You named nobody whom you trust/)
      .and.to.include('A0');
    expect((await call(['goed'], { trust: 'trust.json' })).out).to.not.include('You named nobody');
  });

  it('prints the badge of one product, and refuses to choose among several', async () => {
    const { out } = await call(['goed'], { format: 'badge', trust: 'trust.json' });
    expect(out)
      .to.match(/^<svg /)
      .and.include('tested, without faults');
    await states('steun', {
      product: 'Ander',
      productVersion: '1',
      vendor: SUPPLIER,
      suite: 'zds-1.1/zaaksysteem',
      out: 'steun.verklaring.sigstore.json',
    });
    const several = { format: 'badge', trust: 'trust.json', statements: ['steun.verklaring.sigstore.json'] };
    await refusal(() => call(['goed'], several), 'USAGE');
    expect((await call(['goed'], { ...several, out: 'badges' })).out.trim().split('\n')).to.have.length(2);
  });

  it('reads the same over threads', async () => {
    const packages = Array.from({ length: 33 }, (_, nth) => ['goed', 'fout', 'vreemd', 'gebroken/goed'][nth % 4] ?? '');
    const task = { cwd, trust: 'trust.json' };
    const sorted = (of: Awaited<ReturnType<typeof readOverThreads>>) => of.map((each) => JSON.stringify(each)).sort();
    expect(sorted(await readOverThreads(packages, task, 2))).to.deep.equal(sorted(await readOverThreads(packages, task, 1)));
  });

  it('refuses a folder with nothing in it, a day that is none, and a statement without what it needs', async () => {
    mkdirSync(join(cwd, 'leeg'), { recursive: true });
    await refusal(() => call(['leeg']), 'REPORT_INVALID');
    await refusal(() => call(['goed'], { at: '2026-02-30' }), 'USAGE');
    await refusal(() => states('betwisting', { report: 'goed' }), 'USAGE');
    await refusal(() => states('vinkjes', {}), 'USAGE');
    await refusal(() => states('betwisting', { report: 'gebroken/goed', reason: 'x' }), 'REPORT_INVALID');
  });
});

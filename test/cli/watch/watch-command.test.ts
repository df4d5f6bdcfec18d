/** `ketentest watch` from its first line to its report, in this process: a relay before the reference, and somebody who speaks. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { recheckPackage } from '../../../src/cli/recheck/recheck-package.js';
import { openWorkshop } from '../../../src/cli/recheck/workshop.js';
import type { Report } from '../../../src/model/report.js';
import type { Manifest } from '../../../src/report/manifest.js';
import type { LoadedSuite } from '../../../src/suite/load-suite.js';
import { machineClock, openOwnSuite, runAgainst } from '../../support/reference-run.js';
import { compactBasis, startReference } from '../../support/reference-server.js';
import { type FakeShell, fakeShell } from '../fake-shell.js';

/** Nothing of this machine: the built-in schemas decide. */
const ENV = { XDG_DATA_HOME: '/nowhere', XDG_CACHE_HOME: '/nowhere', KETENTEST_STANDARDS: '' };

describe('ketentest watch', function () {
  this.timeout(120_000);
  const cwd = mkdtempSync(join(tmpdir(), 'ketentest-watch-'));
  const stop = new AbortController();
  let loaded: LoadedSuite;
  let shell: FakeShell;
  let code: number;
  let report: Report;

  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    const basis = await compactBasis(loaded.standard);
    await using product = await startReference(loaded.standard, undefined, basis);
    writeFileSync(join(cwd, 'keten.yaml'), configFor(product.url));
    shell = fakeShell({ cwd, env: ENV, clock: machineClock, stop: stop.signal });
    let ready: (line: string) => void = () => undefined;
    const listening = new Promise<string>((resolve) => {
      ready = resolve;
    });
    const own = { ...shell, out: (text: string) => [shell.out(text), ready(text)] };
    const watched = main(['watch', '--config', 'keten.yaml', '--out', 'rapport', '--log', 'json', '--lang', 'en'], own);
    const first = await Promise.race([listening, watched.then(() => Promise.reject(new Error(shell.said.talk)))]);
    const { listening: urls } = JSON.parse(first) as { listening: Record<string, string> };
    const url = urls.voor ?? '';
    await runAgainst(loaded, { url, bases: [basis], token: 'meelezen', selection: { only: ['zs.1.*', 'zs.2.*'] } });
    await (await fetch(`${url}/?wsdl`)).arrayBuffer();
    await (await fetch(url, { method: 'POST', body: 'BSN van niemand' })).arrayBuffer();
    stop.abort();
    code = await watched;
    basis.dispose();
    report = JSON.parse(readFileSync(join(cwd, 'rapport', 'rapport.json'), 'utf8')) as Report;
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  it('tells a line for each exchange, with what its messages come to', () => {
    const lines = shell.said.talk.split('\n').filter((line) => line.startsWith('{'));
    const told = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(told.length).to.equal(report.waarneming?.uitwisselingen);
    expect(told.find(({ vraag }) => vraag === 'zakLk01')).to.include({
      hop: 'vakapp-zaaksysteem',
      status: 200,
      verdict: 'voldoet',
    });
    expect(told.at(-1)).to.include({ verdict: 'voldoet_niet' });
  });

  it('leaves a report of the ordinary shape, and its exit code', () => {
    expect(code).to.equal(1);
    expect(readdirSync(join(cwd, 'rapport')).sort()).to.deep.equal(
      [
        'bewijs',
        'controleer.html',
        'ctrf.json',
        'earl.jsonld',
        'junit.xml',
        'prive',
        'rapport.html',
        'rapport.json',
        'testset',
      ].sort(),
    );
    expect(report.standaard.rol).to.equal('Meegelezen verkeer');
    expect(report.waarneming).to.include({ geenBericht: 1, nietHerkend: 1, nietVastgelegd: 0 });
    expect(report.resultaat.totaal).to.equal('met_fouten');
  });

  it('shows outside nothing of a person, and nothing of what nobody can read', () => {
    const { uitwisselingen } = JSON.parse(readFileSync(join(cwd, 'rapport', 'bewijs', 'manifest.json'), 'utf8')) as Manifest;
    expect(uitwisselingen.some(({ vraag }) => vraag.gemaskeerd && vraag.bestand !== undefined)).to.equal(true);
    expect(uitwisselingen.at(-1)?.vraag.bestand).to.equal(undefined);
    const evidence = readdirSync(join(cwd, 'rapport', 'bewijs')).map((name) =>
      readFileSync(join(cwd, 'rapport', 'bewijs', name), 'utf8'),
    );
    expect(evidence.some((text) => text.includes('BSN van niemand'))).to.equal(false);
  });

  it('comes out byte for byte the same when it is computed again, from originals and from the public part', async () => {
    await using workshop = openWorkshop({ cwd, env: ENV }, undefined);
    expect(await recheckPackage(workshop, cwd, 'rapport', {})).to.include({ klopt: true, byteGelijk: true, bron: 'prive' });
    cpSync(join(cwd, 'rapport'), join(cwd, 'openbaar'), { recursive: true });
    rmSync(join(cwd, 'openbaar', 'prive'), { recursive: true });
    const open = await recheckPackage(workshop, cwd, 'openbaar', {});
    expect(open).to.include({ klopt: true, bron: 'openbaar' });
  });

  it('can be made after the process was killed, of what was written down', async () => {
    cpSync(join(cwd, 'rapport', 'prive'), join(cwd, 'gedood', 'prive'), { recursive: true });
    rmSync(join(cwd, 'gedood', 'prive', 'meelezen-einde.json'));
    const file = join(cwd, 'gedood', 'prive', 'journaal.jsonl');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${lines.slice(0, -1).join('\n')}\n{"seq":`);
    const told = fakeShell({ cwd, env: ENV });
    expect(await main(['report', 'gedood'], told), told.said.talk).to.equal(1);
    expect(existsSync(join(cwd, 'gedood', 'rapport.html'))).to.equal(true);
    const made = JSON.parse(readFileSync(join(cwd, 'gedood', 'rapport.json'), 'utf8')) as Report;
    expect(made.uitvoering.einde).to.equal('cancelled');
    expect(made.waarneming).to.include({ uitwisselingen: report.waarneming?.uitwisselingen, onbeantwoord: 1 });
  });

  it('says where a relay cannot stand', async () => {
    const said = fakeShell({ cwd, env: ENV });
    writeFileSync(join(cwd, 'fout.yaml'), configFor('http://127.0.0.1:9/').replace('zds-1.1', 'zds-9.9'));
    expect(await main(['watch', '--config', 'fout.yaml', '--lang', 'en'], said)).to.equal(2);
    expect(said.said.talk).to.contain('fout.yaml:3:3').and.to.contain('zds-9.9');
    writeFileSync(join(cwd, 'fout.yaml'), configFor('http://127.0.0.1:9/').replace('127.0.0.1:0', '192.0.2.1:1'));
    expect(await main(['watch', '--config', 'fout.yaml', '--out', 'geen', '--lang', 'en'], said)).to.equal(2);
    expect(said.said.talk).to.contain('LISTEN_FAILED: fout.yaml:3:3: voor: ');
    expect(existsSync(join(cwd, 'geen'))).to.equal(false);
    expect(await main(['watch', '--config', 'niets.yaml', '--lang', 'en'], said)).to.equal(2);
    expect(said.said.talk).to.contain('cannot read niets.yaml');
  });
});

function configFor(target: string): string {
  return [
    'product: Proef',
    'relays:',
    '  voor:',
    '    between: [vakapp, zaaksysteem]',
    '    standard: zds-1.1',
    '    listen: 127.0.0.1:0',
    `    to: ${target}`,
  ].join('\n');
}

/** A number that may be somebody's keeps a report from being sealed, until somebody says why it is none. */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { systemClock } from '../../../src/cli/shell.js';
import { type Simulator, simulate } from '../../../src/index.js';
import { mayBeReal } from '../../../src/model/elfproef.js';
import type { Manifest } from '../../../src/report/manifest.js';
import { fakeShell } from '../fake-shell.js';

/** Computed, so that no such number stands anywhere. */
const [BSN = '', OTHER = ''] = Array.from({ length: 10_000 }, (_, index) => String(387_654_000 + index)).filter(mayBeReal);

describe('ketentest privacy', function () {
  this.timeout(120_000);
  let cwd: string;
  let simulator: Simulator;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-bsn-'));
    simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd, env: {} });
    await call('keys', 'create', '--out', 'sleutel');
  });
  after(async () => {
    await simulator[Symbol.asyncDispose]();
    rmSync(cwd, { recursive: true, force: true });
  });

  async function call(...words: readonly string[]) {
    const shell = fakeShell({ cwd, clock: systemClock });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, said: `${shell.said.out}\n${shell.said.talk}` };
  }
  const key = ['--key', join('sleutel', 'private.pem')];
  const run = (out: string, ...more: readonly string[]) =>
    call(
      ...['run', 'zds-1.1/zaaksysteem', '--endpoint', simulator.url, '--accept-defaults', '--out', out, '--poll', '1s'],
      ...['--only', 'zs.1.*', '--only', 'zs.2.*', ...more],
    );
  const read = (...path: readonly string[]) => readFileSync(join(cwd, ...path), 'utf8');
  const privacyOf = (folder: string) => (JSON.parse(read(folder, 'bewijs', 'manifest.json')) as Manifest).privacy;
  const touched = (name: string, change: (file: (name: string) => string) => void): string => {
    cpSync(join(cwd, 'gevonden'), join(cwd, name), { recursive: true });
    change((file) => join(cwd, name, ...file.split('/')));
    return name;
  };
  const clear = (folder: string, id = 'V1') =>
    call('privacy', 'clear', folder, '--finding', id, '--by', 'de testcoördinator', '--reason', 'een nummer van het contract');

  it('finds nothing in an ordinary report, which is sealed', async () => {
    const { code, said } = await run('gewoon', ...key);
    expect([code, said.includes('Sealed:')], said).to.deep.equal([3, true]);
    expect(privacyOf('gewoon')).to.deep.equal({ blokkade: false, vondsten: [] });
    expect((await call('privacy', 'check', 'gewoon')).said).to.include('no number');
    expect(read('gewoon', 'rapport.html')).not.to.include('id="privacy"');
  });

  it('tells where a number stands and never what it is, and the run is not sealed', async () => {
    const { code, said } = await run('gevonden', '--vendor', `Bureau ${BSN}`, ...key);
    expect(code, said).to.equal(2);
    expect(said).to.include('Do not publish').and.include('rapport.json 1:').and.include('PRIVACY_BLOCKED');
    expect(existsSync(join(cwd, 'gevonden', 'rapport.sigstore.json'))).to.equal(false);
    const told = said.split('Do not publish')[1] ?? '';
    expect(told).not.to.include(BSN);
    expect(JSON.stringify(privacyOf('gevonden'))).not.to.include(BSN);
    expect(privacyOf('gevonden')?.vondsten.map(({ id }) => id)).to.deep.equal(['V1']);
    const files = privacyOf('gevonden')?.vondsten[0]?.bestanden.map(({ bestand }) => bestand);
    expect(files).to.deep.equal(['earl.jsonld', 'rapport.html', 'rapport.json']);
    const page = read('gevonden', 'rapport.html');
    expect(page).to.include('id="privacy"').and.include('niet vrijgegeven');
    expect((await call('privacy', 'check', 'gevonden')).code).to.equal(1);
    expect((await call('seal', 'gevonden', ...key)).said)
      .to.include('PRIVACY_BLOCKED')
      .and.not.include(BSN);
  });

  it('finds it wherever a file or its name holds it, also in base64, and not where messages are numbered', async () => {
    const places: readonly (readonly [string, (file: (name: string) => string) => void])[] = [
      ['bewijs/0001-vraag.xml', (file) => replace(file('bewijs/0001-vraag.xml'), '</', ` ${OTHER}</`)],
      ['bewijs/manifest.json', (file) => replace(file('bewijs/manifest.json'), '"koppen":[', `"koppen":[["X","${OTHER}"],`)],
      ['testset/bijlage.txt', (file) => writeFileSync(file('testset/bijlage.txt'), `1 ${btoa(`bsn ${OTHER}`)}`)],
      [`bewijs/${OTHER}.xml`, (file) => writeFileSync(file(`bewijs/${OTHER}.xml`), '<a/>')],
    ];
    for (const [index, [name, change]] of places.entries()) {
      const folder = touched(`plaats-${index}`, change);
      const { code, said } = await call('privacy', 'check', folder);
      expect([name, code, said.includes(`${name}`) || said.includes('in the name')]).to.deep.equal([name, 1, true]);
      expect(said.replaceAll(`${OTHER}.xml`, ''), name)
        .to.include('V2')
        .and.not.include(OTHER);
    }
    const numbered = touched('genummerd', (file) => {
      replace(file('bewijs/0001-vraag.xml'), /(referentienummer>)[^<]*/, `$1${OTHER}`);
      replace(file('rapport.json'), /"gevonden":"[^"]*"/, `"gevonden":"${OTHER}"`);
    });
    expect((await call('privacy', 'check', numbered)).said).not.to.include('V2');
  });

  it('takes a name and a reason for what is none, seals both along, and asks again for what changed since', async () => {
    for (const words of [
      [],
      ['--finding', 'V1'],
      ['--finding', 'V1', '--by', 'x'],
      ['--finding', 'V9', '--by', 'x', '--reason', 'y'],
    ]) {
      expect((await call('privacy', 'clear', 'gevonden', ...words)).code, words.join(' ')).to.equal(2);
    }
    expect((await call('privacy', 'vergeet', 'gevonden')).code).to.equal(2);
    expect((await call('privacy', 'clear', 'nergens')).said).to.include('REPORT_INVALID');
    const { code, said } = await clear('gevonden');
    expect(code, said).to.equal(0);
    expect(said).to.include('cleared by de testcoördinator').and.not.include(BSN);
    expect(read('gevonden', 'rapport.html')).to.include('een nummer van het contract');
    const more = touched('meer', (file) => writeFileSync(file('testset/bijlage.txt'), BSN));
    expect((await call('seal', more, ...key)).said).to.include('PRIVACY_BLOCKED');
    const other = touched('ander', (file) => replace(file('rapport.json'), BSN, OTHER));
    expect((await call('seal', other, ...key)).said).to.include('PRIVACY_BLOCKED');
    expect((await call('seal', 'gevonden', ...key)).code).to.equal(0);
    expect((await call('verify', 'gevonden', '--trust', join('sleutel', 'public.pem'))).code).to.equal(0);
    expect((await clear('gevonden')).said).to.include('sealed already');
    replace(join(cwd, 'gevonden', 'bewijs', 'manifest.json'), 'een nummer van het contract', 'een ander nummer');
    expect((await call('verify', 'gevonden', '--trust', join('sleutel', 'public.pem'))).code).to.equal(1);
    expect(readdirSync(join(cwd, 'gevonden'))).to.include('rapport.sigstore.json');
  });

  it('does not let a reason bring in another number', async () => {
    const folder = touched('reden', (file) => rmSync(file('rapport.sigstore.json'), { force: true }));
    const { code } = await call('privacy', 'clear', folder, '--finding', 'V1', '--by', 'x', '--reason', `zie ${OTHER}`);
    expect(code).to.equal(1);
    expect((await call('seal', folder, ...key)).said).to.include('PRIVACY_BLOCKED');
  });
});

function replace(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  const there = typeof from === 'string' ? text.includes(from) : from.test(text);
  expect(there, path).to.equal(true);
  writeFileSync(path, text.replace(from, to));
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../src/cli/program.js';
import { verify as verifyFolder } from '../../src/cli/seal/verify-folder.js';
import { systemClock } from '../../src/cli/shell.js';
import { unsealed } from '../report/forged-packages/held-package.js';
import { openOwnSuite } from '../support/reference-run.js';
import { startReference } from '../support/reference-server.js';
import { type FakeShell, fakeShell } from './fake-shell.js';

describe('ketentest seal and verify', function () {
  this.timeout(60_000);
  let cwd: string;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-seal-'));
    for (const [name, more] of [
      ['een', []],
      ['twee', ['--algorithm', 'ed25519', '--key-passphrase', 'env:SECRET']],
    ] as const) {
      await call(['keys', 'create', '--out', name, ...more]);
    }
    mkdirSync(join(cwd, 'trust'));
    for (const name of ['een', 'twee'])
      writeFileSync(join(cwd, 'trust', `${name}.pem`), readFileSync(join(cwd, name, 'public.pem')));
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  async function call(words: readonly string[], more: Partial<FakeShell> = {}) {
    const shell = fakeShell({ cwd, clock: systemClock, env: { SECRET: 'kanarie' }, ...more });
    const code = await main([...words, '--lang', 'en'], shell);
    return { code, ...shell.said };
  }
  const seal = (folder: string, name: string, ...more: readonly string[]) =>
    call(['seal', folder, '--key', join(name, 'private.pem'), ...more]);
  const verify = (folder: string, ...more: readonly string[]) => call(['verify', folder, ...more]);
  /** A package on disk, with a private part that nobody may look at. */
  async function packageAt(folder: string): Promise<string> {
    for (const [name, bytes] of [...(await unsealed()), ['prive/zout', Buffer.from('geheim')] as const]) {
      mkdirSync(dirname(join(cwd, folder, name)), { recursive: true });
      writeFileSync(join(cwd, folder, name), bytes);
    }
    return folder;
  }

  it('seal a report, sign along with a second key, and tell both under what one trusts', async () => {
    const folder = await packageAt('a');
    expect((await seal(folder, 'een')).code).to.equal(0);
    expect((await verify(folder, '--trust', join('een', 'public.pem'))).code).to.equal(0);
    const second = await seal(folder, 'twee', '--key-passphrase', 'env:SECRET');
    expect(second.out).to.include(join(folder, 'rapport.2.sigstore.json'));
    const { code, out } = await verify(folder, '--trust', 'trust', '--product', 'Boekenplank', '--standard', 'bieb-1.0');
    expect(code).to.equal(0);
    expect(out)
      .to.match(/^HOLDS/)
      .and.include(join('trust', 'een.pem'))
      .and.include(join('trust', 'twee.pem'));
    expect(String(readFileSync(join(cwd, folder, 'rapport.sigstore.json')))).not.to.include('prive');
  });

  it('tell in JSON what does not hold, and end with 1', async () => {
    const folder = await packageAt('b');
    await seal(folder, 'een');
    writeFileSync(join(cwd, folder, 'junit.xml'), '<testsuites/>');
    const { code, out } = await verify(folder, '--trust', join('een', 'public.pem'), '--format', 'json');
    const { oordeel, bevindingen } = JSON.parse(out);
    expect([code, oordeel, bevindingen[0].code, bevindingen[0].bestand]).to.deep.equal([
      1,
      'houdt_niet',
      'FILE_DIFFERS',
      'junit.xml',
    ]);
  });

  it('say that nothing was changed, not by whom it was sealed, when nobody is trusted', async () => {
    const folder = await packageAt('c');
    await seal(folder, 'een');
    const { code, out } = await verify(folder);
    expect(code).to.equal(0);
    expect(out)
      .to.match(/^UNCHANGED[^\n]+you named nobody whom you trust \(--trust\)/)
      .and.include('A0');
    expect((await verify(folder, '--trust', join('twee', 'public.pem'))).out).to.include('KEY_UNKNOWN');
  });

  it('give a program the same answer', async () => {
    const folder = await packageAt('j');
    await seal(folder, 'een');
    const held = await verifyFolder(folder, { cwd, trust: 'trust', product: 'Boekenplank' });
    expect([held.oordeel, held.zekerheid.niveau]).to.deep.equal(['houdt', 'A1']);
    const other = await verifyFolder(folder, { cwd, productVersion: '1' });
    expect(other.bevindingen.map(({ code }) => code)).to.deep.equal(['OTHER_VERSION']);
  });

  it('answer whether a report holds for what somebody has', async () => {
    const folder = await packageAt('d');
    await seal(folder, 'een');
    const { code, out } = await verify(folder, '--trust', 'trust', '--product-version', '4.3');
    expect([code, out.includes('OTHER_VERSION')]).to.deep.equal([1, true]);
  });

  it('follow no link, and see that one took the place of a file', async function () {
    if (process.platform === 'win32') this.skip();
    const folder = await packageAt('e');
    await seal(folder, 'een');
    renameSync(join(cwd, folder, 'junit.xml'), join(cwd, 'junit.xml'));
    symlinkSync(join(cwd, 'junit.xml'), join(cwd, folder, 'junit.xml'));
    symlinkSync('/', join(cwd, folder, 'bewijs', 'alles'));
    const { code, out } = await verify(folder, '--trust', 'trust');
    expect(code).to.equal(1);
    expect(out.match(/FILE_NOT_PLAIN/g)).to.have.length(2);
    expect(out).not.to.include('FILE_UNKNOWN');
  });

  it('refuse what is not sealed, and a folder that is not there', async () => {
    const folder = await packageAt('f');
    const { code, out } = await verify(folder);
    expect([code, out.includes('SEAL_MISSING')]).to.deep.equal([1, true]);
    expect((await verify('nergens')).code).to.equal(2);
    expect((await seal('nergens', 'een')).talk).to.include('REPORT_INVALID');
  });

  it('refuse the same key twice, and what was changed since', async () => {
    const folder = await packageAt('g');
    await seal(folder, 'een');
    const twice = await seal(folder, 'een');
    expect([twice.code, twice.talk.includes('KEY_TWICE')]).to.deep.equal([2, true]);
    writeFileSync(join(cwd, folder, 'junit.xml'), '');
    const changed = await seal(folder, 'twee', '--key-passphrase', 'env:SECRET');
    expect([changed.code, changed.talk.includes('FILE_DIFFERS')]).to.deep.equal([2, true]);
    expect(existsSync(join(cwd, folder, 'rapport.2.sigstore.json'))).to.equal(false);
  });

  for (const [what, words, said] of [
    ['no key', [], /no key was named: --key FILE/],
    ['a key that is not there', ['--key', 'geen.pem'], /geen\.pem cannot be read/],
    ['a public key', ['--key', join('een', 'public.pem')], /holds no readable private key/],
    ['an encrypted key without its passphrase', ['--key', join('twee', 'private.pem')], /--key-passphrase/],
    ['a wrong passphrase', ['--key', join('twee', 'private.pem'), '--key-passphrase', 'env:WRONG'], /does not open/],
    [
      'a passphrase that is typed',
      ['--key', join('twee', 'private.pem'), '--key-passphrase', 'kanarie'],
      /env:NAME or file:PATH/,
    ],
  ] as const) {
    it(`do not seal with ${what}`, async () => {
      const folder = await packageAt('h');
      const { code, out, talk } = await call(['seal', folder, ...words], { env: { WRONG: 'mus' } });
      expect(code).to.equal(2);
      expect(talk).to.match(said);
      expect(out + talk).not.to.include('kanarie');
      expect(existsSync(join(cwd, folder, 'rapport.sigstore.json'))).to.equal(false);
    });
  }

  for (const [what, trust] of [
    ['a file that is not there', 'geen.pem'],
    ['a folder without keys', 'leeg'],
    ['a private key', join('een', 'private.pem')],
  ] as const) {
    it(`do not trust ${what}`, async () => {
      mkdirSync(join(cwd, 'leeg'), { recursive: true });
      const { code, talk } = await verify(await packageAt('i'), '--trust', trust);
      expect([code, talk.split(':')[0]]).to.deep.equal([2, 'CONFIG_INVALID']);
    });
  }

  it('belong to a run: --key seals at the end, and the seal holds', async () => {
    const { standard } = await openOwnSuite('zds-1.1/zaaksysteem');
    await using reference = await startReference(standard);
    const ran = await call([
      ...['run', 'zds-1.1/zaaksysteem', '--endpoint', reference.url, '--only', 'zs.1.*', '--out', 'run'],
      ...['--key', join('twee', 'private.pem'), '--key-passphrase', 'env:SECRET'],
    ]);
    expect(ran.out, ran.talk).to.include(`Sealed: ${join('run', 'rapport.sigstore.json')}`);
    const { code, out } = await verify('run', '--trust', 'trust', '--standard', 'zds-1.1');
    expect(code, out).to.equal(0);
    expect(out).to.include('made again from rapport.json: the same');
    const later = await call(['run', '--continue', 'run']);
    expect([later.code, later.talk.includes('came to its end')]).to.deep.equal([2, true]);
  });

  it('do not let a run begin with a key that cannot be read', async () => {
    let asked = 0;
    const server = createServer((_, response) => response.end(String(asked++)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const words = ['--endpoint', url, '--accept-defaults', '--key', 'geen.pem', '--out', 'none'];
    for (const suites of [['zds-1.1/zaaksysteem'], ['zds-1.1/zaaksysteem', 'zds-1.2/zaaksysteem']]) {
      const { code, talk } = await call(['run', ...suites, ...words]);
      expect([code, talk.split('\n')[0]]).to.deep.equal([2, 'CONFIG_INVALID: --key: geen.pem cannot be read']);
    }
    await new Promise((resolve) => server.close(resolve));
    expect([asked, existsSync(join(cwd, 'none'))]).to.deep.equal([0, false]);
  });
});

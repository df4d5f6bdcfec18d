import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { fakeShell } from '../fake-shell.js';

describe('ketentest keys create', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-keys-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  async function keys(words: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const shell = fakeShell({ cwd, env });
    const code = await main(['keys', ...words, '--lang', 'en'], shell);
    return { code, ...shell.said };
  }
  const text = (name: string) => readFileSync(join(cwd, 'keys', name), 'utf8');

  it('makes a P-256 pair, and tells the id of its public key', async () => {
    const { code, out } = await keys(['create', '--out', 'keys']);
    expect(code).to.equal(0);
    const key = createPrivateKey(text('private.pem'));
    expect([key.asymmetricKeyType, key.asymmetricKeyDetails?.namedCurve]).to.deep.equal(['ec', 'prime256v1']);
    const spki = createPublicKey(text('public.pem')).export({ type: 'spki', format: 'der' });
    expect(createPublicKey(key).export({ type: 'spki', format: 'der' }).equals(spki)).to.equal(true);
    expect(out).to.include(createHash('sha256').update(spki).digest('hex')).and.not.to.include('BEGIN');
    expect(out)
      .to.include(`--key ${join('keys', 'private.pem')}`)
      .and.to.include(`--trust ${join('keys', 'public.pem')}`);
  });

  it('makes an Ed25519 pair when asked', async () => {
    await keys(['create', '--out', 'keys', '--algorithm', 'ed25519']);
    expect(createPrivateKey(text('private.pem')).asymmetricKeyType).to.equal('ed25519');
  });

  it('keeps the private key for its owner only', async function () {
    if (process.platform === 'win32') this.skip();
    await keys(['create', '--out', 'keys']);
    expect(statSync(join(cwd, 'keys', 'private.pem')).mode & 0o777).to.equal(0o600);
  });

  for (const [where, reference] of [
    ['the environment', 'env:SECRET'],
    ['a file', 'file:secret.txt'],
  ] as const) {
    it(`encrypts the private key with a passphrase from ${where}`, async () => {
      writeFileSync(join(cwd, 'secret.txt'), 'kanarie\n');
      const { code, out, talk } = await keys(['create', '--out', 'keys', '--key-passphrase', reference], { SECRET: 'kanarie' });
      expect(code).to.equal(0);
      expect(out + talk).not.to.include('kanarie');
      expect(text('private.pem')).to.include('ENCRYPTED PRIVATE KEY');
      expect(() => createPrivateKey({ key: text('private.pem'), passphrase: 'mus' })).to.throw();
      expect(createPrivateKey({ key: text('private.pem'), passphrase: 'kanarie' }).type).to.equal('private');
    });
  }

  it('writes nothing over', async () => {
    await keys(['create', '--out', 'keys']);
    const before = text('private.pem');
    rmSync(join(cwd, 'keys', 'public.pem'));
    const { code, talk } = await keys(['create', '--out', 'keys']);
    expect([code, talk.split(':')[0]]).to.deep.equal([2, 'OUTPUT_FAILED']);
    expect(text('private.pem')).to.equal(before);
    expect(existsSync(join(cwd, 'keys', 'public.pem'))).to.equal(false);
  });

  for (const [what, words, said] of [
    ['a passphrase that is typed', ['--out', 'keys', '--key-passphrase', 'kanarie'], /env:NAME or file:PATH/],
    ['a variable that is not set', ['--out', 'keys', '--key-passphrase', 'env:NOTHING'], /env:NOTHING holds nothing/],
    ['a file that is not there', ['--out', 'keys', '--key-passphrase', 'file:none'], /file:none holds nothing/],
    ['another algorithm', ['--out', 'keys', '--algorithm', 'rsa'], /ecdsa or ed25519/],
    ['no folder', [], /--out DIR/],
  ] as const) {
    it(`refuses ${what}, and makes nothing`, async () => {
      const { code, out, talk } = await keys(['create', ...words]);
      expect(code).to.equal(2);
      expect(talk).to.match(said);
      expect(out + talk).not.to.include('kanarie');
      expect(existsSync(join(cwd, 'keys'))).to.equal(false);
    });
  }

  it('refuses something else than create', async () => {
    const { code, talk } = await keys(['make']);
    expect([code, /"keys make"/.test(talk)]).to.deep.equal([2, true]);
  });
});

import { spawnSync } from 'node:child_process';
import { createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../../src/cli/program.js';
import { signWithCommand, wordsOf } from '../../../src/cli/seal/sign-command.js';
import { systemClock } from '../../../src/cli/shell.js';
import { isSignedBy, publicPemOf } from '../../../src/report/seal/seal-key.js';
import { EXPIRED, ISSUER, LEAF, OIN, ROOT } from '../../report/forged-packages/held-certificates.js';
import { KEYS, unsealed } from '../../report/forged-packages/held-package.js';
import { fakeShell } from '../fake-shell.js';

const BYTES = Buffer.from('wat te ondertekenen is');

describe('a command that signs', function () {
  this.timeout(60_000);
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-sign-test-'));
    for (const [name, key] of [
      ['p256', KEYS.runner],
      ['ed', KEYS.along],
      ['leaf', createPrivateKey(LEAF.key)],
    ] as const) {
      writeFileSync(join(cwd, `${name}.key`), key.export({ type: 'pkcs8', format: 'pem' }));
      writeFileSync(join(cwd, `${name}.pub`), publicPemOf(key));
    }
    writeFileSync(join(cwd, 'chain.pem'), LEAF.cert + ISSUER.cert);
    writeFileSync(join(cwd, 'ca.pem'), ROOT.cert);
    writeFileSync(join(cwd, 'old.pem'), EXPIRED.cert + ISSUER.cert);
    writeFileSync(join(cwd, 'old.key'), EXPIRED.key);
    // A card: signs what it reads, and writes the signature as it is told.
    writeFileSync(
      join(cwd, 'card.mjs'),
      `import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
const [, , key, writing = 'raw', file] = process.argv;
const pem = readFileSync(key, 'utf8');
const hash = key.startsWith('ed') ? null : 'sha256';
const dsaEncoding = writing === 'plain' ? 'ieee-p1363' : 'der';
const made = sign(hash, readFileSync(file ?? 0), { key: pem, dsaEncoding });
if (writing === 'twice') process.stdout.write(Buffer.alloc(20_000));
process.stdout.write(writing === 'hex' ? made.toString('hex') + '\\n' : writing === 'base64' ? made.toString('base64') + '\\n' : made);
`,
    );
    writeFileSync(join(cwd, 'fails.mjs'), "process.stderr.write('PIN is verkeerd\\n'); process.exit(3);");
    writeFileSync(join(cwd, 'nothing.mjs'), '');
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  const node = JSON.stringify(process.execPath);
  const ask = (line: string, key = KEYS.runner) => {
    const shell = fakeShell({ cwd, env: process.env });
    return signWithCommand(shell, `${node} ${line}`, keyOf(key), BYTES).then(
      (signature) => ({ signature, shell }),
      (error: unknown) => ({ error: error as Error, shell }),
    );
  };
  const keyOf = (key: typeof KEYS.runner) => createPublicKey(publicPemOf(key));
  const taken = async (line: string, key = KEYS.runner) => {
    const { signature, error } = (await ask(line, key)) as { signature?: Buffer; error?: Error };
    expect(error, String(error)).to.equal(undefined);
    return isSignedBy(keyOf(key), BYTES, signature ?? Buffer.of());
  };

  for (const writing of ['raw', 'base64', 'hex', 'plain']) {
    it(`may write its signature ${writing}`, async () => {
      expect(await taken(`card.mjs p256.key ${writing}`)).to.equal(true);
      expect(await taken(`card.mjs p256.key ${writing} {file}`)).to.equal(true);
    });
  }

  it('may hold a key of Ed25519', async () => {
    expect(await taken('card.mjs ed.key hex', KEYS.along)).to.equal(true);
  });

  it('may be openssl, over the digest alone (skipped without openssl)', async function () {
    if (spawnSync('openssl', ['version']).status !== 0) this.skip();
    const shell = fakeShell({ cwd, env: process.env });
    const line = 'openssl pkeyutl -sign -inkey p256.key -in {digest} -pkeyopt digest:sha256';
    const signature = await signWithCommand(shell, line, keyOf(KEYS.runner), BYTES);
    expect(isSignedBy(keyOf(KEYS.runner), BYTES, signature)).to.equal(true);
  });

  for (const [what, line, said, key] of [
    ['that is not there', '', /--sign-command/, undefined],
    ['that fails, with what it said', 'fails.mjs', /ended with 3 PIN is verkeerd/, undefined],
    ['that prints nothing', 'nothing.mjs', /gave no signature/, undefined],
    ['that signs with another key', 'card.mjs leaf.key', /does not fit the public key/, undefined],
    ['that prints more than any signature', 'card.mjs p256.key twice', /ended with \d+ bytes/, undefined],
    ['over a digest, for a key that signs none', 'card.mjs ed.key raw {digest}', /Ed25519 signs no digest/, KEYS.along],
  ] as const) {
    it(`is refused ${what}`, async () => {
      const shell = fakeShell({ cwd, env: process.env });
      const whole = line === '' ? 'geen-programma --sign' : `${node} ${line}`;
      const error: unknown = await signWithCommand(shell, whole, keyOf(key ?? KEYS.runner), BYTES).catch(
        (caught: unknown) => caught,
      );
      expect(error).to.have.property('code', 'CONFIG_INVALID');
      expect(String(error)).to.match(said);
    });
  }

  it('leaves nothing behind of what it was given', async () => {
    const before = readdirSync(tmpdir()).filter((name) => name.startsWith('ketentest-sign-') && !cwd.endsWith(name));
    await ask('card.mjs p256.key raw {file}');
    await ask('fails.mjs {digest}');
    const after = readdirSync(tmpdir()).filter((name) => name.startsWith('ketentest-sign-') && !cwd.endsWith(name));
    expect(after.filter((name) => !before.includes(name))).to.deep.equal([]);
  });

  it('is split into words as far as quotes go, and no shell reads it', () => {
    expect(wordsOf(`sign --pin "env:MIJN PIN" '{file}' --label=a"b c"d $(rm) `)).to.deep.equal([
      ...['sign', '--pin', 'env:MIJN PIN', '{file}', '--label=ab cd', '$(rm)'],
    ]);
  });

  it('makes the number of a plain signature as DER wants it, whatever it begins with', async () => {
    const seen = new Set<number>();
    for (let nth = 0; nth < 300 && seen.size < 3; nth++) {
      const plain = sign('sha256', BYTES, { key: KEYS.runner, dsaEncoding: 'ieee-p1363' });
      const kind = plain[0] === 0 ? 0 : (plain[0] ?? 0) > 127 ? 1 : 2;
      if (seen.has(kind)) continue;
      seen.add(kind);
      writeFileSync(join(cwd, 'plain.bin'), plain);
      writeFileSync(
        join(cwd, 'print.mjs'),
        "import { readFileSync } from 'node:fs'; process.stdout.write(readFileSync('plain.bin'));",
      );
      expect(await taken('print.mjs'), `first byte ${plain[0]}`).to.equal(true);
    }
    expect(seen.size).to.be.at.least(2);
  });

  describe('of ketentest seal', () => {
    let packages = 0;
    async function call(...words: readonly string[]) {
      const shell = fakeShell({ cwd, clock: systemClock, env: process.env });
      const code = await main([...words, '--lang', 'en'], shell);
      return { code, ...shell.said };
    }
    async function packageOf(): Promise<string> {
      const folder = `p${++packages}`;
      for (const [name, bytes] of await unsealed()) {
        mkdirSync(dirname(join(cwd, folder, name)), { recursive: true });
        writeFileSync(join(cwd, folder, name), bytes);
      }
      return folder;
    }

    it('seals with a public key', async () => {
      const folder = await packageOf();
      const made = await call('seal', folder, '--sign-command', `${node} card.mjs p256.key`, '--public-key', 'p256.pub');
      expect(made.code, made.talk).to.equal(0);
      expect((await call('verify', folder, '--trust', 'p256.pub')).out).to.match(/^HOLDS/);
    });

    it('seals with a certificate, and verify shows whose it is', async () => {
      const folder = await packageOf();
      const made = await call('seal', folder, '--sign-command', `${node} card.mjs leaf.key plain`, '--key-cert', 'chain.pem');
      expect(made.code, made.talk).to.equal(0);
      const { out, code } = await call('verify', folder, '--trust', 'ca.pem', '--signer', OIN);
      expect([code, out.includes(`Regio Verzonnendam, OIN ${OIN}`)], out).to.deep.equal([0, true]);
      const other = await call('verify', folder, '--trust', 'ca.pem', '--signer', 'Regio Elders');
      expect([other.code, other.out.includes('SIGNER_OTHER')]).to.deep.equal([1, true]);
    });

    it('seals with a key in a file and its certificate', async () => {
      const folder = await packageOf();
      expect((await call('seal', folder, '--key', 'leaf.key', '--key-cert', 'chain.pem')).code).to.equal(0);
      expect((await call('verify', folder, '--trust', 'ca.pem')).out).to.match(/^HOLDS/);
    });

    for (const [what, words, said] of [
      ['a command and a key', ['--key', 'p256.key', '--sign-command', 'x'], /do not go together/],
      ['a command without a public key', ['--sign-command', 'x'], /needs --public-key FILE or --key-cert FILE/],
      ['a public key that is none', ['--sign-command', 'x', '--public-key', 'card.mjs'], /holds no public key/],
      ['a public key that is private', ['--sign-command', 'x', '--public-key', 'p256.key'], /this is a private key/],
      ['a public key that is not there', ['--sign-command', 'x', '--public-key', 'geen'], /cannot be read/],
      ['the certificate of another key', ['--key', 'p256.key', '--key-cert', 'chain.pem'], /is of another key/],
      ['a certificate of an issuer', ['--key', 'leaf.key', '--key-cert', 'ca.pem'], /key that does not seal/],
      ['a file without a certificate', ['--key', 'leaf.key', '--key-cert', 'leaf.pub'], /holds no certificate/],
      ['certificates in another order', ['--key', 'leaf.key', '--key-cert', 'mixed.pem'], /do not belong together|does not seal/],
      ['a certificate that expired', ['--key', 'old.key', '--key-cert', 'old.pem'], /was not valid at the time/],
      ['a command that fails', ['--sign-command', `${node} fails.mjs`, '--public-key', 'p256.pub'], /PIN is verkeerd/],
    ] as const) {
      it(`refuses ${what}, and seals nothing`, async () => {
        writeFileSync(join(cwd, 'mixed.pem'), LEAF.cert + ROOT.cert);
        const folder = await packageOf();
        const { code, talk } = await call('seal', folder, ...words);
        expect(code).to.equal(2);
        expect(talk).to.match(said);
        expect(existsSync(join(cwd, folder, 'rapport.sigstore.json'))).to.equal(false);
      });
    }
  });
});

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect } from 'chai';
import { publicPemOf } from '../../../src/report/seal/seal-key.js';
import { packageRoot } from '../../package-root.js';
import { FORGED_FILES } from '../forged-packages/forged-files.js';
import { FORGED_SEALS } from '../forged-packages/forged-seals.js';
import { ISSUER, keyOf, LEAF, sealingWith } from '../forged-packages/held-certificates.js';
import { type HeldPackage, KEYS, seal, sealed, sealedByTwo, unsealed } from '../forged-packages/held-package.js';

const PAGE = readFileSync(join(packageRoot, 'docs', 'verifying-a-report.md'), 'utf8');
const [, RECIPE = ''] = /```sh\n([\s\S]*?)```/.exec(PAGE) ?? [];
const isThere = spawnSync('openssl', ['version']).status === 0 && spawnSync('sh', ['-c', 'exit 0']).status === 0;
/** Of a first seal that a forger without the key touched. */
const FORGERIES = [
  ...FORGED_FILES.filter(({ code }) => code.startsWith('FILE')),
  ...FORGED_SEALS.filter(({ code }) => code === 'SIGNATURE_INVALID'),
];

describe('the recipe with plain openssl (skipped without openssl)', function () {
  this.timeout(60_000);
  let top: string;
  before(function () {
    if (!isThere) this.skip();
  });
  beforeEach(() => {
    top = mkdtempSync(join(tmpdir(), 'ketentest-openssl-'));
    writeFileSync(join(top, 'check.sh'), RECIPE);
  });
  afterEach(() => top && rmSync(top, { recursive: true, force: true }));

  function check(held: HeldPackage, key = KEYS.runner, links: ReadonlyMap<string, unknown> = new Map()) {
    writeFileSync(join(top, 'public.pem'), publicPemOf(key));
    for (const [name, bytes] of [...held, ['prive/zout', Buffer.from('geheim')] as const]) {
      mkdirSync(dirname(join(top, 'map', name)), { recursive: true });
      if (links.has(name)) symlinkSync(join(top, 'check.sh'), join(top, 'map', name));
      else writeFileSync(join(top, 'map', name), bytes);
    }
    const { status, stdout, stderr } = spawnSync('sh', ['check.sh', 'map', 'public.pem'], { cwd: top, encoding: 'utf8' });
    return { status, last: stdout.trimEnd().split('\n').at(-1), said: stdout + stderr };
  }

  it('takes an honest package, sealed with ECDSA', async () => {
    const { status, last, said } = check(await sealed());
    expect([status, last], said).to.deep.equal([0, 'HOUDT / HOLDS']);
  });

  it('takes an honest package, sealed with Ed25519', async () => {
    const { status, last, said } = check(await seal(await unsealed(), KEYS.along), KEYS.along);
    expect([status, last], said).to.deep.equal([0, 'HOUDT / HOLDS']);
  });

  it('takes an honest package, sealed with a certificate', async () => {
    const { status, last, said } = check(await seal(await unsealed(), sealingWith(LEAF, ISSUER)), keyOf(LEAF));
    expect([status, last], said).to.deep.equal([0, 'HOUDT / HOLDS']);
  });

  it('takes an honest package that a second party signed along', async () => {
    expect(check(await sealedByTwo()).status).to.equal(0);
  });

  it('refuses another key', async () => {
    expect(check(await sealed(), KEYS.stranger).status).to.equal(1);
    rmSync(join(top, 'map'), { recursive: true });
    expect(check(await sealed(), KEYS.along).status).not.to.equal(0);
  });

  it('refuses packages whose files or signature were forged', async function () {
    if (process.platform !== 'linux') this.skip();
    const two = await sealedByTwo();
    // Every third: each takes a process a file.
    const some = FORGERIES.filter((_, nth) => nth % 3 === 0);
    const taken: string[] = [];
    for (const { what, forge, kinds = new Map(), bestand } of some) {
      if (kinds.has('rapport.sigstore.json') || bestand === 'rapport.2.sigstore.json') continue;
      rmSync(join(top, 'map'), { recursive: true, force: true });
      if (check(await forge(new Map(two)), KEYS.runner, kinds).status === 0) taken.push(what);
    }
    expect(some.length).to.be.above(12);
    expect(taken).to.deep.equal([]);
  });
});

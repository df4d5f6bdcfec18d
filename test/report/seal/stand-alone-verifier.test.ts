import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { publicPemOf } from '../../../src/report/seal/seal-key.js';
import { packageRoot } from '../../package-root.js';
import { FORGED_CONTENTS } from '../forged-packages/forged-contents.js';
import { FORGED_DISCLOSURES } from '../forged-packages/forged-disclosures.js';
import { FORGED_FILES } from '../forged-packages/forged-files.js';
import { FORGED_SEALS } from '../forged-packages/forged-seals.js';
import { ISSUER, keyOf, LEAF, sealingWith } from '../forged-packages/held-certificates.js';
import {
  bundleIn,
  type HeldPackage,
  KEYS,
  type Kinds,
  seal,
  sealed,
  sealedByTwo,
  unsealed,
} from '../forged-packages/held-package.js';
import { FORGED_TICKETS } from '../forged-packages/held-tickets.js';

const FILE = join(packageRoot, 'docs', 'verify-report.mjs');
const PEMS = [KEYS.runner, KEYS.along].map(publicPemOf);
/** What depends on more than a key: when it holds, and for what. */
const FORGERIES = [...FORGED_FILES, ...FORGED_SEALS, ...FORGED_CONTENTS, ...FORGED_DISCLOSURES, ...FORGED_TICKETS].filter(
  ({ trust, needsHarness }) => !trust && !needsHarness,
);

interface Verdict {
  readonly problems: readonly { readonly code: string }[];
  readonly signers: readonly { readonly isKnown: boolean }[];
}

describe('the verifier that stands alone', function () {
  this.timeout(60_000);
  let verifyReport: (folder: string, pems: readonly string[]) => Verdict;
  let two: HeldPackage;
  let folder: string;
  before(async () => {
    ({ verifyReport } = (await import(pathToFileURL(FILE).href)) as { verifyReport: typeof verifyReport });
    two = await sealedByTwo();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-alone-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function write(held: HeldPackage, kinds: Kinds = new Map()): string {
    for (const [name, bytes] of held) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      if (kinds.has(name)) symlinkSync(FILE, join(folder, name));
      else writeFileSync(join(folder, name), bytes);
    }
    return folder;
  }

  for (const { code, what, forge, kinds } of FORGERIES) {
    it(`refuses ${what}: ${code}`, async function () {
      // Names that are two elsewhere are one on these.
      if (process.platform !== 'linux') this.skip();
      const { problems } = verifyReport(write(await forge(new Map(two)), kinds), PEMS);
      expect(problems.map((each) => each.code)).to.include(code);
    });
  }

  it('is tried with at least sixty forgeries', () => expect(FORGERIES.length).to.be.at.least(60));

  it('takes an honest package, and tells whose keys it knows', async () => {
    expect(verifyReport(write(await sealed()), PEMS).problems).to.deep.equal([]);
    const { problems, signers } = verifyReport(write(two), PEMS.slice(0, 1));
    expect([problems, signers.map(({ isKnown }) => isKnown)]).to.deep.equal([[], [true, false]]);
  });

  it('takes a seal with a certificate by the key in it, and refuses another certificate beside it', async () => {
    const held = await seal(await unsealed(), sealingWith(LEAF, ISSUER));
    write(held);
    for (const pem of [LEAF.cert, publicPemOf(keyOf(LEAF))]) expect(verifyReport(folder, [pem]).problems).to.deep.equal([]);
    expect(verifyReport(folder, PEMS).problems.map(({ code }) => code)).to.deep.equal(['KEY_UNKNOWN']);
    const bundle = bundleIn(held);
    const der = Buffer.from(bundle.verificationMaterial.certificate.rawBytes, 'base64');
    der[der.length - 1] = (der.at(-1) ?? 0) ^ 1;
    bundle.verificationMaterial.certificate.rawBytes = der.toString('base64');
    write(new Map([['rapport.sigstore.json', Buffer.from(canonicalJson(bundle))]]));
    expect(verifyReport(folder, [LEAF.cert]).problems.map(({ code }) => code)).to.deep.equal(['CERT_CHAIN']);
  });

  it('takes no private key, and no key of another kind', () => {
    const pem = KEYS.runner.export({ type: 'pkcs8', format: 'pem' }).toString();
    expect(() => verifyReport(folder, [pem])).to.throw(/private key/);
    expect(() => verifyReport(folder, ['sleutel'])).to.throw();
  });

  it('is a command that ends with 0, 1 or 2', () => {
    const key = join(folder, '..', `${folder.split(/[\\/]/).at(-1)}.pem`);
    writeFileSync(key, PEMS[0] ?? '');
    try {
      const call = (...words: readonly string[]) => spawnSync(process.execPath, [FILE, ...words], { encoding: 'utf8' });
      write(two);
      expect([call(folder, key).status, call(folder, key).stdout.trimEnd().split('\n').at(-1)]).to.deep.equal([0, 'HOLDS']);
      writeFileSync(join(folder, 'junit.xml'), '');
      const broken = call(folder, key);
      expect([broken.status, broken.stdout.includes('FILE_DIFFERS  "junit.xml"')]).to.deep.equal([1, true]);
      expect([call(folder).status, call(folder, 'geen.pem').status]).to.deep.equal([2, 2]);
    } finally {
      rmSync(key);
    }
  });

  it('needs nothing but Node', () => {
    const imported = [...readFileSync(FILE, 'utf8').matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imported.length).to.be.above(0);
    expect(imported.filter((name) => !name?.startsWith('node:'))).to.deep.equal([]);
  });
});

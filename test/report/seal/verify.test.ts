import { expect } from 'chai';
import { renderVerification, verificationJson } from '../../../src/report/seal/render-verification.js';
import { sealPackage } from '../../../src/report/seal/seal.js';
import { publicPemOf, sealingKey } from '../../../src/report/seal/seal-key.js';
import { type Verification, verifyPackage } from '../../../src/report/seal/verify.js';
import { REASONS } from '../../../src/report/seal/verify-reasons.js';
import { FORGED_CONTENTS } from '../forged-packages/forged-contents.js';
import { FORGED_DISCLOSURES } from '../forged-packages/forged-disclosures.js';
import { FORGED_FILES } from '../forged-packages/forged-files.js';
import { FORGED_SEALS } from '../forged-packages/forged-seals.js';
import {
  AT,
  FACTS,
  type HeldPackage,
  KEYS,
  resealed,
  seal,
  sealed,
  sealedByTwo,
  sourceOf,
  statementIn,
  trusting,
  unsealed,
  VERSION,
} from '../forged-packages/held-package.js';
import { FORGED_TICKETS } from '../forged-packages/held-tickets.js';
import { FLAWLESS } from '../samples.js';

const FORGERIES = [...FORGED_FILES, ...FORGED_SEALS, ...FORGED_CONTENTS, ...FORGED_DISCLOSURES, ...FORGED_TICKETS];
const TRUST = trusting(KEYS.runner, KEYS.along);

const honest = (keys: typeof TRUST) => keys;
const verify = (held: HeldPackage, trust: typeof TRUST | 'nobody' = TRUST) =>
  verifyPackage(sourceOf(held), { ...(trust !== 'nobody' && { trust }), version: VERSION });
const codesOf = ({ bevindingen }: Verification) => bevindingen.map(({ code }) => code);

describe('verifying a package', function () {
  this.timeout(60_000);
  let two: HeldPackage;
  before(async () => {
    two = await sealedByTwo();
  });

  describe('refuses', () => {
    for (const { code, what, bestand, forge, kinds = new Map(), trust = honest, wanted } of FORGERIES) {
      it(`${what}: ${code}`, async () => {
        const forged = await forge(new Map(two));
        const seen = await verifyPackage(sourceOf(forged, kinds), {
          trust: trust(TRUST),
          version: VERSION,
          ...(wanted && { wanted }),
        });
        expect(seen.oordeel).to.equal('houdt_niet');
        expect(seen.zekerheid.niveau).to.equal('A0');
        expect(codesOf(seen)).to.include(code);
        if (bestand !== undefined) {
          expect(seen.bevindingen.filter((each) => each.code === code).map((each) => each.bestand)).to.include(bestand);
        }
      });
    }
  });

  it('takes no package of which one byte was changed, wherever it is', async () => {
    const taken: string[] = [];
    for (const [name, bytes] of two) {
      // Of a seal many, of the other files one.
      const stride = Math.max(1, Math.floor(bytes.length / (name.endsWith('.sigstore.json') ? 40 : 1)));
      for (let at = stride >> 1; at < bytes.length; at += stride) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ (1 + (at % 127));
        if ((await verify(new Map(two).set(name, changed))).oordeel !== 'houdt_niet') taken.push(`${name} ${at}`);
      }
    }
    expect(taken).to.deep.equal([]);
  });

  it('is tried with at least sixty forgeries, no two the same', () => {
    expect(FORGERIES.length).to.be.at.least(60);
  });

  it('has a forgery for every reason, save one that takes no trust root, and those that certificates.test.ts tries', () => {
    const tried = new Set(FORGERIES.map(({ code }) => code));
    const others = Object.keys(REASONS).filter((code) => !/^CERT_|^SIGNER_OTHER$/.test(code));
    expect(others.filter((code) => !tried.has(code as keyof typeof REASONS))).to.deep.equal(['KEY_MISMATCH']);
  });

  it('tells every mismatch, with what was expected and what was seen', async () => {
    const forged = new Map(two);
    forged.delete('junit.xml');
    forged.set('extra', Buffer.of()).set('rapport.html', Buffer.from('<p>'));
    const { bevindingen } = await verify(forged);
    expect(bevindingen.map(({ code, bestand }) => `${code} ${bestand}`)).to.deep.equal([
      'FILE_UNKNOWN extra',
      'FILE_MISSING junit.xml',
      'FILE_DIFFERS rapport.html',
    ]);
    expect(bevindingen[2]?.verwacht)
      .to.match(/^[0-9a-f]{64}$/)
      .and.not.equal(bevindingen[2]?.gezien);
  });

  for (const [what, make, trust, oordeel, niveau] of [
    ['sealed by who is trusted', () => sealed(), trusting(KEYS.runner), 'houdt', 'A1'],
    ['of a flawless run', () => sealed(FLAWLESS()), trusting(KEYS.runner), 'houdt', 'A1'],
    ['sealed with Ed25519', async () => seal(await unsealed(), KEYS.along), trusting(KEYS.along), 'houdt', 'A1'],
    ['signed along by who is trusted', () => sealedByTwo(), TRUST, 'houdt', 'A1'],
    ['signed along by who is not known', () => sealedByTwo(), trusting(KEYS.runner), 'houdt', 'A1'],
    ['when nobody said whom they trust', () => sealedByTwo(), 'nobody', 'ongewijzigd', 'A0'],
  ] as const) {
    it(`takes an honest package ${what}`, async () => {
      const seen = await verify(await make(), trust);
      expect([codesOf(seen), seen.oordeel, seen.zekerheid.niveau]).to.deep.equal([[], oordeel, niveau]);
      expect(seen.weergaven.vergeleken).to.equal(true);
    });
  }

  it('tells who signed, and that it does not know who signed along', async () => {
    const { ondertekenaars } = await verify(two, trusting(KEYS.runner));
    expect(ondertekenaars.map(({ zegel, naam, vertrouwd, algoritme }) => [zegel, naam, vertrouwd, algoritme])).to.deep.equal([
      ['rapport.sigstore.json', 'key 1', true, 'ecdsa-p256-sha256'],
      ['rapport.2.sigstore.json', undefined, false, 'ed25519'],
    ]);
  });

  it('refuses a seal without a trust root when the key that goes along is another one', async () => {
    const forged = resealed(await sealed(), KEYS.stranger);
    expect(codesOf(await verifyPackage(sourceOf(forged), { version: VERSION }))).to.deep.equal(['KEY_MISMATCH']);
  });

  it('does not compare renditions of another version, and says so', async () => {
    const held = await sealed();
    const html = resealed(held.set('rapport.html', Buffer.from('<p>anders</p>')));
    const seen = await verifyPackage(sourceOf(html), { trust: TRUST, version: '9.9.9' });
    expect([seen.oordeel, seen.weergaven.vergeleken]).to.deep.equal(['houdt', false]);
    expect(seen.weergaven.waarom?.en).to.include('0.1.0');
  });

  it('lets nobody claim a level', async () => {
    const claimed = resealed(await sealed(), KEYS.runner, ({ predicate }) => {
      predicate.zekerheid = { niveau: 'A3' };
    });
    const seen = await verify(claimed);
    expect([seen.oordeel, seen.zekerheid.niveau]).to.deep.equal(['houdt', 'A1']);
  });

  for (const wanted of [
    { product: 'Boekenplank', productVersion: '4.2.1', standard: 'Bibliotheekservices 1.0' },
    { product: ' boekenplank', standard: 'BIEB-1.0' },
  ]) {
    it(`holds for what somebody has: ${Object.values(wanted).join(', ')}`, async () => {
      const seen = await verifyPackage(sourceOf(two), { trust: TRUST, version: VERSION, wanted });
      expect(seen.oordeel).to.equal('houdt');
    });
  }

  it('opens nothing that is not in the package, whatever the seal or the manifest names', async () => {
    for (const { forge, kinds = new Map() } of FORGED_CONTENTS.filter(({ code }) => /NAME|MANIFEST/.test(code))) {
      const forged = await forge(new Map(two));
      const opened: string[] = [];
      const source = sourceOf(forged, kinds);
      const open = (name: string) => {
        opened.push(name);
        return source.open(name);
      };
      await verifyPackage({ ...source, open }, { trust: TRUST, version: VERSION });
      expect(opened.filter((name) => !forged.has(name))).to.deep.equal([]);
    }
  });

  it('is told to people and to programs in the same words', async () => {
    const forged = new Map(two);
    forged.set('rapport.html', Buffer.from('<p>')).set('a\u001b[31m\u202e', Buffer.of());
    const seen = await verify(forged);
    const shown = renderVerification(seen, { shown: 'map', language: 'nl', hasColour: false });
    expect(shown)
      .to.include('HOUDT NIET')
      .and.include('FILE_DIFFERS  rapport.html')
      .and.not.include('\u001b')
      .and.not.include('\u202e');
    const json = JSON.parse(verificationJson(seen));
    expect([json.oordeel, json.bevindingen[1].code, json.bevindingen[1].melding.en]).to.deep.equal([
      'houdt_niet',
      'FILE_DIFFERS',
      REASONS.FILE_DIFFERS.en,
    ]);
    const holds = renderVerification(await verify(two), { shown: 'map', language: 'en', hasColour: false });
    expect(holds)
      .to.match(/^HOLDS/)
      .and.include('Boekenplank 4.2.1')
      .and.include('A1');
  });
});

describe('sealing a package', () => {
  it('has every public file under it, sorted, with what the report is about', async () => {
    const held = await sealed();
    const { subject, predicate, predicateType } = statementIn(held);
    const names = [...held.keys()].filter((name) => name !== 'rapport.sigstore.json').sort();
    expect(subject.map(({ name }: { name: string }) => name)).to.deep.equal(names);
    expect(predicateType).to.equal('urn:ketentest:testrapport:1');
    expect(predicate).to.deep.include({
      result: 'FAILED',
      product: { pakketnaam: 'Boekenplank', versie: '4.2.1', eigenReferentie: false },
      verzegeldOp: AT,
      afwijkingen: [],
    });
    expect(predicate.failedTests).to.deep.equal(['cat.2.voegBoekToe']);
    expect(predicate.uitvoering.overschrijvingen).to.have.length(1);
    expect(predicate.configuration.map(({ name }: { name: string }) => name)).to.deep.equal([
      'testset',
      'schemabasis',
      'rapport.schema.json',
      'harnas',
    ]);
    expect(predicate.ondertekenaar.publicKey).to.equal(publicPemOf(KEYS.runner));
    expect(JSON.stringify(predicate)).not.to.match(/zekerheid|niveau/);
  });

  it('does not change a byte of what is there', async () => {
    const before = await unsealed();
    const after = await seal(before, KEYS.runner);
    for (const [name, bytes] of before) expect(after.get(name)?.equals(bytes), name).to.equal(true);
  });

  it('signs a third time over both seals', async () => {
    const three = await seal(await sealedByTwo(), KEYS.stranger);
    expect(statementIn(three, 'rapport.3.sigstore.json').subject.map(({ name }: { name: string }) => name)).to.deep.equal([
      'rapport.2.sigstore.json',
      'rapport.sigstore.json',
    ]);
    expect((await verify(three)).oordeel).to.equal('houdt');
    three.delete('rapport.2.sigstore.json');
    expect(codesOf(await verify(three))).to.deep.equal(['SEAL_OTHER']);
  });

  const refusalOf = (held: HeldPackage, key = KEYS.along) =>
    sealPackage({ source: sourceOf(held), key: sealingKey(key), facts: FACTS, at: AT }).then(
      () => undefined,
      (error: unknown) => error,
    );

  it('refuses the same key twice', async () => {
    const error = await refusalOf(await sealed(), KEYS.runner);
    expect(error).to.have.property('code', 'REPORT_INVALID');
    expect(String(error)).to.include('KEY_TWICE');
  });

  it('refuses what does not hold: a changed page, a changed message, a name that is not plain', async () => {
    for (const [name, code] of [
      ['rapport.html', 'RENDITION_DIFFERS'],
      ['bewijs/0001-vraag.xml', 'MANIFEST_DIFFERS'],
      ['r\u0430pport.json', 'SUBJECT_NAME'],
    ] as const) {
      expect(String(await refusalOf((await unsealed()).set(name, Buffer.from('x'))))).to.include(code);
    }
  });

  it('refuses to sign along with what was changed since', async () => {
    const held = await sealed();
    expect(String(await refusalOf(held.set('junit.xml', Buffer.from('x'))))).to.include('FILE_DIFFERS');
  });
});

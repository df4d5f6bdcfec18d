/** Seals that name their signer by a certificate. */
import { bundleFromJSON } from '@sigstore/bundle';
import { toSignedEntity } from '@sigstore/verify';
import { expect } from 'chai';
import type { Certificate } from '../../../src/cli/certs/certificate.js';
import { canonicalJson } from '../../../src/report/canonical-json.js';
import { renderVerification } from '../../../src/report/seal/render-verification.js';
import { readAuthorities } from '../../../src/report/seal/trust-authorities.js';
import { readTrust } from '../../../src/report/seal/trust-root.js';
import { type Verification, verifyPackage } from '../../../src/report/seal/verify.js';
import type { Trust } from '../../../src/report/seal/verify-signer.js';
import {
  EXPIRED,
  ISSUER,
  keyOf,
  LEAF,
  materialOf,
  NOT_YET,
  OF_LEAF,
  OF_OLD_ISSUER,
  OIN,
  OLD_ISSUER,
  OTHER_ISSUER,
  OTHER_LEAF,
  OTHER_ROOT,
  ROOT,
  RSA_LEAF,
  sealingWith,
  x509,
} from '../forged-packages/held-certificates.js';
import {
  bundleIn,
  bundleOf,
  type HeldPackage,
  KEYS,
  seal,
  sealed,
  sourceOf,
  statementIn,
  trusting,
  unsealed,
  VERSION,
} from '../forged-packages/held-package.js';

const SEAL = 'rapport.sigstore.json';
const ROOTS: Trust = { trust: [], authorities: [{ certificate: x509(ROOT) }] };

const verify = (held: HeldPackage, trust: Trust = ROOTS, signer?: string) =>
  verifyPackage(sourceOf(held), { ...trust, version: VERSION, ...(signer !== undefined && { wanted: { signer } }) });
const codesOf = ({ bevindingen }: Verification) => bevindingen.map(({ code }) => code);

describe('a seal with a certificate', function () {
  this.timeout(60_000);
  let honest: HeldPackage;
  before(async () => {
    honest = await seal(await unsealed(), sealingWith(LEAF, ISSUER));
  });
  /** What somebody who holds a key signs, and the certificates that they put beside it. */
  const signedWith = (signer: Certificate, leaf: Certificate, ...issuers: readonly Certificate[]): HeldPackage => {
    const statement = statementIn(honest);
    statement.predicate.ondertekenaar.certificaten = [leaf, ...issuers].map((each) => x509(each).raw.toString('base64'));
    const bundle = bundleOf(statement, keyOf(signer), materialOf(leaf));
    return new Map(honest).set(SEAL, Buffer.from(canonicalJson(bundle)));
  };

  for (const [what, chain, trust] of [
    ['under the root that is trusted', [ISSUER], ROOTS],
    ['with the root itself in it', [ISSUER, ROOT], ROOTS],
    ['alone, under its own issuer', [], { authorities: [{ certificate: x509(ISSUER) }] }],
    ['that is trusted itself', [], { authorities: [{ certificate: x509(LEAF) }] }],
    ['of the OIN that is trusted', [ISSUER], { authorities: [{ certificate: x509(ROOT), oin: OIN }] }],
  ] as const) {
    it(`holds ${what}, and tells who it is`, async () => {
      const held = await seal(await unsealed(), sealingWith(LEAF, ...chain));
      const seen = await verify(held, trust);
      expect([codesOf(seen), seen.oordeel, seen.zekerheid.niveau]).to.deep.equal([[], 'houdt', 'A1']);
      const [signer] = seen.ondertekenaars;
      expect([signer?.naam, signer?.certificaat?.oin, signer?.vertrouwd]).to.deep.equal(['Regio Verzonnendam', OIN, true]);
      const text = renderVerification(seen, { shown: 'map', language: 'nl', hasColour: false });
      expect(text).to.include(`certificaat van Regio Verzonnendam, OIN ${OIN}; uitgever CN=`).and.include('2028-01-01');
    });
  }

  it('holds under the key alone as well, and without a trust root nothing was changed', async () => {
    expect((await verify(honest, { trust: trusting(keyOf(LEAF)) })).oordeel).to.equal('houdt');
    const seen = await verify(honest, {});
    expect([seen.oordeel, seen.zekerheid.niveau, seen.ondertekenaars[0]?.vertrouwd]).to.deep.equal(['ongewijzigd', 'A0', false]);
  });

  it('tells no name of a certificate for which nobody vouches', async () => {
    const { ondertekenaars } = await verify(honest, { trust: trusting(keyOf(LEAF)) });
    expect([ondertekenaars[0]?.naam, ondertekenaars[0]?.certificaat]).to.deep.equal(['key 1', undefined]);
    expect(codesOf(await verify(honest, { trust: trusting(keyOf(LEAF)) }, OIN))).to.deep.equal(['SIGNER_OTHER']);
  });

  it('says what somebody is by the word of the trust root', async () => {
    const seen = await verify(honest, { authorities: [{ certificate: x509(ROOT), wie: 'onafhankelijk' }] });
    expect(seen.ondertekenaars[0]?.wie).to.equal('onafhankelijk');
  });

  for (const [code, what, forge, trust] of [
    [
      'CERT_UNKNOWN_ISSUER',
      'of an issuer with the same name',
      () => signedWith(OTHER_LEAF, OTHER_LEAF, OTHER_ISSUER, OTHER_ROOT),
    ],
    ['CERT_UNKNOWN_ISSUER', 'without the issuer between it and the root', () => signedWith(LEAF, LEAF)],
    ['CERT_UNKNOWN_ISSUER', 'when only a key of somebody else is trusted', () => honest, { trust: trusting(KEYS.runner) }],
    ['CERT_CHAIN', 'with an issuer of the same name behind it', () => signedWith(LEAF, LEAF, OTHER_ISSUER)],
    ['CERT_CHAIN', 'with certificates in another order', () => signedWith(LEAF, LEAF, ROOT, ISSUER)],
    ['CERT_CHAIN', 'issued by somebody who may not issue', () => signedWith(OF_LEAF, OF_LEAF, LEAF, ISSUER)],
    ['CERT_OUT_OF_TIME', 'that had expired', () => signedWith(EXPIRED, EXPIRED, ISSUER)],
    ['CERT_OUT_OF_TIME', 'that was not valid yet', () => signedWith(NOT_YET, NOT_YET, ISSUER)],
    ['CERT_OUT_OF_TIME', 'of an issuer that had expired', () => signedWith(OF_OLD_ISSUER, OF_OLD_ISSUER, OLD_ISSUER)],
    ['CERT_KEY_KIND', 'with an RSA key', () => signedWith(RSA_LEAF, RSA_LEAF, ISSUER)],
    ['CERT_KEY_KIND', 'of an issuer, which signs no reports', () => signedWith(ISSUER, ISSUER, ROOT)],
    [
      'CERT_CHAIN',
      'that is another one outside of what was signed',
      () => changed(() => ({ certificate: { rawBytes: touched(x509(LEAF).raw) } })),
    ],
    ['SIGNATURE_INVALID', 'beside the signature of another key', () => signedWith(OTHER_LEAF, LEAF, ISSUER)],
    [
      'SIGNER_OTHER',
      'of another OIN than is trusted',
      () => honest,
      { authorities: [{ certificate: x509(ROOT), oin: '0'.repeat(20) }] },
    ],
    [
      'KEY_WRONG_KIND',
      'of an issuer whose people may only sign along',
      () => honest,
      { authorities: [{ certificate: x509(ROOT), soort: 'medeondertekenaar' }] },
    ],
    [
      'KEY_REVOKED',
      'of which the key was revoked',
      () => honest,
      { ...ROOTS, trust: trusting(keyOf(LEAF)).map((key) => ({ ...key, ingetrokken: true })) },
    ],
    ['SEAL_FORM', 'and a key beside it', () => changed((material) => ({ ...material, publicKey: { hint: 'x' } }))],
    ['SEAL_FORM', 'with bytes behind it', () => changed(() => ({ certificate: { rawBytes: withMore(x509(LEAF).raw) } }))],
    ['SEAL_FORM', 'that is none', () => changed(() => ({ certificate: { rawBytes: 'AAAA' } }))],
    ['CERT_CHAIN', 'in an endless chain', () => signedWith(LEAF, LEAF, ...Array.from({ length: 9 }, () => ISSUER))],
    [
      'SEAL_FORM',
      'in a chain that a bundle of this version has no room for',
      () => changed(() => ({ x509CertificateChain: { certificates: [materialOf(LEAF)] } })),
    ],
  ] as readonly (readonly [string, string, () => HeldPackage, Trust?])[]) {
    it(`is refused ${what}: ${code}`, async () => {
      const seen = await verify(forge(), trust);
      expect([seen.oordeel, seen.zekerheid.niveau]).to.deep.equal(['houdt_niet', 'A0']);
      expect(codesOf(seen)).to.include(code);
    });
  }

  /** A certificate of the same key. */
  const touched = (der: Buffer) => Buffer.concat([der.subarray(0, -1), Buffer.of((der.at(-1) ?? 0) ^ 1)]).toString('base64');
  const withMore = (der: Buffer) => Buffer.concat([der, Buffer.of(0)]).toString('base64');
  function changed(change: (material: object) => object): HeldPackage {
    const bundle = bundleIn(honest);
    bundle.verificationMaterial = change(bundle.verificationMaterial);
    return new Map(honest).set(SEAL, Buffer.from(canonicalJson(bundle)));
  }

  it('takes no seal of which one byte was changed, its certificates included', async () => {
    const held = await seal(await unsealed(), sealingWith(LEAF, ISSUER, ROOT));
    const bytes = held.get(SEAL) ?? Buffer.of();
    const taken: number[] = [];
    for (let at = bytes.indexOf('verificationMaterial'); at < bytes.length; at += 61) {
      const forged = Buffer.from(bytes);
      forged[at] = (forged[at] ?? 0) ^ 1;
      if ((await verify(new Map(held).set(SEAL, forged))).oordeel !== 'houdt_niet') taken.push(at);
    }
    expect(taken).to.deep.equal([]);
  });

  for (const [signer, holds] of [
    ['regio verzonnendam', true],
    [OIN, true],
    ['Regio Elders', false],
    ['0'.repeat(20), false],
  ] as const) {
    it(`is ${holds ? '' : 'not '}of ${signer}`, async () => {
      expect(codesOf(await verify(honest, ROOTS, signer))).to.deep.equal(holds ? [] : ['SIGNER_OTHER']);
    });
  }

  it('is of nobody in particular when nobody is trusted, and a bare key is asked for by its name', async () => {
    expect(codesOf(await verify(honest, {}, OIN))).to.deep.equal(['SIGNER_OTHER']);
    const trust = { trust: trusting(KEYS.runner) };
    expect(codesOf(await verify(await sealed(), trust, 'key 1'))).to.deep.equal([]);
    expect(codesOf(await verify(await sealed(), trust, 'key 2'))).to.deep.equal(['SIGNER_OTHER']);
  });

  it('is a bundle that other people read, with the signature of its certificate', async () => {
    for (const chain of [[], [ISSUER]]) {
      const held = await seal(await unsealed(), sealingWith(LEAF, ...chain));
      const entity = toSignedEntity(bundleFromJSON(bundleIn(held)));
      expect(entity.key.$case).to.equal('certificate');
      expect(entity.signature.verifySignature(x509(LEAF).publicKey)).to.equal(true);
      expect(entity.signature.verifySignature(x509(OTHER_LEAF).publicKey)).to.equal(false);
    }
  });
});

describe('issuers that are trusted', () => {
  const list = (entry: object) => JSON.stringify({ uitgevers: [entry] });

  it('are read from PEM beside keys, and from JSON with what they count for', () => {
    expect(readAuthorities(`${ROOT.cert}${ISSUER.cert}`, 'ca.pem')).to.have.length(2);
    expect(readTrust(ROOT.cert, 'ca.pem')).to.deep.equal([]);
    const [one] = readAuthorities(list({ certificaat: ROOT.cert, oin: OIN, wie: 'gemeente', soort: 'uitvoerder' }), 'a.json');
    expect([one?.certificate.raw.equals(x509(ROOT).raw), one?.oin, one?.wie, one?.soort]).to.deep.equal([
      true,
      OIN,
      'gemeente',
      'uitvoerder',
    ]);
    expect(readTrust(list({ certificaat: ROOT.cert }), 'a.json')).to.deep.equal([]);
    expect(readAuthorities('{"sleutels": []}', 'a.json')).to.deep.equal([]);
  });

  for (const [what, text] of [
    ['a certificate that was cut off', ROOT.cert.replace(/\n.{30}/, '\n')],
    ['a list with a number that is no OIN', list({ certificaat: ROOT.cert, oin: '12' })],
    ['a list with a word too many', list({ certificaat: ROOT.cert, naam: 'x' })],
    ['a list with a party that is none', list({ certificaat: ROOT.cert, wie: 'A3' })],
    ['a list that is none', '{"uitgevers": {}}'],
  ] as const) {
    it(`are not ${what}`, () => {
      expect(() => readAuthorities(text, 'vertrouwd'))
        .to.throw()
        .with.property('code', 'CONFIG_INVALID');
    });
  }
});

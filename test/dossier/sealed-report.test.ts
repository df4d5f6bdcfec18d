import { expect } from 'chai';
import { sealedReport } from '../../src/dossier/sealed-report.js';
import { isSealName, SEAL } from '../../src/report/seal/seal-names.js';
import { verifyPackage } from '../../src/report/seal/verify.js';
import { type HeldPackage, KEYS, sealed, sourceOf, trusting, unsealed, VERSION } from '../report/forged-packages/held-package.js';

import { WITH_FAULTS } from '../report/samples.js';

describe('a sealed report among others', () => {
  const trust = trusting(KEYS.runner);
  const seen = (held: HeldPackage, more = {}) => sealedReport('rapport', sourceOf(held), { version: VERSION, ...more });

  it('keeps what it says, under the digest by which others name it, and no scenarios', async () => {
    const { report, ...sample } = WITH_FAULTS();
    const testset = { ...report.testset, zelftoets: { stand: 'verouderd' } as const };
    const held = await sealed({ ...sample, report: { ...report, testset } });
    const { naam, bevindingen, feiten } = await seen(held, { trust });
    const said = JSON.parse(String(held.get('rapport.json')));
    expect([naam, bevindingen]).to.deep.equal(['rapport', []]);
    expect(feiten).to.deep.include({ product: said.product, standaard: said.standaard, resultaat: said.resultaat });
    // A score of the test set comes with its explanations: too much to keep of many reports.
    expect([said.testset.zelftoets, feiten?.testset]).to.deep.equal([{ stand: 'verouderd' }, report.testset]);
    expect(feiten).to.include({ vertrouwd: true, waargenomen: false }).and.not.have.any.keys('scenarios', 'onverwacht');
    const { subject } = JSON.parse(Buffer.from(JSON.parse(String(held.get(SEAL))).dsseEnvelope.payload, 'base64').toString()) as {
      subject: { name: string; digest: { sha256: string } }[];
    };
    expect(feiten?.digest).to.equal(subject.find(({ name }) => name === 'rapport.json')?.digest.sha256);
  });

  it('is not trusted when nobody said whose seal counts', async () => {
    const { feiten } = await seen(await sealed());
    expect([feiten?.vertrouwd, feiten?.zekerheid.niveau]).to.deep.equal([false, 'A0']);
  });

  it('keeps nothing of a package that was changed, that is not sealed, or whose key counts for nothing', async () => {
    const held = await sealed();
    const changed = new Map(held).set('junit.xml', Buffer.from('<testsuites/>'));
    for (const [code, of] of [
      ['FILE_DIFFERS', await seen(changed, { trust })],
      ['SEAL_MISSING', await seen(await unsealed(), { trust })],
      ['KEY_UNKNOWN', await seen(held, { trust: trusting(KEYS.stranger) })],
    ] as const) {
      expect([of.bevindingen.map((each) => each.code), of.feiten]).to.deep.equal([[code], undefined]);
    }
    expect([...held.keys()].filter(isSealName)).to.deep.equal([SEAL]);
  });

  it('is verified without making the renditions again, which verify does', async () => {
    const source = sourceOf(await sealed());
    const opened: string[] = [];
    const open = (name: string) => {
      opened.push(name);
      return source.open(name);
    };
    const listening = { ...source, open };
    await sealedReport('rapport', listening, { version: VERSION, trust });
    const once = opened.length;
    await verifyPackage(listening, { version: VERSION, trust });
    expect(opened.length - once).to.be.above(once);
  });
});

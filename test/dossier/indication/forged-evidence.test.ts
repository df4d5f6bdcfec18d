import { expect } from 'chai';
import { indicationsOf } from '../../../src/dossier/indication/indications-of.js';
import { type SealedReport, sealedReport } from '../../../src/dossier/sealed-report.js';
import { FORGED_CONTENTS } from '../../report/forged-packages/forged-contents.js';
import { FORGED_DISCLOSURES } from '../../report/forged-packages/forged-disclosures.js';
import { FORGED_FILES } from '../../report/forged-packages/forged-files.js';
import { FORGED_SEALS } from '../../report/forged-packages/forged-seals.js';
import {
  type HeldPackage,
  KEYS,
  type Kinds,
  seal,
  sealed,
  sealedByTwo,
  sourceOf,
  trusting,
  unsealed,
  VERSION,
} from '../../report/forged-packages/held-package.js';
import { FORGED_TICKETS } from '../../report/forged-packages/held-tickets.js';
import { NOT_ESTABLISHED, FLAWLESS as OWN_REFERENCE, sampleRun } from '../../report/samples.js';
import { codes } from './evidence.js';

const FLAWLESS = () => sampleRun({}, { product: { pakketnaam: 'Boekenplank', versie: '4.3.0', eigenReferentie: false } });
const TRUST = trusting(KEYS.runner, KEYS.along);
const AT = Date.parse('2026-06-01T00:00:00Z');
const all = (reports: readonly SealedReport[]) => indicationsOf(reports, [], { at: AT, isTrusting: true });
const read = (held: HeldPackage, kinds?: Kinds, trust = TRUST, naam = 'rapport') =>
  sealedReport(naam, sourceOf(held, kinds), { version: VERSION, trust });

/** What somebody has is not asked here; and renditions are not made again, since nothing is read from them. */
const FORGERIES = [...FORGED_FILES, ...FORGED_SEALS, ...FORGED_CONTENTS, ...FORGED_DISCLOSURES, ...FORGED_TICKETS].filter(
  ({ wanted, code }) => !wanted && code !== 'RENDITION_DIFFERS',
);

describe('evidence that was forged', () => {
  let two: HeldPackage;
  let flawless: SealedReport;
  before(async () => {
    two = await sealedByTwo();
    flawless = await read(await sealed(FLAWLESS()), undefined, TRUST, 'foutloos');
  });

  it('is what it was before anybody forged it', async () => {
    const { indicaties, teltNiet } = all([await read(two)]);
    expect([indicaties.map(({ indicatie }) => indicatie), teltNiet]).to.deep.equal([['getest_met_fouten'], []]);
    expect(all([flawless]).indicaties.map(({ indicatie }) => indicatie)).to.deep.equal(['getest_foutloos']);
    expect(FORGERIES.length).to.be.above(50);
  });

  for (const { code, what, forge, kinds = new Map(), trust = (keys: typeof TRUST) => keys } of FORGERIES) {
    it(`counts as nothing and is named: ${what} (${code})`, async () => {
      const forged = await read(await forge(new Map(two)), kinds, trust(TRUST));
      const seen = all([forged, flawless]);
      expect(seen.teltNiet.map(({ naam }) => naam)).to.deep.equal(['rapport']);
      expect(codes(seen.teltNiet[0]?.waarom ?? [])).to.include(code);
      // The other one stands as it did; only who revoked a key takes back what it said.
      const states = seen.indicaties.map(({ indicatie }) => indicatie);
      expect(states).to.deep.equal(code === 'KEY_REVOKED' ? ['ingetrokken', 'getest_foutloos'] : ['getest_foutloos']);
      expect(all([forged]).indicaties.map(({ indicatie }) => indicatie)).to.deep.equal(
        code === 'KEY_REVOKED' ? ['ingetrokken'] : [],
      );
    });
  }

  it('of a stranger counts as nothing when somebody said whom they trust, and as A0 when nobody did', async () => {
    const strange = await seal(await unsealed(FLAWLESS()), KEYS.stranger);
    const refused = all([await read(strange)]);
    expect([refused.indicaties, codes(refused.teltNiet[0]?.waarom ?? [])]).to.deep.equal([[], ['KEY_UNKNOWN']]);
    const open = await sealedReport('rapport', sourceOf(strange), { version: VERSION });
    const [only] = indicationsOf([open], [], { at: AT, isTrusting: false }).indicaties;
    expect([only?.indicatie, only?.zekerheid]).to.deep.equal(['getest_foutloos', 'A0']);
  });

  it('is not there for our own reference, however flawless it is', async () => {
    const seen = all([await read(await sealed(OWN_REFERENCE()))]);
    expect([seen.indicaties, codes(seen.teltNiet[0]?.waarom ?? [])]).to.deep.equal([[], ['EIGEN_REFERENTIE']]);
  });

  it('is not there for a run that established nothing, and that is no fault', async () => {
    const [only] = all([await read(await sealed(NOT_ESTABLISHED()))]).indicaties;
    expect([only?.indicatie, codes(only?.rapporten[0]?.waaromNiet ?? [])]).to.deep.equal(['geen', ['NIET_VASTGESTELD']]);
  });

  it('is one report when it is given twice, signed along by others', async () => {
    const once = await sealed();
    const [only] = all([
      await read(once, undefined, TRUST, 'een'),
      await read(await seal(once, KEYS.along), undefined, TRUST, 'twee'),
    ]).indicaties;
    expect(only?.pogingen.rapporten).to.equal(1);
  });
});

import { expect } from 'chai';
import { amount } from '../../../src/dossier/acceptance/payment.js';
import { RUN_FACTS, sampleRun } from '../../report/samples.js';
import { AT, besluit, dossierView, eis, FIELDS, gebrek } from './sample.js';

const good = () => sampleRun({}, { product: RUN_FACTS.product }).report;

describe('the payment that waits for acceptance', () => {
  it('retains 30% unless something else was agreed, to the cent', () => {
    expect(dossierView().betaling).to.include({ ingehouden: 30, bedragCenten: 3_600_000, vrij: 'nee' });
    expect(dossierView({ velden: { ...FIELDS, 'betaling.ingehouden': 10, 'betaling.eenmalig': '333.33' } }).betaling).to.include({
      ingehouden: 10,
      bedragCenten: 3333,
    });
    expect(amount(123456789)).to.equal('1.234.567,89');
    expect(amount(5)).to.equal('0,05');
  });

  const cases = [
    ['nee', 'without a decision', []],
    ['nee', 'when refused', [besluit('niet_geaccepteerd')]],
    ['nee', 'when dissolved', [besluit('ontbonden')]],
    ['nee', 'when a part was accepted', [besluit('geaccepteerd', { omvang: 'deel', deel: 'A' })]],
    ['beoordelen', 'when accepted conditionally', [besluit('voorwaardelijk_geaccepteerd')]],
    ['beoordelen', 'when the evidence contradicts it', [gebrek(), besluit('geaccepteerd')]],
    ['ja', 'when all was accepted', [besluit('geaccepteerd')]],
    ['ja', 'when conditions were met and then accepted', [besluit('voorwaardelijk_geaccepteerd'), besluit('geaccepteerd')]],
  ] as const;
  for (const [vrij, when, wat] of cases) {
    it(`may be released: ${vrij}, ${when}`, () => {
      const { betaling } = dossierView({ wat });
      expect(betaling.vrij).to.equal(vrij);
      expect(betaling.waarom).to.have.length.greaterThan(0);
    });
  }

  it('starts periodic fees at acceptance, or at the day that was agreed', () => {
    expect(dossierView().betaling.periodiekVanaf).to.equal(undefined);
    expect(dossierView({ wat: [besluit('geaccepteerd')] }).betaling.periodiekVanaf).to.equal(AT);
    const velden = { ...FIELDS, 'betaling.periodiekVanaf': '2027-01-01' };
    expect(dossierView({ velden, wat: [besluit('geaccepteerd')] }).betaling.periodiekVanaf).to.equal('2027-01-01');
  });
});

describe('deadlines', () => {
  const alarms = (view: ReturnType<typeof dossierView>) => view.termijnen.map(({ soort, dagen, alarm }) => [soort, dagen, alarm]);

  it('count the days to the end date, and tell when it passed without acceptance', () => {
    expect(alarms(dossierView())).to.deep.equal([['einde', 70, undefined]]);
    expect(alarms(dossierView({ at: '2027-01-31' }))).to.deep.equal([['einde', 0, undefined]]);
    expect(alarms(dossierView({ at: '2027-02-01' }))).to.deep.equal([['einde', -1, 'te_laat']]);
    expect(alarms(dossierView({ at: '2027-02-01', wat: [besluit('geaccepteerd')] }))).to.deep.equal([['einde', -1, undefined]]);
  });

  it('tell of conditions and of what is to be destroyed', () => {
    const voorwaarden = [{ tekst: 'sneller zoeken', uiterlijk: '2026-12-01' }, { tekst: 'zonder dag' }];
    const wat = [besluit('voorwaardelijk_geaccepteerd', { voorwaarden })];
    expect(alarms(dossierView({ wat, at: '2026-12-02' }))[0]).to.deep.equal(['voorwaarde', -1, 'te_laat']);
    const velden = { ...FIELDS, 'privacy.vernietigen': ['2026-11-01 privédeel van R1', '2026-12-01 testdatabase'] };
    expect(alarms(dossierView({ velden })).slice(0, 2)).to.deep.equal([
      ['vernietigen', -21, 'te_laat'],
      ['vernietigen', 9, undefined],
    ]);
    const done = dossierView({ velden: { ...velden, 'privacy.vernietigd': ['2026-10-30 privédeel van R1'] } });
    expect(done.termijnen.filter(({ soort }) => soort === 'vernietigen')).to.have.length(1);
  });

  it('advise to destroy private parts 90 days after acceptance, when nothing was agreed', () => {
    const view = dossierView({ reports: [good()], wat: [besluit('geaccepteerd')] });
    expect(view.termijnen.find(({ soort }) => soort === 'vernietigen')?.dag).to.equal('2027-02-20');
    expect(dossierView({ reports: [good()] }).termijnen.some(({ soort }) => soort === 'vernietigen')).to.equal(false);
  });
});

describe('reuse of a test', () => {
  const claim = (more: object = {}) =>
    ({
      soort: 'hergebruik',
      hergebruik: {
        rapport: 'R1',
        norm: '1.0',
        testset: '1.0 (1.1)',
        vergelijkbaar: true,
        uitleg: 'zelfde omgeving',
        door: 'jansen',
        ...more,
      },
    }) as never;
  const outcomes = (view: ReturnType<typeof dossierView>) => view.hergebruik[0]?.vergelijkingen.map(({ uitkomst }) => uitkomst);

  it('is shown when the four are the same and the test went well', () => {
    const view = dossierView({ reports: [good()], wat: [claim()] });
    expect(outcomes(view)).to.deep.equal(['gelijk', 'gelijk', 'gelijk', 'gelijk']);
    expect(view.hergebruik[0]?.houdt).to.equal(true);
  });

  const cases = [
    [
      'another version of the product',
      { velden: { ...FIELDS, 'product.versie': '4.3' }, wat: [claim()] },
      ['verschilt', 'gelijk', 'gelijk', 'gelijk'],
    ],
    ['another version of the norm', { wat: [claim({ norm: '1.1' })] }, ['gelijk', 'verschilt', 'gelijk', 'gelijk']],
    ['another test set', { wat: [claim({ testset: '1.1' })] }, ['gelijk', 'gelijk', 'verschilt', 'gelijk']],
    [
      'conditions that a person finds different',
      { wat: [claim({ vergelijkbaar: false })] },
      ['gelijk', 'gelijk', 'gelijk', 'verschilt'],
    ],
    [
      'a norm and a test set that nobody named',
      { wat: [claim({ norm: undefined, testset: undefined })] },
      ['gelijk', 'niet_vastgesteld', 'niet_vastgesteld', 'gelijk'],
    ],
    [
      'a norm that a requirement names',
      { wat: [eis({ standaard: 'bieb-1.0', versie: '1.0' }), claim({ norm: undefined })] },
      ['gelijk', 'gelijk', 'gelijk', 'gelijk'],
    ],
  ] as const;
  for (const [what, parts, told] of cases) {
    it(`tells ${what}`, () => {
      const view = dossierView({ reports: [good()], ...parts });
      expect(outcomes(view)).to.deep.equal(told);
      expect(view.hergebruik[0]?.houdt).to.equal(told.every((each) => each === 'gelijk'));
    });
  }

  it('is not shown by a report that does not hold any more', () => {
    const view = dossierView({ reports: [good()], broken: ['R1'], wat: [claim()] });
    expect(view.hergebruik[0]?.houdt).to.equal(false);
    expect(view.meldingen.map(({ code }) => code)).to.include('REUSE_NOT_SHOWN');
  });
});

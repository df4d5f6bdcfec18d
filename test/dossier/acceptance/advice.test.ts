import { expect } from 'chai';
import { CLAUSES, cite, type GibitPlaats, referencesTo } from '../../../src/dossier/acceptance/gibit.js';
import { NORM_THEMES } from '../../../src/dossier/acceptance/quality-norms.js';
import type { SeenSignature } from '../../../src/dossier/acceptance/signature.js';
import { DECISIONS } from '../../../src/dossier/acceptance/words.js';
import { RUN_FACTS, sampleRun, WITH_FAULTS } from '../../report/samples.js';
import { AT, besluit, codes, type DossierParts, dossierView, eis, FIELDS, gebrek, ronde } from './sample.js';

const good = () => sampleRun({}, { product: RUN_FACTS.product }).report;
const faulty = () => WITH_FAULTS().report;

/** What is said of a dossier, the code and how loud it is. */
const CASES: readonly (readonly [sentence: string, parts: DossierParts, told: readonly string[], untold: readonly string[]])[] = [
  ['accepted with what blocks', { wat: [gebrek(), besluit('geaccepteerd')] }, ['strijdig ACCEPTED_WHILE_BLOCKING'], []],
  [
    'accepted with what does not block',
    { wat: [gebrek({ blokkeertProductie: false }), besluit('geaccepteerd')] },
    ['uitleg NOT_BLOCKING'],
    ['ACCEPTED_WHILE_BLOCKING'],
  ],
  [
    'accepted with what was mended',
    { wat: [gebrek({ status: 'hertest_geslaagd' }), besluit('geaccepteerd')] },
    [],
    ['ACCEPTED_WHILE_BLOCKING'],
  ],
  [
    'accepted with what failed again',
    { wat: [gebrek({ status: 'hertest_gefaald' }), besluit('geaccepteerd')] },
    ['strijdig ACCEPTED_WHILE_BLOCKING'],
    [],
  ],
  [
    'accepted with what blocks and is a third party’s doing',
    { wat: [gebrek({ toerekenbaarAan: 'derde' }), besluit('geaccepteerd')] },
    ['uitleg NOT_SUPPLIERS'],
    ['ACCEPTED_WHILE_BLOCKING'],
  ],
  [
    'accepted conditionally with what blocks',
    { wat: [gebrek(), besluit('voorwaardelijk_geaccepteerd')] },
    ['let_op ACCEPTED_WHILE_BLOCKING'],
    [],
  ],
  ['accepted without a requirement shown', { wat: [eis(), besluit('geaccepteerd')] }, ['strijdig ACCEPTED_WHILE_UNSHOWN'], []],
  [
    'accepted without a wish shown',
    { wat: [eis({ verplicht: false }), besluit('geaccepteerd')] },
    [],
    ['ACCEPTED_WHILE_UNSHOWN'],
  ],
  [
    'accepted on a broken report',
    { reports: [good()], broken: ['R1'], wat: [besluit('geaccepteerd')] },
    ['strijdig ACCEPTED_ON_BROKEN_REPORT', 'strijdig REPORT_NOT_VERIFIED'],
    [],
  ],
  [
    'accepted on a report that holds',
    { reports: [good()], wat: [besluit('geaccepteerd')] },
    [],
    ['ACCEPTED_ON_BROKEN_REPORT', 'REPORT_NOT_VERIFIED'],
  ],
  [
    'refused for what does not block',
    { wat: [gebrek({ blokkeertProductie: false }), besluit('niet_geaccepteerd')] },
    ['strijdig REFUSED_WITHOUT_GROUND'],
    [],
  ],
  ['refused for nothing at all', { wat: [besluit('niet_geaccepteerd')] }, ['strijdig REFUSED_WITHOUT_GROUND'], []],
  ['refused for what blocks', { wat: [gebrek(), besluit('niet_geaccepteerd')] }, [], ['REFUSED_WITHOUT_GROUND']],
  [
    'refused for what a third party does',
    { wat: [gebrek({ toerekenbaarAan: 'derde' }), besluit('niet_geaccepteerd')] },
    ['strijdig REFUSED_WITHOUT_GROUND'],
    [],
  ],
  [
    'refused for a requirement that a report denies',
    { reports: [faulty()], wat: [eis({ standaard: 'bieb-1.0' }), besluit('niet_geaccepteerd')] },
    [],
    ['REFUSED_WITHOUT_GROUND'],
  ],
  [
    'refused in round 2 for what was visible in round 1',
    { wat: [ronde(1), ronde(2), gebrek({ ronde: 2, zichtbaarInRonde1: true }), besluit('niet_geaccepteerd')] },
    ['strijdig REFUSED_ON_VISIBLE_BEFORE'],
    [],
  ],
  [
    'refused in round 2 for what was hidden',
    { wat: [ronde(1), ronde(2), gebrek({ ronde: 2, zichtbaarInRonde1: false }), besluit('niet_geaccepteerd')] },
    [],
    ['REFUSED_ON_VISIBLE_BEFORE'],
  ],
  [
    'dissolved after one round',
    { wat: [ronde(1), gebrek(), besluit('ontbonden')] },
    ['strijdig DISSOLVED_BEFORE_TWO_ROUNDS'],
    [],
  ],
  [
    'dissolved after two rounds',
    { wat: [ronde(1), ronde(2), gebrek(), besluit('ontbonden')] },
    [],
    ['DISSOLVED_BEFORE_TWO_ROUNDS'],
  ],
  [
    'deemed accepted without use',
    { wat: [besluit('geacht_geaccepteerd')] },
    ['strijdig DEEMED_WITHOUT_USE'],
    ['NO_SIGNED_TESTVERSLAG'],
  ],
  [
    'deemed accepted in use',
    { velden: { ...FIELDS, 'gebruik.productiefSinds': AT }, wat: [besluit('geacht_geaccepteerd')] },
    [],
    ['DEEMED_WITHOUT_USE', 'DEEMED_DESPITE_EXCEPTION'],
  ],
  [
    'deemed accepted despite an exception',
    {
      velden: { ...FIELDS, 'gebruik.productiefSinds': AT, 'gebruik.uitzondering': 'proef' },
      wat: [besluit('geacht_geaccepteerd')],
    },
    ['strijdig DEEMED_DESPITE_EXCEPTION'],
    [],
  ],
  ['in use without a decision', { velden: { ...FIELDS, 'gebruik.productiefSinds': AT } }, ['let_op IN_USE_WITHOUT_DECISION'], []],
  ['in use from later on', { velden: { ...FIELDS, 'gebruik.productiefSinds': '2026-12-01' } }, [], ['IN_USE_WITHOUT_DECISION']],
  [
    'in use by exception',
    { velden: { ...FIELDS, 'gebruik.productiefSinds': AT, 'gebruik.uitzondering': 'proef' } },
    ['uitleg IN_USE_WITH_EXCEPTION'],
    [],
  ],
  [
    'parts accepted only',
    { wat: [besluit('geaccepteerd', { omvang: 'deel', deel: 'module A' })] },
    ['let_op INTEGRAL_MISSING'],
    [],
  ],
  [
    'parts and then all accepted',
    { wat: [besluit('geaccepteerd', { omvang: 'deel', deel: 'A' }), besluit('geaccepteerd')] },
    [],
    ['INTEGRAL_MISSING'],
  ],
  ['decided without a signed testverslag', { wat: [besluit('geaccepteerd')] }, ['let_op NO_SIGNED_TESTVERSLAG'], []],
  ['decided tomorrow', { wat: [besluit('geaccepteerd', { datum: '2026-11-23' })] }, ['let_op DECISION_IN_FUTURE'], []],
  [
    'nothing said of who and whether',
    { wat: [gebrek({ blokkeertProductie: undefined as never, toerekenbaarAan: 'onbekend' })] },
    ['let_op BLOCKING_UNSAID', 'let_op ATTRIBUTION_UNSAID'],
    [],
  ],
  ['no day for the repair', { wat: [gebrek()] }, ['let_op REPAIR_UNPLANNED'], ['BLOCKING_UNSAID']],
  ['mended and not tested', { wat: [gebrek({ status: 'hersteld_gemeld' })] }, ['let_op RETEST_DUE'], ['REPAIR_UNPLANNED']],
  ['later, as agreed', { wat: [gebrek({ status: 'buiten_planning_afgesproken' })] }, ['uitleg LATER_AGREED'], []],
  ['a repair after the fatal date', { wat: [gebrek({ herstelAfgesproken: '2027-02-01' })] }, ['let_op REPAIR_AFTER_FATAL'], []],
  [
    'a repair after a date that is not fatal',
    { velden: { ...FIELDS, 'plan.fataal': false }, wat: [gebrek({ herstelAfgesproken: '2027-02-01' })] },
    [],
    ['REPAIR_AFTER_FATAL'],
  ],
  [
    'a repair on the fatal date',
    { wat: [gebrek({ herstelAfgesproken: '2027-01-31' })] },
    [],
    ['REPAIR_AFTER_FATAL', 'DATE_PASSED'],
  ],
  ['a repair that is late', { wat: [gebrek({ herstelAfgesproken: '2026-11-21' })] }, ['let_op DATE_PASSED'], []],
  ['a requirement without a test', { wat: [eis({ standaard: 'bieb-1.0' })] }, ['let_op NO_PREVENTIVE_TEST'], []],
  [
    'a requirement whose test fell away',
    { reports: [good()], broken: ['R1'], wat: [eis({ standaard: 'bieb-1.0' })] },
    ['let_op PREVENTIVE_TEST_FALLEN'],
    ['NO_PREVENTIVE_TEST'],
  ],
  [
    'a report of another version',
    { velden: { ...FIELDS, 'product.versie': '4.3' }, reports: [good()] },
    ['let_op REPORT_OTHER_PRODUCT'],
    [],
  ],
  [
    'a report of our own reference',
    { reports: [{ ...good(), product: { ...RUN_FACTS.product, eigenReferentie: true } }] },
    ['strijdig REPORT_OF_REFERENCE'],
    [],
  ],
  [
    'a person who says otherwise than the report',
    {
      reports: [faulty()],
      wat: [
        eis({ standaard: 'bieb-1.0' }),
        ronde(1),
        { soort: 'uitslagen', ronde: 1, uitslagen: [{ eis: 'E1', verdict: 'voldoet' }] },
      ],
    },
    ['strijdig RESULT_CONTRADICTED'],
    [],
  ],
  [
    'a person who says the same',
    {
      reports: [good()],
      wat: [
        eis({ standaard: 'bieb-1.0' }),
        ronde(1),
        { soort: 'uitslagen', ronde: 1, uitslagen: [{ eis: 'E1', verdict: 'voldoet' }] },
      ],
    },
    [],
    ['RESULT_CONTRADICTED'],
  ],
];

describe('advice on a dossier', () => {
  for (const [sentence, parts, told, untold] of CASES) {
    it(`${sentence}: ${told.join(', ') || `not ${untold.join(', ')}`}`, () => {
      const view = dossierView(parts);
      expect(view.meldingen.map(({ ernst, code }) => `${ernst} ${code}`)).to.include.members([...told]);
      for (const code of untold) expect(codes(view)).not.to.include(code);
    });
  }

  it('says nothing against a decision of which all is shown and signed', () => {
    const bestand = 'testverslagen/testverslag-1.json';
    const signed = (partij: 'opdrachtgever' | 'leverancier'): SeenSignature => ({
      bestand: partij,
      partij,
      over: bestand,
      ronde: 1,
      bevindingen: [],
    });
    const verslag = { soort: 'testverslag', testverslag: { ronde: 1, bestand, digest: 'd'.repeat(64), op: AT } } as const;
    const wat = [eis({ standaard: 'bieb-1.0' }), ronde(1), verslag, besluit('geaccepteerd')];
    const whole = dossierView({ reports: [good()], wat, signatures: [signed('opdrachtgever'), signed('leverancier')] });
    expect(codes(whole)).to.deep.equal([]);
    expect(whole.betaling.vrij).to.equal('ja');
    const half = dossierView({ reports: [good()], wat, signatures: [signed('leverancier')] });
    expect(codes(half)).to.deep.equal(['NO_SIGNED_TESTVERSLAG']);
  });

  it('has an answer for every decision, whatever the gebreken', () => {
    for (const uitkomst of DECISIONS) {
      for (const blokkeertProductie of [true, false]) {
        const view = dossierView({ wat: [gebrek({ blokkeertProductie }), besluit(uitkomst)] });
        expect(view.meldingen.length, uitkomst).to.be.greaterThan(0);
        for (const { tekst } of view.meldingen) expect(`${tekst.nl} ${tekst.en}`).not.to.match(/compliant|undefined/);
      }
    }
  });
});

describe('references to the contract terms', () => {
  it('always carry their edition, that of the contract first', () => {
    expect(cite('geenGrond', '2023')).to.equal('GIBIT 2023 art. 9.8 (2016/2020: art. 7)');
    expect(cite('geenGrond', '2020')).to.equal('GIBIT 2016/2020 art. 7 (2023: art. 9.8)');
    expect(cite('normen', '2016')).to.equal('GIBIT 2016/2020 art. 6.1 (2023: art. 8.1)');
    for (const place of Object.keys(CLAUSES) as GibitPlaats[]) {
      for (const { editie, artikel } of referencesTo(place, '2023')) {
        expect(editie).to.match(/^(2023|2016\/2020)$/);
        expect(artikel).not.to.equal('');
      }
    }
  });

  it('invent no numbers of quality norms: themes only', () => {
    for (const theme of NORM_THEMES) expect(theme).not.to.match(/\d/);
  });
});

import { expect } from 'chai';
import type { Indicatie } from '../../../src/dossier/indication/indication.js';
import type { SealedReport } from '../../../src/dossier/sealed-report.js';
import type { SignedStatement } from '../../../src/dossier/statement/signed-statement.js';
import {
  codes,
  computed,
  day,
  declares,
  digestOf,
  disputes,
  KEYS,
  named,
  onPlatform,
  ours,
  released,
  replaced,
  report,
  revokes,
  saw,
  says,
  sha,
  TUPEL,
  ticks,
  withdraws,
} from './evidence.js';

const FLAWLESS = report(5, 'foutloos');
const FAULTY = report(5, 'met_fouten');
const LATER = report(15, 'foutloos');
const PUBLISHED = [saw(6, FLAWLESS)];
const COMPLIANT = [named(), ...PUBLISHED, onPlatform(7), ticks(8, FLAWLESS)];
const dead = (...on: readonly number[]) => on.map((each) => saw(each, FLAWLESS, 'onbereikbaar'));
const ticket = { zekerheid: { niveau: 'A2' }, metTicket: true } as const;
const recognises = says('tester', 3, {
  ...{ soort: 'erkenning', standaard: TUPEL.standaard, instrument: 'Toetsbank' },
  testset: { id: 'bieb-1.0/catalogus', versie: '3', digest: sha('set 3') },
});
const witnessed = (verzegeldOp: string, wie: 'onafhankelijk' | 'leverancier' = 'onafhankelijk') => {
  const along = {
    ...{ zegel: 'rapport.2.sigstore.json', sleutel: KEYS.tester, algoritme: 'ed25519', naam: 'Bureau Toets' },
    ...{ wie, vertrouwd: true, verzegeldOp },
  } as const;
  return report(5, 'foutloos', { ondertekenaars: [...(FLAWLESS.feiten?.ondertekenaars ?? []), along] as never });
};
const taken = (of: SealedReport): SealedReport => ({
  naam: of.naam,
  bevindingen: [{ code: 'KEY_REVOKED' }],
  ...(of.feiten && { ingetrokken: of.feiten }),
});
const notComparable = says('gemeente', 10, {
  ...{ soort: 'niet_vergelijkbaar', over: { rapport: digestOf(FLAWLESS) }, reden: 'andere database' },
});

type Row = readonly [what: string, reports: readonly SealedReport[], said: readonly SignedStatement[], indicatie: Indicatie];

/** Each event of the state machine, from the states from which it goes, and beside it what is nearly the same and is not the event. */
const TABLE: readonly Row[] = [
  ['the supplier declares support', [], [declares()], 'zelfverklaard'],
  ['somebody else declares support', [report(3, 'niet_vastgesteld')], [says('gemeente', 1, declares().verklaring)], 'geen'],
  ['a report with faults, where there was nothing', [FAULTY], [], 'getest_met_fouten'],
  ['a report with faults, after a declaration', [FAULTY], [declares()], 'getest_met_fouten'],
  ['a report that established nothing', [report(5, 'niet_vastgesteld')], [], 'geen'],
  ['a report that established nothing, after a declaration', [report(5, 'niet_vastgesteld')], [declares()], 'zelfverklaard'],
  ['a report without faults', [FLAWLESS], [], 'getest_foutloos'],
  [
    'a report without faults of a run that was not finished',
    [report(5, 'foutloos', { uitvoering: { einde: 'cancelled' } })],
    [],
    'geen',
  ],
  [
    'faults found in a run that was stopped at them',
    [report(5, 'met_fouten', { uitvoering: { einde: 'stopped-at-step' } })],
    [],
    'getest_met_fouten',
  ],
  ['seen at a public address, unchanged', [FLAWLESS], PUBLISHED, 'gepubliceerd_foutloos'],
  ['seen at a public address, changed', [FLAWLESS], [saw(6, FLAWLESS, 'anders')], 'getest_foutloos'],
  ['another report seen at a public address', [FLAWLESS], [saw(6, LATER)], 'getest_foutloos'],
  [
    'seen at a public address by the supplier itself',
    [FLAWLESS],
    [says('supplier', 6, saw(6, FLAWLESS).verklaring)],
    'getest_foutloos',
  ],
  ['the platform report and the tick', [FLAWLESS], COMPLIANT, 'compliant'],
  ['the platform report without the tick', [FLAWLESS], [named(), ...PUBLISHED, onPlatform(7)], 'gepubliceerd_foutloos'],
  ['the tick without the platform report', [FLAWLESS], [named(), ...PUBLISHED, ticks(8, FLAWLESS)], 'gepubliceerd_foutloos'],
  [
    'the platform report, attached by the supplier itself',
    [FLAWLESS],
    [named(), ...PUBLISHED, says('supplier', 7, onPlatform(7).verklaring), ticks(8, FLAWLESS)],
    'gepubliceerd_foutloos',
  ],
  [
    'a platform report with faults',
    [FLAWLESS],
    [named(), ...PUBLISHED, onPlatform(7, 'met_fouten'), ticks(8, FLAWLESS)],
    'gepubliceerd_foutloos',
  ],
  [
    'a platform report of a part',
    [FLAWLESS],
    [named(), ...PUBLISHED, onPlatform(7, 'foutloos', 'deels'), ticks(8, FLAWLESS)],
    'gepubliceerd_foutloos',
  ],
  ['a later platform report with faults', [FLAWLESS], [...COMPLIANT, onPlatform(9, 'met_fouten')], 'gepubliceerd_foutloos'],
  [
    'a platform report of another instrument than the one of the standard',
    [FLAWLESS],
    [named('Andere bank'), ...COMPLIANT.slice(1)],
    'gepubliceerd_foutloos',
  ],
  ['a platform report, and nobody said which instrument counts', [FLAWLESS], COMPLIANT.slice(1), 'gepubliceerd_foutloos'],
  [
    'a run of somebody independent on a ticket, recognised',
    [report(5, 'foutloos', ticket)],
    [named(), ...PUBLISHED, recognises, ticks(8, FLAWLESS)],
    'compliant',
  ],
  [
    'a run of the supplier itself, recognised',
    [FLAWLESS],
    [named(), ...PUBLISHED, recognises, ticks(8, FLAWLESS)],
    'gepubliceerd_foutloos',
  ],
  ['a tick with another report as proof', [FLAWLESS], [...COMPLIANT.slice(0, 3), ticks(8, LATER)], 'gepubliceerd_foutloos'],
  [
    'a tick that was taken away again',
    [FLAWLESS],
    [...COMPLIANT, says('supplier', 9, { soort: 'vinkje', over: TUPEL, gezet: false })],
    'gepubliceerd_foutloos',
  ],
  ['a newer version in use', [FLAWLESS], [released(10, '4.3.0')], 'verlopen'],
  ['a newer version in use, of what was published', [FLAWLESS], [...PUBLISHED, released(10, '4.10.0')], 'verlopen'],
  ['a newer version in use, of what was compliant', [FLAWLESS], [...COMPLIANT, released(10, '5')], 'verlopen'],
  ['a newer version in use, of what has faults', [FAULTY], [released(10, '4.3.0')], 'getest_met_fouten'],
  ['this version in use', [FLAWLESS], [released(10, '4.2.1')], 'getest_foutloos'],
  ['an older version that came into use later', [FLAWLESS], [released(10, '4.1.9')], 'getest_foutloos'],
  ['a version without numbers that came into use later', [FLAWLESS], [released(10, 'Voorjaar')], 'verlopen'],
  ['a version without numbers that came into use before', [FLAWLESS], [released(4, 'Voorjaar')], 'getest_foutloos'],
  ['a test set that was replaced', [FLAWLESS], [replaced(10, '4')], 'verlopen'],
  [
    'a test set that was replaced, and a run of the new one',
    [FLAWLESS, report(12, 'foutloos', { testset: { versie: '4', digest: sha('set 4') } })],
    [replaced(10, '4')],
    'getest_foutloos',
  ],
  ['a test set that replaced an older one', [FLAWLESS], [replaced(4, '3')], 'getest_foutloos'],
  ['conditions that are not comparable', [FLAWLESS], [notComparable], 'verlopen'],
  ['conditions of another report that are not comparable', [LATER], [notComparable], 'getest_foutloos'],
  [
    'the end of support for the standard',
    [FLAWLESS],
    [...PUBLISHED, named(undefined, 'Einde ondersteuning', 10)],
    'gepubliceerd_foutloos',
  ],
  ['a standard that was withdrawn', [FLAWLESS], [...PUBLISHED, named(undefined, 'Teruggetrokken', 10)], 'verlopen'],
  ['a key that was revoked', [FLAWLESS], [revokes('supplier', 10, KEYS.supplier)], 'ingetrokken'],
  ['a key that was revoked in the trust root', [taken(FLAWLESS)], [], 'ingetrokken'],
  ['a key of somebody else that was revoked', [FLAWLESS], [revokes('tester', 10, KEYS.tester)], 'getest_foutloos'],
  ['a key that somebody else says is revoked', [FLAWLESS], [revokes('tester', 10, KEYS.supplier)], 'getest_foutloos'],
  [
    'a key revoked after somebody independent signed along',
    [witnessed(day(8))],
    [revokes('supplier', 10, KEYS.supplier)],
    'getest_foutloos',
  ],
  [
    'a key revoked before somebody independent signed along',
    [witnessed(day(12))],
    [revokes('supplier', 10, KEYS.supplier)],
    'ingetrokken',
  ],
  [
    'a key revoked after the supplier signed along',
    [witnessed(day(8), 'leverancier')],
    [revokes('supplier', 10, KEYS.supplier)],
    'ingetrokken',
  ],
  [
    'a key that was revoked, and a report of another key',
    [
      FLAWLESS,
      report(4, 'foutloos', {
        ondertekenaars: [{ ...witnessed(day(8)).feiten?.ondertekenaars[1], zegel: 'rapport.sigstore.json' }] as never,
      }),
    ],
    [revokes('supplier', 10, KEYS.supplier)],
    'getest_foutloos',
  ],
  ['the supplier withdraws the report', [FLAWLESS], [withdraws(10, FLAWLESS)], 'ingetrokken'],
  ['the supplier withdraws what it says of this version', [FLAWLESS], [withdraws(10)], 'ingetrokken'],
  ['the supplier withdraws a declaration', [], [declares(), withdraws(10)], 'ingetrokken'],
  ['the supplier declares again', [], [declares(), withdraws(10), declares(11)], 'zelfverklaard'],
  [
    'somebody else withdraws the report',
    [FLAWLESS],
    [says('gemeente', 10, withdraws(10, FLAWLESS).verklaring)],
    'getest_foutloos',
  ],
  ['a report that was withdrawn, and a newer one', [FLAWLESS, LATER], [withdraws(10, FLAWLESS)], 'getest_foutloos'],
  ['a newer report that was withdrawn, and an older one', [FLAWLESS, LATER], [withdraws(16, LATER)], 'ingetrokken'],
  [
    'a bad report that is withdrawn',
    [FLAWLESS, report(15, 'met_fouten')],
    [withdraws(16, report(15, 'met_fouten'))],
    'ingetrokken',
  ],
  ['a newer run with faults', [FLAWLESS, report(15, 'met_fouten')], [], 'getest_met_fouten'],
  ['a newer run with faults, of what was compliant', [FLAWLESS, report(15, 'met_fouten')], COMPLIANT, 'getest_met_fouten'],
  [
    'a newer run with faults, of another role',
    [FLAWLESS, report(15, 'met_fouten', { standaard: { rol: 'lener' } })],
    [],
    'getest_foutloos',
  ],
  [
    'a newer run with faults, of another version',
    [FLAWLESS, report(15, 'met_fouten', { product: { versie: '5' } })],
    [],
    'getest_foutloos',
  ],
  [
    'a newer run with faults, of another supplier',
    [FLAWLESS, report(15, 'met_fouten', { leverancier: { naam: 'Ander' } })],
    [],
    'getest_foutloos',
  ],
  ['a newer run that established nothing', [FLAWLESS, report(15, 'niet_vastgesteld')], [], 'getest_foutloos'],
  ['a newer run without faults', [FAULTY, LATER], [], 'getest_foutloos'],
  [
    'a newer run without faults, that leaves out more',
    [FAULTY, report(15, 'foutloos', { weggelaten: ['cat.3'] })],
    [],
    'getest_met_fouten',
  ],
  [
    'a newer run without faults, of another test set',
    [FAULTY, report(15, 'foutloos', { testset: { id: 'bieb-1.0/klein' } })],
    [],
    'getest_met_fouten',
  ],
  [
    'a newer run without faults, with the profile praktijk',
    [FAULTY, report(15, 'foutloos', { uitvoering: { profiel: 'praktijk' } })],
    [],
    'getest_met_fouten',
  ],
  [
    'a newer run without faults, with the built-in schema',
    [FAULTY, report(15, 'foutloos', { schemabasis: { soort: 'ingebouwd' } })],
    [],
    'getest_met_fouten',
  ],
  [
    'a newer run without faults, with other values',
    [FAULTY, report(15, 'foutloos', { gewijzigdeConstanten: ['x'] })],
    [],
    'getest_met_fouten',
  ],
  ['a run of the same moment with and one without faults', [FLAWLESS, FAULTY], [], 'getest_met_fouten'],
  ['a gemeente disputes it', [FLAWLESS], [disputes(10, FLAWLESS)], 'betwist'],
  ['a gemeente disputes what is compliant', [FLAWLESS], [...COMPLIANT, disputes(10, FLAWLESS)], 'betwist'],
  ['a gemeente disputes a report with faults', [FAULTY], [disputes(10, FAULTY)], 'betwist'],
  ['the supplier disputes it', [FLAWLESS], [says('supplier', 10, disputes(10, FLAWLESS).verklaring)], 'getest_foutloos'],
  ['a dispute, and a new report', [FLAWLESS, LATER], [disputes(10, FLAWLESS)], 'getest_foutloos'],
  [
    'a dispute, and a new report that established nothing',
    [FLAWLESS, report(15, 'niet_vastgesteld')],
    [disputes(10, FLAWLESS)],
    'betwist',
  ],
  ['a dispute about another report', [FLAWLESS], [disputes(10, LATER)], 'getest_foutloos'],
  ['the address is dead for three checks', [FLAWLESS], [...COMPLIANT, ...dead(10, 11, 12)], 'getest_foutloos'],
  ['the address is dead for two checks', [FLAWLESS], [...COMPLIANT, ...dead(10, 11)], 'compliant'],
  ['the address was dead, and is there again', [FLAWLESS], [...COMPLIANT, ...dead(10, 11, 12), saw(13, FLAWLESS)], 'compliant'],
  [
    'the address is dead, and another one is there',
    [FLAWLESS],
    [...COMPLIANT, ...dead(10, 11, 12), saw(7, FLAWLESS, 'gelijk', 'https://elders.example/')],
    'compliant',
  ],
];

describe('the state of a product', () => {
  for (const [what, reports, said, indicatie] of TABLE) {
    it(`${what}: ${indicatie}`, () => {
      const seen = ours(reports, said);
      expect(seen.indicatie).to.equal(indicatie);
      expect(seen.waarom).to.not.be.empty;
      expect(seen.watNodig.length === 0).to.equal(indicatie === 'compliant');
    });
  }

  it('does not depend on the order in which the evidence is given', () => {
    for (const [, reports, said] of TABLE)
      expect(ours(reports.toReversed(), said.toReversed())).to.deep.equal(ours(reports, said));
  });

  it('holds again, for a new version, with a new report about that', () => {
    const all = computed(
      [FLAWLESS, report(12, 'foutloos', { product: { versie: '4.3.0' } })],
      [released(10, '4.3.0')],
    ).indicaties;
    expect(all.map(({ product, indicatie }) => [product.versie, indicatie])).to.deep.equal([
      ['4.2.1', 'verlopen'],
      ['4.3.0', 'getest_foutloos'],
    ]);
    const [old] = all;
    expect(old?.geldigVoor.en).to.include('4.2.1');
    expect(codes(old?.waarom ?? [])[0]).to.equal('NIEUWERE_VERSIE');
    expect(old?.watNodig[0]?.tekst.en).to.include('4.3.0');
  });

  it('is shown for a version in use of which there is no report at all', () => {
    const all = computed([FLAWLESS], [released(10, '4.3.0')]).indicaties;
    expect(all.map(({ product, indicatie }) => [product.versie, indicatie])).to.deep.equal([
      ['4.2.1', 'verlopen'],
      ['4.3.0', 'geen'],
    ]);
  });

  it('is as it was at a date: later evidence is not looked at', () => {
    const on = (number: number) => Date.parse(day(number));
    const story = [
      [FLAWLESS, report(20, 'met_fouten')],
      [...COMPLIANT, released(15, '5')],
    ] as const;
    const states = [6, 9, 16, 21].map((each) => ours(...story, on(each)).indicatie);
    expect(states).to.deep.equal(['gepubliceerd_foutloos', 'compliant', 'verlopen', 'getest_met_fouten']);
    expect(computed([FLAWLESS], [], on(4)).teltNiet.flatMap(({ waarom }) => codes(waarom))).to.deep.equal(['NA_PEILDATUM']);
  });

  it('warns when support of the standard ends, and raises an alarm when a newer run has faults', () => {
    const ending = ours([FLAWLESS], [named(undefined, 'Einde ondersteuning', 10)]);
    expect(codes(ending.opmerkingen)).to.include('EINDE_ONDERSTEUNING');
    expect(codes(ours([FLAWLESS], [named()]).opmerkingen)).to.not.include('EINDE_ONDERSTEUNING');
    const faulty = ours([FLAWLESS, report(15, 'met_fouten')]);
    expect(codes(faulty.alarmen)).to.deep.equal(['ALARM_NIEUWER_MET_FOUTEN']);
    expect(faulty.rapporten.map(({ resultaat, telt }) => [resultaat, telt])).to.deep.equal([
      ['met_fouten', true],
      ['foutloos', true],
    ]);
    expect(codes(ours([FAULTY]).alarmen)).to.deep.equal([]);
  });

  it('tells which tick is wrong, and why', () => {
    const alarm = (reports: readonly SealedReport[], said: readonly SignedStatement[]) => codes(ours(reports, said).alarmen);
    const tick = ticks(8, FLAWLESS);
    expect(alarm([], [tick])).to.deep.equal(['ALARM_VINKJE_ZONDER_RAPPORT']);
    expect(alarm([FAULTY], [tick])).to.deep.equal(['ALARM_VINKJE_ONJUIST']);
    expect(alarm([report(5, 'foutloos', { testset: { bron: 'eigen' } })], [tick])).to.deep.equal(['ALARM_VINKJE_DEEL']);
    expect(alarm([FLAWLESS], [tick])).to.deep.equal(['ALARM_VINKJE_NIET_PUBLIEK']);
    expect(alarm([FLAWLESS], [tick, ...PUBLISHED])).to.deep.equal(['ALARM_VINKJE_NIET_OFFICIEEL']);
    expect(alarm([FLAWLESS], [...COMPLIANT, released(10, '5')])).to.deep.equal(['ALARM_VINKJE_GELDT_NIET']);
    expect(alarm([FLAWLESS], [...COMPLIANT.slice(0, 3), ticks(9, LATER)])).to.deep.equal(['ALARM_VINKJE_ANDER_BEWIJS']);
    expect(alarm([FLAWLESS], COMPLIANT)).to.deep.equal([]);
    expect(alarm([FLAWLESS], [...COMPLIANT, ...dead(10, 11, 12)])).to.include('ALARM_LINK_DOOD');
  });

  it('of several roles is the lowest', () => {
    const other = report(6, 'met_fouten', { standaard: { rol: 'lener' } });
    const [product] = computed([FLAWLESS, other]).producten;
    expect(product).to.deep.include({ indicatie: 'getest_met_fouten' });
    expect(product?.rollen.map(({ rol }) => rol)).to.deep.equal(['catalogus', 'lener']);
    expect(computed([FLAWLESS]).producten[0]?.indicatie).to.equal('getest_foutloos');
  });

  it('goes no further than getest_foutloos, at A0, when nobody was named who is trusted, and says so', () => {
    const unknown = report(5, 'foutloos', { vertrouwd: false, zekerheid: { niveau: 'A0' } });
    const strangers = COMPLIANT.map(({ partij: _, wie: __, ...each }) => ({ ...each, bezwaar: 'KEY_UNKNOWN' as const }));
    const seen = ours([unknown], strangers, undefined, false);
    expect([seen.indicatie, seen.zekerheid]).to.deep.equal(['getest_foutloos', 'A0']);
    expect(codes(seen.waarom)).to.include('NIEMAND_VERTROUWD');
    expect(ours([unknown], COMPLIANT, undefined, false).indicatie).to.equal('getest_foutloos');
    expect(codes(ours([FLAWLESS]).waarom)).to.not.include('NIEMAND_VERTROUWD');
  });

  it('tells how often it was tried, as far as anybody shows', () => {
    const many = [3, 4, 5].map((on) => report(on, 'foutloos', { uitvoering: { poging: on }, metTicket: on === 3 }));
    expect(ours(many).pogingen).to.deep.equal({ rapporten: 3, hoogste: 5, metTicket: 1 });
  });
});

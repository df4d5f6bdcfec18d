import { expect } from 'chai';
import { worstOf } from '../../../src/dossier/catalogue/check-catalogue.js';
import { catalogueCsv, renderCatalogue } from '../../../src/dossier/catalogue/render-catalogue.js';
import { report, session } from '../interop/samples.js';
import { check, codes, ELEMENT_ID, type Export, exported, OBJECT_ID } from './export.js';

const URL = 'https://voorbeeld.test/balie';
const balie = (versie = '1.4', more = {}) => report({ product: 'Balie', versie, more });
/** The export with one part changed. */
function changed(name: keyof ReturnType<typeof exported>, at: number, more: Record<string, unknown>): Export {
  const all = exported();
  return { ...all, [name]: (all[name] ?? []).map((each, index) => (index === at ? { ...each, ...more } : each)) };
}
const plus = (name: string, ...more: Record<string, unknown>[]): Export => ({
  ...exported(),
  [name]: [...(exported()[name] ?? []), ...more],
});

describe('ticks in a catalogue', () => {
  const own = balie();
  const there = (one = own) => [{ url: URL, sha256: one.feiten.digest, bron: 'copy.json' }];

  it('hold when a report of this version is there, at the address that the catalogue names', () => {
    const found = check(exported(), [own], there());
    expect(codes(found)).to.deep.equal(['VINKJE_NIET_OFFICIEEL']);
    expect(found.bevindingen[0]?.bewijs).to.deep.equal([{ rapport: own.feiten.digest, naam: own.naam }]);
  });

  const newer = { id: 'v-2', module: 'm-balie', versie: '2.0', status: 'in gebruik', datumInGebruik: '2026-03-10' };
  const cases: readonly (readonly [string, Export, ReturnType<typeof balie>[], string])[] = [
    ['without any report', exported(), [], 'VINKJE_ZONDER_BEWIJS'],
    ['with a report of a version that the catalogue does not know', exported(), [balie('1.3')], 'VINKJE_ANDERE_VERSIE'],
    [
      'with a report of the version before',
      {
        ...changed('moduleVersies', 0, { datumTeruggetrokken: '2026-03-11' }),
        moduleVersies: [...(changed('moduleVersies', 0, { datumTeruggetrokken: '2026-03-11' }).moduleVersies ?? []), newer],
      },
      [balie()],
      'VERLOPEN_DOOR_VERSIE',
    ],
    [
      'with a report that has faults',
      exported(),
      [balie('1.4', { resultaat: { totaal: 'met_fouten', tellingen: { scenarios: {}, stappen: {}, regels: {} } } })],
      'VINKJE_SPREEKT_TEGEN',
    ],
    [
      'when a version comes without a report',
      plus('moduleVersies', { ...newer, datumInGebruik: '2026-05-01', status: 'in ontwikkeling' }),
      [balie()],
      'GAAT_VERLOPEN',
    ],
    [
      'when no version is in use',
      changed('moduleVersies', 0, { status: 'in ontwikkeling', datumInGebruik: '2026-05-01' }),
      [balie()],
      'VERSIE_ONBEKEND',
    ],
    [
      'for a standard that nobody knows',
      changed('compliancy', 0, { standaardGemma: 'iets anders' }),
      [balie()],
      'STANDAARD_ONBEKEND',
    ],
    ['of a module that is not there', changed('compliancy', 0, { module: 'm-weg' }), [], 'MODULE_ONBEKEND'],
    [
      'when supplier and report do not agree',
      changed('organisaties', 0, { naam: 'Balie B.V.' }),
      [balie()],
      'LEVERANCIER_ANDERS',
    ],
    [
      'when two identifiers contradict',
      changed('compliancy', 0, { standaardversie: ELEMENT_ID, standaardGemma: 'b1b-anders' }),
      [balie()],
      'STANDAARD_TEGENSTRIJDIG',
    ],
  ];
  for (const [when, of, reports, code] of cases) {
    it(`are told ${when}: ${code}`, () => {
      expect(codes(check(of, reports))).to.include(code);
      expect(codes(check(exported(), [own], there()))).to.not.include(code);
    });
  }

  it('name a standard by its element or its Object ID, and never make one of the other', () => {
    const byElement = changed('compliancy', 0, { standaardGemma: undefined, standaardversie: ELEMENT_ID });
    expect(codes(check(byElement, [own], there()))).to.deep.equal(['VINKJE_NIET_OFFICIEEL']);
    const whole = changed('compliancy', 0, { standaardGemma: undefined, standaardversie: { identifier: ELEMENT_ID } });
    expect(codes(check(whole, [own], there()))).to.deep.equal(['VINKJE_NIET_OFFICIEEL']);
    for (const made of [`id-${OBJECT_ID}`, OBJECT_ID]) {
      const derived = changed('compliancy', 0, { standaardGemma: undefined, standaardversie: made });
      expect(codes(check(derived, [own], there()))).to.deep.equal(['STANDAARD_ONBEKEND']);
    }
  });

  it('take no product for one that is called nearly so, and say which was meant', () => {
    const found = check(exported(), [report({ product: 'Baliie' })]);
    expect(codes(found)).to.include.members(['VINKJE_ZONDER_BEWIJS', 'PRODUCT_NIET_IN_CATALOGUS']);
    expect(found.bevindingen.find(({ code }) => code === 'PRODUCT_NIET_IN_CATALOGUS')?.tekst.en).to.include(
      'did you mean "Balie"?',
    );
  });

  it('go by the label of a version as well as by its number', () => {
    const label = changed('moduleVersies', 0, { versieLabel: '2.4 SP1', versie: '1.4.0' });
    expect(codes(check(label, [balie('2.4 SP1')]))).to.include('VINKJE_NIET_OFFICIEEL');
    expect(codes(check(label, [balie('1.4.0')]))).to.include('VINKJE_NIET_OFFICIEEL');
    expect(codes(check(label, [balie('1.4')]))).to.include('VINKJE_ANDERE_VERSIE');
  });
});

describe('links in a catalogue', () => {
  const own = balie();
  const links = (of: Export, ...gezien: Parameters<typeof check>[2] & object) =>
    codes(check(of, [own], gezien)).filter((code) => /^(LINK|BESTAND)/.test(code));
  const seen = { url: URL, bron: 'b' };
  const cases: readonly (readonly [string, Export, Parameters<typeof check>[2] & object, readonly string[]])[] = [
    ['hold when the report itself is there', exported(), [{ ...seen, sha256: own.feiten.digest }], []],
    ['hold when a statement says so', exported(), [{ ...seen, rapport: { digest: own.feiten.digest, gelijk: true } }], []],
    ['are dead when nothing is there', exported(), [seen], ['LINK_DOOD']],
    ['are changed when something else is there', exported(), [{ ...seen, sha256: 'f'.repeat(64) }], ['LINK_ANDERS']],
    [
      'are changed when a statement says so',
      exported(),
      [{ ...seen, rapport: { digest: own.feiten.digest, gelijk: false } }],
      ['LINK_ANDERS'],
    ],
    ['are not known when nobody looked', exported(), [{ ...seen, url: 'https://elders.test' }], ['LINK_NIET_GECONTROLEERD']],
    ['are missing', changed('compliancy', 0, { url: undefined }), [], ['LINK_ONTBREEKT']],
    ['are an uploaded file', changed('compliancy', 0, { url: undefined, bewijs: 'JVBERi0=' }), [], ['BESTAND_NIET_TE_TOETSEN']],
  ];
  for (const [what, of, gezien, expected] of cases) it(what, () => expect(links(of, ...gezien)).to.deep.equal(expected));

  it('show a report of another version than is in use', () => {
    const old = balie('1.3');
    expect(codes(check(exported(), [own, old], [{ ...seen, sha256: old.feiten.digest }]))).to.include('LINK_OUDE_VERSIE');
  });
});

describe('koppelingen of a gemeente in a catalogue', () => {
  const own = balie();

  it('are proven by a session on the versions that are in use', () => {
    const { gemeenten } = check(exported(), [own, session()]);
    expect(gemeenten.map(({ gemeente }) => gemeente)).to.deep.equal(['Voorbeeldstad']);
    expect(gemeenten[0]?.koppelingen.map(({ id, stand }) => [id, stand])).to.deep.equal([['balie-magazijn', 'bewezen']]);
  });

  it('are listed with what to test when no chain test proves them', () => {
    const [gemeente] = check(exported(), [own]).gemeenten;
    expect(gemeente?.koppelingen[0]?.stand).to.equal('onbekend');
    expect(gemeente?.koppelingen[0]?.vooraf.map(({ en }) => en)).to.include(
      'run a chain test with Balie 1.4, Doorgever 1.4, Magazijn 1.4 together in one session, in Bibliotheekkoppelvlak 1.0',
    );
  });

  it('are looked at both ways, since a catalogue does not say who speaks first', () => {
    const back = changed('koppelingen', 0, { gegevensuitwisselingRichting: 'BnaarA' });
    const { gemeenten } = check(back, [session()]);
    expect(gemeenten[0]?.koppelingen.map(({ stand }) => stand)).to.deep.equal(['bewezen']);
  });

  it('are opened again by a version that the supplier plans, with its date, or that the gemeente plans', () => {
    const next = { id: 'v-2', module: 'm-magazijn', versie: '2.0', status: 'in ontwikkeling', datumInGebruik: '2026-05-01' };
    const [first] = check(plus('moduleVersies', next), [session()]).gemeenten;
    expect(first?.straks).to.have.length(1);
    expect(first?.straks[0]).to.deep.include({ product: 'Magazijn', van: '1.4', naar: '2.0', op: '2026-05-01' });
    expect(first?.straks[0]?.koppelingen[0]?.gronden[0]?.tekst.en).to.equal('proven with Magazijn 1.4, not with 2.0');
    const other = { ...next, id: 'v-3', versie: '1.9' };
    const planned = { id: 'u-2', afnemer: 'g-1', module: 'm-magazijn', moduleVersie: 'v-3', status: 'Gepland', koppelingen: [] };
    const both = { ...plus('moduleVersies', next, other), gebruiken: [...(exported().gebruiken ?? []), planned] };
    expect(check(both, [session()]).gemeenten[0]?.straks.map(({ naar }) => naar)).to.deep.equal(['1.9']);
  });

  const undecided: readonly (readonly [string, Export, RegExp])[] = [
    ['without a standard', changed('koppelingen', 0, { standaardversies: [] }), /names no version of a standard/],
    [
      'with something outside',
      changed('koppelingen', 0, { moduleB: undefined, buitengemeentelijkVoorziening: 'x' }),
      /no product of the catalogue/,
    ],
    [
      'with an end that the gemeente does not use',
      changed('gebruiken', 1, { status: 'Uitgefaseerd' }),
      /not among what this gemeente uses/,
    ],
    [
      'with a version that nobody tells',
      { ...changed('gebruiken', 0, { moduleVersie: undefined }), moduleVersies: [] },
      /does not say which version/,
    ],
  ];
  for (const [what, of, words] of undecided) {
    it(`cannot be told ${what}`, () => {
      const found = check(of, [own, session()]);
      expect(found.gemeenten[0]?.onbeslist.map(({ tekst }) => tekst.en).join()).to.match(words);
      expect(worstOf({ ...found, bevindingen: [] })).to.equal('open');
    });
  }

  it('make the whole as bad as the worst: what does not hold, then what cannot be told', () => {
    const good = check(exported(), [own, session()], [{ url: URL, sha256: own.feiten.digest, bron: 'b' }]);
    expect(worstOf(good)).to.equal('goed');
    expect(worstOf(check(exported(), [own], [{ url: URL, sha256: own.feiten.digest, bron: 'b' }]))).to.equal('open');
    expect(worstOf(check(exported(), [session()]))).to.equal('fout');
  });

  it('stand in text and in CSV, one row for each thing that is not well', () => {
    const found = check(changed('modules', 0, { naam: '=Balie' }), []);
    expect(renderCatalogue(found, 'en')).to.include('Voorbeeldstad').and.to.include('VINKJE_ZONDER_BEWIJS');
    expect(renderCatalogue(found, 'nl')).to.include('Klopt niet (1)');
    const rows = catalogueCsv(found, 'en').trimEnd().split('\r\n');
    expect(rows[0]).to.match(/^soort,code,ernst,gemeente,koppeling,/);
    expect(rows.slice(1).map((row) => row.split(',').slice(0, 2).join())).to.include.members([
      'bevinding,VINKJE_ZONDER_BEWIJS',
      'koppeling,onbekend',
    ]);
    expect(rows.join('\n')).to.include(",'=Balie,");
  });
});

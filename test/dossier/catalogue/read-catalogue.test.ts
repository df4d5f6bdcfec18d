import { expect } from 'chai';
import { readCatalogue } from '../../../src/dossier/catalogue/read-catalogue.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { ELEMENT_ID, exported, OBJECT_ID } from './export.js';

const read = (value: unknown) => readCatalogue(typeof value === 'string' ? value : JSON.stringify(value), 'export.json');

describe('reading a catalogue export', () => {
  const plain = read(exported());

  it('takes relations as ids and as objects', () => {
    expect(plain.modules.map(({ aanbieder }) => aanbieder)).to.deep.equal(['o-balie', 'o-magazijn', undefined]);
  });

  it('reads pages of an API, objects that say of which schema they are, and names of older catalogues', () => {
    const pages = Object.fromEntries(
      Object.entries(exported()).map(([name, results]) => [name, { results, total: results.length }]),
    );
    expect(read(pages)).to.deep.equal(plain);
    const schemas: Record<string, string> = { organisaties: 'organisatie', moduleVersies: 'moduleVersie', elementen: 'element' };
    const flat = Object.entries(exported()).flatMap(([name, all]) =>
      all.map((each) => ({ ...each, '@self': { schema: { slug: schemas[name] ?? name } } })),
    );
    expect(read(flat)).to.deep.equal(plain);
    const old = read({
      pakketten: [{ id: 'p', naam: 'Balie', leverancier: 'l' }],
      pakketversies: [{ id: 'v', pakket: 'p', versie: '2.4 SP1' }],
      leveranciers: [{ id: 'l', naam: 'Balie BV' }],
    });
    expect([old.modules[0]?.naam, old.versies[0]?.versie, old.organisaties[0]?.naam]).to.deep.equal([
      'Balie',
      '2.4 SP1',
      'Balie BV',
    ]);
  });

  it('reads what stands whole in its module, once', () => {
    const { moduleVersies = [], compliancy = [], ...rest } = exported();
    const [first, ...others] = rest.modules ?? [];
    const inside = [
      {
        ...first,
        moduleVersies: moduleVersies.slice(0, 1),
        compliancy: compliancy.map((each) => ({ ...each, standaardversie: null })),
      },
      ...others,
    ];
    const all = read({ ...rest, modules: inside, moduleVersies });
    expect(all.versies.map(({ module }) => module).sort()).to.deep.equal(['m-balie', 'm-bus', 'm-magazijn']);
    expect(all.compliancy[0]).to.deep.include({ module: 'm-balie', standaardGemma: OBJECT_ID });
  });

  it('keeps the id of an element apart from its Object ID', () => {
    expect(plain.elementen[0]).to.deep.equal({ ids: [ELEMENT_ID], naam: 'Bibliotheekkoppelvlak 1.0', objectId: OBJECT_ID });
    const mapped = { ...exported(), elementen: [{ identifier: 'e', name: 'x', properties: { 'Object ID': 'o' } }] };
    expect(read(mapped).elementen[0]).to.deep.include({ ids: ['e'], objectId: 'o' });
  });

  it('names the parts that it does not read', () => {
    expect(read({ ...exported(), contracten: [{ id: 'x' }] }).overgeslagen).to.deep.equal(['contracten']);
  });

  const refused: readonly (readonly [string, unknown, RegExp])[] = [
    ['what is no JSON', '{', /export.json is not JSON/],
    ['what has no modules', { moduls: [{ id: 'x' }] }, /no modules of a catalogue in this; did you mean "modules"\?/],
    ['a list of nothing', [], /no modules of a catalogue/],
    ['a text', '"x"', /no modules of a catalogue/],
    ['a module without a name', { modules: [{ id: 'x' }] }, /modules\[0\] has no "naam"/],
    [
      'a version without a module',
      { modules: [{ id: 'x', naam: 'y' }], moduleVersies: [{ versie: '1' }] },
      /moduleVersies\[0\] has no "module"/,
    ],
  ];
  for (const [what, value, words] of refused) {
    it(`refuses ${what}`, () => {
      expect(() => read(value))
        .to.throw(HarnessError, words)
        .with.property('code', 'CONFIG_INVALID');
    });
  }
});

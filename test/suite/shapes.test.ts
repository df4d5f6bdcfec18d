import { expect } from 'chai';
import { HarnessError } from '../../src/model/harness-error.js';
import type { ElementParticle, Particle, Shape, ShapeSet } from '../../src/model/shape.js';
import type { FileSet } from '../../src/suite/file-set.js';
import { loadShapes } from '../../src/suite/shapes.js';

const BASIS = `
namespace: F
namespaces: { F: urn:familie }
values:
  Naam: string 1..20
  Soort: string {A|B}
attributes: { type: Naam, leeg: boolean }
sets: { e: '@leeg' }
elements: 'opmerking?~:Naam-e'
kinds:
  ding:
    unmarked: '?~'
    forms:
      vol: { take: all, attributes: '@type!=$type', refers: kern }
      kern: { attributes: '@type!=$type' }
      lijst: { take: =kern, once: true }
`;

const BOEK = `
namespace: B
namespaces: { B: urn:boek }
groups:
  Kop($soort): soort:Soort{$soort} aantal?:integer default=1
parts:
  wie: auteur*:Naam-e
entities:
  BOEK:
    kind: ding
    elements: |
      titel:Naam-e
      $wie
      prijs( euro!:decimal | gratis!:boolean )?
      opmerking
      deelVan:BOEK
    forms:
      kern: titel auteur
      streng: =vol titel! -auteur prijs(){0,2} deelVan:/kern @leeg
messages:
  boekBericht: kop:Kop(A) boek+:BOEK/vol
`;

/** A suites folder in memory. */
function files(standard: string, basis = BASIS): FileSet {
  const all = new Map([
    ['_basis/familie/shapes.yaml', basis],
    ['boek/schema.yaml', standard],
  ]);
  return {
    root: '/nowhere',
    read: async (path) => all.get(path) ?? '',
    list: async (folder) =>
      [...all.keys()].filter((path) => path.startsWith(`${folder}/`)).map((path) => path.slice(folder.length + 1)),
    nameOf: (path) => path,
    all: () => all,
    digest: () => '',
  };
}

const load = (standard: string) => loadShapes(files(standard), 'boek', ['familie'], 'schema.yaml');

async function refused(standard: string): Promise<HarnessError> {
  try {
    await load(standard);
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

function shapeOf(set: ShapeSet, name: string): Shape {
  const shape = set.shapes.get(name);
  if (!shape) throw new Error(`there is no ${name}, only ${[...set.shapes.keys()].join(', ')}`);
  return shape;
}

/** `name min..max[ nil] shape`, one line a particle. */
function lines(particles: readonly Particle[]): readonly string[] {
  return particles.map((each) => {
    if (each.kind === 'any') return `any ${each.namespace}`;
    const often = `${each.min}..${each.max}`;
    if (each.kind === 'choice') return `choice ${often} ${each.alternatives.map((of) => lines(of).join(' ')).join(' | ')}`;
    return `${each.name} ${often}${each.nillable ? ' nil' : ''} ${each.shape}`;
  });
}

describe('loading compact schemas', () => {
  it('gives the message a shape with its elements in order and their cardinalities', async () => {
    const set = await load(BOEK);
    expect([...set.roots]).to.deep.equal([['{urn:boek}boekBericht', 'boekBericht']]);
    expect(lines(shapeOf(set, 'boekBericht').particles)).to.deep.equal(['kop 1..1 Kop-A', 'boek 1..unbounded BOEK-vol']);
  });

  it('fills in the arguments of a group', async () => {
    const set = await load(BOEK);
    const kop = shapeOf(set, 'Kop-A').particles;
    expect(lines(kop)).to.deep.equal(['soort 1..1 Soort-A', 'aantal 0..1 integer']);
    expect(shapeOf(set, 'Soort-A').value?.enumeration).to.deep.equal(['A']);
    expect((kop[1] as ElementParticle).default).to.equal('1');
  });

  it('lays a form out in the order of the table, with parts, choices and elements of the family', async () => {
    const set = await load(BOEK);
    expect(lines(shapeOf(set, 'BOEK-vol').particles)).to.deep.equal([
      'titel 0..1 nil Naam-e',
      'auteur 0..unbounded Naam-e',
      'choice 0..1 euro 1..1 decimal | gratis 1..1 boolean',
      'opmerking 0..1 nil Naam-e',
      'deelVan 0..1 nil BOEK-kern',
    ]);
    const [titel, , , opmerking] = shapeOf(set, 'BOEK-vol').particles as readonly ElementParticle[];
    expect([titel?.namespace, opmerking?.namespace]).to.deep.equal(['urn:boek', 'urn:familie']);
  });

  it('says which entity a form is of, and fixes the attribute that tells so', async () => {
    const shape = shapeOf(await load(BOEK), 'BOEK-vol');
    expect(shape.entiteittype).to.equal('BOEK');
    expect(shape.attributes.map(({ name, required, fixed }) => [name, required, fixed])).to.deep.equal([['type', true, 'BOEK']]);
  });

  it('derives a form from another with its differences', async () => {
    const set = await load(BOEK.replace('BOEK/vol', 'BOEK/streng'));
    const shape = shapeOf(set, 'BOEK-streng');
    expect(lines(shape.particles)).to.deep.equal([
      'titel 1..1 Naam-e',
      'choice 0..2 euro 1..1 decimal | gratis 1..1 boolean',
      'opmerking 0..1 nil Naam-e',
      'deelVan 0..1 nil BOEK-kern',
    ]);
    expect(shape.attributes.map(({ name }) => name)).to.deep.equal(['type', 'leeg']);
  });

  it('lets a kind say that a form has the elements of another, each once', async () => {
    const set = await load(BOEK.replace('BOEK/vol', 'BOEK/lijst'));
    expect(lines(shapeOf(set, 'BOEK-lijst').particles)).to.deep.equal(['titel 0..1 nil Naam-e', 'auteur 0..1 Naam-e']);
    expect(shapeOf(set, 'BOEK-lijst').attributes).to.deep.equal([]);
  });

  it('builds only what a message can reach', async () => {
    expect([...(await load(BOEK)).shapes.keys()])
      .to.include('BOEK-kern')
      .and.not.include('BOEK-streng');
  });
});

describe('refusing compact schemas', () => {
  it('names the place of an unknown type and the nearest name', async () => {
    const error = await refused(BOEK.replace('titel:Naam-e', 'titel:Namm-e'));
    expect(error.code).to.equal('SHAPE_INVALID');
    expect(error.message).to.equal('boek/schema.yaml:12:13: elements: unknown type "Namm"; did you mean "Naam"?');
  });

  it('names the place of an element that the table does not have', async () => {
    const error = await refused(BOEK.replace('kern: titel auteur', 'kern: titel auteurs'));
    expect(error.message).to.equal('boek/schema.yaml:18:19: kern: unknown element "auteurs"; did you mean "auteur"?');
  });

  it('names the place of a mistake in the notation', async () => {
    const error = await refused(BOEK.replace('euro!:decimal |', 'euro!:decimal ]'));
    expect(error.message).to.match(/^boek\/schema\.yaml:14:28: elements: expected an element, found "]"/);
  });

  it('names the place inside a part', async () => {
    const error = await refused(BOEK.replace('auteur*:Naam-e', 'auteur*:Naaam'));
    expect(error.message).to.equal('boek/schema.yaml:7:16: wie: unknown type "Naaam"; did you mean "Naam"?');
  });

  it('refuses a form that nobody describes', async () => {
    const error = await refused(BOEK.replace('BOEK/vol', 'BOEK/voll'));
    expect(error.message).to.match(/^boek\/schema\.yaml:21:\d+: boekBericht: unknown form of BOEK "voll"; did you mean "vol"\?/);
  });

  it('refuses a group with too few arguments', async () => {
    expect((await refused(BOEK.replace('Kop(A)', 'Kop'))).message).to.match(/Kop takes 1 arguments/);
  });

  it('refuses a name that is given twice', async () => {
    expect((await refused(`${BOEK}values: { Naam: string }\n`)).message).to.match(/Naam: this name is taken already/);
  });

  it('refuses an unknown key', async () => {
    expect((await refused(`${BOEK}vormen: {}\n`)).message).to.match(/unknown key "vormen"/);
  });

  it('refuses a restriction that is not understood', async () => {
    expect(
      (await refused(BOEK.replace('groups:', 'values: { Code: string 4 }\ngroups:').replace('titel:Naam-e', 'titel:Code')))
        .message,
    ).to.match(/Code: expected a restriction/);
  });
});

import { expect } from 'chai';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import { writeSchema } from '../../src/message/shape-schema.js';
import type { AttributeUse, ElementParticle, Shape, ShapeSet, ValueType } from '../../src/model/shape.js';

const text: ValueType = { name: 'Naam', base: 'string', minLength: 1, maxLength: 5 };
const kind: ValueType = { name: 'Type', base: 'string' };
const type: AttributeUse = { namespace: 'urn:f', name: 'type', type: kind, required: true, fixed: 'BOEK' };

function element(name: string, shape: string, more: Partial<ElementParticle> = {}): ElementParticle {
  return { kind: 'element', namespace: 'urn:b', name, shape, min: 1, max: 1, nillable: false, ...more };
}

function shape(name: string, more: Partial<Shape>): [string, Shape] {
  return [name, { name, attributes: [], particles: [], ...more }];
}

const shapes: ShapeSet = {
  prefixes: { B: 'urn:b', F: 'urn:f' },
  roots: new Map([['{urn:b}boek', 'Boek']]),
  shapes: new Map([
    shape('Naam', { value: text }),
    shape('Naam-e', { value: text, attributes: [{ ...type, name: 'leeg', required: false, fixed: 'ja' }] }),
    shape('Aantal', { value: { name: 'Aantal', base: 'integer', minInclusive: '1' } }),
    shape('Vrij', { particles: [{ kind: 'any', namespace: 'urn:g', process: 'skip', min: 0, max: 1 }] }),
    shape('Boek', {
      attributes: [type],
      particles: [
        element('titel', 'Naam-e', { nillable: true }),
        element('opmerking', 'Naam', { namespace: 'urn:f', min: 0 }),
        {
          kind: 'choice',
          min: 1,
          max: 2,
          alternatives: [[element('aantal', 'Aantal')], [element('deel', 'Naam'), element('band', 'Naam')]],
        },
        element('jaar', 'Aantal', { min: 0, default: '7' }),
        element('kaart', 'Vrij', { min: 0 }),
        element('in', 'Boek', { min: 0 }),
      ],
    }),
  ]),
};

const NAMES = 'xmlns="urn:b" xmlns:f="urn:f" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const GOOD = `<boek ${NAMES} f:type="BOEK"><titel f:leeg="ja">Een</titel><f:opmerking>ok</f:opmerking><aantal>2</aantal></boek>`;

describe('a schema written from shapes', () => {
  let validator: SchemaValidator;
  before(() => {
    validator = compileSchema(writeSchema(shapes));
  });
  after(() => validator.dispose());

  const complaints = (xml: string): readonly string[] => {
    const outcome = validator.validate(new TextEncoder().encode(xml));
    return outcome.decided ? outcome.violations.map(({ message }) => message) : [outcome.detail];
  };

  it('lets a good message through', () => {
    expect(complaints(GOOD)).to.deep.equal([]);
  });

  for (const [what, from, to] of [
    ['another value for a fixed attribute', 'f:type="BOEK"', 'f:type="KAART"'],
    ['another value for a fixed attribute of a text', 'f:leeg="ja"', 'f:leeg="nee"'],
    ['a required attribute that is missing', ' f:type="BOEK"', ''],
    ['an attribute without its namespace', 'f:type="BOEK"', 'type="BOEK"'],
    ['an element in the wrong namespace', '<f:opmerking>ok</f:opmerking>', '<opmerking>ok</opmerking>'],
    ['elements in the wrong order', '<aantal>2</aantal>', '<in f:type="BOEK"/><aantal>2</aantal>'],
    ['a value that is too long', 'Een', 'Zestien'],
    ['half of an alternative', '<aantal>2</aantal>', '<deel>x</deel>'],
    ['a choice made too often', '<aantal>2</aantal>', '<aantal>2</aantal><aantal>2</aantal><aantal>2</aantal>'],
    ['nil where the shape does not allow it', '<aantal>2</aantal>', '<aantal xsi:nil="true"/>'],
    ['something of a namespace that was not left open', '</boek>', '<kaart><x xmlns="urn:h"/></kaart></boek>'],
  ] as const) {
    it(`refuses ${what}`, () => {
      expect(GOOD).to.contain(from);
      expect(complaints(GOOD.replace(from, to))).to.not.deep.equal([]);
    });
  }

  for (const [what, from, to] of [
    ['a choice made twice, in any order', '<aantal>2</aantal>', '<deel>x</deel><band>y</band><aantal>2</aantal>'],
    ['nil where the shape allows it', '<titel f:leeg="ja">Een</titel>', '<titel xsi:nil="true"/>'],
    ['an empty element that has a default', '</boek>', '<jaar/></boek>'],
    ['anything of a namespace that was left open', '</boek>', '<kaart><g:x xmlns:g="urn:g"><y/></g:x></kaart></boek>'],
    ['an element of the same shape inside', '</boek>', '<in f:type="BOEK"><titel>T</titel><aantal>1</aantal></in></boek>'],
  ] as const) {
    it(`lets ${what} through`, () => {
      expect(complaints(GOOD.replace(from, to))).to.deep.equal([]);
    });
  }

  it('says which message elements it knows', () => {
    expect(writeSchema(shapes).roots).to.deep.equal(['{urn:b}boek']);
    expect(complaints('<kaart xmlns="urn:b"/>')).to.have.lengthOf(1);
  });
});

/** The validator takes `#?` for base64; we do not. */
import { expect } from 'chai';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema, type SchemaValidator } from '../../src/message/schema-validator.js';
import { writeSchema } from '../../src/message/shape-schema.js';
import type { Shape, ShapeSet } from '../../src/model/shape.js';

const BOOK = 'urn:boekje';
const TYPES = `<schema xmlns="http://www.w3.org/2001/XMLSchema">
  <complexType name="Plaat"><simpleContent><extension base="base64Binary" xmlns="http://www.w3.org/2001/XMLSchema"/></simpleContent></complexType>
</schema>`;
const ENTRY = `<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:b="${BOOK}" targetNamespace="${BOOK}" elementFormDefault="qualified">
  <include schemaLocation="types.xsd"/>
  <complexType name="GrotePlaat"><simpleContent><extension base="b:Plaat"><attribute name="naam"/></extension></simpleContent></complexType>
  <element name="boek"><complexType><sequence>
    <element name="plaat" type="b:GrotePlaat" nillable="true" minOccurs="0" maxOccurs="unbounded"/>
    <element name="kaft" minOccurs="0"><simpleType><restriction base="base64Binary"/></simpleType></element>
    <element name="titel" minOccurs="0"/>
    <element name="deel" minOccurs="0"><complexType><sequence><element name="tweeling" type="base64Binary"/></sequence></complexType></element>
    <element name="tweeling" type="string" minOccurs="0"/>
  </sequence></complexType></element>
</schema>`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

describe('values that are base64', () => {
  const prepared = prepareSchema(
    new Map([
      ['boek.xsd', bytesOf(ENTRY)],
      ['types.xsd', bytesOf(TYPES)],
    ]),
    ['boek.xsd'],
  );
  let official: SchemaValidator;
  before(() => {
    official = compileSchema(prepared, { b: BOOK });
  });
  after(() => official.dispose());

  const complaints = (validator: SchemaValidator, content: string) => {
    const outcome = validator.validate(bytesOf(`<x:boek xmlns:x="${BOOK}">\n${content}</x:boek>`));
    return outcome.decided ? outcome.violations.map(({ path, line, message }) => `${path}:${line} ${message}`) : outcome;
  };

  it('stand in the elements whose type comes down to it, and not where a name has another type as well', () => {
    expect(prepared.binary).to.deep.equal([`{${BOOK}}kaft`, `{${BOOK}}plaat`]);
  });

  it('are letters, digits, + / = and white space', () => {
    for (const good of ['', 'aGFsbG8=', 'aGFs\n bG8=\t', 'aGFs<!-- x -->bG8=', 'aGFs<![CDATA[bG8=]]>', 'a+/b'])
      expect(complaints(official, `<x:plaat>${good}</x:plaat><x:kaft>${good}</x:kaft>`), good).to.deep.equal([]);
  });

  it('hold nothing else, and it is told where', () => {
    for (const bad of ['#?', 'é', '2026-01-31', 'aGFs&#160;bG8=']) {
      const said = complaints(official, `<x:plaat/>\n<x:plaat naam="p">${bad}</x:plaat>`);
      expect(said, bad).to.have.length(1);
      expect(String(said)).to.match(/^b:plaat\[2\]:3 .*base64Binary/);
    }
    expect(complaints(official, '<x:kaft>#?</x:kaft>')).to.have.length(1);
  });

  it('are told once when the validator told them already', () => {
    expect(complaints(official, '<x:plaat>a-</x:plaat>')).to.have.length(1);
    expect(complaints(official, '<x:plaat>#?</x:plaat><x:niet/>')).to.have.length(2);
  });

  it('are looked at in written schemas too', () => {
    const plain = { attributes: [], particles: [] };
    const plaat: Shape = { ...plain, name: 'plaat', value: { name: 'plaat', base: 'base64Binary' } };
    const element = { kind: 'element', namespace: BOOK, nillable: false, min: 0, max: 1 } as const;
    const choice = { kind: 'choice', min: 1, max: 1, alternatives: [[{ ...element, name: 'plaat', shape: 'plaat' }]] } as const;
    const boek: Shape = { ...plain, name: 'boek', particles: [choice] };
    const shapes: ShapeSet = {
      prefixes: { b: BOOK },
      shapes: new Map([boek, plaat].map((each) => [each.name, each])),
      roots: new Map([[`{${BOOK}}boek`, 'boek']]),
    };
    const compact = compileSchema(writeSchema(shapes));
    expect(complaints(compact, '<x:plaat>aGFs</x:plaat>')).to.deep.equal([]);
    expect(complaints(compact, '<x:plaat>#?</x:plaat>')).to.have.length(1);
    compact.dispose();
  });
});

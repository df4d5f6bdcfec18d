import { expect } from 'chai';
import { prepareSchema } from '../../src/message/schema-preparation.js';
import { compileSchema } from '../../src/message/schema-validator.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { filesOf, invented, message } from './invented-schema.js';

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** `valid`, `invalid` or `undecided` for a message under a set. */
function verdict(files: Record<string, string>, entries: readonly string[], xml: string): string {
  const validator = compileSchema(prepareSchema(filesOf(files), entries));
  try {
    const outcome = validator.validate(new TextEncoder().encode(xml));
    return outcome.decided ? (outcome.violations.length === 0 ? 'valid' : 'invalid') : 'undecided';
  } finally {
    validator.dispose();
  }
}

function errorOf(action: () => unknown): HarnessError {
  try {
    action();
  } catch (error) {
    if (error instanceof HarnessError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('preparing a schema set', () => {
  it('lets a namespace that is imported from several files be found in all of them', () => {
    expect(verdict(invented, ['bericht/bericht.xsd'], message())).equal('valid');
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ aantal: 'veel' }))).equal('invalid');
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ soort: 'geel' }))).equal('invalid');
  });

  it('makes the fixed value of an attribute bite that is declared by reference', () => {
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ type: 'APP' }))).equal('valid');
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ type: 'PEER' }))).equal('invalid');
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ type: undefined }))).equal('invalid');
  });

  it('does so for attributes whose type has no name, also where a type is restricted', () => {
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ bereik: 'alles' }))).equal('valid');
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ bereik: 'niets' }))).equal('invalid');
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ bereik: undefined }))).equal('valid');
  });

  it('keeps a fixed value that the declaration itself has', () => {
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ proef: 'true' }))).equal('valid');
    expect(verdict(invented, ['bericht/bericht.xsd'], message({ proef: 'false' }))).equal('invalid');
  });

  it('leaves an attribute that is prohibited as it is', () => {
    const files = {
      ...invented,
      'bericht/bericht.xsd': invented['bericht/bericht.xsd'].replace(
        'ref="B:proef"',
        'ref="B:proef" use="prohibited" fixed="true"',
      ),
    };
    expect(verdict(files, ['bericht/bericht.xsd'], message({ proef: undefined }))).equal('valid');
    expect(verdict(files, ['bericht/bericht.xsd'], message({ proef: 'true' }))).equal('invalid');
  });

  it('combines entries, and where two declare the same the first goes first', () => {
    const one = (value: string) =>
      `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:n"><element name="x"><simpleType>
        <restriction base="string"><enumeration value="${value}"/></restriction></simpleType></element><element name="${value}"/></schema>`;
    const files = { 'a.xsd': one('a'), 'b.xsd': one('b') };
    expect(verdict(files, ['a.xsd', 'b.xsd'], '<x xmlns="urn:n">a</x>')).equal('valid');
    expect(verdict(files, ['b.xsd', 'a.xsd'], '<x xmlns="urn:n">a</x>')).equal('invalid');
    expect(verdict(files, ['a.xsd', 'b.xsd'], '<b xmlns="urn:n"/>')).equal('valid');
    expect(prepareSchema(filesOf(files), ['a.xsd', 'b.xsd']).notes.map((note) => note.kind)).deep.equal(['duplicate']);
  });

  it('gives a document without a namespace that of the document that includes it', () => {
    const files = {
      'a.xsd':
        '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:n"><s:include schemaLocation="c.xsd"/></s:schema>',
      'c.xsd':
        '<s:schema xmlns:s="http://www.w3.org/2001/XMLSchema"><s:element name="x" type="T"/>' +
        '<s:simpleType name="T"><s:restriction base="s:int"/></s:simpleType></s:schema>',
    };
    expect(verdict(files, ['a.xsd'], '<x xmlns="urn:n">1</x>')).equal('valid');
    expect(verdict(files, ['a.xsd'], '<x xmlns="urn:n">een</x>')).equal('invalid');
  });

  it('reads backslashes and another letter case, and notes it', () => {
    const files = {
      ...invented,
      'bericht/bericht.xsd': invented['bericht/bericht.xsd'].replace('../basis/getallen.xsd', '..\\basis\\Getallen.xsd'),
    };
    expect(verdict(files, ['bericht/bericht.xsd'], message())).equal('valid');
    expect(prepareSchema(filesOf(files), ['bericht/bericht.xsd']).notes.map((note) => note.kind)).members([
      'backslash',
      'letter-case',
    ]);
  });

  it('goes on without a file that is included but not there, and notes it', () => {
    const files = {
      ...invented,
      'bericht/bericht.xsd': invented['bericht/bericht.xsd'].replace(
        '<element',
        '<include schemaLocation="prs/weg.xsd"/><element',
      ),
    };
    expect(verdict(files, ['bericht/bericht.xsd'], message())).equal('valid');
    expect(prepareSchema(filesOf(files), ['bericht/bericht.xsd']).notes).deep.equal([
      { kind: 'missing', file: 'bericht/bericht.xsd', detail: 'bericht/prs/weg.xsd is not in the set' },
    ]);
  });

  it('fetches nothing from outside the set', () => {
    for (const location of ['http://127.0.0.1:9/x.xsd', '//127.0.0.1/x.xsd', 'file:///etc/passwd', '../../../../etc/passwd']) {
      const files = {
        ...invented,
        'bericht/bericht.xsd': invented['bericht/bericht.xsd'].replace(
          '<element',
          `<include schemaLocation="${location}"/><element`,
        ),
      };
      expect(verdict(files, ['bericht/bericht.xsd'], message()), location).equal('valid');
    }
  });

  it('says which file is missing and who names it when the set cannot be compiled without', () => {
    const { 'basis/getallen.xsd': _, ...files } = invented;
    const error = errorOf(() => compileSchema(prepareSchema(filesOf(files), ['bericht/bericht.xsd'])));
    expect(error.code).equal('SCHEMA_MISSING');
    expect(error.message).contain('basis/getallen.xsd is not in the set (named in bericht/bericht.xsd)');
    expect(error.hint).contain('Add the missing files');
  });

  it('refuses an entry that is not there and names the nearest', () => {
    const error = errorOf(() => prepareSchema(filesOf(invented), ['berichten/Bericht.xsd']));
    expect(error.code).equal('SCHEMA_MISSING');
    expect(error.hint).equal('Did you mean bericht/bericht.xsd?');
  });

  it('refuses what is no schema, what is broken and what it cannot prepare', () => {
    expect(errorOf(() => prepareSchema(filesOf({ 'a.xsd': '<a/>' }), ['a.xsd'])).code).equal('SCHEMA_INVALID');
    const broken = errorOf(() => prepareSchema(filesOf({ 'a.xsd': '<a>\n<b></a>' }), ['a.xsd']));
    expect(broken.code).equal('SCHEMA_INVALID');
    expect(broken.place).deep.equal({ file: 'a.xsd', line: 2 });
    const redefine = '<schema xmlns="http://www.w3.org/2001/XMLSchema"><redefine schemaLocation="b.xsd"/></schema>';
    expect(errorOf(() => prepareSchema(filesOf({ 'a.xsd': redefine }), ['a.xsd'])).code).equal('SCHEMA_INVALID');
    const wrong = '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="a" type="nowhere"/></schema>';
    const error = errorOf(() => compileSchema(prepareSchema(filesOf({ 'map/a.xsd': wrong }), ['map/a.xsd'])));
    expect(error.code).equal('SCHEMA_INVALID');
    expect(error.place?.file).equal('map/a.xsd');
  });

  it('writes the same files for the same set', () => {
    const once = prepareSchema(filesOf(invented), ['bericht/bericht.xsd']);
    const again = prepareSchema(filesOf(Object.fromEntries(Object.entries(invented).reverse())), ['bericht/bericht.xsd']);
    expect([...once.files].map(([name, bytes]) => [name, decode(bytes)])).deep.equal(
      [...again.files].map(([name, bytes]) => [name, decode(bytes)]),
    );
  });
});

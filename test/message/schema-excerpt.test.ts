/** A part of a schema says of a message what the whole says, word for word. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { withMessage } from '../../src/message/open-message.js';
import { createWrittenBasis } from '../../src/message/schema-basis.js';
import { excerptOf, mayNameTypes } from '../../src/message/schema-excerpt.js';
import type { PreparedSchema } from '../../src/message/schema-preparation.js';
import { compileSchema } from '../../src/message/schema-validator.js';
import { writeSchema } from '../../src/message/shape-schema.js';
import { openFileSet } from '../../src/suite/file-set.js';
import { loadStandard } from '../../src/suite/load-standard.js';
import { packageRoot } from '../package-root.js';

const NAMESPACES = { s: 'urn:schip' };

/** A schema of one document as it is written. */
function written(...declarations: readonly string[]): PreparedSchema {
  const head = '<schema xmlns="http://www.w3.org/2001/XMLSchema" xmlns:n1="urn:schip" targetNamespace="urn:schip">';
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${declarations.join('\n')}\n</schema>\n`;
  const entry =
    '<schema xmlns="http://www.w3.org/2001/XMLSchema"><import namespace="urn:schip" schemaLocation="n1.xsd"/></schema>';
  const files = new Map([
    ['n1.xsd', new TextEncoder().encode(text)],
    ['schema.xsd', new TextEncoder().encode(entry)],
  ]);
  return {
    entry: 'schema.xsd',
    files,
    origins: new Map(),
    roots: ['{urn:schip}schip', '{urn:schip}kade'],
    binary: [],
    notes: [],
  };
}

const SCHIP = '<element name="schip" type="n1:Schip"/>';
const KADE = '<element name="kade" type="n1:Kade"/>';
const textIn = (part: PreparedSchema | undefined) => Buffer.from(part?.files.get('n1.xsd') ?? []).toString();

describe('an excerpt of a schema', () => {
  it('holds what the message element needs, and nothing else', () => {
    const whole = written(
      ...[SCHIP, KADE, '<complexType name="Schip"><sequence><group ref="n1:mast"/></sequence></complexType>'],
      ...[
        '<group name="mast"><sequence><element name="mast" type="n1:Lengte"/></sequence></group>',
        '<complexType name="Kade"/>',
      ],
      ...['<simpleType name="Lengte"><restriction base="xs:integer"/></simpleType>', '<attributeGroup name="mast"/>'],
    );
    const part = textIn(excerptOf(whole, '{urn:schip}schip'));
    expect(part.split('\n').slice(2, -2)).to.have.length(4);
    expect(part).to.include('name="Schip"').and.include('<group name="mast"').and.include('name="Lengte"');
    expect(part).not.to.include('Kade').and.not.include('attributeGroup');
  });

  it('is not made where the whole may be needed', () => {
    const type = (inside: string) => `<complexType name="Schip"><sequence>${inside}</sequence></complexType>`;
    const skipped = written(SCHIP, type('<any namespace="##any" processContents="skip"/>'));
    expect(excerptOf(skipped, '{urn:schip}schip')).not.to.equal(undefined);
    for (const [root, ...declarations] of [
      ['{urn:schip}schip', SCHIP, type('<any namespace="##any" processContents="lax"/>')],
      ['{urn:schip}boot', SCHIP, type('')],
      ['{urn:kade}schip', SCHIP, type('')],
      ['{urn:schip}schip', SCHIP],
      ['{urn:schip}schip', SCHIP, `  ${type('')}`],
    ] as const)
      expect(excerptOf(written(...declarations), root), declarations.join()).to.equal(undefined);
  });

  it('is not used for a message that names the type of an element itself', () => {
    const bytes = (text: string) => Buffer.from(text.padEnd(400));
    for (const text of ['<a x:type="b"/>', '<a x:type\n =\n"b"/>', '<a x:types="c" y:type="b"/>'])
      expect(mayNameTypes(bytes(text)), text).to.equal(true);
    expect(mayNameTypes(Buffer.from('<a/>'.padEnd(400), 'utf16le'))).to.equal(true);
    for (const text of ['<a/>', '<x:type/>', '<a type="b"/>', '<a x:types="b"/>'])
      expect(mayNameTypes(bytes(text)), text).to.equal(false);
  });

  for (const id of ['zds-1.1', 'zds-1.2']) {
    it(`of ${id} says of every message of our own what the whole says`, async () => {
      const { shapes } = await loadStandard(openFileSet(join(packageRoot, 'suites')), id);
      if (!shapes) throw new Error('no shapes');
      const all = writeSchema(shapes);
      const whole = compileSchema(all, NAMESPACES);
      const folder = join(packageRoot, 'fixtures');
      const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
      let broken = 0;
      const parts = new Map<string, ReturnType<typeof createWrittenBasis>>();
      for (const name of names) {
        withMessage(readFileSync(join(folder, name)), (open) => {
          const root = `{${open.element?.namespaceUri}}${open.element?.name}`;
          if (!all.roots.includes(root)) return;
          const source = { soort: 'ingebouwd', naam: 'x', digest: 'x', write: () => all, prefixes: NAMESPACES } as const;
          const part = parts.get(root) ?? createWrittenBasis(source);
          parts.set(root, part);
          const told = part.validateOpen(open);
          expect(told, name).to.deep.equal(whole.validateOpen(open));
          if (told.decided && told.violations.length > 0) broken += 1;
        });
      }
      for (const part of parts.values()) part.dispose();
      whole.dispose();
      expect(parts.size).to.be.greaterThan(5);
      expect(broken).to.be.greaterThan(0);
    }).timeout(60_000);
  }

  it('gives way to the whole with a message of another kind', () => {
    const types = ['<complexType name="Schip"/>', '<complexType name="Kade"/>'];
    let wrote = 0;
    const basis = createWrittenBasis({
      ...{ soort: 'ingebouwd', naam: 'x', digest: 'x', prefixes: NAMESPACES },
      write() {
        wrote += 1;
        return written(SCHIP, KADE, ...types);
      },
    });
    const told = ['schip', 'kade', 'schip', 'boot'].map((name) => {
      const looked = withMessage(Buffer.from(`<${name} xmlns="urn:schip"/>`.padEnd(200)), (open) => basis.validateOpen(open));
      return 'value' in looked && looked.value.decided && looked.value.violations.length === 0;
    });
    basis.dispose();
    expect(told).to.deep.equal([true, true, true, false]);
    expect(wrote).to.equal(1);
  });
});

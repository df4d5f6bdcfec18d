/** The plain tree is what the parser has in its memory: every name, attribute, text and line. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { openTree } from '../../src/message/open-tree.js';
import { plainTreeOf } from '../../src/message/tree/plain-tree.js';
import type { TreeElement } from '../../src/message/tree/tree-node.js';
import { withDocument } from '../../src/message/xml-document.js';
import { packageRoot } from '../package-root.js';

const bytesOf = (text: string) => new TextEncoder().encode(text);

function seen({ namespace, name, attributes, children, text, value, line, index }: TreeElement): unknown {
  const marks = attributes.map((each) => [each.namespace, each.name, each.value]);
  return { namespace, name, marks, text, value, line, index, children: children.map(seen) };
}

/** What both readers see of a document that is well-formed. */
function both(bytes: Uint8Array): { readonly plain: unknown; readonly parsed: unknown } | undefined {
  const looked = withDocument(bytes, ({ root }) => {
    const plain = plainTreeOf(bytes);
    return { plain: plain && seen(plain), parsed: seen(openTree(root, bytes, { isOpen: true })) };
  });
  return 'value' in looked ? looked.value : undefined;
}

const RICH = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!-- before --><?also before?>
<s:Envelope xmlns:s="urn:s" xmlns="urn:d"\tone='a
b'
  two="&lt;&#10;&quot;&#x1F600;" s:three=">"><leeg/><leeg></leeg>\r
  tekst &amp; meer<s:a xmlns:s="urn:other" s:x="1" xml:lang="nl"><b xmlns=""><c/></b>]] &gt;</s:a
><![CDATA[<ruw & zo>]]> staart<!-- > < & --><?pi < > ?>\u00e9\u2028
</s:Envelope>
<!-- after -->`;

describe('the plain tree of a document', () => {
  const folder = join(packageRoot, 'fixtures');
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));

  it('is what the parser sees, for every message of our own', () => {
    const compared = names.map((name) => ({ name, ...both(readFileSync(join(folder, name))) }));
    const read = compared.filter(({ plain }) => plain !== undefined);
    for (const { name, plain, parsed } of read) expect(plain, name).to.deep.equal(parsed);
    expect(read.length).to.be.greaterThan(names.length * 0.8);
  });

  it('is what the parser sees of a document with everything in it', () => {
    const told = both(bytesOf(RICH));
    expect(told?.plain).to.be.an('object');
    expect(told?.plain).to.deep.equal(told?.parsed);
  });

  it('is what the parser sees wherever a well-formed document was changed', () => {
    const bits = [
      '<',
      '>',
      '/',
      '&amp;',
      '"',
      "'",
      '=',
      ' ',
      '\n',
      '\t',
      '\r\n',
      '\r',
      '<x/>',
      '<!--x-->',
      '<![CDATA[x]]>',
      'é',
      '&#13;',
    ];
    const place = fc.nat(RICH.length);
    const change = fc.record({
      place,
      length: fc.nat(5),
      put: fc.constantFrom('', ...bits, 's:', ' xmlns="urn:n"', ' p="q"', '<?p?>'),
    });
    let compared = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const text = changes.reduce((of, { place: at, length, put }) => of.slice(0, at) + put + of.slice(at + length), RICH);
        const told = both(bytesOf(text));
        if (told?.plain === undefined) return;
        compared += 1;
        expect(told.plain).to.deep.equal(told.parsed);
      }),
      { numRuns: Number(process.env.KETENTEST_READER_RUNS ?? 3_000) },
    );
    expect(compared).to.be.greaterThan(100);
  });

  it('goes up as it goes down', () => {
    const root = plainTreeOf(bytesOf('<a><b c="d"/><e/></a>'));
    const [first] = root?.children ?? [];
    expect(root?.parent).to.equal(undefined);
    expect(first?.parent).to.equal(root);
    expect(first?.attributes[0]?.parent).to.equal(first);
  });

  it('leaves to the parser what can be read in another way', () => {
    for (const [what, bytes] of [
      ['another encoding', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>\xe9</a>', 'latin1')],
      ['two bytes for a character', Buffer.from('<a/>', 'utf16le')],
      ['a carriage return alone', bytesOf('<a>\r</a>')],
      ['an entity of somebody', bytesOf('<a>&eigen;</a>')],
      ['a DOCTYPE', bytesOf('<!DOCTYPE a><a/>')],
      ['more lines than the parser counts', bytesOf(`<a>${'\n'.repeat(70_000)}<b/></a>`)],
      ['what is not closed', bytesOf('<a>')],
      ['what is cut off', bytesOf('<a b="1')],
      ['a prefix of nobody', bytesOf('<p:a/>')],
      ['nothing', bytesOf('')],
    ] as const)
      expect(plainTreeOf(bytes), what).to.equal(undefined);
  });
});

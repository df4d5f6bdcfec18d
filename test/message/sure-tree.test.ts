/** The reader for plain documents never says anything else than the parser, and leaves to it what is not plain. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { sureTree } from '../../src/message/sure-tree.js';
import { withDocument } from '../../src/message/xml-document.js';
import { treeOf } from '../../src/message/xml-tree.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import { packageRoot } from '../package-root.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

function parsed(bytes: Uint8Array): XmlElement | undefined {
  const looked = withDocument(bytes, (document) => treeOf(document.root));
  return 'problem' in looked ? undefined : looked.value;
}

const RICH = `\ufeff<?xml version="1.0" encoding="UTF-8"?>
<!-- one --><s:Envelope xmlns:s="urn:soap" xmlns="http://example.org/a" one='1'>
  <s:Body s:at="a &lt; b&#10;c
 d"><x xmlns=""><y q="&quot;"/></x ><z>é ]] &amp; &#xe9;<![CDATA[ <c> ]]> tail<!-- two --></z>
  <n xmlns:s="urn:other" s:n="1" n="2"/></s:Body>\r
</s:Envelope>
`;

/** What is put in, or taken for something else. */
const BITS = ['<', '>', '/', '&', ';', '"', "'", ':', '=', ' ', '\n', '\r', ']]>', '--', '-', '<!--', '-->', '<?p?>', 'xmlns']
  .concat(['xmlns:s="urn:x"', ' a="1"', ' s:a="1"', 'xml:lang="nl"', 'é', '\u0001', '\ufffe', '&#0;', '&#x1F600;', '&nbsp;'])
  .concat(['<![CDATA[', '<!DOCTYPE a>', 's:', 'xmlns:p=""', 'xmlns:xml="urn:x"', '\u2028', '0', '.', '__proto__', 'html']);

describe('reading a plain document', () => {
  it('reads every message of our own that the parser reads, and sees the same', () => {
    const folder = join(packageRoot, 'fixtures');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));
    let plain = 0;
    for (const name of names) {
      const bytes = readFileSync(join(folder, name));
      const tree = sureTree(bytes);
      if (!tree) continue;
      plain += 1;
      expect(tree, name).deep.equal(parsed(bytes));
    }
    expect(plain).to.be.greaterThan(names.length * 0.9);
  });

  it('sees what the parser sees: prefixes, values, references, CDATA, comments and lines', () => {
    const bytes = utf8(RICH);
    expect(sureTree(bytes)).to.be.an('object').and.deep.equal(parsed(bytes));
  });

  it('takes nothing that the parser refuses, and nothing in another way, wherever a document was changed', () => {
    const place = fc.nat(RICH.length);
    const change = fc.record({ place, length: fc.nat(6), bit: fc.constantFrom('', ...BITS), from: place, size: fc.nat(40) });
    const changes = fc.array(change, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(changes, (all) => {
        const text = all.reduce((of, { place: at, length, bit, from, size }) => {
          const put = bit === '' ? of.slice(from, from + size) : bit;
          return of.slice(0, at) + put + of.slice(at + length);
        }, RICH);
        const tree = sureTree(utf8(text));
        if (tree) expect(tree).deep.equal(parsed(utf8(text)));
      }),
      { numRuns: Number(process.env.KETENTEST_READER_RUNS ?? 3_000) },
    );
  });

  it('leaves to the parser what is not plainly right', () => {
    for (const text of [
      ...['<a', '<a><b></a></b>', '<a b=1/>', '<a b="1" b="2"/>', '<a b="<"/>', '<a>&x;</a>', '<a>]]></a>', '<a/><b/>', 'x<a/>'],
      ...[
        '<p:a/>',
        '<a xmlns:p=""/>',
        '<a xmlns:p="urn:1" xmlns:q="urn:1" p:x="1" q:x="2"/>',
        '<a><!-- -- --></a>',
        '<a b="1"c="2"/>',
      ],
      ...[
        '<?xml version="1.0" encoding="latin1"?><a/>',
        ' <?xml version="1.0"?><a/>',
        '<!DOCTYPE a><a/>',
        '<?p?><a/>',
        '<html/>',
      ],
      ...['<a>\u0001</a>', '<a>&#0;</a>', '<constructor:a/>', '<é/>', '<a xmlns="urn:1" xmlns="urn:2"/>', '<xmlns:a/>', ''],
    ])
      expect(sureTree(utf8(text)), text).equal(undefined);
    expect(sureTree(Buffer.from('<a>\xe9</a>', 'latin1'))).equal(undefined);
    expect(sureTree(utf8(`${'<a>'.repeat(300)}${'</a>'.repeat(300)}`))).equal(undefined);
    expect(sureTree(utf8(`<a>${'Q'.repeat(600_000)}</a>`))).equal(undefined);
  });
});

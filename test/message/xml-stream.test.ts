import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { StreamedElement } from '../../src/message/stream-element.js';
import { readXml } from '../../src/message/xml-reader.js';
import { XmlStream } from '../../src/message/xml-stream.js';
import type { XmlElement } from '../../src/model/xml-element.js';
import { packageRoot } from '../package-root.js';

interface Told {
  readonly name: string;
  readonly line: number;
  readonly children: Told[];
  text: string;
}

class Refusal extends Error {
  constructor(
    readonly kind: string,
    readonly line: number,
  ) {
    super(`${kind} at ${line}`);
  }
}

/** What is told of a document that comes in pieces. */
function told(bytes: Uint8Array, size: number): Told | undefined {
  const open: Told[] = [];
  let root: Told | undefined;
  const stream = new XmlStream(
    {
      start({ namespace, name, line }: StreamedElement) {
        const element = { name: `{${namespace}}${name}`, line, children: [], text: '' };
        open.at(-1)?.children.push(element);
        root ??= element;
        open.push(element);
      },
      text(text) {
        const last = open.at(-1);
        if (last) last.text += text;
      },
      end: () => void open.pop(),
    },
    (what, line) => {
      throw new Refusal(what.kind, line);
    },
  );
  for (let at = 0; at < bytes.length; at += size) stream.write(bytes.subarray(at, at + size));
  stream.close();
  return root;
}

function plain({ namespace, name, line, children, text }: XmlElement): Told {
  return { name: `{${namespace}}${name}`, line, children: children.map(plain), text };
}

describe('an XML document that comes in pieces', () => {
  const good = join(packageRoot, 'fixtures', 'zds-1.1', 'good');
  const files = readdirSync(good, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'));

  it('is told as the parser reads it, however small the pieces are', () => {
    expect(files.length).to.be.greaterThan(10);
    for (const [index, name] of files.slice(0, 30).entries()) {
      const bytes = readFileSync(join(good, name));
      const { root } = readXml(bytes);
      expect(told(bytes, 1 + (index % 7)), name).to.deep.equal(root && plain(root));
    }
  });

  it('may hold references, CDATA, comments and instructions at the edge of a piece', () => {
    const text = `<?xml version="1.0"?>\r\n<!-- a > b --><a x='>&lt;' xmlns:p="urn:p">1 &amp; 2&#x1F600;<![CDATA[<&]]]]><p:b/><?go on?>\r\n</a >\n`;
    const expected = { name: '{}a', line: 2, children: [{ name: '{urn:p}b', line: 2, children: [], text: '' }] };
    for (const size of [1, 2, 3, 5, 1000])
      expect(told(Buffer.from(text), size)).to.deep.equal({ ...expected, text: '1 & 2\u{1F600}<&]]\n' });
  });

  it('may be in UTF-16, or in another encoding that it names', () => {
    expect(told(Buffer.from('\ufeff<a>é</a>', 'utf16le'), 3)?.text).to.equal('é');
    expect(told(Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>', 'latin1'), 3)?.text).to.equal('é');
  });

  const refused: readonly (readonly [what: string, text: string | Uint8Array, kind: string, line: number])[] = [
    ['a DOCTYPE', '<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'doctype', 2],
    ['an entity that XML does not have', '<a>\n&b;</a>', 'entity', 2],
    ['an ampersand by itself', '<a>b & c</a>', 'entity', 1],
    ['an endless reference', `<a>&${'b'.repeat(5000)}`, 'entity', 1],
    ['a character that there is not', '<a>&#x110000;</a>', 'entity', 1],
    ['a character that XML forbids, by number', '<a>&#1;</a>', 'entity', 1],
    ['a character that XML forbids', '<a>\u0001</a>', 'character', 1],
    ['elements in elements without end', '<a>'.repeat(5000), 'too-deep', 1],
    ['a tag without end', `<a ${'b="c" '.repeat(200_000)}`, 'too-long', 1],
    ['attributes without end', `<a ${Array.from({ length: 300 }, (_, at) => `b${at}=""`).join(' ')}/>`, 'malformed', 1],
    ['an attribute twice', '<a b="" b=""/>', 'malformed', 1],
    ['an attribute without quotes', '<a b=c/>', 'malformed', 1],
    ['attributes that do not stand apart', '<a b=""c=""/>', 'malformed', 1],
    ['a prefix that is not declared', '<a>\n\n<p:b/></a>', 'prefix', 3],
    ['an end that was not begun', '<a>\n</b>', 'wrong-end', 2],
    ['a second root', '<a/>\n<b/>', 'outside-root', 2],
    ['text after the root', '<a/>b', 'outside-root', 1],
    ['text and no XML', 'hello', 'malformed', 1],
    ['nothing', '', 'empty', 1],
    ['half a document', '<a>\n<b></b>', 'unfinished', 2],
    ['half a comment', '<a/><!-- ', 'unfinished', 1],
    ['bytes that are no UTF-8', Uint8Array.from([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0x3c]), 'encoding', 1],
    ['an encoding that nobody knows', '<?xml version="1.0" encoding="x-none"?><a/>', 'encoding', 1],
  ];
  for (const [what, text, kind, line] of refused) {
    it(`is refused at its line for ${what}`, () => {
      for (const size of [7, 4096]) {
        expect(() => told(typeof text === 'string' ? Buffer.from(text) : text, size))
          .to.throw(Refusal)
          .that.includes({ kind, line });
      }
    });
  }
});

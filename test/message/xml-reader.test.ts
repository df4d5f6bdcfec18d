import { expect } from 'chai';
import { readXml } from '../../src/message/xml-reader.js';
import { attributeOf, descend } from '../../src/model/xml-element.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const problemOf = (input: string | Uint8Array) => readXml(typeof input === 'string' ? utf8(input) : input).problem;

describe('reading a message', () => {
  it('gives the tree with namespaces resolved, text joined and lines counted', () => {
    const { root, problem } = readXml(
      utf8(
        '<?xml version="1.0"?>\n<a:x xmlns:a="urn:a" a:p="1" q="&lt;2">\n <y xmlns="urn:b">one<!-- no --><![CDATA[ <two>]]></y>\n</a:x>',
      ),
    );
    expect(problem).equal(undefined);
    expect(root?.namespace).equal('urn:a');
    expect(root && attributeOf(root, 'urn:a', 'p')).equal('1');
    expect(root && attributeOf(root, '', 'q')).equal('<2');
    const y = descend(root, 'y');
    expect(y?.namespace).equal('urn:b');
    expect(y?.text).equal('one <two>');
    expect(y?.line).equal(3);
    expect(y?.children).deep.equal([]);
  });

  it('reads the encodings that a document declares', () => {
    const latin = Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>', 'latin1');
    expect(readXml(latin).root?.text).equal('é');
    expect(readXml(Buffer.from('\ufeff<?xml version="1.0" encoding="utf-16"?><a>é</a>', 'utf16le')).root?.text).equal('é');
    expect(readXml(utf8('\ufeff<a>é</a>')).root?.text).equal('é');
  });

  it('sees what stands after a processing instruction or a comment, wherever it stands', () => {
    const { root } = readXml(utf8('<?p q?><a><?p q?>1<?p q?><b><!-- x --><?p?><c/><?p?><d/></b><?p?><e/></a><?p?>'));
    expect(root?.text).equal('1');
    expect(root?.children.map(({ name }) => name)).deep.equal(['b', 'e']);
    expect(descend(root, 'b')?.children.map(({ name }) => name)).deep.equal(['c', 'd']);
  });

  it('reads a text of more than 10 MB', () => {
    const size = 11 * 1024 * 1024;
    expect(readXml(utf8(`<a>${'Q'.repeat(size)}</a>`)).root?.text.length).equal(size);
  });

  it('counts lines beyond 65,535', () => {
    const { root } = readXml(utf8(`<a>\n<b>${'Q\n'.repeat(70_000)}</b>\n<c/></a>`));
    expect(descend(root, 'c')?.line).equal(70_003);
  });

  it('says empty when there is nothing but white space', () => {
    expect(problemOf('')?.kind).equal('empty');
    expect(problemOf(' \r\n ')?.kind).equal('empty');
    expect(problemOf(' '.repeat(10_000))?.kind).equal('empty');
    expect(problemOf('\ufeff')?.kind).equal('empty');
  });

  it('says what a thing is that is not XML', () => {
    expect(problemOf('Internal Server Error')).deep.equal({ kind: 'not-xml', detail: 'looks like plain text' });
    expect(problemOf('TypeError: x is not a function\n    at <anonymous>:1:1')?.kind).equal('not-xml');
    expect(problemOf(' {"error": "<a/>"}')).deep.equal({ kind: 'not-xml', detail: 'looks like JSON' });
    expect(problemOf('<!DOCTYPE html><html><body><p>x<br></body></html>')?.detail).equal('looks like an HTML page');
    expect(problemOf('<html><head/><body/></html>')?.detail).equal('looks like an HTML page');
    expect(problemOf('<!-- proxy -->\n<HTML><br></HTML>')?.kind).equal('not-xml');
    expect(problemOf(new Uint8Array([0x1f, 0x8b, 8, 0, 0]))?.kind).equal('not-xml');
  });

  it('says malformed with the line', () => {
    expect(problemOf('<a>\n<b></a>')).deep.include({ kind: 'malformed', line: 2 });
    for (const broken of [
      '<a>',
      '<a:b/>',
      '<a x="1" x="2"/>',
      '<a/><b/>',
      '<a/>x',
      '<a>\0</a>',
      '<a>\u0001</a>',
      '<a>&no;</a>',
    ]) {
      expect(problemOf(broken)?.kind, broken).equal('malformed');
    }
    expect(problemOf('\n<?xml version="1.0"?><a/>')?.kind).equal('malformed');
  });

  it('says encoding when the bytes are not what they claim', () => {
    expect(problemOf(Buffer.from('<a>\n\xe9 </a>', 'latin1'))).deep.include({ kind: 'encoding', line: 2 });
    expect(problemOf('<?xml version="1.0" encoding="foo-8"?><a/>')?.kind).equal('encoding');
    expect(problemOf('<?xml version="1.0" encoding="UTF-16"?><a/>')?.kind).equal('encoding');
  });

  it('says too-deep and survives it', () => {
    expect(readXml(utf8('<a>'.repeat(2000) + '</a>'.repeat(2000))).problem).equal(undefined);
    expect(problemOf('<a>'.repeat(100_000))?.kind).equal('too-deep');
  });

  it('refuses every DOCTYPE, loads nothing and expands nothing', () => {
    expect(problemOf('<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>')?.kind).equal('doctype');
    expect(problemOf('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')?.kind).equal('doctype');
    expect(problemOf('<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd"><a/>')?.kind).equal('doctype');
    expect(problemOf('<!DOCTYPE a [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p"> %p;]><a/>')?.kind).equal('doctype');
    const laughs = [1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `<!ENTITY l${n} "${`&l${n - 1};`.repeat(10)}">`).join('');
    expect(problemOf(`<!DOCTYPE a [<!ENTITY l0 "lol">${laughs}]><a>&l9;</a>`)?.kind).equal('doctype');
    expect(problemOf(`<!DOCTYPE a [<!ENTITY q "${'q'.repeat(50_000)}">]><a>${'&q;'.repeat(20_000)}</a>`)?.kind).equal('doctype');
  });
});

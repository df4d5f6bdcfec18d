import { expect } from 'chai';
import { isBase64Throughout } from '../../src/message/binary-text.js';

const isClean = (text: string, encoding: BufferEncoding = 'utf8') => isBase64Throughout(Buffer.from(text, encoding), ['plaat']);

describe('base64 seen from the bytes', () => {
  it('is certain where the elements hold nothing else, or nothing', () => {
    for (const text of [
      '<a><plaat>aGFs\n bG8=</plaat></a>',
      '<a><x:plaat naam="a>b" n=\'"\'>aGFs</x:plaat><x:plaat/><plaat ></plaat ></a>',
      '<a>plaat x:plaat #? <x y:plaat="#?"/>#?</a>',
      '<a><ander>#?</ander></a>',
      '\ufeff<?xml version="1.0" encoding="UTF-8"?><a><plaat>aGFs</plaat></a>',
    ])
      expect(isClean(text), text).to.equal(true);
  });

  it('is not certain where anything else stands in them, so that the parser is asked', () => {
    for (const text of [
      '<a><plaat>#?</plaat></a>',
      '<a><plaat>aGFs</plaat><y:plaat>é</y:plaat></a>',
      '<a><plaat>aGFs<!-- x -->bG8=</plaat></a>',
      '<a><plaat><![CDATA[#]]></plaat></a>',
      '<a><plaat>aGFs&#61;</plaat></a>',
      '<a><plaat naam="',
      '<?xml version="1.0" encoding="UTF-7"?><a><plaat>aGFs</plaat></a>',
    ])
      expect(isClean(text), text).to.equal(false);
    expect(isClean('<a><plaat>aGFs</plaat></a>', 'utf16le')).to.equal(false);
    expect(isBase64Throughout(Buffer.from('<a><pläat>aGFs</pläat></a>'), ['pläat'])).to.equal(false);
  });

  it('finds one other character anywhere in a long value, wherever the bytes begin', () => {
    const value = Buffer.from(`${'QUJD'.repeat(1_500)}\r\n${'+/9='.repeat(300)}`);
    const document = Buffer.concat([Buffer.from('<a><plaat>'), value, Buffer.from('</plaat></a>')]);
    for (const offset of [0, 1, 2, 3]) {
      const bytes = Buffer.from(new ArrayBuffer(document.length + offset), offset);
      document.copy(bytes);
      expect(isBase64Throughout(bytes, ['plaat']), String(offset)).to.equal(true);
      for (const at of [0, 1, 2, 3_000, 3_001, 4_095, 6_001, value.length - 2, value.length - 1]) {
        const place = '<a><plaat>'.length + at;
        const before = bytes[place] ?? 0;
        for (const wrong of [0x23, 0x00, 0xff]) {
          bytes[place] = wrong;
          expect(isBase64Throughout(bytes, ['plaat']), `${offset} ${at} ${wrong}`).to.equal(false);
        }
        bytes[place] = before;
      }
    }
  });

  it('is decided at once, whatever is made to be slow', () => {
    const many = ':plaat'.repeat(500_000);
    expect(isClean(`<a>${many}</a>`)).to.equal(true);
    expect(isClean(`<a>${"<!--<plaat '-->".repeat(200_000)}</a>`)).to.equal(false);
    expect(isClean(`<a>${'<plaat>aGFs</plaat>'.repeat(200_000)}</a>`)).to.equal(true);
  }).timeout(5000);
});

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

  it('is decided at once, whatever is made to be slow', () => {
    const many = ':plaat'.repeat(500_000);
    expect(isClean(`<a>${many}</a>`)).to.equal(true);
    expect(isClean(`<a>${"<!--<plaat '-->".repeat(200_000)}</a>`)).to.equal(false);
    expect(isClean(`<a>${'<plaat>aGFs</plaat>'.repeat(200_000)}</a>`)).to.equal(true);
  }).timeout(5000);
});

import { expect } from 'chai';
import { rowsOf } from '../../src/report/message-rows.js';
import { readShown } from '../../src/report/shown-text.js';
import { bodyOf } from './samples.js';

async function rows(text: string) {
  return rowsOf(await readShown(bodyOf(text).open(), []));
}

describe('laying out a message', () => {
  it('leaves a message that is laid out already as it is', async () => {
    const { rows: found, isBrokenUp } = await rows('<a>\n  <b x="1">één</b>\r\n</a>\n');
    expect(isBrokenUp).to.equal(false);
    expect(found.map(({ line, text }) => [line, text])).to.deep.equal([
      [1, '<a>'],
      [2, '  <b x="1">één</b>'],
      [3, '</a>'],
    ]);
    expect(found[1]?.paths).to.deep.equal([['a', 'b']]);
  });

  it('breaks up a message on one line, and keeps an element with text together', async () => {
    const { rows: found, isBrokenUp } = await rows('<p:a><b><c>1</c><d/><e></e></b><f><![CDATA[x<y]]></f></p:a>');
    expect(isBrokenUp).to.equal(true);
    expect(found.map(({ indent, text }) => `${'.'.repeat(indent)}${text}`)).to.deep.equal([
      '<p:a>',
      '.<b>',
      '..<c>1</c>',
      '..<d/>',
      '..<e></e>',
      '.</b>',
      '.<f><![CDATA[x<y]]></f>',
      '</p:a>',
    ]);
    expect(found.map(({ line }) => line)).to.deep.equal([1, ...Array(7).fill(undefined)]);
  });

  it('keeps the line numbers of the recorded message when it breaks up', async () => {
    const { rows: found } = await rows('<?xml version="1.0"?>\n<a><b>1</b><c>2</c><d>3</d></a>\n');
    expect(found.map(({ line, text }) => [line, text])).to.deep.equal([
      [1, '<?xml version="1.0"?>'],
      [2, '<a>'],
      [undefined, '<b>1</b>'],
      [undefined, '<c>2</c>'],
      [undefined, '<d>3</d>'],
      [undefined, '</a>'],
    ]);
  });

  it('is not led astray by a > in an attribute', async () => {
    const { rows: found } = await rows('<a><b x="1>2"/><c y=\'"\'>t</c><d/><e/></a>');
    expect(found.map(({ text }) => text)).to.include.members(['<b x="1>2"/>', `<c y='"'>t</c>`]);
  });

  for (const [name, text] of [
    ['broken XML', '<a><b><c></a></b><d><e><f>'],
    [
      'an HTML page',
      '<!DOCTYPE html><html><head><meta charset=utf-8><title>500</title></head><body><p>Error<br>at x</body></html>',
    ],
    ['plain text', 'java.lang.NullPointerException\n\tat nl.voorbeeld.Boek.main(Boek.java:12)'],
    ['a tag without end', '<a><b><c><d><e><f attr="'],
    ['nothing', ''],
  ] as const) {
    it(`shows ${name} as it came`, async () => {
      const { rows: found, isBrokenUp } = await rows(text);
      expect(isBrokenUp).to.equal(false);
      expect(found.map((row) => row.text).join('\n')).to.equal(text);
    });
  }
});

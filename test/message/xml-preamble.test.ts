import { expect } from 'chai';
import { afterPreamble, declarationFirst } from '../../src/message/xml-preamble.js';
import { readXml } from '../../src/message/xml-reader.js';

describe('what stands before the first element', () => {
  it('is skipped: white space, comments, processing instructions', () => {
    expect(afterPreamble(' \n<?xml version="1.0"?><!-- a --> <!-- b --><?c d?>\n<!DOCTYPE x>')).to.equal('<!DOCTYPE x>');
    expect(afterPreamble('<a/>')).to.equal('<a/>');
  });

  it('is everything when a comment does not end', () => {
    expect(afterPreamble('<!-- a')).to.equal('');
    expect(afterPreamble('  ')).to.equal('');
  });

  it('does not hold anybody up, however many comments there are', () => {
    const text = '<!-- -->'.repeat(500);
    expect(afterPreamble(`${text}x`)).to.equal('x');
    expect(readXml(new TextEncoder().encode(`${text}<a>`)).problem?.kind).to.equal('malformed');
    expect(readXml(new TextEncoder().encode(`${'<?a ?>'.repeat(500)}<a>`)).problem?.kind).to.equal('malformed');
  }).timeout(2000);

  it('may be 60 MB of white space', () => {
    expect(readXml(new Uint8Array(60 * 1024 * 1024).fill(0x20)).problem?.kind).to.equal('empty');
  }).timeout(10_000);
});

describe('a declaration after white space', () => {
  const changed = (text: string) => {
    const bytes = declarationFirst(Buffer.from(text, 'latin1'));
    return bytes && Buffer.from(bytes).toString('latin1');
  };

  it('changes places with it, so that lines keep their numbers', () => {
    expect(changed('\r\n <?xml version="1.0"?>\n<a/>')).to.equal('<?xml version="1.0"?>\r\n \n<a/>');
    expect(changed('\xef\xbb\xbf\n<?xml version="1.0"?><a/>')).to.equal('\xef\xbb\xbf<?xml version="1.0"?>\n<a/>');
  });

  it('is left where it is when it stands first, is no declaration, or when anything else stands before it', () => {
    for (const text of [
      '<?xml version="1.0"?><a/>',
      '\n<a/>',
      '\n<?xml-stylesheet?><a/>',
      'x<?xml version="1.0"?>',
      '\n<?xml <a/>?>',
      '',
    ])
      expect(changed(text), text).to.equal(undefined);
    expect(changed(`${' '.repeat(5000)}<?xml version="1.0"?><a/>`)).to.equal(undefined);
  });
});

import { expect } from 'chai';
import { deniesItsCharset, holdsStackTrace, isWebPage, mediaType, quote } from '../../src/judge/reply-text.js';

describe('the text of a reply', () => {
  const traces = {
    JavaScript: 'Error: x\n    at handle (/srv/app/handler.js:42:17)',
    'JavaScript in a web page': '<pre>Error: x<br> &nbsp; &nbsp;at handle (file:///srv/handler.js:42:17)</pre>',
    Java: 'java.lang.IllegalStateException\n\tat nl.x.Handler.handle(Handler.java:42)',
    '.NET': 'System.NullReferenceException: x\n   at X.Y.Handle(String id) in C:\\src\\Y.cs:line 42',
    Python: 'Traceback (most recent call last):\n  File "x.py", line 1',
    PHP: 'Fatal error: x\n#0 /srv/index.php(12): handle()\n#1 {main}',
  };
  for (const [language, text] of Object.entries(traces)) {
    it(`shows a stack trace of ${language}`, () => expect(holdsStackTrace(text)).to.equal(true));
  }

  for (const text of ['Er ging iets mis.', 'Look at 10:30:15 tomorrow', 'at home', '{"at":"12:00:00"}', '']) {
    it(`"${text}" is no stack trace`, () => expect(holdsStackTrace(text)).to.equal(false));
  }

  it('is looked at in reasonable time, whatever it is made of', () => {
    const hostile = [
      '\n',
      '<!-- -->',
      'at :1',
      'at :1:1:1:1:1:1:1:1:1:1\n',
      'at a(',
      '#1 (1',
      '<br',
      '&nbsp;',
      'at a() in :line ',
    ];
    for (const piece of hostile) {
      const text = `${piece.repeat(65_536 / piece.length)}x`;
      expect(holdsStackTrace(text)).to.be.a('boolean');
      expect(isWebPage(text, 'text/xml')).to.equal(false);
      expect(quote(text).length).to.be.at.most(161);
    }
  }).timeout(5000);

  it('is a web page by its beginning or by its type', () => {
    expect(isWebPage('<!-- x --><!DOCTYPE HTML>', undefined)).to.equal(true);
    expect(isWebPage('oeps', 'text/html; charset=utf-8')).to.equal(true);
    expect(isWebPage('<a/>', 'text/xml')).to.equal(false);
  });

  it('is quoted short and on one line', () => {
    expect(quote(' a\n b ')).to.equal('a b');
    expect(quote('x'.repeat(500))).to.have.length(161);
  });

  it('has a media type without parameters', () => {
    expect(mediaType('Text/XML; charset=utf-8')).to.equal('text/xml');
    expect(mediaType(undefined)).to.equal(undefined);
  });

  it('denies a charset only when the header names UTF-8 and the bytes are something else', () => {
    const latin1 = Buffer.from('één', 'latin1');
    expect(deniesItsCharset(latin1, 'text/xml; charset="UTF-8"')).to.equal(true);
    expect(deniesItsCharset(latin1, 'text/xml')).to.equal(false);
    expect(deniesItsCharset(Buffer.from('één'), 'text/xml; charset=utf-8')).to.equal(false);
  });
});

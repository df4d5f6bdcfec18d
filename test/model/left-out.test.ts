import { expect } from 'chai';
import { hasSecret, LEFT_OUT, shownHeaders, shownUrl } from '../../src/model/left-out.js';

describe('what opens doors', () => {
  it('is not in an address that is shown: no name, no password, no value', () => {
    for (const [url, shown] of [
      ['http://jan:ge@heim@h:1/p', 'http://h:1/p'],
      ['http://h/p?a=b&c=&d', `http://h/p?a=${LEFT_OUT}&c=&${LEFT_OUT}`],
      ['http://h/p;s=geheim/q?x=/y@z#geheim', `http://h/p;s=${LEFT_OUT}/q?x=${LEFT_OUT}#`],
      ['/elders?terug=http://u:p@h/', `/elders?terug=${LEFT_OUT}`],
    ] as const) {
      expect(shownUrl(url)).to.equal(shown);
      expect(hasSecret(url)).to.equal(true);
    }
  });

  it('is all that is left out of it', () => {
    for (const url of ['http://h:1/p/q', 'https://[::1]/a@b', 'http://h/p?wsdl', 'http://h/?singleWsdl', '']) {
      expect([shownUrl(url), hasSecret(url)]).to.deep.equal([url, false]);
    }
  });

  it('is left out of headers by their name, and of addresses in them', () => {
    const headers = [
      ['authorization', 'Basic x'],
      ['Set-Cookie', 'a=b'],
      ['X-API-Key', 'x'],
      ['Location', 'http://u:p@h/?a=b'],
      ['Content-Type', 'text/xml; charset=utf-8'],
    ] as const;
    expect(shownHeaders(headers).map(([, value]) => value)).to.deep.equal([
      ...[LEFT_OUT, LEFT_OUT, LEFT_OUT, `http://h/?a=${LEFT_OUT}`, 'text/xml; charset=utf-8'],
    ]);
  });
});

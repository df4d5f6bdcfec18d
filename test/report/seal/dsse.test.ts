import { expect } from 'chai';
import { fromBase64, signedBytes } from '../../../src/report/seal/dsse.js';

describe('what DSSE signs', () => {
  it('is type and content, each with its length in bytes', () => {
    expect(String(signedBytes('http://example.com/HelloWorld', Buffer.from('hello world')))).to.equal(
      'DSSEv1 29 http://example.com/HelloWorld 11 hello world',
    );
    expect(String(signedBytes('é', Buffer.from('ü')))).to.equal('DSSEv1 2 é 2 ü');
  });

  it('differs for two splits of one text', () => {
    expect(signedBytes('a', Buffer.from('b c')).equals(signedBytes('a b', Buffer.from('c')))).to.equal(false);
  });

  it('reads base64 in one form only', () => {
    expect(String(fromBase64('aGVp'))).to.equal('hei');
    for (const other of ['aGVpYQ', 'aGV_', 'aG Vp', 'aGVpYR==', '=', 'aGVp\n'])
      expect(fromBase64(other), other).to.equal(undefined);
  });
});

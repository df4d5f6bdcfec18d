import { expect } from 'chai';
import { interned } from '../../src/model/interned.js';

describe('interned', () => {
  it('gives back the same text, whatever it is', () => {
    for (const text of ['', 'zaak', 'urn:x', '__proto__', 'constructor', '17', 'x'.repeat(1000), 'é😀']) {
      expect(interned(text)).to.equal(text);
      expect(interned([...text].join(''))).to.equal(text);
    }
  });

  it('keeps no more than it has room for', () => {
    for (let nth = 0; nth < 20_000; nth++) expect(interned(`naam${nth}`)).to.equal(`naam${nth}`);
  });
});

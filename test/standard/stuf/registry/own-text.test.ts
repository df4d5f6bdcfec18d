import { expect } from 'chai';
import { ownText } from '../../../../src/standard/stuf/registry/own-text.js';

describe('a text of its own', () => {
  it('says the same, whatever it says', () => {
    for (const text of ['', 'ZAK|identificatie=0001', 'caf\u00e9', '\u20ac 5', '\ud83d\ude00', '\ud83d', '\u0000\u00ff'])
      expect(ownText(text)).to.equal(text);
  });
});

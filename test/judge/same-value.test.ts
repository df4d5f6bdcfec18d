import { expect } from 'chai';
import { sameAttribute, sameValue } from '../../src/judge/same-value.js';

const BASE64 = 'RG9jdW1lbnQgMiB2YW4gZGUga2V0ZW50ZXN0Cg==';

describe('the same value', () => {
  const same: readonly [name: string, one: string, other: string][] = [
    ['the same text with white space around it', 'zaak', '  zaak\n'],
    ['base64 in lines', BASE64, `${BASE64.slice(0, 20)}\r\n${BASE64.slice(20)}\n`],
    ['base64 in indented lines', BASE64, `\n    ${BASE64.slice(0, 20)}\n    ${BASE64.slice(20)}\n`],
    ['a moment with and without milliseconds', '20260101120000', '20260101120000000'],
    ['coordinates with other zeros', '155000.0 463000.50', '155000 463000.5'],
  ];
  for (const [name, one, other] of same) {
    it(`is ${name}`, () => expect([sameValue(one, other), sameValue(other, one)]).to.deep.equal([true, true]));
  }

  const different: readonly [name: string, one: string, other: string][] = [
    ['another case', 'Zaak', 'zaak'],
    [
      'a text of which the spaces are gone, however long',
      `${'lange toelichting '.repeat(8)}x`,
      `${'langetoelichting'.repeat(8)}x`,
    ],
    ['a text with a space more', 'lange toelichting', 'lange  toelichting'],
    ['words that look like base64 and are broken by a space', 'documentdocument', 'document document'],
    ['another document', BASE64, BASE64.replace('RG9', 'RG8')],
    ['half a document', BASE64, BASE64.slice(0, 20)],
    ['another millisecond', '20260101120000', '20260101120000001'],
    ['a date for a moment', '20260101', '20260101000000'],
    ['a number with a zero before it', '42', '042'],
    ['a version', '1.1', '1.10'],
    ['other coordinates', '155000.0 463000.50', '155000.0 463000.51'],
    ['fewer coordinates', '1.0 2.0 3.0', '1.0 2.0'],
  ];
  for (const [name, one, other] of different) {
    it(`is not ${name}`, () => expect([sameValue(one, other), sameValue(other, one)]).to.deep.equal([false, false]));
  }

  it('is decided at once for texts that are made to be slow', () => {
    const long = `${' \t'.repeat(100_000)}x`;
    expect(sameValue(`a${long}`, `b${long}`)).to.equal(false);
    expect(sameValue('1 '.repeat(100_000), '2 '.repeat(100_000))).to.equal(false);
  }).timeout(2000);

  it('of a type of media does not depend on case or parameters', () => {
    const XMIME = 'http://www.w3.org/2005/05/xmlmime';
    expect(sameAttribute(XMIME, 'text/plain', 'Text/Plain; charset=utf-8')).to.equal(true);
    expect(sameAttribute(XMIME, 'text/plain', 'text/html')).to.equal(false);
    expect(sameAttribute('', 'naam.txt', 'Naam.txt')).to.equal(false);
  });
});

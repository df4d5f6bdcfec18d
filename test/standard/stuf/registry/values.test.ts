import { expect } from 'chai';
import type { ValueType } from '../../../../src/model/shape.js';
import { conforms } from '../../../../src/standard/stuf/registry/values.js';

describe('conforms', () => {
  const cases: readonly (readonly [string, Omit<ValueType, 'name'>, string, string])[] = [
    ['a length', { base: 'string', minLength: 2, maxLength: 3 }, 'abc', 'abcd'],
    ['an exact length', { base: 'string', length: 2 }, 'ab', 'a'],
    ['a length in characters, not in code units', { base: 'string', maxLength: 1 }, '😀', 'ab'],
    ['a list of words', { base: 'string', enumeration: ['J', 'N'] }, 'J', 'j'],
    ['a pattern, from start to end', { base: 'string', pattern: '[0-9]{8,17}' }, '20260101', 'x20260101'],
    ['a pattern with the classes of XSD', { base: 'string', pattern: '\\i\\c*' }, 'a-1', '1a'],
    ['a whole number', { base: 'integer', minInclusive: '1', maxInclusive: '9' }, '9', '10'],
    ['a number of digits', { base: 'decimal', totalDigits: 5, fractionDigits: 2 }, '123.45', '1.234'],
    ['digits before and after', { base: 'decimal', totalDigits: 3 }, '012.30', '1234'],
    ['a boolean', { base: 'boolean' }, 'true', 'ja'],
    ['a number that is not negative', { base: 'nonNegativeInteger' }, '0', '-1'],
    ['a day', { base: 'date' }, '2026-01-05', '20260105'],
    ['a moment', { base: 'dateTime' }, '2026-01-05T09:00:00Z', '2026-01-05'],
    ['base64, by the bytes in it', { base: 'base64Binary', maxLength: 3 }, 'YW Jj', 'YWJjZA=='],
    ['white space as its base treats it', { base: 'integer' }, ' 7 ', '7 7'],
  ];
  for (const [what, type, right, wrong] of cases) {
    it(`checks ${what}`, () => {
      expect(conforms({ name: 'X', ...type }, right)).to.equal(true);
      expect(conforms({ name: 'X', ...type }, wrong)).to.equal(false);
    });
  }

  it('lets a pattern that cannot be read restrict nothing', () => {
    expect(conforms({ name: 'X', base: 'string', pattern: '[a-z&&[^b]]{' }, 'b')).to.equal(true);
  });
});

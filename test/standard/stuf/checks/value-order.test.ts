/** Moments compare as far as both are precise. */
import { expect } from 'chai';
import { type Comparison, compareValues } from '../../../../src/standard/stuf/checks/value-order.js';

describe('the order of two values', () => {
  const cases: readonly (readonly [one: string, is: Comparison, other: string, holds: boolean])[] = [
    ['20260302', 'notAfter', '20260302093000', true],
    ['20260303', 'notAfter', '20260302093000', false],
    ['20260302', 'after', '20260302093000', false],
    ['20260303', 'after', '20260302093000', true],
    ['20260301', 'notBefore', '20260302', false],
    ['20260302', 'notBefore', '202603', true],
    ['20260302', 'equal', '20260302000000', true],
    ['20260302', 'equal', '20260301', false],
    ['a', 'equal', 'b', false],
    ['a', 'different', 'b', true],
    ['a', 'different', 'a', false],
    ['00000000', 'after', '20260302', true],
  ];
  for (const [one, is, other, holds] of cases) {
    it(`${holds ? 'holds' : 'does not hold'} that ${one} is ${is} ${other}`, () =>
      expect(compareValues(one, is, other)).to.equal(holds));
  }
});

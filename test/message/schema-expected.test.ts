import { expect } from 'chai';
import { expectedOf } from '../../src/message/schema-expected.js';

describe('what a complaint of the validator says was expected', () => {
  const told: readonly [complaint: string, expected: string][] = [
    ['Missing child element(s). Expected is ( b:titel ).', 'b:titel'],
    ['This element is not expected. Expected is one of ( b:titel, b:deel ).', 'b:titel | b:deel'],
    ["The value 'x' is not an element of the set {'T', 'I'}.", 'T | I'],
    ["The value 'a, b' is not accepted by the pattern '[0-9]{8,17}'.", 'pattern [0-9]{8,17}'],
    ["The value has a length of '2'; this underruns the allowed minimum length of '3'.", 'minLength 3'],
    ["The value 'QQ' has a length of '2'; this exceeds the allowed maximum length of '1'.", 'maxLength 1'],
    ["The value has a length of '2'; this differs from the allowed length of '4'.", 'length 4'],
    ["The value '123' has more digits than are allowed ('2').", 'totalDigits 2'],
    ["The value '1.5' has more fractional digits than are allowed ('0').", 'fractionDigits 0'],
    ["The value '9' is greater than the maximum value allowed ('5').", 'maxInclusive 5'],
    ["The value '1' is less than the minimum value allowed ('2').", 'minInclusive 2'],
    ["The value 'x' does not match the fixed value constraint 'LMP'.", 'LMP'],
    ["'waar' is not a valid value of the atomic type 'xs:boolean'.", 'xs:boolean'],
    ["The attribute 'b:soort' is required but missing.", '@b:soort'],
  ];
  for (const [complaint, expected] of told) it(`is ${expected}`, () => expect(expectedOf(complaint)).to.equal(expected));

  it('is nothing where it does not say', () => {
    expect(expectedOf("The attribute 'nieuw' is not allowed.")).to.equal(undefined);
    expect(expectedOf('This element is not expected.')).to.equal(undefined);
  });

  it('is found after a value of any length, and cut off where it is long itself', () => {
    const value = "'".repeat(5_000_000);
    expect(expectedOf(`The value '${value}' does not match the fixed value constraint 'LMP'.`)).to.equal('LMP');
    const set = Array.from({ length: 500 }, (_, index) => `'W${index}'`).join(', ');
    expect(expectedOf(`The value 'x' is not an element of the set {${set}}.`)).to.match(/^W0 \| W1 .*…$/);
  }).timeout(2000);
});

import { expect } from 'chai';
import { freshSeed, seededChance } from '../../src/cli/chance.js';

describe('chance', () => {
  it('gives the same values in the same order for the same seed', () => {
    const [one, other] = [seededChance(7), seededChance(7)];
    expect([one.hex(8), one.hex(70)]).to.deep.equal([other.hex(8), other.hex(70)]);
  });
  it('gives hex of the length that was asked for, and other values for another seed', () => {
    expect(seededChance(1).hex(70)).to.match(/^[0-9a-f]{70}$/);
    expect(seededChance(1).hex(8)).not.to.equal(seededChance(2).hex(8));
  });
  it('makes a fresh seed that --seed would take', () => expect(String(freshSeed())).to.match(/^\d{1,15}$/));
});

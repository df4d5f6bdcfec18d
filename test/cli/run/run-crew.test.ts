import { expect } from 'chai';
import { tokenOf } from '../../../src/cli/run/run-crew.js';

describe('what sets a run apart', () => {
  const run = { seed: 7, suite: 'lampen-1.0/lampbeheer', startMillis: 1000 };

  it('is the same for the same seed, suite and clock', () => expect(tokenOf({ ...run })).to.equal(tokenOf(run)));

  it('is another for another seed, another suite, or the same a moment later', () => {
    const others = [
      { ...run, seed: 8 },
      { ...run, suite: 'lampen-2.0/lampbeheer' },
      { ...run, startMillis: 1001 },
    ];
    expect(new Set([run, ...others].map(tokenOf)).size).to.equal(4);
    expect(tokenOf(run)).to.match(/^[0-9a-f]{8}$/);
  });
});

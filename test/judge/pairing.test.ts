import { expect } from 'chai';
import { pair } from '../../src/judge/pairing.js';

/** Costs as a table: a row for each wanted, a column for each found. */
const paired = (costs: readonly (readonly number[])[], found: number) =>
  pair(costs.length, found, (wanted, other) => costs[wanted]?.[other] ?? 9);

describe('pairing what was predicted with what came', () => {
  it('lets nobody keep the only partner that suits another', () => {
    // The first suits both; the second suits only the first found.
    expect(
      paired(
        [
          [0, 0],
          [0, 3],
        ],
        2,
      ),
    ).to.deep.equal([1, 0]);
    expect(
      paired(
        [
          [0, 0, 9],
          [0, 9, 9],
          [9, 0, 0],
        ],
        3,
      ),
    ).to.deep.equal([1, 0, 2]);
  });

  it('gives who has no perfect partner the one that differs least', () => {
    expect(paired([[4, 2, 3]], 3)).to.deep.equal([1]);
    expect(
      paired(
        [
          [0, 5],
          [1, 2],
        ],
        2,
      ),
    ).to.deep.equal([0, 1]);
  });

  it('leaves over who finds nobody', () => {
    expect(paired([[0], [0]], 1)).to.deep.equal([0, undefined]);
    expect(paired([[], []], 0)).to.deep.equal([undefined, undefined]);
    expect(paired([], 3)).to.deep.equal([]);
  });
});

import { expect } from 'chai';
import { uniek } from '../../src/judge/uniek.js';
import { madeCase } from '../support/made-case.js';

const verdict = async (values: Readonly<Record<string, string>>) =>
  (await uniek.judge({ kind: 'uniek', options: { variables: ['een', 'twee'] } }, madeCase({}, { values }))).map(
    (each) => each.verdict,
  );

describe('uniek', () => {
  it('holds when values differ, and does not when they are equal', async () => {
    expect(await verdict({ een: '1', twee: '2' })).to.deep.equal(['voldoet']);
    expect(await verdict({ een: '1', twee: '1' })).to.deep.equal(['voldoet_niet']);
  });

  it('says nothing of a single value, or of none', async () => {
    expect(await verdict({ een: '1' })).to.deep.equal(['niet_van_toepassing']);
    expect(await verdict({})).to.deep.equal(['niet_van_toepassing']);
  });

  it('wants at least two names', () => {
    expect(uniek.complaints({ variables: ['een', 'twee'] })).to.deep.equal([]);
    expect(uniek.complaints({ variables: ['een'] })).to.have.length(1);
    expect(uniek.complaints({})).to.have.length(1);
  });
});

import { expect } from 'chai';
import { SeenIds } from '../../../src/suite/ketenplaat/seen-ids.js';

describe('identifiers that were seen', () => {
  it('are known again, and no others', () => {
    const seen = new SeenIds();
    const ids = Array.from({ length: 50_000 }, (_, at) => `id-${at}`);
    for (const id of ids) expect(seen.add(id)).to.equal(true);
    expect(seen.size).to.equal(ids.length);
    expect(ids.filter((id) => !seen.has(id))).to.deep.equal([]);
    expect(ids.filter((id) => seen.has(`${id}x`))).to.deep.equal([]);
  });

  it('are not added twice', () => {
    const seen = new SeenIds();
    expect([seen.add('a'), seen.add('b'), seen.add('a')]).to.deep.equal([true, true, false]);
    expect(seen.size).to.equal(2);
  });
});

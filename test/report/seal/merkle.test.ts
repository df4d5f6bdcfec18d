import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { rootOf } from '../../../src/report/seal/merkle.js';
import { leafOf, rootOfLeaves, withLeaves } from '../../../src/report/seal/message-leaf.js';

/** The example of Certificate Transparency: eight entries, and the root over the first n of them. */
const ENTRIES = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

describe('the tree over the messages of a run', () => {
  for (const [count, root] of ROOTS.entries()) {
    it(`has the root that RFC 6962 gives ${count} entries`, () => {
      const entries = ENTRIES.slice(0, count).map((entry) => Buffer.from(entry, 'hex'));
      expect(rootOf(entries).toString('hex')).to.equal(root);
    });
  }

  it('is the recursive definition of the RFC, for any number', () => {
    const hash = (...parts: readonly Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
    const defined = (entries: readonly Buffer[]): Buffer => {
      if (entries.length <= 1) return hash(Buffer.of(0), entries[0] ?? Buffer.of());
      const split = 2 ** Math.ceil(Math.log2(entries.length) - 1);
      return hash(Buffer.of(1), defined(entries.slice(0, split)), defined(entries.slice(split)));
    };
    for (const count of [1, 2, 3, 9, 11, 31, 33, 100]) {
      const entries = Array.from({ length: count }, (_, index) => Buffer.from(`bericht ${index}`));
      expect(rootOf(entries).equals(defined(entries)), String(count)).to.equal(true);
    }
  });

  it('takes no last message twice for once', () => {
    const leaves = ['a', 'b', 'c'].map((each) => each.repeat(64));
    expect(rootOfLeaves([...leaves, 'c'.repeat(64)])?.wortel).not.to.equal(rootOfLeaves(leaves)?.wortel);
  });

  it('has no root over what is no leaf', () => {
    expect(rootOfLeaves(['a'.repeat(63)])).to.equal(undefined);
    expect(rootOfLeaves([undefined])).to.equal(undefined);
  });

  const message = { grootte: 1, sha256: 'b'.repeat(64), gemaskeerd: false, koppen: [] };
  const exchange = { id: '0001', vraag: message, antwoord: message } as never;

  it('has a leaf that depends on the salt, on the side and on everything that is said', () => {
    const facts = { uitwisseling: { id: '0001' } as never, kant: 'vraag' as const, bericht: message };
    const all = [
      leafOf('00', facts),
      leafOf('01', facts),
      leafOf('00', { ...facts, kant: 'antwoord' }),
      leafOf('00', { ...facts, bericht: { ...message, grootte: 2 } }),
      leafOf('00', { ...facts, uitwisseling: { id: '0002' } as never }),
    ];
    expect(new Set(all).size).to.equal(all.length);
  });

  it('has a leaf for every message or for none', () => {
    const manifest = { gemaskeerd: true, uitwisselingen: [exchange] };
    expect(withLeaves(manifest, new Map())).to.deep.equal(manifest);
    expect(() => withLeaves(manifest, new Map([['0001/vraag', '00']]))).to.throw(/0001\/antwoord has no salt/);
    const both = new Map([
      ['0001/vraag', '00'],
      ['0001/antwoord', '01'],
    ]);
    const { wortel, uitwisselingen } = withLeaves(manifest, both);
    const leaves = uitwisselingen.flatMap(({ vraag, antwoord }) => [vraag.blad, antwoord?.blad]);
    expect(wortel).to.equal(rootOfLeaves(leaves)?.wortel);
  });
});

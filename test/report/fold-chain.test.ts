import { expect } from 'chai';
import type { Chain } from '../../src/model/chain.js';
import { foldChain } from '../../src/report/fold-chain.js';

describe('a chain in a report', () => {
  const naam = { nl: 'Naam', en: 'Name' };
  const chain: Chain = {
    actors: [
      { id: 'a', naam, component: 'A', plays: 'vrager' },
      { id: 'b', naam, component: 'B', plays: 'aanbieder' },
    ],
    links: [{ id: 'a-b', from: 'a', to: 'b', verplicht: true, via: [], rewrites: [] }],
  };

  it('tells of each actor what was told of it, and nothing of others', () => {
    const told = { b: { product: { pakketnaam: 'Zaken', versie: '2' }, leverancier: { naam: 'Wie' } } };
    const { partijen } = foldChain(chain, [], ['b'], told);
    expect(partijen).to.deep.equal([
      { id: 'a', naam, component: 'A', rol: 'vrager', echt: false },
      { id: 'b', naam, component: 'B', rol: 'aanbieder', echt: true, ...told.b },
    ]);
    expect(foldChain(chain, [], []).partijen[1]).to.not.have.property('product');
  });
});

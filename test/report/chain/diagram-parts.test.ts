import { expect } from 'chai';
import { inTwo } from '../../../src/report/chain/diagram-parts.js';

describe('a name in a box of a diagram', () => {
  const lines = (text: string) =>
    [...inTwo({ nl: text, en: text }, 12, 0).matchAll(/>([^<]*)</g)].map(([, line]) => line).filter((line) => line !== '');

  it('stands on one line, or is cut at a space, or else within the word', () => {
    expect(lines('Zaken')).to.deep.equal(['Zaken']);
    expect(lines('Back office van hier')).to.deep.equal(['Back office', 'van hier']);
    expect(lines('Abonnementenbeheer')).to.deep.equal(['Abonnemente-', 'nbeheer']);
    expect(lines('Abonnementenbeheer van hier')).to.deep.equal(['Abonnemente-', 'nbeheer van…']);
  });
});

import { expect } from 'chai';
import { ofLatest } from '../../../../src/standard/stuf/checks/of-latest.js';

describe('what was made of the latest message', () => {
  it('is made once, and anew for another message or with other tools', () => {
    let made = 0;
    const make = ofLatest((of: { readonly id: string }, tools: string) => `${of.id}${tools}${++made}`);
    const [one, other] = [{ id: 'a' }, { id: 'a' }];
    expect([make(one, 'x'), make(one, 'x'), make(other, 'x'), make(other, 'y'), make(one, 'x')]).to.deep.equal([
      'ax1',
      'ax1',
      'ax2',
      'ay3',
      'ax4',
    ]);
  });
});

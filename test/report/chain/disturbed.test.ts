import { expect } from 'chai';
import { disturbedText } from '../../../src/report/chain/disturbed.js';
import type { ManifestExchange } from '../../../src/report/manifest.js';

describe('what we did wrong with a message, in words', () => {
  const told = (how: string, side: 'vraag' | 'antwoord' = 'vraag') =>
    disturbedText(
      { verstoord: { how, side: 'vraag', passed: { what: 'niets', bytes: 0 } } } as unknown as ManifestExchange,
      side,
    );

  it('is said of the message that it was, and not of the other', () => {
    expect(told('lost')?.en).to.equal('by us: lost');
    expect(told('lost', 'antwoord')).to.equal(undefined);
  });

  it('is a bare name when a later version did it, whatever that name is', () => {
    expect(told('melted')?.en).to.equal('by us: melted');
    expect(told('constructor')?.nl).to.equal('door ons: constructor');
  });
});

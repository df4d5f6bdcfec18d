import { expect } from 'chai';
import { disturbedText, turnedAwayText } from '../../../src/report/chain/disturbed.js';
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

  it('says that nothing was said when who connected turned away', () => {
    expect(told('foreign-certificate')?.nl).to.equal('door ons: certificaat van onbekende CA; niets gezegd');
  });

  it('is a bare name when a later version did it, whatever that name is', () => {
    expect(told('melted')?.en).to.equal('by us: melted');
    expect(told('constructor')?.nl).to.equal('door ons: constructor');
  });

  it('says of who turned away what it saw; and nothing of who spoke all the same', () => {
    const own = { subject: 'CN=ons', issuers: ['CN=proef'], validFrom: '2026-01-01T00:00:00Z', validTo: '2026-02-01T00:00:00Z' };
    const shown = (what: 'niets' | 'geheel') =>
      turnedAwayText({
        verstoord: { how: 'expired-certificate', side: 'vraag', passed: { what, bytes: 0 } },
        tls: { protocol: 'unknown', cipher: 'unknown', own },
      } as unknown as ManifestExchange);
    expect(shown('niets')?.nl).to.match(/niets gezegd.*van CN=ons; uitgever CN=proef; geldig tot 2026-02-01/);
    expect(shown('niets')?.en).to.match(/Nothing was said/);
    expect(shown('geheel')).to.equal(undefined);
  });
});

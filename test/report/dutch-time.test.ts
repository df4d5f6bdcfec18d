import { expect } from 'chai';
import { duration, dutchTime, millisBetween } from '../../src/report/dutch-time.js';

describe('Dutch time', () => {
  const cases = [
    ['2026-01-31T12:00:00.250Z', '31-01-2026 13:00:00'],
    ['2026-03-29T00:59:59Z', '29-03-2026 01:59:59'],
    ['2026-03-29T01:00:00Z', '29-03-2026 03:00:00'],
    ['2026-10-25T00:59:59Z', '25-10-2026 02:59:59'],
    ['2026-10-25T01:00:00Z', '25-10-2026 02:00:00'],
    ['2026-12-31T23:30:00Z', '01-01-2027 00:30:00'],
    ['geen tijd', 'geen tijd'],
  ] as const;
  for (const [iso, said] of cases) {
    it(`says ${said} for ${iso}`, () => expect(dutchTime(iso)).to.equal(said));
  }

  it('says how long something took', () => {
    expect([850, 1449, 59_999, 125_000].map(duration)).to.deep.equal(['850 ms', '1,4 s', '60 s', '2 min 5 s']);
    expect(millisBetween('2026-01-01T00:00:00Z', '2026-01-01T00:00:01.5Z')).to.equal(1500);
    expect(millisBetween('x', 'y')).to.equal(undefined);
  });
});

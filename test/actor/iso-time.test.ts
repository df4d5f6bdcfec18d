import { expect } from 'chai';
import { isoTime } from '../../src/actor/iso-time.js';

describe('isoTime', () => {
  it('writes a moment as ISO 8601 does, also the same one again and an earlier one after it', () => {
    expect([0, 0, 1_767_603_601_007, 0].map(isoTime)).to.deep.equal([
      '1970-01-01T00:00:00.000Z',
      '1970-01-01T00:00:00.000Z',
      '2026-01-05T09:00:01.007Z',
      '1970-01-01T00:00:00.000Z',
    ]);
  });
});

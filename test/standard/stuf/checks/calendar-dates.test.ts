/** Days that exist. */
import { expect } from 'chai';
import { isDate } from '../../../../src/standard/stuf/checks/calendar-dates.js';

describe('a date in a message', () => {
  for (const text of ['20260302', '20240229', '20000229', '20261231235959', '19000101']) {
    it(`is a day of the calendar: ${text}`, () => expect(isDate(text)).to.equal(true));
  }
  for (const text of [
    '20260229',
    '19000229',
    '20261301',
    '20260431',
    '20260100',
    '20260001',
    '00000000',
    '2026032',
    '2026-03-02',
    '',
  ]) {
    it(`is no day of the calendar: "${text}"`, () => expect(isDate(text)).to.equal(false));
  }
});

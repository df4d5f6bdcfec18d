import { expect } from 'chai';
import {
  address,
  choice,
  count,
  duration,
  flag,
  type Given,
  httpUrl,
  instant,
  one,
  pairs,
  size,
} from '../../../src/cli/settings/option-values.js';
import { refusal } from '../../harness-error.js';

const given = (...texts: string[]): Given => ({ name: 'thing', texts });

describe('values of options', () => {
  const good: readonly (readonly [what: string, read: (of: Given) => unknown, text: string, value: unknown])[] = [
    ['a text', one, 'x', 'x'],
    ['a switch', flag, 'true', true],
    ['a number', count, '42', 42],
    ['milliseconds', duration, '500ms', 500],
    ['seconds', duration, '1.5s', 1500],
    ['minutes', duration, '2m', 120_000],
    ['bytes', size, '12', 12],
    ['megabytes', size, '256 MB', 268_435_456],
    ['kilobytes in small letters', size, '2kb', 2048],
    ['a time with an offset', instant, '2026-01-31T12:00:00+01:00', Date.UTC(2026, 0, 31, 11)],
    ['an address', address, '127.0.0.1:0', { host: '127.0.0.1', port: 0 }],
    ['an IPv6 address', address, '[::1]:80', { host: '::1', port: 80 }],
    ['a pair whose value holds an equals sign', pairs, 'a=b=c', { a: 'b=c' }],
    ['a pair without a value', pairs, 'a=', { a: '' }],
  ];
  for (const [what, read, text, value] of good) {
    it(`reads ${what}`, () => expect(read(given(text))).to.deep.equal(value));
  }

  const bad: readonly (readonly [what: string, read: (of: Given) => unknown, text: string])[] = [
    ['an empty text', one, ''],
    ['a switch that is neither', flag, 'yes'],
    ['a negative number', count, '-1'],
    ['a number with a fraction', count, '1.5'],
    ['a duration without a unit', duration, '30'],
    ['a size in words', size, 'big'],
    ['a time without an offset', instant, '2026-01-31T12:00:00'],
    ['a day that does not exist', instant, '2026-13-31T12:00:00Z'],
    ['an address without a port', address, 'localhost'],
    ['a port that is too high', address, 'localhost:70000'],
    ['a pair without a name', pairs, '=b'],
    ['a pair without an equals sign', pairs, 'a'],
    ['an address of another kind', (of) => httpUrl(of, one(of)), 'ftp://host'],
  ];
  for (const [what, read, text] of bad) {
    it(`refuses ${what}`, async () => {
      const error = await refusal(() => read(given(text)), 'USAGE');
      expect(error.message).to.match(/^--thing: expected .+, got /);
    });
  }

  it('suggests the nearest word of a choice', async () => {
    const error = await refusal(() => choice(given('strickt'), ['strict', 'praktijk']), 'USAGE');
    expect(error.hint).to.equal('Did you mean "strict"?');
    expect(choice(given('strict'), ['strict', 'praktijk'])).to.equal('strict');
  });

  it('names file, line and column of a value that came from a file', async () => {
    const place = { file: 'ketentest.yaml', line: 3, column: 1 };
    const error = await refusal(() => count({ ...given('x'), place }), 'CONFIG_INVALID');
    expect(error.message).to.match(/^ketentest\.yaml:3:1: thing: /);
    expect(error.place).to.deep.equal(place);
  });
});

import { expect } from 'chai';
import { readExactJson } from '../../src/report/exact-json.js';

const read = (text: string | Uint8Array) => {
  const seen = readExactJson(typeof text === 'string' ? Buffer.from(text) : text);
  return 'problem' in seen ? seen.problem : 'exact';
};
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('JSON that somebody signed', () => {
  for (const text of [
    '{}',
    '{"a":1,"b":[true,null,"x"]}',
    '{"10":1,"9":2}',
    '"\\u0001"',
    '"[{\\"\\\\"',
    '"é…"',
    nested(64),
    '1e+21',
  ]) {
    it(`is in its form: ${text.slice(0, 30)}`, () => expect(read(text)).to.equal('exact'));
  }

  for (const text of [
    '{ }',
    '{"b":1,"a":2}',
    '{"a":1,"a":1}',
    '{"9":2,"10":1}',
    '1.0',
    '-0',
    '"\\u0041"',
    '"\\/"',
    '[1,2] ',
    '{"a":{"c":1,"b":2}}',
  ]) {
    it(`is in another form: ${text}`, () => expect(read(text)).to.equal('other-form'));
  }

  for (const text of ['', '{', nested(65), '\u{FEFF}{}', '[1,]', "{'a':1}"]) {
    it(`cannot be read: ${text.slice(0, 30)}`, () => expect(read(text)).to.equal('unreadable'));
  }

  it('cannot be read when it is no UTF-8, and half a sign is not exact', () => {
    expect(read(Uint8Array.of(0x22, 0xff, 0x22))).to.equal('unreadable');
    expect(read('"\\ud800"')).to.equal('other-form');
  });
});

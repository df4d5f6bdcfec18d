import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '../../src/report/canonical-json.js';
import { plainForm } from '../../src/report/plain-form.js';

describe('a text of JSON that is looked over', () => {
  it('is only called plain when writing it again gives the same', () => {
    const texts = fc
      .json({ maxDepth: 5 })
      .chain((text) =>
        fc.constantFrom(
          text,
          canonicalJson(JSON.parse(text)),
          JSON.stringify(JSON.parse(text)),
          JSON.stringify(JSON.parse(text), null, 1),
        ),
      );
    let plain = 0;
    fc.assert(
      fc.property(texts, (text) => {
        if (plainForm(text, 64) !== 'plain') return;
        plain++;
        expect(canonicalJson(JSON.parse(text))).to.equal(text);
      }),
      { seed: 1, numRuns: 5000 },
    );
    expect(plain).to.be.above(1000);
  });

  it('is called plain when it is, with names, lists and escapes that have one form', () => {
    for (const text of [
      '{"a":[1,-2,{"b":"\\"x\\\\","c":null}],"ab":true,"b":{}}',
      '{"A":1,"a":[],"é":2,"’":"\\n"}',
      '[0,123456789012345,"a\\\\"]',
    ]) {
      expect(plainForm(text, 64), text).to.equal('plain');
      expect(canonicalJson(JSON.parse(text))).to.equal(text);
    }
  });

  it('is not when a name stands twice or too late, a number could be written otherwise, or there is a space or another escape', () => {
    for (const text of [
      '{"a":1,"a":2}',
      '{"b":1,"a":2}',
      '{"ab":1,"a":2}',
      '{"a":{"c":1},"b":{"d":1,"c":2}}',
      '{"a\\"":1,"b":2}',
      '[1.0]',
      '[1e3]',
      '[-0]',
      '[1234567890123456]',
      '[1, 2]',
      '["\\/"]',
      '["\\u0041"]',
      '["\\\\\\u0041"]',
    ]) {
      expect(plainForm(text, 64), text).to.equal('unclear');
    }
  });

  it('is too deep by its brackets, and not by those in its strings', () => {
    expect(plainForm('[[[]]]', 2)).to.equal('too-deep');
    expect(plainForm('[["[[[\\"[["],{}]', 2)).to.equal('plain');
  });

  it('is looked through to its end, also when it is no JSON', () => {
    for (const text of ['', '"', '"\\', '}}]]{', '[[,,"a', '\\\\"', '{"a":"\\"}']) expect(plainForm(text, 64)).to.be.a('string');
  });
});

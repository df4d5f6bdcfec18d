import canonicalize from 'canonicalize';
import { expect } from 'chai';
import fc from 'fast-check';
import { canonicalJson } from '../../src/report/canonical-json.js';

describe('canonical JSON', () => {
  it('sorts names by UTF-16 code units and writes numbers the short way', () => {
    expect(canonicalJson({ '€': 1, a: 1.0, Z: 1e21, ' ': [true, null] })).to.equal('{" ":[true,null],"Z":1e+21,"a":1,"€":1}');
  });

  it('leaves out what has no value', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).to.equal('{"b":1}');
  });

  it('writes half a surrogate pair as a replacement sign instead of breaking off', () => {
    expect(canonicalJson({ a: 'x\uD83D' })).to.equal('{"a":"x\u{FFFD}"}');
    expect(canonicalJson({ a: '😀' })).to.equal('{"a":"😀"}');
  });

  it('writes any value as the published implementation of RFC 8785 does', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value)).to.equal(canonicalize(value));
      }),
    );
    const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`n${(index * 37) % 100}`, index]));
    expect(canonicalJson([many, -0, 1e-7, '\u2028\u007f'])).to.equal(canonicalize([many, -0, 1e-7, '\u2028\u007f']));
  });

  it('takes what an object gives of itself, and null for a place in a list that holds nothing', () => {
    expect(canonicalJson([{ toJSON: () => ({ b: 1, a: undefined }) }, undefined, Number.NaN])).to.equal('[{"b":1},null,null]');
  });

  it('refuses what is not JSON', () => {
    const half = { 'x\uD83D': 1 };
    expect(() => canonicalJson(half))
      .to.throw()
      .with.property('code', 'INTERNAL');
    const ring: Record<string, unknown> = {};
    ring.self = ring;
    expect(() => canonicalJson(ring))
      .to.throw()
      .with.property('code', 'INTERNAL');
    expect(() => canonicalJson(undefined))
      .to.throw()
      .with.property('code', 'INTERNAL');
  });
});

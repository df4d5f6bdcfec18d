import { expect } from 'chai';
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

  it('refuses what is not JSON', () => {
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

import { expect } from 'chai';
import { compareWhole } from '../../src/judge/compare-whole.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { XmlElement } from '../../src/model/xml-element.js';

function tree(text: string): XmlElement {
  const { root } = readXml(new TextEncoder().encode(text));
  if (!root) throw new Error('no XML');
  return root;
}

const ONE = '<z:a xmlns:z="urn:z" soort="T"><z:ref>1</z:ref><z:b>x</z:b><z:c><z:d> y </z:d></z:c></z:a>';

function differences(other: string): readonly string[] {
  const whole = { namespaces: { Z: 'urn:z' }, without: ['ref'] };
  return compareWhole(tree(ONE), tree(other), whole).map(({ path, expected, found }) => `${path}: ${expected} → ${found}`);
}

describe('comparing two messages that have to say the same', () => {
  it('does not mind how it is written, nor what may be written anew', () => {
    const other = `<a xmlns="urn:z" soort="T">\n  <ref>2</ref>\n  <b>x</b><c><d> y </d>\n</c></a>`;
    expect(differences(other)).to.deep.equal([]);
  });

  const cases: readonly (readonly [what: string, from: string | RegExp, to: string, found: readonly string[]])[] = [
    ['another value', '>x<', '>w<', ['Z:b: x → w']],
    ['white space in a value', '> y <', '>y<', ['Z:c/Z:d:  y  → y']],
    ['another attribute', 'soort="T"', 'soort="W"', ['./@soort: T → W']],
    ['an attribute that is gone', ' soort="T"', '', ['./@soort: T → (afwezig)']],
    ['an attribute that came', '<z:b>', '<z:b nieuw="1">', ['Z:b/@nieuw: (afwezig) → 1']],
    ['an element that is gone', /<z:c>.*<\/z:c>/, '', ['Z:c: … → (afwezig)']],
    ['an element that came', '</z:a>', '<z:e>z</z:e></z:a>', ['Z:e: (afwezig) → z']],
    ['another order', /(<z:b>.*<\/z:b>)(<z:c>.*<\/z:c>)/, '$2$1', ['Z:b: Z:b → Z:c', 'Z:c: Z:c → Z:b']],
    ['another namespace', 'urn:z', 'urn:y', ['.: Z:a → a']],
    ['a value where there was none', '<z:d> y </z:d>', '<z:d/>', ['Z:c/Z:d:  y  → (leeg)']],
  ];
  for (const [what, from, to, found] of cases) {
    it(`tells ${what}`, () => expect(differences(ONE.replace(from, to))).to.deep.equal(found));
  }
});

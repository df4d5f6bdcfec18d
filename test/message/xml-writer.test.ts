import { expect } from 'chai';
import fc from 'fast-check';
import { readXml } from '../../src/message/xml-reader.js';
import { writeXml } from '../../src/message/xml-writer.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { XmlElement } from '../../src/model/xml-element.js';

function element(namespace: string, name: string, rest: Partial<XmlElement> = {}): XmlElement {
  return { namespace, name, attributes: [], children: [], text: '', line: 0, ...rest };
}

describe('writing a message', () => {
  it('declares the namespaces in use on the root, in the order given', () => {
    const tree = element('urn:a', 'x', {
      attributes: [{ namespace: 'urn:b', name: 'p', value: '1' }],
      children: [element('urn:b', 'y', { text: 'z' }), element('urn:a', 'leeg')],
    });
    expect(writeXml(tree, { b: 'urn:b', a: 'urn:a', c: 'urn:c' })).equal(
      '<a:x xmlns:b="urn:b" xmlns:a="urn:a" b:p="1"><b:y>z</b:y><a:leeg/></a:x>',
    );
  });

  it('writes a default namespace and elements without one', () => {
    expect(writeXml(element('urn:a', 'x', { children: [element('urn:a', 'y')] }), { '': 'urn:a' })).equal(
      '<x xmlns="urn:a"><y/></x>',
    );
    expect(writeXml(element('', 'x'), {})).equal('<x/>');
  });

  it('refuses a namespace without a prefix', () => {
    const attempts = [
      () => writeXml(element('urn:unknown', 'x'), { a: 'urn:a' }),
      () => writeXml(element('urn:a', 'x', { attributes: [{ namespace: 'urn:a', name: 'p', value: '' }] }), { '': 'urn:a' }),
      () => writeXml(element('urn:a', 'x', { children: [element('', 'y')] }), { '': 'urn:a' }),
    ];
    for (const attempt of attempts) {
      expect(attempt).throw(HarnessError).with.property('code', 'INTERNAL');
    }
  });

  it('gives back what it was given, whatever stands in text and attributes', () => {
    const value = fc.string({ unit: fc.constantFrom('a', '<', '&', '>', '"', "'", '\t', '\n', '\r', ']]>', 'é', '😀', ' ') });
    fc.assert(
      fc.property(value, value, (text, attribute) => {
        const tree = element('urn:a', 'x', { text, attributes: [{ namespace: '', name: 'p', value: attribute }] });
        const read = readXml(new TextEncoder().encode(writeXml(tree, { a: 'urn:a' }))).root;
        expect(read?.text).equal(text);
        expect(read?.attributes).deep.equal(tree.attributes);
      }),
      { seed: 7, numRuns: 200 },
    );
  });
});

import { expect } from 'chai';
import { compareSubset } from '../../src/judge/compare-subset.js';
import { readXml } from '../../src/message/xml-reader.js';
import type { XmlElement } from '../../src/model/xml-element.js';

const tree = (xml: string): XmlElement => {
  const { root } = readXml(new TextEncoder().encode(xml));
  if (!root) throw new Error('the test message is not well-formed');
  return root;
};
const compare = (predicted: string, real: string) => compareSubset(tree(`<r>${predicted}</r>`), tree(`<r>${real}</r>`), {});

describe('comparing what was predicted with what came', () => {
  it('accepts equal content, and more than was predicted', () => {
    expect(compare('<a>1</a>', '<a>1</a>')).to.deep.equal([]);
    expect(compare('<a>1</a>', '<z/><a>1</a><b>2</b>')).to.deep.equal([]);
  });

  it('names the path, what was expected and what was found', () => {
    expect(compare('<a><b>1</b></a>', '<a><b>2</b></a>')).to.deep.equal([{ path: 'a/b', expected: '1', found: '2', line: 1 }]);
  });

  it('reports what is absent', () => {
    expect(compare('<a><b>1</b></a>', '<a/>')[0]).to.include({ path: 'a/b', found: '(afwezig)' });
  });

  it('pairs repeated elements whatever their order, and misses one that is not there', () => {
    expect(compare('<a><k>1</k></a><a><k>2</k></a>', '<a><k>2</k></a><a><k>1</k></a>')).to.deep.equal([]);
    expect(compare('<a><k>1</k></a><a><k>2</k></a>', '<a><k>1</k></a>')).to.have.length(1);
    expect(compare('<a><k>1</k></a><a><k>1</k></a>', '<a><k>1</k></a>')).to.have.length(1);
  });

  it('takes a moment to the second and to the millisecond for the same, and another moment not', () => {
    expect(compare('<a>20260101120000</a>', '<a>20260101120000000</a>')).to.deep.equal([]);
    expect(compare('<a>20260101120000</a>', '<a>20260101120000001</a>')).to.have.length(1);
  });

  it('does not take a date for a moment', () => {
    expect(compare('<a>20260101</a>', '<a>20260101000000</a>')).to.have.length(1);
  });

  it('ignores line breaks in long base64, not in short text', () => {
    const long = 'QUJD'.repeat(30);
    expect(compare(`<a>${long}</a>`, `<a>${long.slice(0, 76)}\n${long.slice(76)}</a>`)).to.deep.equal([]);
    expect(compare('<a>een twee</a>', '<a>eentwee</a>')).to.have.length(1);
  });

  it('holds a value against a predicted empty element', () => {
    expect(compare('<a/>', '')).to.deep.equal([]);
    expect(compare('<a/>', '<a/>')).to.deep.equal([]);
    expect(compare('<a/>', '<a>1</a>')).to.have.length(1);
  });

  it('misses what came twice, word for word, and was told once', () => {
    expect(compare('<a><k>1</k></a>', '<a><k>1</k></a><a><k>1</k></a>')).to.deep.equal([
      { path: 'a', expected: '(niet nogmaals)', found: '… 1 …', line: 1 },
    ]);
    expect(compare('<a>1</a>', '<a>1</a><a>1</a>')).to.have.length(1);
    expect(compare('<a>1</a><a>1</a>', '<a>1</a><a>1</a>')).to.deep.equal([]);
    expect(compare('<a><k>1</k></a>', '<a><k>1</k></a><a><k>2</k></a>')).to.deep.equal([]);
  });

  it('pairs the sparse with the rich so that all find theirs', () => {
    const sparse = '<a><k>1</k></a>';
    const rich = '<a><k>1</k><w>2</w></a>';
    expect(compare(`${sparse}${rich}`, `${rich}${sparse}`)).to.deep.equal([]);
    expect(compare(`${rich}${sparse}`, `${sparse}${rich}`)).to.deep.equal([]);
  });

  it('sees another value of an attribute, and leaves one that is absent to others', () => {
    expect(compare('<a n="x">1</a>', '<a n="x" m="y">1</a>')).to.deep.equal([]);
    expect(compare('<a n="x">1</a>', '<a n="y">1</a>')).to.deep.equal([{ path: 'a/@n', expected: 'x', found: 'y', line: 1 }]);
    expect(compare('<a n="x">1</a>', '<a>1</a>')).to.deep.equal([]);
  });

  it('is done in reasonable time with a reply of very many elements', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => `<a><k>${index}</k><w>x</w></a>`).join('');
    const wanted = Array.from({ length: 8 }, (_, index) => `<a><k>x${index}</k><w>x</w></a>`).join('');
    expect(compare(wanted, many)).to.have.length(8);
  }).timeout(10_000);
});

import { expect } from 'chai';
import { writtenAnew } from '../../src/judge/written-anew.js';
import { readXml } from '../../src/message/xml-reader.js';

describe('what was written anew', () => {
  const message = (own: string, theirs: string) => {
    const { root } = readXml(Buffer.from(`<m><kop><eigen>${own}</eigen><ander>${theirs}</ander></kop><inhoud>1</inhoud></m>`));
    if (!root) throw new Error('not XML');
    return root;
  };

  it('names what is other than it was, of what may be', () => {
    expect(writtenAnew(message('1', 'x'), message('2', 'x'), ['ander', 'eigen'])).to.deep.equal(['eigen']);
    expect(writtenAnew(message('1', 'x'), message('2', 'y'), ['ander', 'eigen'])).to.deep.equal(['ander', 'eigen']);
  });

  it('names nothing when all is the same, or may not be written anew', () => {
    expect(writtenAnew(message('1', 'x'), message('1', 'x'), ['eigen'])).to.deep.equal([]);
    expect(writtenAnew(message('1', 'x'), message('2', 'x'), ['ander'])).to.deep.equal([]);
  });
});

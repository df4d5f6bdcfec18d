import { expect } from 'chai';
import { knownMask } from '../../src/message/mask-known.js';

describe('masking by what was masked before', () => {
  const mask = () =>
    knownMask(
      new Map([
        ['Jansen', 'KT-AAA'],
        ['Jan', 'KT-B'],
      ]),
    );

  it('masks a value wherever it stands as a word, and leaves short ones', () => {
    expect(mask().within('van Jansen, Jan')).to.equal('van KT-AAA, Jan');
    expect(mask().within('Jansens')).to.equal('Jansens');
    expect(mask().whole(' Jan ')).to.equal('KT-B');
  });

  it('masks a text that comes again as the first time, and one that differs by a letter by itself', () => {
    const known = mask();
    const texts = ['gevonden Jansen', 'gevonden Jansen', 'gevonden Jonsen', 'gevonden Jansen'];
    expect(texts.map((text) => known.within(text))).to.deep.equal(texts.map((text) => mask().within(text)));
  });

  it('masks all the same when there are more texts than it keeps', () => {
    const known = mask();
    for (let index = 0; index < 3_000; index++) expect(known.within(`${index} Jansen`)).to.equal(`${index} KT-AAA`);
  });
});

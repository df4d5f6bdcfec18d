import { expect } from 'chai';
import { isPlainName, isSealName, nextSealName, sealsAmong } from '../../../src/report/seal/seal-names.js';

describe('the names in a package', () => {
  for (const name of [
    'rapport.json',
    'bewijs/0001-vraag.xml',
    'testset/suites/zds-1.1/a b.yaml',
    '.verborgen',
    'a..b',
    'console.txt',
  ]) {
    it(`lets "${name}" be`, () => expect(isPlainName(name)).to.equal(true));
  }
  for (const name of [
    '',
    '/a',
    'a/',
    'a//b',
    '.',
    '../a',
    'a/..',
    'a/./b',
    'a\\b',
    'a:b',
    'a.',
    'a ',
    ' a',
    'nul',
    'NUL.txt',
    'a\n',
    'é',
    'a'.repeat(1025),
  ]) {
    it(`does not let "${name.slice(0, 20)}" be`, () => expect(isPlainName(name)).to.equal(false));
  }

  it('tells seals by their numbers, which begin with 2', () => {
    const names = ['rapport.10.sigstore.json', 'rapport.sigstore.json', 'rapport.2.sigstore.json'];
    expect(sealsAmong([...names, 'rapport.json'])).to.deep.equal([names[1], names[2], names[0]]);
    expect(nextSealName([])).to.equal('rapport.sigstore.json');
    expect(nextSealName(['rapport.sigstore.json'])).to.equal('rapport.2.sigstore.json');
    expect(nextSealName(names)).to.equal('rapport.11.sigstore.json');
    for (const none of [
      'rapport.1.sigstore.json',
      'rapport.02.sigstore.json',
      'rapport.0.sigstore.json',
      'a/rapport.sigstore.json',
      'Rapport.sigstore.json',
    ])
      expect(isSealName(none), none).to.equal(false);
  });
});

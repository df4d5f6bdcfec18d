import { expect } from 'chai';
import { languageOf, say } from '../../../src/cli/settings/language.js';

describe('the language', () => {
  it('is the one that was asked for, in either form', () => {
    expect(languageOf(['run', '--lang', 'en'], { LANG: 'nl_NL.UTF-8' })).to.equal('en');
    expect(languageOf(['--lang=nl'], { LANG: 'en_US.UTF-8' })).to.equal('nl');
  });
  it('is otherwise that of the machine, LC_ALL first', () => {
    expect(languageOf([], { LANG: 'en_GB.UTF-8' })).to.equal('en');
    expect(languageOf([], { LC_ALL: 'nl_BE', LANG: 'en' })).to.equal('nl');
  });
  it('is otherwise Dutch, also when the option lacks its word', () => {
    expect(languageOf([], { LANG: 'C.UTF-8' })).to.equal('nl');
    expect(languageOf(['--lang'], {})).to.equal('nl');
  });
  it('picks one of two texts', () => expect(say({ nl: 'ja', en: 'yes' }, 'en')).to.equal('yes'));
});

import { expect } from 'chai';
import { errorText } from '../../src/cli/tell-error.js';
import { HarnessError } from '../../src/model/harness-error.js';

describe('telling an error', () => {
  it('gives code, place, what happened and what to do', () => {
    const error = new HarnessError('OUTPUT_FAILED', 'cannot write', { place: { file: 'a.json' }, hint: 'Make room.' });
    expect(errorText(error, false, 'en')).to.equal('OUTPUT_FAILED: a.json: cannot write\nMake room.');
  });
  it('does not name a place twice', () => {
    const error = new HarnessError('CONFIG_INVALID', 'k.yaml:1:2: wrong', { place: { file: 'k.yaml', line: 1, column: 2 } });
    expect(errorText(error, false, 'en')).to.equal('CONFIG_INVALID: k.yaml:1:2: wrong');
  });
  it('calls an unexpected error ours, without a stack', () => {
    const text = errorText(new TypeError('oops'), false, 'en');
    expect(text).to.include('INTERNAL: oops').and.not.to.include('    at ');
  });
  it('speaks the language that was asked for, and English where there is no other', () => {
    const hint = { nl: 'Maak ruimte.', en: 'Make room.' };
    const error = new HarnessError('OUTPUT_FAILED', { nl: 'niet te schrijven', en: 'cannot write' }, { hint });
    expect(errorText(error, false, 'nl')).to.equal('OUTPUT_FAILED: niet te schrijven\nMaak ruimte.');
    expect(errorText(error, false, 'en')).to.equal('OUTPUT_FAILED: cannot write\nMake room.');
    expect(error.message).to.equal('cannot write');
    expect(error.hint).to.equal('Make room.');
    expect(errorText(new HarnessError('INTERNAL', 'no words'), false, 'nl')).to.equal('INTERNAL: no words');
    expect(errorText(new TypeError('oops'), false, 'nl')).to.include('Dit is een fout van ketentest zelf');
  });
  it('gives stack and causes when asked', () => {
    const text = errorText(new HarnessError('INTERNAL', 'a', { cause: new TypeError('deep') }), true, 'en');
    expect(text).to.include('    at ').and.to.include('caused by: TypeError: deep');
  });
});

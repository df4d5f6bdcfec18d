import { expect } from 'chai';
import { errorText } from '../../src/cli/tell-error.js';
import { HarnessError } from '../../src/model/harness-error.js';

describe('telling an error', () => {
  it('gives code, place, what happened and what to do', () => {
    const error = new HarnessError('OUTPUT_FAILED', 'cannot write', { place: { file: 'a.json' }, hint: 'Make room.' });
    expect(errorText(error, false)).to.equal('OUTPUT_FAILED: a.json: cannot write\nMake room.');
  });
  it('does not name a place twice', () => {
    const error = new HarnessError('CONFIG_INVALID', 'k.yaml:1:2: wrong', { place: { file: 'k.yaml', line: 1, column: 2 } });
    expect(errorText(error, false)).to.equal('CONFIG_INVALID: k.yaml:1:2: wrong');
  });
  it('calls an unexpected error ours, without a stack', () => {
    const text = errorText(new TypeError('oops'), false);
    expect(text).to.include('INTERNAL: oops').and.not.to.include('    at ');
  });
  it('gives stack and causes when asked', () => {
    const text = errorText(new HarnessError('INTERNAL', 'a', { cause: new TypeError('deep') }), true);
    expect(text).to.include('    at ').and.to.include('caused by: TypeError: deep');
  });
});

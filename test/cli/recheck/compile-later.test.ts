import { execFileSync } from 'node:child_process';
import { expect } from 'chai';

describe('what recheck asks of the engine', () => {
  it('is known to it: of anything else it would complain on standard error', () => {
    expect(execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })).to.match(/^ +--interrupt-budget \(/m);
  });
});

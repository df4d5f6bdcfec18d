import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { claimRun, isRunning } from '../../../src/cli/journal/run-lock.js';
import { HarnessError } from '../../../src/model/harness-error.js';

/** More than any system gives to a process. */
const NOBODY = 2 ** 30;

describe('the lock of a report folder', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ketentest-lock-'));
    mkdirSync(join(folder, 'prive'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const held = (of: object) => writeFileSync(join(folder, 'prive', 'bezig-1.json'), JSON.stringify(of));

  it('is for one at a time, and free again when it is let go', () => {
    {
      using _ = claimRun(folder);
      expect(isRunning(folder)).to.equal(true);
      expect(() => claimRun(folder)).to.throw(HarnessError, 'a run is at work');
    }
    expect(isRunning(folder)).to.equal(false);
    using _ = claimRun(folder);
  });

  it('is not held by a process that died', () => {
    held({ pid: NOBODY, host: hostname(), began: '' });
    expect(isRunning(folder)).to.equal(false);
    using _ = claimRun(folder);
    expect(readdirSync(join(folder, 'prive')).sort()).to.deep.equal(['bezig-1.json', 'bezig-2.json']);
    expect(isRunning(folder)).to.equal(true);
  });

  it('is not held by a process that got the number of one that died', function () {
    if (process.platform !== 'linux') this.skip();
    held({ pid: process.pid, host: hostname(), began: '1' });
    expect(isRunning(folder)).to.equal(false);
  });

  it('is refused where there is no run, or nothing can be written', () => {
    expect(() => claimRun(join(folder, 'nowhere'))).to.throw(HarnessError, 'there is no run in');
    writeFileSync(join(folder, 'file'), '');
    expect(() => claimRun(join(folder, 'file'), 'r')).to.throw(HarnessError, 'cannot write in r');
  });

  it('is not held from another machine', () => {
    held({ pid: process.pid, host: `not-${hostname()}`, began: '' });
    expect(isRunning(folder)).to.equal(false);
  });
});

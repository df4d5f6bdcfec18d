import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { claimReportFolder, reportNumber } from '../../../src/cli/package/report-folder.js';
import { refusal } from '../../harness-error.js';

describe('the folder of a report', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-folder-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  it('is named after its number: the moment, and a few characters of its own', () => {
    expect(reportNumber(Date.UTC(2026, 0, 31, 12, 3, 4, 567), '1a2bcdef')).to.equal('20260131-120304-1a2b');
    expect(claimReportFolder(cwd, undefined, 'n')).to.deep.equal({
      path: join(cwd, 'reports', 'n'),
      shown: join('reports', 'n'),
      number: 'n',
    });
  });

  it('is another one for a run with the same number', () => {
    expect([1, 2, 3].map(() => claimReportFolder(cwd, undefined, 'n').number)).to.deep.equal(['n', 'n-2', 'n-3']);
  });

  it('may be there and empty, and is refused when it holds something', async () => {
    mkdirSync(join(cwd, 'out'));
    expect(claimReportFolder(cwd, 'out', 'n')).to.deep.equal({ path: join(cwd, 'out'), shown: 'out', number: 'n' });
    const error = await refusal(() => claimReportFolder(cwd, 'out', 'n'), 'OUTPUT_FAILED');
    expect(error.message).to.include('not empty');
  });

  it('is refused when it is a file, or below one', async () => {
    writeFileSync(join(cwd, 'a'), '');
    for (const out of ['a', join('a', 'b')]) {
      const error = await refusal(() => claimReportFolder(cwd, out, 'n'), 'OUTPUT_FAILED');
      expect(error.message).to.include('is a file');
    }
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { reportFolder, reportNumber } from '../../src/cli/report-folder.js';
import { refusal } from '../harness-error.js';

describe('the folder of a report', () => {
  it('is named after its number: the moment, and a few characters of its own', () => {
    expect(reportNumber(Date.UTC(2026, 0, 31, 12, 3, 4, 567), '1a2bcdef')).to.equal('20260131-120304-1a2b');
    expect(reportFolder('/x', undefined, 'n').shown).to.equal(join('reports', 'n'));
  });
  it('may be there and empty, and is refused when it holds something', async () => {
    const cwd = mkdtempSync(join(tmpdir(), 'ketentest-folder-'));
    try {
      mkdirSync(join(cwd, 'out'));
      expect(reportFolder(cwd, 'out', 'n')).to.deep.equal({ path: join(cwd, 'out'), shown: 'out' });
      writeFileSync(join(cwd, 'out', 'a'), '');
      await refusal(() => reportFolder(cwd, 'out', 'n'), 'OUTPUT_FAILED');
      const file = await refusal(() => reportFolder(cwd, join('out', 'a'), 'n'), 'OUTPUT_FAILED');
      expect(file.message).to.include('is a file');
    } finally {
      rmSync(cwd, { recursive: true, force: true });
    }
  });
});

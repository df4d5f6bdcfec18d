/**
 * A document of 50 MB goes through: sent inline, validated, stored, read back, compared, reported. Two processes, so that
 * each one's memory can be seen.
 */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { startReference } from './scenarios/background.js';
import type { LargeDocumentRun } from './support/large-document-run.js';

const MB = 1024 * 1024;
const script = join(fileURLToPath(import.meta.url), '..', 'support', 'large-document-run.js');

describe('a document of 50 MB', function () {
  this.timeout(120_000);

  it('is sent, stored, read back and judged, in less than 1.5 GB of memory', async () => {
    const reference = await startReference('zds-1.1/zaaksysteem', process.env as Record<string, string>);
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [script, reference.url, '50']);
      const run = JSON.parse(stdout) as LargeDocumentRun;
      expect(run.reds).to.deep.equal([]);
      expect(run.steps).to.equal(16);
      expect(run.largestSent).to.be.greaterThan(66 * MB);
      expect(run.largestReceived).to.be.greaterThan(66 * MB);
      expect(run.peakBytes).to.be.lessThan(1536 * MB);
    } finally {
      await reference.stop();
    }
  });
});

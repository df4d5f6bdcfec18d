/**
 * Everything that tests leave in the folder for temporary files goes with them: they get one of their own. Asked for in `.mocharc.json`, by
 * the process that starts and by each that it starts; only the first one makes it and takes it away.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const KNOWN = 'KETENTEST_TESTS_TMP';

if (process.env[KNOWN] === undefined) {
  const folder = mkdtempSync(join(tmpdir(), 'ketentest-tests-'));
  process.env[KNOWN] = folder;
  process.env.TMPDIR = folder;
  process.on('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
}

/** Threads judge as one thread does, in the order of the files, and one that breaks takes only its file with it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { inputsOf } from '../../../src/cli/validate/inputs.js';
import { judgeApart, judgeOverThreads } from '../../../src/cli/validate/pool.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import type { JudgedFile } from '../../../src/model/judged-file.js';
import { inEnvelope, question } from './messages.js';

describe('judging over threads', function () {
  this.timeout(120_000);
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-pool-'));
    for (let index = 0; index < 80; index++) {
      const text = index % 7 === 0 ? 'no' : inEnvelope(question({ code: index % 5 === 0 ? 'Di01' : 'Di02' }));
      writeFileSync(join(cwd, `${String(index).padStart(3, '0')}.xml`), text);
    }
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  const task = (standard?: string) => ({
    cwd,
    env: { XDG_DATA_HOME: cwd, XDG_CACHE_HOME: cwd },
    shelf: standard === undefined ? {} : { standard },
    judge: { profile: 'strict' as const },
  });

  it('gives an entry for each file, in order', async () => {
    const judged: JudgedFile[] = [];
    for await (const file of judgeOverThreads(inputsOf(['.'], cwd), task(), 2)) judged.push(file);
    expect(judged.map(({ bestand, verdict }) => `${bestand} ${verdict}`)).to.deep.equal(
      Array.from({ length: 80 }, (_, index) => {
        const isGood = index % 7 !== 0 && index % 5 !== 0;
        return `${String(index).padStart(3, '0')}.xml ${isGood ? 'voldoet' : 'voldoet_niet'}`;
      }),
    );
  });

  it('tells an error of ours, and does not try again for every file', async () => {
    const seen = await judgeApart({ bestand: '001.xml', size: 1 }, task('zds-0.0')).catch((error: unknown) => error);
    expect(seen).to.be.instanceOf(HarnessError).with.property('code', 'SUITE_UNKNOWN');
  });
});

/** A report that was changed by hand is told as that; a fault of ours stays one. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { withReport } from '../../../src/cli/package/broken-report.js';
import { main } from '../../../src/cli/program.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import { FLAWLESS } from '../../report/samples.js';
import { fakeShell } from '../fake-shell.js';

describe('a report that was broken by hand', () => {
  const cwd = mkdtempSync(join(tmpdir(), 'ketentest-broken-'));
  after(() => rmSync(cwd, { recursive: true, force: true }));
  const { report } = FLAWLESS();
  let folders = 0;

  async function shown(change: object, ...words: readonly string[]) {
    const name = `map-${++folders}`;
    mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, name, 'rapport.json'), JSON.stringify({ ...report, ...change }));
    const shell = fakeShell({ cwd });
    return { code: await main(['report', name, ...words], shell), ...shell.said };
  }

  for (const [what, change, said] of [
    ['has no scenarios', { scenarios: undefined }, 'lacks scenarios'],
    ['has a word for a list', { scenarios: 'geen' }, 'scenarios is string, not array'],
    [
      'has a step without checks',
      { scenarios: [{ ...report.scenarios[0], stappen: [{ nr: 1 }] }] },
      'scenarios[0].stappen[0] lacks',
    ],
    ['says nothing of its result', { resultaat: null }, 'resultaat is null, not object'],
  ] as const) {
    it(`is told by place and with what to do, when it ${what}`, async () => {
      const { code, talk } = await shown(change, '--lang', 'en');
      expect(code).to.equal(2);
      expect(talk).to.include('REPORT_INVALID').and.to.include(said).and.to.include('Put the file back');
      expect(talk).not.to.include('INTERNAL');
    });
  }

  it('is shown when nothing is wrong with it', async () => {
    expect((await shown({}, '--lang', 'en')).code).to.equal(0);
  });

  it('is not to blame for what breaks on a report that follows the schema', async () => {
    const fault = new TypeError('ours');
    const error = await withReport(report, 'rapport.json', () => Promise.reject(fault)).catch((caught: unknown) => caught);
    expect(error).to.equal(fault);
    const told = new HarnessError('USAGE', 'x');
    expect(await withReport({}, 'rapport.json', () => Promise.reject(told)).catch((caught: unknown) => caught)).to.equal(told);
  });
});

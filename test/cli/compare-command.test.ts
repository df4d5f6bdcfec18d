import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compareCommand } from '../../src/cli/compare-command.js';
import { HarnessError } from '../../src/model/harness-error.js';
import type { Report } from '../../src/model/report.js';
import { writeReport } from '../../src/report/rapport-json.js';
import { FLAWLESS, WITH_FAULTS } from '../report/samples.js';
import { fakeShell } from './fake-shell.js';

describe('compare', () => {
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-compare-'));
    const reports: Readonly<Record<string, Report>> = { good: FLAWLESS().report, bad: WITH_FAULTS().report };
    for (const [name, report] of Object.entries(reports)) {
      mkdirSync(join(cwd, name));
      writeFileSync(join(cwd, name, 'rapport.json'), writeReport(report));
    }
  });
  after(() => rmSync(cwd, { recursive: true, force: true }));

  const compare = async (operands: readonly string[], options = {}) => {
    const shell = fakeShell({ cwd });
    const code = await compareCommand({ shell, operands, options: { lang: 'en', ...options } });
    return { code, out: shell.said.out };
  };

  it('ends with 1 when something fails that did not, and with 0 when it was mended', async () => {
    const worse = await compare(['good', 'bad']);
    expect(worse.code).to.equal(1);
    expect(worse.out).to.match(
      /^Newly failing: 1 · Otherwise: \d\n\nNewly failing \(1\)\n {2}cat\.2\.voegBoekToe\/4 Bv03: holds → does not hold\n/,
    );
    const better = await compare(['bad', 'good']);
    expect(better.code).to.equal(0);
    expect(better.out).to.match(/^Mended: 1 · /);
    expect((await compare(['bad', 'bad'])).out).to.match(/^Every step has the same verdict, for the same reason\.\n/);
  });

  it('tells all of it as JSON', async () => {
    const { out } = await compare(['good', 'bad'], { format: 'json' });
    expect(Object.keys(JSON.parse(out))).to.deep.equal([
      ...['nieuwFout', 'hersteld', 'andereWaarde', 'veranderd', 'nogFout', 'omstandigheden'],
    ]);
  });

  it('says which folder holds no report', async () => {
    const error = await compare(['good', 'nowhere']).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'REPORT_INVALID');
    expect(String(error)).to.include('nowhere');
  });
});

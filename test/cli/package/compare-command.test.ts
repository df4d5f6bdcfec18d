import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { compareCommand } from '../../../src/cli/package/compare-command.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import type { Report } from '../../../src/model/report.js';
import { writeReport } from '../../../src/report/rapport-json.js';
import { FLAWLESS, WITH_FAULTS } from '../../report/samples.js';
import { fakeShell } from '../fake-shell.js';

describe('compare', () => {
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-compare-'));
    const [good, bad] = [FLAWLESS().report, WITH_FAULTS().report];
    const newer = { ...good, testset: { ...good.testset, id: 'Catalogus 2' } };
    const stranger = { ...newer, scenarios: newer.scenarios.map((each) => ({ ...each, id: `x.${each.id}` })) };
    const broken = { ...good, scenarios: good.scenarios.map(({ stappen: _, ...each }) => each) } as unknown as Report;
    const reports: Readonly<Record<string, Report>> = { good, bad, newer, stranger, broken };
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

  it('says first that the test sets differ, and lists nothing when they have no scenario in common', async () => {
    const { code, out } = await compare(['good', 'newer']);
    expect(code).to.equal(0);
    expect(out).to.match(/^The test sets differ: .+ → Catalogus 2 \(.*\)\.\n\nEvery step has the same verdict/);
    expect((await compare(['good', 'bad'])).out).not.to.include('The test sets differ');
    const error = await compare(['good', 'stranger']).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'USAGE');
    expect(String(error)).to.include('no scenario in common').and.to.include('Catalogus 2');
  });

  it('says where a report is none any more', async () => {
    for (const operands of [
      ['good', 'broken'],
      ['broken', 'good'],
    ]) {
      const error = await compare(operands).catch((caught: unknown) => caught);
      expect(error).to.be.instanceOf(HarnessError).with.property('code', 'REPORT_INVALID');
      expect(String(error)).to.include('broken').and.to.include('scenarios[0] lacks stappen');
    }
  });

  it('says which folder holds no report', async () => {
    const error = await compare(['good', 'nowhere']).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'REPORT_INVALID');
    expect(String(error)).to.include('nowhere');
  });
});

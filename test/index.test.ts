/** The public face, as a program uses it. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  HarnessError,
  loadSuite,
  openJudge,
  plan,
  type Report,
  type RunEvent,
  run,
  type Simulator,
  simulate,
} from '../src/index.js';
import { packageRoot } from './package-root.js';

describe('the library', function () {
  this.timeout(60_000);
  let cwd: string;
  let simulator: Simulator;
  before(async () => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-library-'));
    simulator = await simulate('zds-1.1/zaaksysteem', {}, { cwd });
  });
  after(async () => {
    await simulator[Symbol.asyncDispose]();
    rmSync(cwd, { recursive: true, force: true });
  });

  /** Every event, and the report. */
  async function all(events: AsyncGenerator<RunEvent, Report>): Promise<readonly [readonly RunEvent[], Report]> {
    const told: RunEvent[] = [];
    for (;;) {
      const next = await events.next();
      if (next.done) return [told, next.value];
      told.push(next.value);
    }
  }

  it('is what the package gives to who imports it', async () => {
    const { exports } = JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8'));
    expect(exports['.'].default).to.equal('./dist/src/index.js');
    expect(Object.keys(await import('../src/index.js'))).to.include.members([
      'loadSuite',
      'plan',
      'run',
      'fold',
      'openJudge',
      'verify',
      'simulate',
    ]);
  });

  it('loads and plans a suite', async () => {
    const whole = await plan(await loadSuite('zds-1.1/zaaksysteem'));
    expect(whole.scenarios.filter(({ skipped }) => !skipped)).to.have.length(13);
    const part = await plan(await loadSuite('zds-1.1/zaaksysteem'), { only: ['zs.1.genereerZaakIdentificatie'] });
    expect(part.scenarios.filter(({ skipped }) => !skipped)).to.have.length(1);
  });

  it('runs a suite, tells it as it happens, and ends with the report that it left', async () => {
    const only = 'zs.1.genereerZaakIdentificatie';
    const [events, report] = await all(
      run('zds-1.1/zaaksysteem', { endpoint: simulator.url, only: [only], out: 'een' }, { cwd }),
    );
    expect([events[0]?.type, events.at(-1)?.type]).to.deep.equal(['run-started', 'run-finished']);
    expect(report.scenarios.find(({ id }) => id === only)?.verdict).to.equal('voldoet');
    expect(JSON.parse(readFileSync(join(cwd, 'een', 'rapport.json'), 'utf8'))).to.deep.equal(JSON.parse(JSON.stringify(report)));
  });

  it('stops a run when nobody listens any more', async () => {
    for await (const event of run('zds-1.1/zaaksysteem', { endpoint: simulator.url, out: 'twee' }, { cwd }))
      if (event.type === 'step-judged') break;
    const { uitvoering } = JSON.parse(readFileSync(join(cwd, 'twee', 'rapport.json'), 'utf8')) as Report;
    expect(uitvoering.einde).to.equal('cancelled');
  });

  it('says what is wrong before anything is sent', async () => {
    const error = await all(run('zds-1.1/zaaksystem', { endpoint: simulator.url }, { cwd })).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'SUITE_UNKNOWN');
    const none = await all(run('zds-1.1/zaaksysteem', {}, { cwd })).catch((caught: unknown) => caught);
    expect(none).to.be.instanceOf(HarnessError).with.property('code', 'CONFIG_INVALID');
  });

  it('judges a message that was recorded', async () => {
    await using judge = await openJudge({}, { cwd });
    const { berichttype, verdict } = await judge.judge('leeg.xml', Buffer.from('<geen/>'));
    expect([berichttype, verdict]).to.deep.equal(['geen', 'niet_beslist']);
  });

  it('says that an address is taken', async () => {
    const taken = await simulate('zds-1.1/zaaksysteem', { listen: new URL(simulator.url).host }, { cwd }).catch(
      (caught: unknown) => caught,
    );
    expect(taken).to.be.instanceOf(HarnessError).with.property('code', 'LISTEN_FAILED');
  });
});

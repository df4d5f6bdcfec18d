/**
 * Whole command lines as real processes beside each other: killed, stopped, at the same time, and again with the same seed.
 */
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readJournal } from '../src/cli/journal/journal.js';
import type { Report } from '../src/model/report.js';
import { type Background, startReference } from './scenarios/background.js';
import { type CliProcess, callCli, startCli } from './support/cli-process.js';
import { type HostileServer, startHostileServer } from './support/hostile-server.js';
import { startTurningServer } from './support/turning-server.js';

const SUITE = 'zds-1.1/zaaksysteem';

describe('the command line as processes', function () {
  this.timeout(120_000);
  let folder: string;
  let reference: Background;
  let hostile: HostileServer;

  before(async () => {
    reference = await startReference(SUITE, {});
    hostile = await startHostileServer();
  });
  after(async () => {
    await hostile.close();
    await reference.stop();
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ketentest-processen-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const reportIn = async (name: string): Promise<Report> =>
    JSON.parse(await readFile(join(folder, name, 'rapport.json'), 'utf8')) as Report;
  const run = (url: string, out: string, ...more: readonly string[]): CliProcess =>
    startCli(folder, 'run', SUITE, '--endpoint', url, '--accept-defaults', '--out', out, ...more);

  /** Resolves when a product that answered so many messages has a message that it never answers. */
  async function untilItWaits(signal: NodeJS.Signals, out: string) {
    await using turning = await startTurningServer(reference.url, 20, hostile.url('silence'));
    const waits = new Promise<void>((resolve) => {
      hostile.onRequest = () => resolve();
    });
    const { child, ended } = run(turning.url, out);
    await waits;
    child.kill(signal);
    return ended;
  }

  it('leaves a journal that can be read, and every body that it names, when it is killed', async () => {
    const { signal } = await untilItWaits('SIGKILL', 'gedood');
    expect(signal).to.equal('SIGKILL');
    const prive = join(folder, 'gedood', 'prive');
    const { lines, torn } = await readJournal(prive);
    expect(torn).to.equal(0);
    const bodies = lines.flatMap((line) =>
      isWithBody(line.request) ? [line.request.body] : isWithBody(line.reply) ? [line.reply.body] : [],
    );
    expect(bodies.length).to.be.greaterThan(35);
    for (const { name, size, digest } of bodies) {
      const bytes = await readFile(join(prive, 'berichten', name));
      expect([name, bytes.length, createHash('sha256').update(bytes).digest('hex')]).to.deep.equal([name, size, digest]);
    }
    expect(lines.at(-1), 'the message that was never answered').to.include({ type: 'request' });
    expect(lines.map((line) => line.seq)).to.deep.equal(lines.map((_, index) => index + 1));
  });

  it('reports what was done when somebody stops it, and blames nobody', async function () {
    if (process.platform === 'win32') return this.skip();
    const { status, stderr } = await untilItWaits('SIGINT', 'gestopt');
    expect(status).to.equal(3);
    expect(stderr).to.include('Cut off');
    const { resultaat, uitvoering, scenarios, achtergelaten } = await reportIn('gestopt');
    expect(resultaat.totaal).to.equal('niet_vastgesteld');
    expect(uitvoering.einde).to.equal('cancelled');
    expect(resultaat.tellingen.stappen).not.to.have.property('voldoet_niet');
    expect(resultaat.tellingen.stappen.voldoet).to.be.greaterThan(10);
    expect(scenarios.at(-1)?.overgeslagen).to.equal('stopped');
    expect(achtergelaten.length).to.be.greaterThan(1);
  });

  it('does not disturb another run against the same product, nor share its folder', async () => {
    const runs = await Promise.all([1, 2].map(() => callCli(folder, 'run', SUITE, '--endpoint', reference.url, '--seed', '7')));
    expect(runs.map(({ status }) => status)).to.deep.equal([0, 0]);
    const reports = await readdir(join(folder, 'reports'));
    expect(reports).to.have.length(2);
    for (const name of reports) {
      const report = await reportIn(join('reports', name));
      expect([report.resultaat.totaal, report.rapport.nummer]).to.deep.equal(['foutloos', name]);
    }
  });

  it('sends the same bytes again with the same seed and clock', async () => {
    const sent = async (out: string) => {
      const own = await startReference(SUITE, {});
      const { status } = await run(own.url, out, '--seed', '42', '--clock', '2026-03-01T12:00:00+01:00').ended;
      await own.stop();
      expect(status).to.equal(0);
      const berichten = join(folder, out, 'prive', 'berichten');
      const names = (await readdir(berichten)).filter((name) => name.endsWith('-vraag.body')).sort();
      return Promise.all(names.map(async (name) => `${name}\n${await readFile(join(berichten, name), 'utf8')}`));
    };
    const [one, other] = [await sent('een'), await sent('twee')];
    expect(one.length).to.be.greaterThan(20);
    expect(one).to.deep.equal(other);
  });

  it('tests several suites in one go, each with its own report', async () => {
    const { status } = await callCli(folder, 'run', SUITE, `${SUITE}/zs.1.*`, '--endpoint', reference.url, '--seed', '5');
    expect(status, 'a part of a set establishes nothing').to.equal(3);
    const reports = await Promise.all(
      (await readdir(join(folder, 'reports'))).sort().map((name) => reportIn(join('reports', name))),
    );
    expect(reports.map(({ testset, resultaat }) => [testset.omvang, resultaat.totaal])).to.deep.equal([
      ['volledig', 'foutloos'],
      ['deels', 'niet_vastgesteld'],
    ]);
  });

  it('cannot have one address twice', async () => {
    const { host } = new URL(reference.url);
    const { status, stderr, stdout } = await callCli(folder, 'simulate', SUITE, '--listen', host);
    expect([status, stdout]).to.deep.equal([2, '']);
    expect(stderr).to.match(/^LISTEN_FAILED: cannot listen on .*EADDRINUSE.*\n.*--listen/);
  });

  it('gives up a body without end at --max-body', async () => {
    const { status } = await run(hostile.url('endless'), 'eindeloos', '--max-body', '1MB').ended;
    expect(status).to.equal(1);
    const rules = (await reportIn('eindeloos')).scenarios.flatMap(({ stappen }) => stappen.flatMap(({ regels }) => regels));
    expect(rules.filter(({ id }) => id === 'BODY-TOO-LARGE').length).to.be.greaterThan(0);
  });

  it('cannot establish anything about a product that never answers', async () => {
    const { status } = await run(hostile.url('silence'), 'stil', '--timeout', '100ms').ended;
    expect(status).to.equal(3);
    expect((await reportIn('stil')).resultaat.totaal).to.equal('niet_vastgesteld');
  });
});

interface WithBody {
  readonly body: { readonly name: string; readonly size: number; readonly digest: string };
}

function isWithBody(message: unknown): message is WithBody {
  return typeof message === 'object' && message !== null && 'body' in message;
}

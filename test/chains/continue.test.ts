/**
 * A run of a chain that was cut off is gone on with: what was said is not said again, what we play holds what it held, and
 * nothing that only follows from the cut counts against a product.
 */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { main } from '../../src/cli/program.js';
import type { Report } from '../../src/model/report.js';
import type { Manifest } from '../../src/report/manifest.js';
import { fakeShell } from '../cli/fake-shell.js';
import { openSpeakers } from '../support/chain-speakers.js';
import { machineClock, openOwnSuite } from '../support/reference-run.js';

const RUN = ['run', 'zds-1.1/chains/vakapplicatie-zds', '--only', 'vz.1.*', '--only', 'vz.2.*', '--poll', '1s', '--out', 'heel'];

describe('a run of a chain that was cut off', function () {
  this.timeout(120_000);
  let cwd: string;
  let journal: readonly string[];
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'ketentest-keten-verder-'));
    await main(RUN, fakeShell({ cwd, clock: machineClock }));
    journal = (await readFile(join(cwd, 'heel', 'prive', 'journaal.jsonl'), 'utf8')).trimEnd().split('\n');
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  const json = async <T>(name: string): Promise<T> => JSON.parse(await readFile(join(cwd, 'af', name), 'utf8')) as T;
  /** Goes on after the first line of the journal that holds all of these words. */
  const goOnAfter = async (...words: readonly string[]): Promise<{ report: Report; messages: readonly string[] }> => {
    const last = journal.findIndex((line) => words.every((word) => line.includes(word)));
    expect(last, words.join(' ')).to.not.equal(-1);
    await rm(join(cwd, 'af'), { recursive: true, force: true });
    await cp(join(cwd, 'heel', 'prive'), join(cwd, 'af', 'prive'), { recursive: true });
    await writeFile(join(cwd, 'af', 'prive', 'journaal.jsonl'), `${journal.slice(0, last + 1).join('\n')}\n`);
    const shell = fakeShell({ cwd, clock: machineClock });
    await main(['run', '--continue', 'af'], shell);
    const { uitwisselingen } = await json<Manifest>('bewijs/manifest.json');
    const messages = uitwisselingen.map(({ hop, scenario, stap, soort }) => `${hop ?? soort} ${scenario}/${stap}`);
    return { report: await json<Report>('rapport.json'), messages };
  };
  const stepsOf = ({ scenarios }: Report) =>
    scenarios.slice(0, 2).flatMap(({ id, stappen }) => stappen.map(({ nr, verdict }) => `${id}/${nr} ${verdict}`));

  const between: readonly (readonly [when: string, words: readonly string[]])[] = [
    ['after a step', ['step-judged', '"vz.1.zaakOpenen"', '"step":2']],
    ['before the system was asked what it stored', ['"exchanged"', '"0006"']],
    ['while it was asked', ['"request"', '"0007"']],
  ];
  for (const [when, words] of between) {
    it(`goes on ${when}, and says nothing twice`, async () => {
      const { report, messages } = await goOnAfter(...words);
      expect(report.uitvoering.einde).to.equal('done');
      expect(stepsOf(report).filter((each) => !each.endsWith(' voldoet'))).to.deep.equal([]);
      const said = messages.filter((each) => !each.startsWith('read-back'));
      expect(new Set(said).size).to.equal(said.length);
      expect(report.onverwacht).to.equal(undefined);
    });
  }

  it('does not send a message again of which nobody knows whether it came, and blames nobody for that', async () => {
    for (const [exchange, seen] of [
      ['"0004"', 0],
      ['"0006"', 1],
    ] as const) {
      const { report, messages } = await goOnAfter('"request"', exchange);
      expect(messages.filter((each) => each === 'bus-zaaksysteem vz.1.zaakOpenen/3')).to.have.length(seen);
      expect(report.scenarios[0]?.stappen[2]).to.deep.include({ verdict: 'niet_beslist', oorzaak: 'transport' });
      expect(report.resultaat.tellingen.stappen).to.not.have.property('voldoet_niet');
      expect(await main(['recheck', 'af'], fakeShell({ cwd, clock: machineClock })), exchange).to.equal(0);
    }
  });
});

describe('a run of a chain with a real system that speaks first, cut off', function () {
  this.timeout(120_000);
  let cwd: string;
  before(async () => {
    cwd = await mkdtemp(join(tmpdir(), 'ketentest-keten-echt-'));
  });
  after(() => rm(cwd, { recursive: true, force: true }));

  it('does not ask it again for what it said, and has it say what is left', async () => {
    const asked: string[] = [];
    let address = '';
    const speakers = openSpeakers(await openOwnSuite('zds-1.1/chains/formulier-zds'), () => address);
    const server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const said = JSON.parse(Buffer.concat(chunks).toString());
      asked.push(`${said.scenario}/${said.step}`);
      address = said.address;
      await speakers.prompt(said);
      response.end();
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    const trigger = `*=http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const shell = () => fakeShell({ cwd, clock: machineClock });
    const words = ['--only', 'fz.1.*', '--actors', 'formulier=real', '--accept-defaults', '--out', 'r'];
    await main(['run', 'zds-1.1/chains/formulier-zds', ...words, '--trigger', trigger], shell());
    const file = join(cwd, 'r', 'prive', 'journaal.jsonl');
    const journal = (await readFile(file, 'utf8')).trimEnd().split('\n');
    const last = journal.findIndex((line) => line.includes('"step-judged"') && line.includes('"step":2'));
    await writeFile(file, `${journal.slice(0, last + 1).join('\n')}\n`);
    await rm(join(cwd, 'r', 'rapport.json'));
    await main(['run', '--continue', 'r', '--trigger', trigger], shell());
    server.close();
    await speakers.close();
    expect(asked).to.deep.equal(['fz.1.zaakAanmaken/1', 'fz.1.zaakAanmaken/3', 'fz.1.zaakAanmaken/3']);
    const report = JSON.parse(await readFile(join(cwd, 'r', 'rapport.json'), 'utf8')) as Report;
    expect(report.scenarios[0]?.stappen.map(({ verdict }) => verdict)).to.deep.equal(Array(4).fill('voldoet'));
    expect(report.onverwacht).to.equal(undefined);
  });
});

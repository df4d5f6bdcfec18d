import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { claimRun } from '../../../src/cli/journal/run-lock.js';
import { main } from '../../../src/cli/program.js';
import { fakeShell } from '../fake-shell.js';

describe('run --continue', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-continue-'));
    mkdirSync(join(cwd, 'dir', 'prive'), { recursive: true });
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  async function goOn(...words: readonly string[]) {
    const shell = fakeShell({ cwd });
    return { code: await main(['run', '--continue', 'dir', '--lang', 'en', ...words], shell), talk: shell.said.talk };
  }
  const write = (name: string, content: unknown) => writeFileSync(join(cwd, 'dir', name), `${JSON.stringify(content)}\n`);

  it('refuses a folder without a journal', async () => {
    const { code, talk } = await goOn();
    expect([code, talk.split(':')[0]]).to.deep.equal([2, 'REPORT_INVALID']);
  });

  it('refuses a run that came to its end', async () => {
    write('prive/journaal.jsonl', { seq: 1, type: 'event', event: { type: 'run-started' } });
    write('rapport.json', { uitvoering: { einde: 'done' } });
    expect((await goOn()).talk).to.include('came to its end');
  });

  it('refuses a run in which nothing had been sent', async () => {
    write('prive/journaal.jsonl', { seq: 1, type: 'event', event: { type: 'run-started' } });
    expect((await goOn()).talk).to.include('before anything was sent');
  });

  it('refuses a run that is still going, and so does report', async () => {
    write('prive/journaal.jsonl', { seq: 1, type: 'event', event: { type: 'run-started' } });
    using _ = claimRun(join(cwd, 'dir'));
    const { code, talk } = await goOn();
    expect([code, talk.split('\n')[0]]).to.deep.equal([2, 'RUN_BUSY: a run is at work in dir']);
    const shell = fakeShell({ cwd });
    expect(await main(['report', 'dir', '--lang', 'en'], shell)).to.equal(2);
    expect(shell.said.talk).to.include('RUN_BUSY: a run is at work in dir');
  });

  it('refuses what would make it another run', async () => {
    for (const [words, said] of [
      [['zds-1.1/zaaksysteem'], 'zds-1.1/zaaksysteem'],
      [['--seed', '3'], '--seed'],
      [['--endpoint', 'http://x/'], '--endpoint'],
    ] as const) {
      const { code, talk } = await goOn(...words);
      expect([code, talk.includes(`together with ${said}`)], talk).to.deep.equal([2, true]);
    }
  });
});

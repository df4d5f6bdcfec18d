import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { claimRun } from '../../../src/cli/journal/run-lock.js';
import { main } from '../../../src/cli/program.js';
import { fakeShell } from '../fake-shell.js';

const QUESTION = { question: { nl: 'Ziet u het?', en: 'Do you see it?' }, lookAt: { nl: 'daar', en: 'there' } };
const ASKED = { type: 'asked', scenario: 's.1', step: 2, ...QUESTION };

describe('ketentest answer', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-answer-'));
    mkdirSync(join(cwd, 'r', 'prive'), { recursive: true });
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  async function answer(...words: readonly string[]) {
    const shell = fakeShell({ cwd, env: { USER: 'piet' } });
    return { code: await main(['answer', ...words, '--lang', 'en'], shell), ...shell.said };
  }
  function journal(...events: readonly object[]) {
    const all = [{ type: 'run-started', suite: 'a-1.0/b' }, ...events];
    writeFileSync(join(cwd, 'r', 'prive', 'journaal.jsonl'), all.map((event) => `${JSON.stringify({ event })}\n`).join(''));
  }

  it('writes the answer of a question that waits, with who and why', async () => {
    journal(ASKED);
    using _ = claimRun(join(cwd, 'r'));
    const { code, out } = await answer('r', 'a-1.0/b/s.1/2', 'nee', '--note', 'niets');
    expect([code, out]).to.deep.equal([0, 's.1/2: Do you see it? → nee\n']);
    const line = JSON.parse(readFileSync(join(cwd, 'r', 'antwoorden.jsonl'), 'utf8'));
    expect(line).to.include({ stap: 's.1/2', antwoord: 'nee', door: 'piet', notitie: 'niets' });
  });

  it('refuses a second answer', async () => {
    journal(ASKED);
    using _ = claimRun(join(cwd, 'r'));
    await answer('r', 's.1/2', 'ja', '--by', 'A');
    const { code, talk } = await answer('r', 's.1/2', 'nee');
    expect([code, talk.split('\n')[0]]).to.deep.equal([2, 'USAGE: s.1/2 was answered already: ja (A)']);
  });

  it('refuses a step that does not wait, and names what does', async () => {
    journal({ ...ASKED, step: 4 }, { type: 'answered', scenario: 's.1', step: 4 }, ASKED);
    using _ = claimRun(join(cwd, 'r'));
    const { code, talk } = await answer('r', 's.1/4', 'ja');
    expect(code).to.equal(2);
    expect(talk).to.include('does not wait for an answer for "s.1/4"').and.to.include('It waits for: s.1/2.');
  });

  it('refuses when nothing waits, when the run is over or cut off, and when there is none', async () => {
    journal(ASKED, { type: 'step-judged', scenario: 's.1', step: 2 });
    expect((await answer('r', 's.1/2', 'ja')).talk)
      .to.include('was cut off')
      .and.to.include('run --continue r');
    writeFileSync(join(cwd, 'r', 'rapport.json'), '{}');
    expect((await answer('r', 's.1/2', 'ja')).talk).to.include('is over');
    expect((await answer('q', 's.1/2', 'ja')).talk).to.include('there is no run in q');
    using _ = claimRun(join(cwd, 'r'));
    expect((await answer('r', 's.1/2', 'ja')).talk).to.include('It waits for no answer now.');
  });

  it('refuses another word', async () => {
    expect((await answer('r', 's.1/2', 'yes')).talk).to.include('"yes" is no answer');
  });
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { answerIn, putAnswer } from '../../../src/cli/answers/answers-inbox.js';
import { type AnswerSources, askingOf } from '../../../src/cli/answers/asking.js';
import { settingsOnLine } from '../../../src/cli/settings/settings.js';
import { fakeShell } from '../fake-shell.js';

const CHECK = { question: { nl: 'v', en: 'q' }, lookAt: { nl: 'k', en: 'l' } };
const LINE = { stap: 's/2', antwoord: 'ja', door: 'B', op: '2026-01-01T00:00:00Z', kenmerk: '1' } as const;

describe('asking a person', () => {
  let folder: string;
  let now: number;
  beforeEach(() => {
    now = 0;
    folder = mkdtempSync(join(tmpdir(), 'ketentest-asking-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** @param lines - what the person types; @param meanwhile - happens at the first look for an answer */
  function asking(of: { lines?: readonly string[]; meanwhile?: () => void; file?: string } & Partial<AnswerSources> = {}) {
    const { lines, meanwhile, file, ...more } = of;
    const left = [...(lines ?? [])];
    const clock = {
      now: () => now,
      sleep: async (millis: number) => {
        now += millis;
        meanwhile?.();
        await new Promise(setImmediate);
      },
    };
    const shell = fakeShell({
      clock,
      canAsk: lines !== undefined,
      env: { USER: 'piet' },
      ask: (_, signal) =>
        left.length > 0
          ? Promise.resolve(left.shift())
          : new Promise((resolve) => {
              if (signal?.aborted) resolve(undefined);
              signal?.addEventListener('abort', () => resolve(undefined));
            }),
    });
    const settings = settingsOnLine(shell, { lang: 'en', ...(file !== undefined && { answers: file }) });
    const report = { path: folder, shown: 'reports/1', number: '1' };
    const sources = { shell, settings, folder: report, clock, known: new Map(), over: new Set<string>(), ...more };
    return { said: shell.said, ask: () => askingOf(sources).ask('s/2', CHECK, 60_000) };
  }

  it('takes ja or nee at the terminal, a note and a name; anything else is asked again', async () => {
    const { ask } = asking({ lines: ['hm', 'J', ' gezien ', ''] });
    expect(await ask()).to.deep.equal({ answer: 'ja', how: 'terminal', by: 'piet', note: 'gezien' });
  });

  it('takes an answer from elsewhere, also while the terminal waits', async () => {
    for (const lines of [undefined, []]) {
      rmSync(join(folder, 'antwoorden.jsonl'), { force: true });
      const { ask, said } = asking({ ...(lines && { lines }), meanwhile: () => putAnswer(folder, LINE) });
      expect(await ask()).to.deep.equal({ answer: 'ja', how: 'opdracht', by: 'B' });
      expect(said.talk).to.include('ketentest answer reports/1 s/2 ja|nee');
    }
  });

  it('gives up at the deadline', async () => {
    expect(await asking({ lines: [] }).ask()).to.equal(undefined);
    expect(now).to.equal(60_000);
  });

  it('keeps what was said in time when the note comes too late', async () => {
    expect(await asking({ lines: ['nee'] }).ask()).to.deep.equal({ answer: 'nee', how: 'terminal', by: 'piet' });
  });

  it('waits for nobody when a file has the answers, also for one that it does not have', async () => {
    const known = new Map([['s/2', { answer: 'nee', how: 'bestand', by: 'C' } as const]]);
    expect(await asking({ file: 'a.yaml', known }).ask()).to.include({ answer: 'nee', by: 'C' });
    expect(await asking({ file: 'a.yaml' }).ask()).to.equal(undefined);
    expect(now).to.equal(0);
  });

  it('asks nobody again about a step that is over', async () => {
    expect(await asking({ over: new Set(['s/2']), lines: ['ja'] }).ask()).to.equal(undefined);
  });

  it('takes the first of two answers, and no line that was torn', () => {
    putAnswer(folder, { ...LINE, stap: 's/1' });
    expect(putAnswer(folder, LINE).kenmerk).to.equal('1');
    expect(putAnswer(folder, { ...LINE, antwoord: 'nee', kenmerk: '2' }).kenmerk).to.equal('1');
    expect(answerIn(folder, 's/2')?.antwoord).to.equal('ja');
    expect(answerIn(folder, 's/3')).to.equal(undefined);
  });
});

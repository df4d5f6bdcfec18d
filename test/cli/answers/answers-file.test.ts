import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readAnswersFile } from '../../../src/cli/answers/answers-file.js';
import { answersOf } from '../../../src/cli/answers/answers-of-suite.js';
import { HarnessError } from '../../../src/model/harness-error.js';
import type { Scenario, Suite } from '../../../src/model/scenario.js';

const confirm = { question: { nl: 'v', en: 'q' }, lookAt: { nl: 'k', en: 'l' } };
const scenario = (id: string) => ({ id, steps: [{ nr: 1 }, { nr: 2, confirm }] }) as unknown as Scenario;
const SUITE = { id: 'a-1.0/b', scenarios: [scenario('s.1.toon'), scenario('s.2.lees')] } as unknown as Suite;
const OTHER = { id: 'a-1.0/c', scenarios: [scenario('t.1.toon')] } as unknown as Suite;

describe('--answers', () => {
  let cwd: string;
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), 'ketentest-answers-'));
  });
  afterEach(() => rmSync(cwd, { recursive: true, force: true }));

  function read(text: string, others: readonly Suite[] = []) {
    writeFileSync(join(cwd, 'a.yaml'), text);
    return [...answersOf(SUITE, readAnswersFile(cwd, 'a.yaml'), others)];
  }
  function refusal(text: string, others?: readonly Suite[]): string {
    try {
      read(text, others);
    } catch (error) {
      if (error instanceof HarnessError) return `${error.code} ${error.message}`;
      throw error;
    }
    return 'taken';
  }

  it('takes words, answers with a note, and names with the suite before them', () => {
    const text = 'by: A\nanswers:\n  s.1.toon/2: ja\n  a-1.0/b/s.2.lees/2: { answer: nee, note: leeg, by: B }\n';
    expect(read(text)).to.deep.equal([
      ['s.1.toon/2', { answer: 'ja', how: 'bestand', by: 'A' }],
      ['s.2.lees/2', { answer: 'nee', how: 'bestand', by: 'B', note: 'leeg' }],
    ]);
  });

  it('takes JSON', () => {
    expect(read('{"by": "A", "answers": {"s.1.toon/2": "ja"}}')).to.have.length(1);
  });

  it('leaves answers for a suite that is run beside it, and no others', () => {
    expect(read('by: A\nanswers: { t.1.toon/2: ja, a-1.0/c/t.1.toon/2: ja }', [OTHER])).to.deep.equal([]);
    expect(refusal('by: A\nanswers: { t.1.toon/3: ja }', [OTHER])).to.include('there is no step "t.1.toon/3"');
  });

  const refused: readonly (readonly [name: string, text: string, said: string])[] = [
    ['a step that is not there', 'by: A\nanswers:\n  s.1.ton/2: ja', 'a.yaml:3:3: there is no step "s.1.ton/2" in a-1.0/b; did'],
    ['a step that asks nothing', 'by: A\nanswers:\n  s.1.toon/1: ja', 'a.yaml:3:3: step "s.1.toon/1" asks a person nothing'],
    ['another word', 'by: A\nanswers:\n  s.1.toon/2: misschien', 'a.yaml:3:3: expected ja or nee; found "misschien"'],
    [
      'two answers that differ',
      'by: A\nanswers:\n  s.1.toon/2: ja\n  a-1.0/b/s.1.toon/2: nee',
      'a.yaml:4:3: s.1.toon/2 gets "nee"',
    ],
    ['a name given twice', 'by: A\nanswers:\n  s.1.toon/2: ja\n  s.1.toon/2: nee', 'a.yaml:4:3: Map keys must be unique'],
    ['an answer of nobody', 'answers:\n  s.1.toon/2: ja', 'a.yaml:2:3: expected by: who gives this answer'],
    ['an unknown name', 'by: A\nanswer: {}', 'a.yaml:2:1: unknown name "answer"'],
    ['an unknown name of an answer', 'by: A\nanswers:\n  s.1.toon/2: { answer: ja, why: x }', 'a.yaml:3:29: unknown name "why"'],
    ['no answers at all', 'by: A', 'expected answers with steps and answers; found nothing'],
    ['what is no YAML', 'by: [', 'a.yaml:1:'],
  ];
  for (const [name, text, said] of refused) {
    it(`refuses ${name}`, () => expect(refusal(text)).to.include(`CONFIG_INVALID`).and.to.include(said));
  }

  it('takes the same answer twice', () => {
    expect(refusal('by: A\nanswers: { s.1.toon/2: ja, a-1.0/b/s.1.toon/2: ja }')).to.equal('taken');
  });

  it('refuses a file that is not there', () => {
    expect(() => readAnswersFile(cwd, 'nowhere.yaml')).to.throw(HarnessError, 'nowhere.yaml cannot be read');
  });
});

/**
 * Rules that a message cannot break for want of a name in it are not asked. That must never change what is found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import { recognise } from '../src/judge/recognise.js';
import { subjectOf } from '../src/judge/rule-subject.js';
import { withMessage } from '../src/message/open-message.js';
import { packageRoot } from './package-root.js';
import { compactShelf } from './support/compact-shelf.js';

const STANDARDS = ['zds-1.1', 'zds-1.2'];

describe('asking only what a message can break', () => {
  const fixtures = join(packageRoot, 'fixtures');
  const files = readdirSync(fixtures, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.xml') && !name.startsWith('evil'))
    .sort();

  it(`finds in ${files.length} messages what asking everything finds`, async () => {
    await using shelf = await compactShelf();
    for (const id of STANDARDS) await shelf.open(id);
    let compared = 0;
    const different = files.filter((name) => {
      const looked = withMessage(readFileSync(join(fixtures, name)), (open) => {
        const facts = shelf.family.read(open.tree());
        return recognise(facts, shelf.standards, undefined).every(({ standard }) => {
          const subject = subjectOf(facts, standard);
          const chapter = subject && shelf.opened(standard.id)?.book.chapter(subject);
          if (!chapter || !open.mentions) return true;
          compared += 1;
          const { mentions: _, ...all } = open;
          const [some, every] = [chapter.evaluator.evaluate(open), chapter.evaluator.evaluate({ ...all, mentions: undefined })];
          return JSON.stringify(some) === JSON.stringify(every);
        });
      });
      return 'value' in looked && !looked.value;
    });
    expect(different).to.deep.equal([]);
    expect(compared).to.be.greaterThan(files.length / 2);
  }).timeout(60_000);
});

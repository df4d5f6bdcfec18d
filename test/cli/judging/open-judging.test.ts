/** Messages are judged beside the thread that answers: once, in any number, and also when a thread breaks. */
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { type Judging, openJudging } from '../../../src/cli/judging/open-judging.js';
import { openThread } from '../../../src/cli/judging/thread.js';
import { packageRoot } from '../../package-root.js';

const TASK = { cwd: tmpdir(), env: {}, standard: 'zds-1.1', profile: 'strict' } as const;
const GOOD = readFileSync(join(packageRoot, 'suites/zds-1.1/seed/01-creeerZaak.xml'), 'utf8');
const WRONG = GOOD.replace(/<StUF:mutatiesoort>[^<]*<\/StUF:mutatiesoort>/, '');

describe('judging beside the thread that answers', function () {
  this.timeout(60_000);
  let judging: Judging;
  before(async () => {
    judging = await openJudging(TASK, 2);
  });
  after(() => judging[Symbol.asyncDispose]());

  it('tells what the schema says and what is worth telling besides, each of its own message', async () => {
    const texts = Array.from({ length: 100 }, (_, index) => (index % 3 === 0 ? WRONG : GOOD));
    const judged = await Promise.all(texts.map((text) => judging.judge({ bytes: Buffer.from(text) })));
    for (const [index, { outcome, verdict, regels }] of judged.entries()) {
      const isWrong = index % 3 === 0;
      expect(verdict).equal(isWrong ? 'voldoet_niet' : 'voldoet');
      expect(outcome.decided && outcome.violations.length > 0).equal(isWrong);
      expect(regels.map(({ id }) => id).includes('SCHEMA')).equal(isWrong);
    }
  });

  it('judges the same bytes once', async () => {
    const bytes = Buffer.from(GOOD);
    expect(judging.judge({ bytes })).equal(judging.judge({ bytes }));
    expect(judging.judge({ bytes })).not.equal(judging.judge({ bytes: Buffer.from(GOOD) }));
  });

  it('says of what is no message that nothing can be said', async () => {
    const { outcome, verdict } = await judging.judge({ bytes: Buffer.from('geen XML') });
    expect(outcome.decided).equal(false);
    expect(verdict).equal('voldoet_niet');
  });

  it('goes on when a thread ended under its messages', async () => {
    const other = await openJudging(TASK, 1);
    const before = other.judge({ bytes: Buffer.from(GOOD) });
    await other[Symbol.asyncDispose]();
    expect((await before).verdict).equal('voldoet');
    expect((await other.judge({ bytes: Buffer.from(WRONG) })).verdict).equal('voldoet_niet');
    await other[Symbol.asyncDispose]();
  });

  it('rejects what a thread had not answered when it ended, and everything after', async () => {
    const thread = openThread(TASK);
    const asked = thread.judge({ bytes: Buffer.from(GOOD) }).catch((error: Error) => error.message);
    await thread.end();
    expect(await asked).equal('the thread ended');
    expect(await thread.judge({ bytes: Buffer.from(GOOD) }).catch((error: Error) => error.message)).equal('the thread ended');
  });
});

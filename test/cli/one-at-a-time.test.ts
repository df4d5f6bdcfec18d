import { expect } from 'chai';
import { oneAtATime } from '../../src/cli/one-at-a-time.js';

describe('one at a time', () => {
  it('never overlaps, and whoever calls waits for work that began after the call', async () => {
    let state = 0;
    let running = 0;
    const kept: number[] = [];
    const ends: (() => void)[] = [];
    const save = oneAtATime(async () => {
      expect(++running).to.equal(1);
      const seen = state;
      await new Promise<void>((end) => ends.push(end));
      kept.push(seen);
      running--;
    });
    const done: string[] = [];
    state = 1;
    const first = save().then(() => done.push('first'));
    await turn();
    state = 2;
    const second = save().then(() => done.push('second'));
    state = 3;
    const third = save().then(() => done.push('third'));
    ends.shift()?.();
    await first;
    await turn();
    expect(done).to.deep.equal(['first']);
    ends.shift()?.();
    await Promise.all([second, third]);
    expect(kept).to.deep.equal([1, 3]);
  });

  it('tells those who waited that it failed, and tries again for the next', async () => {
    let isBroken = true;
    const save = oneAtATime(async () => {
      if (isBroken) throw new Error('vol');
    });
    expect(String(await save().catch((error: unknown) => error))).to.contain('vol');
    isBroken = false;
    await save();
  });
});

/** Lets everything that can go on go on. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

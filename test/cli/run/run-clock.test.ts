import { expect } from 'chai';
import { fixedClock } from '../../../src/cli/run/run-clock.js';

const now = { now: () => 5, sleep: async () => undefined };

describe('a clock that was set', () => {
  it('stands still while things happen, and moves by what was slept', async () => {
    const clock = fixedClock(1000, now);
    expect(clock.now()).to.equal(1000);
    await clock.sleep(250);
    expect(clock.now()).to.equal(1250);
  });
  it('does not move for a sleep that was cut short, nor twice for two that run together', async () => {
    const clock = fixedClock(0, now);
    await clock.sleep(100, AbortSignal.abort());
    expect(clock.now()).to.equal(0);
    await Promise.all([clock.sleep(100), clock.sleep(300)]);
    expect(clock.now()).to.equal(300);
  });
});

import { expect } from 'chai';
import { takingTurns } from '../../../src/cli/run/turns.js';

describe('taking turns', () => {
  it('gives one turn in each round of the event loop, to who asked first', async () => {
    const turn = takingTurns();
    const seen: string[] = [];
    const rounds = async (count: number) => {
      for (let round = 1; round <= count; round++) {
        await new Promise(setImmediate);
        seen.push(`round ${round}`);
      }
    };
    const work = async (name: string) => {
      await turn();
      seen.push(name);
    };
    await Promise.all([work('a'), work('b'), work('c'), rounds(4)]);
    const at = (name: string) => seen.indexOf(name);
    expect([at('a') < at('b'), at('b') < at('c')]).to.deep.equal([true, true]);
    expect(seen.slice(at('a') + 1, at('b'))).to.have.length(1);
    expect(seen.slice(at('b') + 1, at('c'))).to.have.length(1);
  });

  it('gives a turn to who asks when all others have had theirs', async () => {
    const turn = takingTurns();
    await turn();
    await turn();
    let hadTurn = false;
    await turn().then(() => {
      hadTurn = true;
    });
    expect(hadTurn).to.equal(true);
  });
});

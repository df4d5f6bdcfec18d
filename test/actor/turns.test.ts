import { expect } from 'chai';
import { createTurns } from '../../src/actor/turns.js';

const anotherTurn = () => new Promise<void>((done) => setImmediate(done));

describe('turns', () => {
  it('looks at all that waits in one turn, in the order in which it came', async () => {
    const turns = createTurns();
    const done: number[] = [];
    for (const each of [1, 2, 3]) turns.next(() => done.push(each));
    expect(done).to.deep.equal([]);
    await anotherTurn();
    expect(done).to.deep.equal([1, 2, 3]);
  });

  it('looks at one request in a turn in which a connection came in, so that the next can come in', async () => {
    const turns = createTurns();
    const done: number[] = [];
    for (const each of [1, 2, 3, 4]) turns.next(() => done.push(each));
    turns.connected();
    await anotherTurn();
    expect(done).to.deep.equal([1]);
    turns.connected();
    await anotherTurn();
    expect(done).to.deep.equal([1, 2]);
    await anotherTurn();
    expect(done).to.deep.equal([1, 2, 3, 4]);
  });

  it('takes what comes up while it looks at something else', async () => {
    const turns = createTurns();
    const done: string[] = [];
    turns.next(() => turns.next(() => done.push('second')));
    await anotherTurn();
    expect(done).to.deep.equal([]);
    await anotherTurn();
    expect(done).to.deep.equal(['second']);
  });
});

/** What the suites of a standard miss together, and whether the data says why. */
import { expect } from 'chai';
import type { Score } from '../../../src/cli/selftest/selftest-score.js';
import { reasonOf, tellTogether, together } from '../../../src/cli/selftest/selftest-survivors.js';
import type { Misbehaviour } from '../../../src/model/misbehaviour.js';

const REASON = { nl: 'Niet te zien', en: 'Cannot be seen' };

function misbehaviour(id: string, more: Partial<Misbehaviour> = {}): Misbehaviour {
  const silent = { request: [], reply: [], lenient: false, forgetful: false, swallow: false };
  return { ...{ id, title: { nl: id, en: id }, services: ['x'] }, ...silent, ...more };
}

function score(suite: string, noticed: readonly Misbehaviour[], missed: readonly Misbehaviour[] = []): Score {
  return {
    suite,
    caught: [
      ...noticed.map((each) => ({ misbehaviour: each, step: 's/1', rules: ['R-1'] })),
      ...missed.map((each) => ({ misbehaviour: each, rules: [] })),
    ],
  };
}

describe('the survivors of a standard', () => {
  const [one, two, three] = [misbehaviour('one'), misbehaviour('two', { unnoticed: REASON }), misbehaviour('three')];

  it('are what none of its suites noticed', () => {
    const result = together('a', [score('a/x', [one], [three]), score('a/y', [three], [one])]);
    expect(result).to.include({ noticed: 2, of: 2 });
    expect(result.survivors).to.deep.equal([]);
  });

  it('are in order when each has a reason', () => {
    const result = together('a', [score('a/x', [one], [two])]);
    expect(result).to.deep.include({ noticed: 1, of: 2, survivors: [two], unexplained: [], outdated: [] });
  });

  it('are a gap when one has no reason', () => {
    const scores = [score('a/x', [one], [two, three])];
    const result = together('a', scores);
    expect(result.unexplained).to.deep.equal([three]);
    expect(tellTogether(scores, result).join('\n')).to.contain('survives: three: NO REASON GIVEN');
  });

  it('leave no reason behind when they are noticed after all', () => {
    const scores = [score('a/x', [two])];
    const result = together('a', scores);
    expect(result.outdated).to.deep.equal([two]);
    expect(tellTogether(scores, result).join('\n')).to.contain('out of date: two');
  });

  it('are told with the score of each suite as it is, and of all together', () => {
    const scores = [score('a/x', [one], [two, three]), score('a/y', [three], [one, two])];
    expect(tellTogether(scores, together('a', scores)).slice(0, 3)).to.deep.equal([
      'a/x: 1 of 3 noticed',
      'a/y: 1 of 3 noticed',
      'a together: 2 of 3 noticed (66.7 %)',
    ]);
  });

  it('of one suite say which other suite notices them, else why none does', () => {
    expect(reasonOf(three, [score('a/y', [three])]).en).to.equal('Noticed by a/y.');
    expect(reasonOf(two, [score('a/y', [three], [two])])).to.equal(REASON);
  });
});

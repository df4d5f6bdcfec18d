import { expect } from 'chai';
import type { Score } from '../../src/cli/selftest.js';
import { tellSurvivors } from '../../src/cli/selftest-survivors.js';
import type { Misbehaviour } from '../../src/model/misbehaviour.js';

const misbehaviour = (id: string, unnoticed: Misbehaviour['unnoticed'] = {}): Misbehaviour => ({
  ...{ id, title: { nl: id, en: id }, services: ['meld'], request: [], swallow: false, reply: [], unnoticed },
});
const score = (suite: string, ...caught: readonly [Misbehaviour, boolean][]): Score => ({
  suite,
  caught: caught.map(([each, noticed]) => ({ misbehaviour: each, rules: [], ...(noticed && { step: 'vt.1/1' }) })),
});

describe('survivors of the self-test', () => {
  it('are none when everything was noticed', () => {
    expect(tellSurvivors([score('boten-1/register', [misbehaviour('a'), true])])).to.deep.include({
      noticed: 1,
      of: 1,
      unexplained: 0,
    });
  });

  it('without a reason are counted as unexplained', () => {
    expect(tellSurvivors([score('boten-1/register', [misbehaviour('a'), false])])).to.deep.include({
      noticed: 0,
      of: 1,
      unexplained: 1,
    });
  });

  it('are explained by their data, for the suite that it names', () => {
    const explained = misbehaviour('a', { register: { nl: 'niet gevraagd', en: 'not asked' } });
    expect(tellSurvivors([score('boten-1/register', [explained, false])])).to.deep.include({ noticed: 0, unexplained: 0 });
    expect(tellSurvivors([score('boten-1/ander', [explained, false])])).to.deep.include({ noticed: 0, unexplained: 1 });
  });

  it('are explained by another suite of the same standard that noticed them', () => {
    const scores = [
      score('boten-1/register', [misbehaviour('a'), false]),
      score('boten-1/register-diep', [misbehaviour('a'), true]),
    ];
    expect(tellSurvivors(scores)).to.deep.include({ noticed: 1, of: 1, unexplained: 0 });
    const other = [score('boten-1/register', [misbehaviour('a'), false]), score('boten-2/register', [misbehaviour('a'), true])];
    expect(tellSurvivors(other)).to.deep.include({ noticed: 1, of: 2, unexplained: 1 });
  });
});

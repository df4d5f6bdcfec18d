import { expect } from 'chai';
import { constantStates, refuseOpenConstants } from '../../../src/cli/run/constants-gate.js';
import { refusal } from '../../harness-error.js';
import { suiteOf } from '../suites.js';

const suite = suiteOf([
  { name: 'lamptype', type: 'constant', value: '007', moetBestaan: true, description: 'kind of lamp' },
  { name: 'room', type: 'constant', moetBestaan: true },
  { name: 'free', type: 'constant', value: 'x', moetBestaan: false },
]);

describe('constants that the product must hold', () => {
  it('are open until set or accepted, each listed with what it is', async () => {
    const states = constantStates(suite, { set: {}, acceptDefaults: false });
    expect(states.map(({ state }) => state)).to.deep.equal(['open', 'open']);
    const error = await refusal(() => refuseOpenConstants(states, 'en'), 'CONSTANT_UNSET');
    expect(error.message).to.include('lamptype = 007  (kind of lamp)').and.to.include('room = ');
  });

  it('let a run through when each is set, or accepted with the value it has', () => {
    refuseOpenConstants(constantStates(suite, { set: { lamptype: '1', room: 'hall' }, acceptDefaults: false }), 'nl');
    const states = constantStates(suite, { set: { room: 'hall' }, acceptDefaults: true });
    expect(states.map(({ state, value }) => [state, value])).to.deep.equal([
      ['accepted', '007'],
      ['set', 'hall'],
    ]);
    refuseOpenConstants(states, 'nl');
  });

  it('cannot be accepted without a value', () => {
    expect(constantStates(suite, { set: {}, acceptDefaults: true }).map(({ state }) => state)).to.deep.equal([
      'accepted',
      'open',
    ]);
  });
});

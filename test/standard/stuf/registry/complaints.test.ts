import { expect } from 'chai';
import type { Effect, StandardDefinition } from '../../../../src/model/standard-definition.js';
import { registryComplaints } from '../../../../src/standard/stuf/registry/complaints.js';
import { loadBoats, withSettings } from '../../../koppelvlak/boats.js';

describe('registryComplaints', () => {
  let standard: StandardDefinition;
  before(async () => {
    standard = await loadBoats();
  });

  const about = (does: string, options: Effect['with']) => {
    const [first] = standard.services;
    if (!first) throw new Error('no service');
    return registryComplaints({ ...standard, services: [{ ...first, effects: [{ does, with: options }] }] });
  };

  it('has none about what is right', () => {
    expect(registryComplaints(standard)).to.deep.equal([]);
    expect(about('select', {})).to.deep.equal([]);
  });

  it('complains of a later answer that no service has, and of a reaction that is none', () => {
    const services = standard.services.map((each) => (each.later ? { ...each, later: 'antwoordVaartuig' } : each));
    expect(registryComplaints({ ...standard, services })).to.deep.equal([
      'service vraagVaartuigenLater: later names "antwoordVaartuig", which is no service; did you mean "antwoordVaartuigen"?',
    ]);
    expect(registryComplaints(withSettings(standard, { later: ['Fo01', 'Fo02'] }))).to.deep.equal([
      'simulator.later: Fo02 is not Bv01 or Fo01',
    ]);
  });

  const wrong: readonly (readonly [string, string, Effect['with'], string])[] = [
    [
      'an effect that does not exist, with the nearest',
      'creat',
      { from: 'VTR:boot' },
      'service annuleerLening, effect creat: there is no such effect; did you mean "create"?',
    ],
    [
      'an option that does not exist, with the nearest',
      'create',
      { form: 'VTR:boot', from: 'VTR:boot' },
      'there is no option "form"; did you mean "from"?',
    ],
    ['an option that is missing', 'create', {}, 'option "from" is needed'],
    [
      'a prefix that is not declared',
      'create',
      { from: 'VTG:boot' },
      '"VTG:boot" is no path of prefixed names; declared prefixes:',
    ],
    [
      'an entity type that is not declared',
      'issue',
      { of: 'VTH', element: 'kenteken', into: 'VTR:boot' },
      'there is no entity type "VTH" in entities; did you mean "VTG"?',
    ],
    ['a guard without a condition', 'guard', { of: 'VTR:boot' }, 'exactly one of known, unknown'],
    ['a guard with two conditions', 'guard', { known: 'VTR:boot', unknown: 'VTR:boot' }, 'known, unknown given'],
    [
      'a setting that does not exist',
      'guard',
      { known: 'VTR:boot', when: 'vasteBoxem' },
      'there is no "vasteBoxem" in simulator.values; did you mean "vasteBoxen"?',
    ],
    ['a fault code that does not exist', 'guard', { known: 'VTR:boot', fault: 'StUF999' }, 'there is no fault code "StUF999"'],
    ['a path in the store with prefixes', 'guard', { absent: 'VTR:romp', of: 'VTR:boot' }, 'expected local names'],
    ['a flag that is no flag', 'select', { required: 'ja' }, 'expected true or false'],
    [
      'a number that is no number',
      'issue',
      { of: 'VTG', element: 'kenteken', into: 'VTR:boot', digits: -1 },
      'expected a positive whole number',
    ],
  ];
  for (const [what, does, options, complaint] of wrong) {
    it(`names ${what}`, () => expect(about(does, options).join('\n')).to.contain(complaint));
  }

  it('names a setting that does not exist, and a fixture of an unknown type', () => {
    expect(registryComplaints(withSettings(standard, { fixture: [] }))).to.deep.equal([
      'simulator: there is no setting "fixture"; did you mean "fixtures"?',
    ]);
    const complaints = registryComplaints(
      withSettings(standard, {
        fixtures: [
          { type: 'LPL', elements: {} },
          { type: 'LPX', elements: {} },
        ],
      }),
    );
    expect(complaints).to.deep.equal([
      'simulator.fixtures, number 2: there is no entity type "LPX" in entities; did you mean "LPL"?',
    ]);
  });
});

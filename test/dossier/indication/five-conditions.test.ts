import { expect } from 'chai';
import { outcomeOf } from '../../../src/dossier/indication/five-conditions.js';
import type { Indicatie } from '../../../src/dossier/indication/indication.js';
import { codes, named, onPlatform, ours, report, saw, ticks } from './evidence.js';

const T = 'gepubliceerd_foutloos';
const F = 'getest_foutloos';
const X = 'getest_met_fouten';

/** Written out by hand, from the decision table: c1 c2 c3 c4 c5, what comes out, and whether the tick is an alarm. */
const ALL: readonly (readonly [conditions: string, indicatie: Indicatie, alarm: boolean])[] = [
  ['JJJJJ', 'compliant', false],
  ['JJJJN', T, false],
  ['JJJNJ', F, true],
  ['JJJNN', F, false],
  ['JJNJJ', X, true],
  ['JJNJN', X, false],
  ['JJNNJ', X, true],
  ['JJNNN', X, false],
  ['JNJJJ', T, true],
  ['JNJJN', T, false],
  ['JNJNJ', F, true],
  ['JNJNN', F, false],
  ['JNNJJ', X, true],
  ['JNNJN', X, false],
  ['JNNNJ', X, true],
  ['JNNNN', X, false],
  ['NJJJJ', F, true],
  ['NJJJN', F, false],
  ['NJJNJ', F, true],
  ['NJJNN', F, false],
  ['NJNJJ', X, true],
  ['NJNJN', X, false],
  ['NJNNJ', X, true],
  ['NJNNN', X, false],
  ['NNJJJ', F, true],
  ['NNJJN', F, false],
  ['NNJNJ', F, true],
  ['NNJNN', F, false],
  ['NNNJJ', X, true],
  ['NNNJN', X, false],
  ['NNNNJ', X, true],
  ['NNNNN', X, false],
];

describe('the five conditions', () => {
  it('have 32 combinations, each once', () => {
    expect(new Set(ALL.map(([of]) => of)).size).to.equal(32);
  });

  for (const [of, indicatie, alarm] of ALL) {
    const [c1, c2, c3, c4, c5] = [...of].map((each) => each === 'J');
    it(`${of} is ${indicatie}${alarm ? ', with an alarm' : ''}, and so it is from evidence`, () => {
      const conditions = {
        ...{ isTestedInFull: c1 === true, isOnInstrument: c2 === true, isFlawless: c3 === true },
        ...{ isPublic: c4 === true, isInCatalogue: c5 === true, isTicked: c5 === true },
      };
      expect(outcomeOf({ hasReport: true, ...conditions })).to.deep.equal({ indicatie, isTickedWrongly: alarm });
      const given = report(2, c3 ? 'foutloos' : 'met_fouten', c1 ? {} : { testset: { bron: 'eigen' } });
      const said = [named(), ...(c2 ? [onPlatform(3)] : []), ...(c4 ? [saw(4, given)] : []), ...(c5 ? [ticks(5, given)] : [])];
      const seen = ours([given], said);
      expect(seen.indicatie).to.equal(indicatie);
      expect(seen.voorwaarden.map(({ voldaan }) => voldaan).join('')).to.equal(of);
      expect(seen.alarmen.some(({ code }) => code.startsWith('ALARM_VINKJE'))).to.equal(alarm);
      expect(seen.voorwaarden.every(({ waarom }) => waarom.length > 0)).to.equal(true);
    });
  }

  for (const isTicked of [true, false]) {
    it(`without a report, ${isTicked ? '' : 'not '}ticked: ${isTicked ? 'zelfverklaard, with an alarm' : 'geen'}`, () => {
      for (let bits = 0; bits < 16; bits++) {
        const conditions = {
          ...{
            isTestedInFull: (bits & 1) > 0,
            isOnInstrument: (bits & 2) > 0,
            isFlawless: (bits & 4) > 0,
            isPublic: (bits & 8) > 0,
          },
          ...{ isInCatalogue: false, isTicked },
        };
        const indicatie = isTicked ? 'zelfverklaard' : 'geen';
        expect(outcomeOf({ hasReport: false, ...conditions })).to.deep.equal({ indicatie, isTickedWrongly: isTicked });
      }
    });
  }

  for (const [what, change, code] of [
    ['scenarios of our own', { testset: { bron: 'eigen' } }, 'BRON_EIGEN'],
    ['the built-in schema', { schemabasis: { soort: 'ingebouwd' } }, 'SCHEMA_INGEBOUWD'],
    ['a part of the test set', { testset: { omvang: 'deels' }, weggelaten: ['cat.3'] }, 'DEELSET'],
    ['the profile praktijk', { uitvoering: { profiel: 'praktijk' } }, 'PROFIEL_PRAKTIJK'],
    ['other values', { gewijzigdeConstanten: ['boeknummer'] }, 'CONSTANTEN_GEWIJZIGD'],
  ] as const) {
    it(`the first is not satisfied by a run with ${what}, whatever else is, and it says so`, () => {
      const given = report(2, 'foutloos', change);
      const seen = ours([given], [named(), onPlatform(3), saw(4, given), ticks(5, given)]);
      expect([seen.indicatie, seen.voorwaarden[0]?.voldaan]).to.deep.equal(['getest_foutloos', 'N']);
      expect(codes(seen.voorwaarden[0]?.waarom ?? [])).to.deep.equal([code]);
      expect(codes(seen.watNodig)).to.include('NODIG_OMVANG');
    });
  }

  it('a part of the test set holds only for the services that were tested', () => {
    const part = { testset: { omvang: 'deels' }, weggelaten: ['cat.3'], diensten: ['vraagBoek', 'leenBoek'] } as const;
    expect(ours([report(2, 'foutloos', part)])).to.deep.include({ omvang: 'deels', alleenVoor: ['vraagBoek', 'leenBoek'] });
    expect(ours([report(2, 'foutloos')])).to.not.have.property('alleenVoor');
  });
});

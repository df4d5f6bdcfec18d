import { expect } from 'chai';
import { crossPlay } from '../../../src/dossier/interop/cross-play.js';
import type { Gesprek } from '../../../src/dossier/interop/usage.js';
import { answered, asked, refused, report } from './samples.js';

const play = (asks: readonly Gesprek[], answers: readonly Gesprek[]) =>
  crossPlay([report({ product: 'Balie' }, ...asks)], [report({ product: 'Magazijn' }, ...answers)]);
const fout = { regel: 'R1', melding: { nl: 'stuk', en: 'broken' } };
const NO_ANSWER = { soort: 'geen' } as const;
const FAULT = { soort: 'fout', foutcode: 'F003' } as const;

describe('evidence cross-play', () => {
  it('predicts what was asked here and answered well there, with both messages', () => {
    const { stand, gronden, opmerkingen } = play([asked('leen')], [answered('leen', ['boek', 'boek/titel', 'boek/auteur'])]);
    expect([stand, opmerkingen]).to.deep.equal(['voorspeld', []]);
    expect(gronden[0]?.bewijs.map(({ stap, bericht }) => [stap, bericht])).to.deep.equal([
      ['s.leen/1', '0001/vraag'],
      ['s.leen/1', '0101/antwoord'],
    ]);
  });

  it('never says proven', () => {
    const all = [play([asked('leen')], [answered('leen')]), play([asked('leen')], []), play([], [answered('leen')])];
    expect(all.map(({ stand }) => stand)).to.deep.equal(['voorspeld', 'onbekend', 'onbekend']);
  });

  const cases: readonly (readonly [string, readonly Gesprek[], readonly Gesprek[], string, string])[] = [
    ['a service that is always refused', [asked('leen')], [refused('leen', ['boek'])], 'strijdig', 'DIENST_GEWEIGERD'],
    [
      'an element that alone told a refused message from those that were taken',
      [asked('leen', ['boek', 'boek/notitie'])],
      [answered('leen', ['boek']), refused('leen', ['boek', 'boek/notitie'])],
      'strijdig',
      'ELEMENT_GEWEIGERD',
    ],
    [
      'an answer that is wrong',
      [asked('leen')],
      [answered('leen'), answered('leen', ['boek'], { verdict: 'voldoet_niet', fout })],
      'strijdig',
      'FOUT_VAN_AANBIEDER',
    ],
    [
      'a question that is wrong',
      [asked('leen', ['boek'], { verdict: 'voldoet_niet', fout })],
      [answered('leen')],
      'strijdig',
      'FOUT_VAN_VRAGER',
    ],
    ['a service that nobody tried', [asked('leen')], [answered('geef')], 'onbekend', 'DIENST_NOOIT_BEPROEFD'],
    [
      'an element that nobody tried',
      [asked('leen', ['boek', 'boek/notitie'])],
      [answered('leen', ['boek'])],
      'onbekend',
      'ELEMENT_NOOIT_BEPROEFD',
    ],
    [
      'an answer of another kind',
      [asked('leen')],
      [answered('leen', undefined, { antwoord: { soort: 'bevestigd', berichttype: 'Later' } })],
      'onbekend',
      'ANTWOORD_ANDERS',
    ],
    [
      'an answer that was not decided',
      [asked('leen')],
      [answered('leen', undefined, { verdict: 'niet_beslist' })],
      'onbekend',
      'DIENST_NIET_BESLIST',
    ],
    [
      'a question that was not decided',
      [asked('leen', undefined, { verdict: 'niet_beslist' })],
      [answered('leen')],
      'onbekend',
      'VRAAG_NIET_BESLIST',
    ],
    [
      'a refusal of nothing in particular',
      [asked('leen')],
      [answered('leen'), refused('leen', ['boek'])],
      'onbekend',
      'SOMS_GEWEIGERD',
    ],
  ];
  for (const [what, asks, answers, stand, code] of cases) {
    it(`takes ${what} for ${stand}`, () => {
      const seen = play(asks, answers);
      expect(seen.gronden.map((each) => each.code)).to.deep.equal([code]);
      expect(seen.stand).to.equal(stand);
      expect(seen.gronden[0]?.bewijs).to.not.deep.equal([]);
    });
  }

  it('does not know what a message asks that nobody may read', () => {
    const { vraag: _, ...unread } = asked('leen');
    expect(play([unread], [answered('leen')]).gronden.map(({ code }) => code)).to.deep.equal(['BERICHT_NIET_LEESBAAR']);
  });

  it('has nothing against a refused element that is not sent here', () => {
    const seen = play([asked('leen', ['boek'])], [answered('leen', ['boek']), refused('leen', ['boek', 'boek/notitie'])]);
    expect(seen.stand).to.equal('voorspeld');
  });

  it('has nothing against a fault that the scenario asked for', () => {
    const provoked = answered('leen', ['onzin'], { antwoord: FAULT });
    expect(play([asked('leen')], [answered('leen'), provoked]).stand).to.equal('voorspeld');
    expect(play([asked('leen', ['onzin'])], [answered('leen'), provoked]).stand).to.equal('onbekend');
  });

  it('only remarks how who asks takes a fault that it got on purpose', () => {
    const after = asked('leen', undefined, { verdict: 'voldoet_niet', antwoord: NO_ANSWER, fout });
    const { stand, opmerkingen } = play([asked('leen'), after], [answered('leen')]);
    expect([stand, opmerkingen.map(({ code }) => code)]).to.deep.equal(['voorspeld', ['NA_FOUTBERICHT']]);
  });

  it('remarks what the answer holds more and less than who asks ever got', () => {
    const answer = (paden: readonly string[]) => ({ antwoord: { soort: 'bevestigd', berichttype: 'B', paden } }) as const;
    const { stand, opmerkingen } = play(
      [asked('leen', ['boek'], answer(['a', 'b']))],
      [answered('leen', ['boek'], answer(['b', 'c']))],
    );
    expect(stand).to.equal('voorspeld');
    expect(opmerkingen.map(({ code, elementen }) => [code, elementen])).to.deep.equal([
      ['ANTWOORD_MEER', ['c']],
      ['ANTWOORD_MINDER', ['a']],
    ]);
  });

  it('is as bad as its worst service, and leaves out those that go well', () => {
    const seen = play([asked('leen'), asked('geef'), asked('wis')], [answered('leen'), refused('wis', ['boek'])]);
    expect([seen.stand, seen.gronden.map(({ dienst }) => dienst)]).to.deep.equal(['strijdig', ['geef', 'wis']]);
  });

  it('believes the newest report of a test, service by service, and adds what another test shows', () => {
    const asking = [report({ product: 'Balie' }, asked('leen', ['boek', 'boek/notitie']))];
    const old = report({ product: 'Magazijn', day: 1 }, refused('leen', ['boek']), answered('geef'));
    const mended = report({ product: 'Magazijn', day: 2 }, answered('leen', ['boek']));
    const deeper = report({ product: 'Magazijn', day: 1, testset: 'verdieping' }, answered('leen', ['boek', 'boek/notitie']));
    expect(crossPlay(asking, [mended, old]).gronden.map(({ code }) => code)).to.deep.equal(['ELEMENT_NOOIT_BEPROEFD']);
    expect(crossPlay(asking, [old, mended, deeper]).stand).to.equal('voorspeld');
    const broken = report({ product: 'Magazijn', day: 3 }, refused('leen', ['boek']));
    expect(crossPlay(asking, [old, mended, broken]).stand).to.equal('strijdig');
  });

  it('lets a newer run that decided nothing hide no older refusal', () => {
    const old = report({ product: 'Magazijn', day: 1 }, refused('leen', ['boek']));
    const off = report({ product: 'Magazijn', day: 2 }, answered('leen', ['boek'], { verdict: 'niet_beslist' }));
    const asking = [report({ product: 'Balie' }, asked('leen', ['boek']))];
    expect(crossPlay(asking, [old, off]).stand).to.equal('strijdig');
    expect(crossPlay(asking, [off]).stand).to.equal('onbekend');
  });

  it('says that other services were not looked at when the test was run in part', () => {
    const partly = report({ product: 'Balie' }, asked('leen'));
    const testset = { ...partly.feiten.testset, omvang: 'deels' } as const;
    const asking = { ...partly, feiten: { ...partly.feiten, testset } };
    const { opmerkingen } = crossPlay([asking], [report({ product: 'Magazijn' }, answered('leen'))]);
    expect(opmerkingen.map(({ code }) => code)).to.deep.equal(['VRAGER_DEELS_GETEST']);
  });
});

import { expect } from 'chai';
import { statementsThatCount } from '../../../src/dossier/indication/said.js';
import { knownFrom } from '../../../src/dossier/interop/evidence.js';
import { played } from '../../../src/dossier/interop/session.js';
import { knownAt, together, type Weg } from '../../../src/dossier/interop/together.js';
import type { Getuigenis } from '../../../src/dossier/interop/usage.js';
import { AT, disputes } from '../indication/evidence.js';
import { answered, asked, type Played, refused, report, STANDAARD, session } from './samples.js';

const BUS = { pakketnaam: 'Doorgever', versie: '1.4' };
const WAY: Weg = {
  vrager: { pakketnaam: 'Balie', versie: '1.4' },
  aanbieder: { pakketnaam: 'Magazijn', versie: '1.4' },
  standaard: STANDAARD,
  via: [BUS],
};

const of = (reports: readonly Getuigenis[], weg: Partial<Weg> = {}) =>
  together({ ...WAY, ...weg }, { getuigenissen: reports, samenspel: reports.flatMap(played) });
const told = (reports: readonly Getuigenis[], weg: Partial<Weg> = {}) => {
  const { stand, gronden } = of(reports, weg);
  return [stand, gronden.map(({ code }) => code)];
};
const WRONG: Played = { link: { verdict: 'voldoet_niet', oorzaak: 'product' } };

describe('two products together', () => {
  it('are proven by one session in which the whole chain did well, on these versions', () => {
    const one = session();
    const { stand, gronden } = of([one]);
    expect(stand).to.equal('bewezen');
    expect(gronden[0]).to.deep.include({ code: 'KETEN_BEWEZEN', bewijs: [{ rapport: one.feiten.digest, naam: one.naam }] });
  });

  const notProven: readonly (readonly [string, Played, string, string])[] = [
    [
      'when another mandatory koppeling did not do well',
      { keten: { verdict: 'voldoet_niet' } },
      'voorspeld',
      'KETEN_NIET_GEHEEL',
    ],
    ['when nobody trusts the seal', { about: { more: { vertrouwd: false } } }, 'voorspeld', 'ZEGEL_NIET_VERTROUWD'],
    ['when traffic was only watched', { about: { more: { waargenomen: true } } }, 'voorspeld', 'ALLEEN_MEEGEKEKEN'],
    [
      'when it was our own reference',
      { about: { more: { product: { pakketnaam: 'x', versie: '1', eigenReferentie: true } } } },
      'voorspeld',
      'EIGEN_REFERENTIE',
    ],
    ['when the koppeling was not decided', { link: { verdict: 'niet_beslist' } }, 'onbekend', 'KETEN_NIET_BESLIST'],
    [
      'when it went wrong, but not by a product',
      { link: { verdict: 'voldoet_niet', oorzaak: 'transport' } },
      'onbekend',
      'KETEN_NIET_BESLIST',
    ],
    ['when a product did something wrong', WRONG, 'strijdig', 'KETEN_FOUT'],
    ['when who passed on was another version', { versies: { bus: '1.5' } }, 'voorspeld', 'BEWEZEN_OVER_ANDERE_WEG'],
    ['when who passed on was played by us', { echt: { bus: false } }, 'voorspeld', 'BEWEZEN_OVER_ANDERE_WEG'],
    ['with another version of who asks', { versies: { a: '1.3' } }, 'voorspeld', 'BEWEZEN_MET_ANDERE_VERSIE'],
    ['with another version of who answers', { versies: { z: '1.3' } }, 'voorspeld', 'BEWEZEN_MET_ANDERE_VERSIE'],
    ['when we played who answers', { echt: { z: false } }, 'onbekend', 'VRAGER_ZONDER_BEWIJS'],
  ];
  for (const [when, how, stand, code] of notProven) {
    it(`are not proven ${when}`, () => {
      const [seen, codes] = told([session(how)]);
      expect(seen).to.equal(stand);
      expect(codes).to.include(code);
    });
  }

  it('name hop, actor, step and message where it went wrong first', () => {
    const first = { stap: 'k.1/1', regel: 'KETEN-DOORGEGEVEN', hop: 'bus-z', partij: 'z', bericht: '0003/antwoord' };
    const { gronden } = of([session({ ...WRONG, keten: { eersteAfwijking: first } })]);
    expect(gronden[0]?.bewijs[0]).to.deep.include({ stap: 'k.1/1', hop: 'bus-z', partij: 'z', bericht: '0003/antwoord' });
    expect(gronden[0]?.tekst.en).to.include('KETEN-DOORGEGEVEN').and.to.include('by z');
  });

  it('are not blamed for what the product between them did, unless it is between them here too', () => {
    const first = { stap: 'k.1/1', regel: 'KETEN-DOORGEGEVEN', hop: 'bus-z', partij: 'bus' };
    const one = session({ ...WRONG, keten: { eersteAfwijking: first } });
    expect(told([one])[0]).to.equal('strijdig');
    expect(told([one], { via: [] })).to.deep.equal([
      'onbekend',
      ['FOUT_ERTUSSEN', 'VRAGER_ZONDER_BEWIJS', 'AANBIEDER_ZONDER_BEWIJS'],
    ]);
    const { via: _, ...anyWay } = WAY;
    expect(together(anyWay, { getuigenissen: [one], samenspel: played(one) }).stand).to.equal('onbekend');
  });

  it('are judged by the newest session of a chain, and the older one is told', () => {
    const [bad, good] = [session({ ...WRONG, about: { day: 1 } }), session({ about: { day: 2 } })];
    const mended = of([bad, good]);
    expect([mended.stand, mended.opmerkingen.map(({ code }) => code)]).to.deep.equal(['bewezen', ['EERDER_ANDERS']]);
    const broken = of([session({ about: { day: 1 } }), session({ ...WRONG, about: { day: 2 } })]);
    expect(broken.stand).to.equal('strijdig');
  });

  it('are judged by the newest session that decided: one that was broken off hides no fault and no proof', () => {
    const off = session({ link: { verdict: 'niet_beslist' }, about: { day: 2 } });
    expect(told([session({ ...WRONG, about: { day: 1 } }), off])[0]).to.equal('strijdig');
    expect(told([session({ about: { day: 1 } }), off])[0]).to.equal('bewezen');
    expect(told([off])[0]).to.equal('onbekend');
  });

  it('are conflicting when one of two chains goes wrong, whichever is newer', () => {
    const other = session({ ...WRONG, about: { testset: 'andere keten', day: 1 } });
    expect(told([session({ about: { day: 2 } }), other])).to.deep.equal(['strijdig', ['KETEN_FOUT']]);
  });

  it('are two koppelingen of one session: one that went wrong is not hidden by one that did well', () => {
    const one = session();
    const { keten } = one.feiten;
    const link = {
      id: 'a-z-2',
      van: 'a',
      naar: 'z',
      via: ['bus'],
      verplicht: false,
      verdict: 'voldoet_niet',
      oorzaak: 'product',
    } as const;
    const both = {
      ...one,
      feiten: { ...one.feiten, ...(keten && { keten: { ...keten, koppelingen: [...keten.koppelingen, link] } }) },
    };
    expect(told([both])[0]).to.equal('strijdig');
  });

  it('are another pair in another version of the standard', () => {
    expect(told([session()], { standaard: { ...STANDAARD, versie: '2.0' } })[0]).to.equal('onbekend');
  });

  it('are another pair when the supplier is another one', () => {
    const vrager = { ...WAY.vrager, leverancier: 'Een ander' };
    const own = [report({ product: 'Balie' }, asked('leen')), report({ product: 'Magazijn' }, answered('leen'))];
    expect(told(own)[0]).to.equal('voorspeld');
    expect(told(own, { vrager })[0]).to.equal('onbekend');
  });

  it('are not proven by a session that somebody disputes, or that was run later than asked', () => {
    const one = session({ about: { day: 2 } });
    const read = [{ ...one, bevindingen: [] }];
    const said = disputes(3, { naam: one.naam, bevindingen: [], feiten: one.feiten });
    const byDigest = new Map([[one.feiten.digest, one.feiten]]);
    const counting = statementsThatCount([said], { at: AT, byDigest });
    const { teltNiet, getuigenissen, samenspel } = knownFrom(read, counting);
    expect([getuigenissen, samenspel, teltNiet[0]?.waarom[0]?.code]).to.deep.equal([[], [], 'RAPPORT_BETWIST']);
    const known = knownFrom(read);
    const stands = (day: number) => together(WAY, knownAt(known, Date.parse(`2026-03-0${day}T12:00:00Z`))).stand;
    expect([stands(1), stands(2)]).to.deep.equal(['onbekend', 'bewezen']);
  });

  it('stay proven when cross-play speaks against it, and say so', () => {
    const own = [report({ product: 'Balie' }, asked('leen')), report({ product: 'Magazijn' }, refused('leen', ['boek']))];
    const { stand, opmerkingen } = of([session(), ...own]);
    expect([stand, opmerkingen[0]?.code]).to.deep.equal(['bewezen', 'DIENST_GEWEIGERD']);
  });

  it('are conflicting when the old version was proven, and what is known of the new one speaks against it', () => {
    const own = [
      report({ product: 'Balie', versie: '2.0' }, asked('leen')),
      report({ product: 'Magazijn' }, refused('leen', ['boek'])),
    ];
    const { stand, opmerkingen } = of([session(), ...own], { vrager: { pakketnaam: 'Balie', versie: '2.0' } });
    expect(stand).to.equal('strijdig');
    expect(opmerkingen.map(({ tekst }) => tekst.en)).to.include('proven with Balie 1.4, not with 2.0');
  });
});

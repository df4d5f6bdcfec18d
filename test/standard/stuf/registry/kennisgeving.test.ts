import { expect } from 'chai';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import {
  asking,
  at,
  boat,
  EVERYTHING,
  loadBoats,
  openRegister,
  owner,
  type Register,
  relation,
  textAt,
} from '../../../koppelvlak/boats.js';

const A = '<kenteken>HVN-1</kenteken>';
const E7 = 'EIG <registratienummer>E7</registratienummer>';
const E8 = 'EIG <registratienummer>E8</registratienummer>';

describe('kennisgeving', () => {
  let standard: StandardDefinition;
  let register: Register;
  before(async () => {
    standard = await loadBoats();
  });
  beforeEach(() => {
    register = openRegister(standard);
  });

  const told = (...message: Parameters<typeof boat>): string | undefined =>
    register.tell('meldVaartuig', boat(...message)).summary.fault;
  const only = (kenteken = 'HVN-1') =>
    register.boats(asking(`<gelijk entiteittype="VTG"><kenteken>${kenteken}</kenteken></gelijk>${EVERYTHING}`))[0];
  const ownersOf = (kenteken?: string) =>
    (only(kenteken)?.children ?? [])
      .filter((each) => each.name === 'vaartOnder')
      .map((each) => textAt(each, 'gerelateerde/registratienummer'));

  describe('with mutatiesoort T', () => {
    it('adds an entity', () => {
      expect(told('T', `${A}<roepnaam>Meeuw</roepnaam>`)).to.equal(undefined);
      expect(textAt(only(), 'roepnaam')).to.equal('Meeuw');
    });

    it('adds to what is known when the entity is known already', () => {
      told('T', `${A}<roepnaam>Meeuw</roepnaam>`);
      told('T', `${A}<bouwjaar>1998</bouwjaar>`);
      expect(register.boats(asking(EVERYTHING))).to.have.length(1);
      expect([textAt(only(), 'roepnaam'), textAt(only(), 'bouwjaar')]).to.deep.equal(['Meeuw', '1998']);
    });

    it('is not processed with two objects, after it was confirmed', () => {
      const { answer, summary } = register.tell('meldVaartuig', boat('T', A, A));
      expect([answer.name, summary.fault?.slice(0, 7)]).to.deep.equal(['Bv03Bericht', 'StUF055']);
      expect(register.boats(asking(EVERYTHING))).to.deep.equal([]);
    });

    it('makes a gerelateerde known that is added too, and not one that is only named', () => {
      told(
        'T',
        A +
          relation('vaartOnder', 'VTGEIG', 'T', E7).replace('verwerkingssoort="I"', 'verwerkingssoort="T"') +
          relation('vaartOnder', 'VTGEIG', 'T', E8),
      );
      const { answer } = register.tell('vraagEigenaren', { content: asking('') });
      expect(at(answer, 'antwoord')?.children.map((each) => textAt(each, 'registratienummer'))).to.deep.equal(['E7']);
    });
  });

  describe('with mutatiesoort W', () => {
    beforeEach(() => {
      told(
        'T',
        `${A}<roepnaam>Meeuw</roepnaam><bouwjaar>1998</bouwjaar><inzet><doelvaart>les</doelvaart></inzet>` +
          `<afmeting><overAlles>7.1</overAlles><breed>2.4</breed></afmeting>${relation('vaartOnder', 'VTGEIG', 'T', E7, '<aandeel>1</aandeel>')}`,
      );
    });

    it('replaces what is told and leaves the rest', () => {
      told('W', `${A}<roepnaam>Meeuw</roepnaam>`, `${A}<roepnaam>Stern</roepnaam>`);
      expect([textAt(only(), 'roepnaam'), textAt(only(), 'bouwjaar')]).to.deep.equal(['Stern', '1998']);
    });

    it('empties what is told to be empty, and shows the reason when asked', () => {
      told('W', `${A}<roepnaam>Meeuw</roepnaam>`, `${A}<roepnaam~/>`);
      expect(textAt(only(), 'roepnaam')).to.equal('nil');
    });

    it('leaves alone what the sender cannot tell', () => {
      told('W', `${A}<roepnaam>Meeuw</roepnaam>`, `${A}<roepnaam xsi:nil="true" noValue="nietOndersteund"/>`);
      expect(textAt(only(), 'roepnaam')).to.equal('Meeuw');
    });

    it('replaces all values of a repeated group, and only the told part of a single one', () => {
      told(
        'W',
        A,
        `${A}<inzet><doelvaart>verhuur</doelvaart></inzet><inzet><doelvaart>sloop</doelvaart></inzet><afmeting><breed>2.5</breed></afmeting>`,
      );
      expect(
        only()
          ?.children.filter((each) => each.name === 'inzet')
          .map((each) => textAt(each, 'doelvaart')),
      ).to.deep.equal(['verhuur', 'sloop']);
      expect([textAt(only(), 'afmeting/overAlles'), textAt(only(), 'afmeting/breed')]).to.deep.equal(['7.1', '2.5']);
    });

    it('is not processed for an unknown entity, nor with one object', () => {
      expect(told('W', '<kenteken>HVN-9</kenteken>', '<kenteken>HVN-9</kenteken>')).to.match(/^StUF064/);
      expect(told('W', A)).to.match(/^StUF055/);
    });

    it('is not processed when its keys mean two entities', () => {
      told('T', '<kenteken>HVN-2</kenteken><romp>staal</romp><bouwjaar>1950</bouwjaar>');
      const both = '<kenteken>HVN-1</kenteken><romp>staal</romp><bouwjaar>1950</bouwjaar>';
      expect(told('W', both, both)).to.match(/^StUF067/);
    });

    const old = (soort: string) =>
      `<vaartOnder entiteittype="VTGEIG" verwerkingssoort="${soort}" xsi:nil="true" noValue="geenWaarde"/>`;

    it('adds a relation with T', () => {
      told('W', A + old('T'), A + relation('vaartOnder', 'VTGEIG', 'T', E8));
      expect(ownersOf()).to.deep.equal(['E7', 'E8']);
    });

    it('takes a relation to somebody who is related already as the same relation', () => {
      told('W', A + old('T'), A + relation('vaartOnder', 'VTGEIG', 'T', E7, '<aandeel>0.5</aandeel>'));
      expect(ownersOf()).to.deep.equal(['E7']);
      expect(textAt(only(), 'vaartOnder/aandeel')).to.equal('0.5');
    });

    for (const soort of ['V', 'E']) {
      it(`takes a relation away with ${soort}`, () => {
        told('W', A + relation('vaartOnder', 'VTGEIG', soort, E7), A + old(soort));
        expect(ownersOf()).to.deep.equal([]);
        expect(textAt(only(), 'vaartOnder')).to.equal(undefined);
      });
    }

    it('replaces a relation with R', () => {
      told('W', A + relation('vaartOnder', 'VTGEIG', 'R', E7), A + relation('vaartOnder', 'VTGEIG', 'R', E8));
      expect(ownersOf()).to.deep.equal(['E8']);
    });

    it('changes what a relation says with W, and nothing with I', () => {
      told(
        'W',
        A + relation('vaartOnder', 'VTGEIG', 'I', E7),
        A + relation('vaartOnder', 'VTGEIG', 'I', E7, '<aandeel>0.1</aandeel>'),
      );
      expect(textAt(only(), 'vaartOnder/aandeel')).to.equal('1');
      told(
        'W',
        A + relation('vaartOnder', 'VTGEIG', 'W', E7),
        A + relation('vaartOnder', 'VTGEIG', 'W', E7, '<aandeel>0.25</aandeel>'),
      );
      expect(textAt(only(), 'vaartOnder/aandeel')).to.equal('0.25');
    });

    it('touches only relations when the object itself carries I', () => {
      told(
        'W',
        `I: ${A}<roepnaam>Meeuw</roepnaam>${old('T')}`,
        `I: ${A}<roepnaam>Stern</roepnaam>${relation('vaartOnder', 'VTGEIG', 'T', E8)}`,
      );
      expect(textAt(only(), 'roepnaam')).to.equal('Meeuw');
      expect(ownersOf()).to.deep.equal(['E7', 'E8']);
    });
  });

  describe('with other mutatiesoorten', () => {
    beforeEach(() => {
      register.tell('meldEigenaar', owner('T', '<registratienummer>E7</registratienummer><achterwerpsel>Bruin</achterwerpsel>'));
      register.tell('meldEigenaar', owner('T', '<registratienummer>E8</registratienummer>'));
      told('T', A + relation('vaartOnder', 'VTGEIG', 'T', E7));
    });

    it('forgets an entity with V, and says so when it was never known', () => {
      expect(told('V', A)).to.equal(undefined);
      expect(register.boats(asking(EVERYTHING))).to.deep.equal([]);
      expect(told('V', A)).to.match(/^StUF064/);
    });

    it('gives an entity another key with C and S, and whoever points at it follows', () => {
      const { summary } = register.tell(
        'meldEigenaar',
        owner('C', 'S: <registratienummer>E7</registratienummer>', 'S: <registratienummer>E70</registratienummer>'),
      );
      expect(summary.fault).to.equal(undefined);
      expect(ownersOf()).to.deep.equal(['E70']);
    });

    it('makes one of two with C and O: the relations go to the one that stays', () => {
      const { summary } = register.tell(
        'meldEigenaar',
        owner('C', 'O: <registratienummer>E7</registratienummer>', 'O: <registratienummer>E8</registratienummer>'),
      );
      expect(summary.fault).to.equal(undefined);
      expect(ownersOf()).to.deep.equal(['E8']);
      const { answer } = register.tell('vraagEigenaren', { content: asking('') });
      expect(at(answer, 'antwoord')?.children).to.have.length(1);
    });
  });
});

import { expect } from 'chai';
import { HarnessError } from '../../../../src/model/harness-error.js';
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
  withSettings,
} from '../../../koppelvlak/boats.js';

const A = '<kenteken>HVN-1</kenteken>';

describe('effects', () => {
  let standard: StandardDefinition;
  let register: Register;
  before(async () => {
    standard = await loadBoats();
  });
  beforeEach(() => {
    register = openRegister(standard);
    register.tell('meldVaartuig', boat('T', `${A}<bouwjaar>1998</bouwjaar><roepnaam>Meeuw</roepnaam>`));
  });

  const told = (...objects: readonly string[]) =>
    register.tell('meldVaartuig', boat(objects.length > 1 ? 'W' : 'T', ...objects)).summary.fault;
  const only = (kenteken = 'HVN-1') =>
    register.boats(asking(`<gelijk entiteittype="VTG"><kenteken>${kenteken}</kenteken></gelijk>${EVERYTHING}`))[0];
  const borrow = (kenteken = 'HVN-1') =>
    register.tell('leenPapieren', {
      content: `<vtgLv01 entiteittype="VTG" functie="selectie"><parameters/><gelijk entiteittype="VTG"><kenteken>${kenteken}</kenteken></gelijk></vtgLv01>`,
    });
  const bring = (token: string | undefined, current = '<roepnaam>Stern</roepnaam>', soort = '') =>
    register.tell('brengPapieren', {
      content: `<parameters>${token === undefined ? '' : `<uitleennummer>${token}</uitleennummer>`}${soort && `<soortwijziging>${soort}</soortwijziging>`}</parameters>
        <vtgLk02 entiteittype="VTG" functie="update"><parameters><StUF:mutatiesoort>W</StUF:mutatiesoort></parameters>
        <object entiteittype="VTG" verwerkingssoort="W">${A}</object><object entiteittype="VTG" verwerkingssoort="W">${A}${current}</object></vtgLk02>`,
    });
  const cancel = (token: string | undefined) =>
    register.tell('annuleerLening', {
      content: `<parameters>${token === undefined ? '' : `<uitleennummer>${token}</uitleennummer>`}</parameters><boot entiteittype="VTG" verwerkingssoort="I">${A}</boot>`,
    });
  const enrol = (kenteken: string, schipper: string) =>
    register.tell('schrijfIn', {
      content: `<boot entiteittype="VTG" verwerkingssoort="T"><kenteken>${kenteken}</kenteken></boot><schipper entiteittype="EIG" verwerkingssoort="I"><registratienummer>${schipper}</registratienummer></schipper>`,
    }).summary.fault;

  it('issue gives a value with the prefix of the settings, and never one that exists', () => {
    register.tell('meldVaartuig', boat('T', '<kenteken>HVN-0002</kenteken>'));
    const issued = [1, 2, 3].map(() => textAt(register.tell('reikKentekenUit').answer, 'boot/kenteken'));
    expect(issued).to.deep.equal(['HVN-0001', 'HVN-0003', 'HVN-0004']);
  });

  it('create refuses what exists, and relate ties it to another', () => {
    register.tell('meldEigenaar', owner('T', '<registratienummer>E1</registratienummer>'));
    expect(enrol('HVN-7', 'E1')).to.equal(undefined);
    expect(textAt(only('HVN-7'), 'vaartOnder/gerelateerde/registratienummer')).to.equal('E1');
    expect(enrol('HVN-7', 'E1')).to.match(/^StUF058/);
  });

  it('change takes only the mutatiesoorten that are declared', () => {
    const content = `<parameters/><vtgLk02 entiteittype="VTG" functie="update"><parameters><StUF:mutatiesoort>V</StUF:mutatiesoort></parameters><object entiteittype="VTG" verwerkingssoort="V">${A}</object></vtgLk02>`;
    expect(register.tell('brengPapieren', { content }).fault).to.equal('StUF055');
    expect(only()).to.not.equal(undefined);
  });

  describe('lock and release', () => {
    it('give an entity to one, who brings it back changed', () => {
      const { answer } = borrow();
      const token = textAt(answer, 'parameters/uitleennummer');
      expect(textAt(answer, 'parameters/uitgeleendAan')).to.equal('HAVENKANTOOR');
      expect(textAt(answer, 'vtgLa01/antwoord/object/roepnaam')).to.equal('Meeuw');
      expect(borrow().fault).to.equal('StUF058');
      expect(bring('anders').fault).to.equal('StUF058');
      expect(bring(undefined).fault).to.equal('StUF058');
      expect(textAt(only(), 'roepnaam')).to.equal('Meeuw');
      expect(bring(token).answer.name).to.equal('Bv02Bericht');
      expect(textAt(only(), 'roepnaam')).to.equal('Stern');
      expect(borrow().fault).to.equal(undefined);
    });

    it('can be cancelled with the token, and only when there is a lock', () => {
      expect(cancel(undefined).fault).to.equal('StUF058');
      const token = textAt(borrow().answer, 'parameters/uitleennummer');
      expect(cancel('anders').fault).to.equal('StUF058');
      expect(cancel(token).answer.name).to.equal('Bv02Bericht');
      expect(cancel(token).fault).to.equal('StUF058');
    });

    it('are not needed for a change without a token when nothing is locked', () => {
      expect(bring(undefined).fault).to.equal(undefined);
      expect(bring('verzonnen').fault).to.equal('StUF058');
    });

    it('leave no lock behind when the reply cannot be made', () => {
      expect(borrow('HVN-404').fault).to.equal('StUF064');
      const strict = openRegister(withSettings(standard, { defaults: {} }));
      strict.tell('meldVaartuig', boat('T', A));
      register = strict;
      const { fault, summary } = borrow();
      expect([fault, summary.fault]).to.deep.equal([undefined, undefined]);
      expect(textAt(borrow().answer, 'body/details')).to.contain('in bewerking');
    });
  });

  describe('derive', () => {
    const inspection = (soort: string, kind: string, day: string) =>
      relation('ondergaat', 'VTGKRG', soort, `KRG <soortkeuring>${kind}</soortkeuring>`, `<gekeurdOp>${day}</gekeurdOp>`);
    const empty = '<ondergaat entiteittype="VTGKRG" verwerkingssoort="T" xsi:nil="true" noValue="geenWaarde"/>';
    const add = (kind: string, day: string) => told(A + empty, A + inspection('T', kind, day));

    it('marks the latest of a series, whatever the order in which they come, and only that one is selected', () => {
      add('ROMP', '20260105');
      add('TUIG', '20260301');
      add('ROMP', '20260201');
      const shown = only()?.children.filter((each) => each.name === 'ondergaat') ?? [];
      expect(shown.map((each) => `${textAt(each, 'gekeurdOp')} ${textAt(each, 'geldtNog')}`)).to.deep.equal([
        '20260301 ja',
        '20260201 nee',
        '20260105 nee',
      ]);
      const content = `<gelijk entiteittype="VTG">${A}<ondergaat entiteittype="VTGKRG"><geldtNog>ja</geldtNog></ondergaat></gelijk>${EVERYTHING}`;
      const selected = register.boats(asking(content))[0]?.children.filter((each) => each.name === 'ondergaat') ?? [];
      expect(selected.map((each) => textAt(each, 'gerelateerde/toelichtingKeuring'))).to.deep.equal(['Keuring van het tuig']);
    });

    it('stamps a date where nobody gave one', () => {
      told(A + relation('vaartOnder', 'VTGEIG', 'T', 'EIG <registratienummer>E1</registratienummer>'));
      told(
        `<kenteken>HVN-2</kenteken>${relation('vaartOnder', 'VTGEIG', 'T', 'EIG <registratienummer>E1</registratienummer>', '<ingeschrevenOp>19990101</ingeschrevenOp>')}`,
      );
      expect(textAt(only(), 'vaartOnder/ingeschrevenOp')).to.equal('20260302');
      expect(textAt(only('HVN-2'), 'vaartOnder/ingeschrevenOp')).to.equal('19990101');
    });

    it('counts versions, major or minor, unless the message gives one', () => {
      const version = () => textAt(only(), 'uitgave');
      bring(undefined);
      expect(version()).to.equal('1.0');
      bring(undefined, '<roepnaam>Kluut</roepnaam>', 'minor');
      expect(version()).to.equal('1.1');
      bring(undefined, '<uitgave>7.3</uitgave>');
      expect(version()).to.equal('7.3');
      bring(undefined);
      expect(version()).to.equal('8.0');
    });

    it('unique refuses another kind of inspection on the same day, and takes the same again', () => {
      expect(add('ROMP', '20260105')).to.equal(undefined);
      expect(add('TUIG', '20260105')).to.match(/^StUF058/);
      expect(add('ROMP', '20260105')).to.equal(undefined);
      expect(only()?.children.filter((each) => each.name === 'ondergaat')).to.have.length(1);
    });
  });

  describe('guard', () => {
    const berth = (box: string) =>
      relation('ligtAfgemeerdIn', 'VTGLPL', 'T', `LPL <steiger>A</steiger><boxnummer>${box}</boxnummer>`);

    it('known demands that something is in the store, when the setting says so', () => {
      expect(told(A + berth('2'))).to.equal(undefined);
      expect(told(A + berth('99'))).to.match(/^StUF058/);
      register = openRegister(withSettings(standard, { values: { haven: 'HVN', vasteBoxen: false } }));
      expect(told(A + berth('99'))).to.equal(undefined);
    });

    it('known with its own code says StUF064', () => {
      expect(enrol('HVN-8', 'E404')).to.match(/^StUF064/);
    });

    it('matches demands a form', () => {
      register.tell('meldEigenaar', owner('T', '<registratienummer>E1</registratienummer>'));
      expect(enrol('XYZ-8', 'E1')).to.match(/^StUF058/);
    });

    it('filled demands a value', () => {
      expect(told('<kenteken~/>')).to.match(/^StUF055/);
    });

    it('equal and same demand that what may not change does not', () => {
      expect(bring(undefined, '<bouwjaar>1998</bouwjaar>').fault).to.equal(undefined);
      expect(bring(undefined, '<bouwjaar>1950</bouwjaar>').fault).to.equal('StUF058');
      expect(bring(undefined, '<kenteken>HVN-5</kenteken>').fault).to.equal('StUF058');
    });

    const guarded = (options: Readonly<Record<string, unknown>>, service = 'meldVaartuig') =>
      openRegister({
        ...standard,
        services: standard.services.map((each) =>
          each.id === service ? { ...each, effects: [{ does: 'guard', with: options }, ...each.effects] } : each,
        ),
      });

    it('unknown demands that something is not there', () => {
      register = guarded({ unknown: 'VTR:object' });
      expect([told(A), told(A)?.slice(0, 7)]).to.deep.equal([undefined, 'StUF058']);
    });

    it('absent demands that the store has no value there', () => {
      register = guarded({ absent: 'romp', of: 'VTR:object' });
      expect([told(A), told(`${A}<romp>staal</romp>`), told(A)?.slice(0, 7)]).to.deep.equal([undefined, undefined, 'StUF058']);
    });

    it('unlocked demands that nobody has it', () => {
      register = guarded({ unlocked: 'VTR:object' });
      expect(told(A)).to.equal(undefined);
      borrow();
      expect(told(A)).to.match(/^StUF058/);
    });

    it('related demands that the relation is there', () => {
      register = guarded({ related: 'vaartOnder', of: 'VTR:object', to: 'VTR:object/VTR:vaartOnder/VTR:gerelateerde' });
      const owned = relation('vaartOnder', 'VTGEIG', 'V', 'EIG <registratienummer>E1</registratienummer>');
      expect(told(A)).to.equal(undefined);
      expect(told(A + owned, A)).to.match(/^StUF064/);
    });

    it('known with `with` completes a key from what the store holds', () => {
      register = guarded({
        known: 'VTR:object/VTR:ligtAfgemeerdIn/VTR:gerelateerde',
        type: 'LPL',
        of: 'VTR:object',
        with: { steiger: 'romp' },
      });
      told(`${A}<romp>A</romp>`);
      const half = (box: string) => relation('ligtAfgemeerdIn', 'VTGLPL', 'T', `LPL <boxnummer>${box}</boxnummer>`);
      expect(told(A + half('1'))?.slice(0, 7)).to.equal('StUF058');
      register = guarded({
        known: 'VTR:object/VTR:ligtAfgemeerdIn/VTR:gerelateerde',
        type: 'LPL',
        of: 'VTR:object',
        with: { steiger: 'romp' },
        fault: 'StUF055',
      });
      told(`${A}<romp>Z</romp>`);
      expect(told(A + half('1'))?.slice(0, 7)).to.equal('StUF055');
    });
  });

  it('of a message that is refused leave nothing behind', () => {
    const before = JSON.stringify((register.save() as { occurrences: unknown }).occurrences);
    expect(enrol('HVN-8', 'E404')).to.match(/^StUF064/);
    expect(bring('verzonnen').status).to.equal(500);
    expect(JSON.stringify((register.save() as { occurrences: unknown }).occurrences)).to.equal(before);
  });

  it('are not read back from what no store saved', () => {
    for (const saved of [null, {}, { format: 2 }, 'niets']) {
      expect(() => openRegister(standard, saved))
        .to.throw(HarnessError)
        .with.property('code', 'CONFIG_INVALID');
    }
  });

  it('survive being saved and read back', () => {
    const token = textAt(borrow().answer, 'parameters/uitleennummer');
    register = openRegister(standard, register.save());
    expect(borrow().fault).to.equal('StUF058');
    expect(at(bring(token).answer, 'stuurgegevens')).to.not.equal(undefined);
    expect(textAt(only(), 'roepnaam')).to.equal('Stern');
  });
});

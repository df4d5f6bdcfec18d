import { expect } from 'chai';
import { readXml } from '../../../../src/message/xml-reader.js';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import type { XmlElement } from '../../../../src/model/xml-element.js';
import type { SentMessage } from '../../../../src/standard/family.js';
import { readFacts } from '../../../../src/standard/stuf/facts.js';
import { createRegistry } from '../../../../src/standard/stuf/registry/registry.js';
import { asking, at, boat, bodyOf, EVERYTHING, loadBoats, type Message, relation, textAt } from '../../../koppelvlak/boats.js';

const A = '<kenteken>HVN-1</kenteken>';
const QUESTION = { content: asking(`<gelijk entiteittype="VTG">${A}</gelijk>${EVERYTHING}`) };

describe('predict', () => {
  let standard: StandardDefinition;
  before(async () => {
    standard = await loadBoats();
  });

  const sent = (serviceId: string, message: Message): SentMessage => {
    const service = standard.services.find((each) => each.id === serviceId);
    const root = service && readXml(bodyOf(service.request, message, 'P1')).root;
    const element = root && readFacts(root).message;
    if (!service || !element) throw new Error(serviceId);
    return { service, message: element };
  };
  const predicted = (...messages: readonly (readonly [string, Message])[]): XmlElement | undefined =>
    createRegistry(standard).predict(
      messages.map(([service, message]) => sent(service, message)),
      sent('vraagVaartuigen', QUESTION),
    );

  it('shows what was sent, and only that', () => {
    const shown = predicted(['meldVaartuig', boat('T', `${A}<roepnaam>Meeuw</roepnaam><romp~/>`)]);
    expect(shown?.children.map((each) => each.name)).to.deep.equal(['antwoord']);
    expect(at(shown, 'antwoord/object')?.children.map((each) => each.name)).to.deep.equal(['kenteken', 'roepnaam']);
  });

  it('can say nothing when nothing was sent', () => {
    expect(predicted()).to.equal(undefined);
    expect(predicted(['meldVaartuig', boat('T', '<kenteken>HVN-2</kenteken>')])).to.equal(undefined);
  });

  it('follows changes, also of what was there before we came', () => {
    const change = boat('W', `${A}<roepnaam>Meeuw</roepnaam>`, `${A}<roepnaam>Stern</roepnaam>`);
    expect(textAt(predicted(['meldVaartuig', change]), 'antwoord/object/roepnaam')).to.equal('Stern');
    expect(predicted(['meldVaartuig', boat('T', A)], ['meldVaartuig', boat('V', A)])).to.equal(undefined);
  });

  it('needs no token and no catalogue, for those are with the product', () => {
    const berth = relation('ligtAfgemeerdIn', 'VTGLPL', 'T', 'LPL <steiger>C</steiger><boxnummer>9</boxnummer>');
    const bring = {
      content: `<parameters><uitleennummer>hun kenmerk</uitleennummer></parameters><vtgLk02 entiteittype="VTG" functie="update"><parameters><StUF:mutatiesoort>W</StUF:mutatiesoort></parameters><object entiteittype="VTG" verwerkingssoort="W">${A}</object><object entiteittype="VTG" verwerkingssoort="W">${A}<roepnaam>Stern</roepnaam><uitgave>3.0</uitgave></object></vtgLk02>`,
    };
    const shown = predicted(['meldVaartuig', boat('T', A + berth)], ['brengPapieren', bring]);
    expect(textAt(shown, 'antwoord/object/roepnaam')).to.equal('Stern');
    expect(textAt(shown, 'antwoord/object/ligtAfgemeerdIn/gerelateerde/boxnummer')).to.equal('9');
  });

  it('holds the other side to the version that was told, and to none after a change that told none', () => {
    const bring = (uitgave: string) => ({
      content: `<parameters><uitleennummer>1</uitleennummer></parameters><vtgLk02 entiteittype="VTG" functie="update"><parameters><StUF:mutatiesoort>W</StUF:mutatiesoort></parameters><object entiteittype="VTG" verwerkingssoort="W">${A}</object><object entiteittype="VTG" verwerkingssoort="W">${A}${uitgave}</object></vtgLk02>`,
    });
    const first = ['meldVaartuig', boat('T', `${A}<uitgave>1.0</uitgave>`)] as const;
    const version = (...messages: readonly (readonly [string, Message])[]) =>
      textAt(predicted(...messages), 'antwoord/object/uitgave');
    expect(version(first)).to.equal('1.0');
    expect(version(first, ['brengPapieren', bring('<uitgave>3.0</uitgave>')])).to.equal('3.0');
    expect(version(first, ['brengPapieren', bring('')])).to.equal(undefined);
  });

  it('leaves out what only the product can know: stamps, versions, what its catalogue adds, empty elements', () => {
    const told =
      A +
      relation(
        'vaartOnder',
        'VTGEIG',
        'T',
        'EIG <registratienummer>E1</registratienummer>',
        '<ingeschrevenOp>19990101</ingeschrevenOp>',
      ) +
      relation('ligtAfgemeerdIn', 'VTGLPL', 'T', 'LPL <steiger>A</steiger><boxnummer>1</boxnummer>');
    const shown = at(predicted(['meldVaartuig', boat('T', told)]), 'antwoord/object');
    expect(textAt(shown, 'vaartOnder/ingeschrevenOp')).to.equal(undefined);
    expect(textAt(shown, 'ligtAfgemeerdIn/gerelateerde/diepgang')).to.equal(undefined);
    expect(textAt(shown, 'ligtAfgemeerdIn/gerelateerde/boxnummer')).to.equal('1');
  });

  it('knows which of a series is the latest', () => {
    const inspection = (day: string) =>
      relation('ondergaat', 'VTGKRG', 'T', 'KRG <soortkeuring>ROMP</soortkeuring>', `<gekeurdOp>${day}</gekeurdOp>`);
    const shown = at(
      predicted(['meldVaartuig', boat('T', A + inspection('20260105') + inspection('20260301'))]),
      'antwoord/object',
    );
    const series = shown?.children.filter((each) => each.name === 'ondergaat') ?? [];
    expect(series.map((each) => `${textAt(each, 'gekeurdOp')} ${textAt(each, 'geldtNog')}`)).to.deep.equal([
      '20260301 ja',
      '20260105 nee',
    ]);
  });
});

import { expect } from 'chai';
import { readXml } from '../../../../src/message/xml-reader.js';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import type { XmlElement } from '../../../../src/model/xml-element.js';
import type { SentMessage } from '../../../../src/standard/family.js';
import { readFacts } from '../../../../src/standard/stuf/facts.js';
import { createRegistry } from '../../../../src/standard/stuf/registry/registry.js';
import { boat, bodyOf, loadBoats, type Message } from '../../../koppelvlak/boats.js';

const A = '<kenteken>HVN-1</kenteken>';

describe('what remains', () => {
  let standard: StandardDefinition;
  before(async () => {
    standard = await loadBoats();
  });

  const messageOf = (request: { element: string; code: string }, of: Message): XmlElement => {
    const root = readXml(bodyOf(request, of, 'R1')).root;
    const message = root && readFacts(root).message;
    if (!message) throw new Error(request.element);
    return message;
  };
  const sent = (serviceId: string, of: Message, reply?: Message): SentMessage => {
    const service = standard.services.find((each) => each.id === serviceId);
    const [answer] = service?.replies ?? [];
    if (!service || !answer) throw new Error(serviceId);
    return { service, message: messageOf(service.request, of), ...(reply && { reply: messageOf(answer, reply) }) };
  };
  const remaining = (...messages: readonly SentMessage[]): readonly string[] =>
    createRegistry(standard)
      .remains(messages)
      .map(({ message, soort, identificatie }) => `${message} ${soort} ${identificatie}`);
  const issued = (kenteken: string) => sent('reikKentekenUit', {}, { content: `<boot><kenteken>${kenteken}</kenteken></boot>` });

  it('is what was added, by the message that added it', () => {
    expect(
      remaining(sent('meldVaartuig', boat('T', A)), sent('meldVaartuig', boat('T', '<kenteken>HVN-2</kenteken>'))),
    ).to.deep.equal(['0 VTG HVN-1', '1 VTG HVN-2']);
  });

  it('is known by every part of its key', () => {
    expect(remaining(sent('meldVaartuig', boat('T', '<romp>R7</romp><bouwjaar>1999</bouwjaar>')))).to.deep.equal([
      '0 VTG R7 1999',
    ]);
  });

  it('is nothing that was taken away again', () => {
    expect(remaining(sent('meldVaartuig', boat('T', A)), sent('meldVaartuig', boat('V', A)))).to.deep.equal([]);
  });

  it('is nothing that was there before and was only changed', () => {
    const change = boat('W', `${A}<roepnaam>Meeuw</roepnaam>`, `${A}<roepnaam>Stern</roepnaam>`);
    expect(remaining(sent('meldVaartuig', change))).to.deep.equal([]);
    expect(remaining(sent('meldVaartuig', boat('T', A)), sent('meldVaartuig', change))).to.deep.equal(['0 VTG HVN-1']);
  });

  it('is what a changed thing brought along that was new', () => {
    const berth =
      '<ligtAfgemeerdIn entiteittype="VTGLPL" verwerkingssoort="T"><gerelateerde entiteittype="LPL" verwerkingssoort="T"><steiger>C</steiger><boxnummer>9</boxnummer></gerelateerde></ligtAfgemeerdIn>';
    expect(remaining(sent('meldVaartuig', boat('T', A)), sent('meldVaartuig', boat('W', A, A + berth)))).to.deep.equal([
      '0 VTG HVN-1',
      '1 LPL C 9',
    ]);
  });

  it('is an identification that was handed out, until something was made with it', () => {
    expect(remaining(issued('HVN-1'))).to.deep.equal(['0 VTG HVN-1']);
    expect(remaining(issued('HVN-1'), sent('meldVaartuig', boat('T', A)))).to.deep.equal(['1 VTG HVN-1']);
    expect(remaining(sent('reikKentekenUit', {}))).to.deep.equal([]);
  });
});

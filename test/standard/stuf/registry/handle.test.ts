import { expect } from 'chai';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import {
  asking,
  boat,
  EVERYTHING,
  loadBoats,
  type Message,
  openRegister,
  type Register,
  textAt,
  withSettings,
} from '../../../koppelvlak/boats.js';

const A = '<kenteken>HVN-1</kenteken>';

describe('handle', () => {
  let standard: StandardDefinition;
  let register: Register;
  before(async () => {
    standard = await loadBoats();
  });
  beforeEach(() => {
    register = openRegister(standard);
  });

  const count = () => register.boats(asking(EVERYTHING)).length;

  describe('replies', () => {
    it('to whom it came from, with a number and a later moment of its own', () => {
      const first = register.tell('meldVaartuig', { ...boat('T', A), referentienummer: 'EEN' }).answer;
      const second = register.tell('vraagVaartuigen', { content: asking(EVERYTHING) }).answer;
      expect(textAt(first, 'stuurgegevens/zender/applicatie')).to.equal('REGISTER');
      expect(textAt(first, 'stuurgegevens/ontvanger/applicatie')).to.equal('HAVENKANTOOR');
      expect(textAt(first, 'stuurgegevens/crossRefnummer')).to.equal('EEN');
      const [one, other] = [first, second].map((each) => textAt(each, 'stuurgegevens/referentienummer') ?? '');
      expect(one).to.not.equal(other);
      const moment = (of: typeof first) => textAt(of, 'stuurgegevens/tijdstipBericht') ?? '';
      expect(moment(second) > moment(first)).to.equal(true);
    });

    it('with a moment that is later also when the clock stands still', () => {
      const receivedAt = register.now;
      const moments = [1, 2, 3].map(() =>
        textAt(
          register.tell('meldVaartuig', { ...boat('T', A), incoming: { receivedAt } }).answer,
          'stuurgegevens/tijdstipBericht',
        ),
      );
      expect([...new Set(moments)].sort()).to.deep.equal(moments);
    });

    it('the same for the same messages at the same moments', () => {
      const other = openRegister(standard);
      const said = [register, other].map((each) => [
        each.tell('reikKentekenUit').text,
        each.tell('meldVaartuig', boat('T', A)).text,
      ]);
      expect(said[0]).to.deep.equal(said[1]);
    });

    it('as the schema wants it, also when sender and number of the message are not', () => {
      const odd = { ...boat('T', A), referentienummer: 'R'.repeat(70), zender: 'X' };
      const { answer } = register.tell('meldVaartuig', odd);
      expect(textAt(answer, 'stuurgegevens/crossRefnummer')).to.equal('R'.repeat(40));
      expect(textAt(answer, 'stuurgegevens/ontvanger/applicatie')).to.equal('onbekend');
    });

    it('with nothing but the code in a Bv02 and an Fo02', () => {
      const { answer } = register.tell('annuleerLening', {
        content: '<parameters/><boot entiteittype="VTG" verwerkingssoort="I"><kenteken>X-1</kenteken></boot>',
      });
      expect(answer.children[0]?.children.map((each) => each.name)).to.deep.equal(['berichtcode']);
      register.tell('meldVaartuig', boat('T', A));
      const two = `<parameters><StUF:mutatiesoort>W</StUF:mutatiesoort></parameters>${`<object entiteittype="VTG" verwerkingssoort="W">${A}</object>`.repeat(2)}`;
      const done = register.tell('brengPapieren', {
        content: `<parameters/><vtgLk02 entiteittype="VTG" functie="update">${two}</vtgLk02>`,
      });
      expect(done.answer.name).to.equal('Bv02Bericht');
      expect(done.answer.children[0]?.children.map((each) => each.name)).to.deep.equal(['berichtcode']);
    });
  });

  describe('a fault', () => {
    it('travels in a SOAP Fault with status 500, Client or Server after its plek, and the whole foutbericht', () => {
      const client = register.tell('vraagVaartuigen', { content: asking(EVERYTHING).replace('>false<', '>true<') });
      expect(client.status).to.equal(500);
      expect(client.text).to.match(/<faultcode>soapenv:Client<\/faultcode>[\s\S]*<detail>\s*<StUF:Fo02Bericht/);
      expect(textAt(client.answer, 'body/plek')).to.equal('client');
      const server = register.tell('vraagVaartuigen', { content: asking(EVERYTHING).replace('>0<', '>3<') });
      expect(server.text).to.contain('<faultcode>soapenv:Server</faultcode>');
    });

    const cases: readonly (readonly [string, string, string, Message])[] = [
      ['no sender', 'meldVaartuig', 'StUF013', { ...boat('T', A), zender: undefined }],
      ['no addressee', 'meldVaartuig', 'StUF010', { ...boat('T', A), ontvanger: undefined }],
      ['a code that does not exist', 'meldVaartuig', 'StUF022', { ...boat('T', A), berichtcode: 'Lk99' }],
      ['a code that nothing here takes', 'meldVaartuig', 'StUF025', { ...boat('T', A), berichtcode: 'Sa01' }],
      ['an entity type that does not exist', 'meldVaartuig', 'StUF028', { ...boat('T', A), entiteittype: 'XYZ' }],
      ['an entity type that nothing here takes', 'meldVaartuig', 'StUF031', { ...boat('T', A), entiteittype: 'LPL' }],
      ['the entity type of another service', 'meldVaartuig', 'StUF040', { ...boat('T', A), entiteittype: 'EIG' }],
      ['a functie that does not exist', 'schrijfIn', 'StUF034', { functie: 'schrijfin' }],
      ['a SOAPAction that is not its own', 'meldVaartuig', 'StUF040', { ...boat('T', A), soapAction: '"urn:anders"' }],
    ];
    for (const [what, service, code, message] of cases) {
      it(`on ${what} of an asynchronous message is an Fo03 ${code}, and nothing is processed`, () => {
        const said = register.tell(service, message);
        expect([said.status, said.answer.name, said.fault]).to.deep.equal([500, 'Fo03Bericht', code]);
        expect(count()).to.equal(0);
      });
    }

    it('on a synchronous message is an Fo02', () => {
      const said = register.tell('reikKentekenUit', { functie: 'reikkentekenuit' });
      expect([said.answer.name, said.fault]).to.deep.equal(['Fo02Bericht', 'StUF034']);
      expect(register.tell('vraagVaartuigen', { content: asking(EVERYTHING), soapAction: '' }).fault).to.equal(undefined);
    });

    it('names another version of StUF, an unknown sector model and another version of a known one', () => {
      const of = (element: string, uri: string) => ({
        namespace: uri,
        name: element,
        attributes: [],
        text: '',
        line: 1,
        children: [{ namespace: uri, name: 'stuurgegevens', attributes: [], text: '', line: 1, children: [] }],
      });
      const polite = (uri: string) =>
        register.tell('vraagVaartuigen', { incoming: { root: envelope(of('vtgLv01', uri)) } }).fault;
      expect(polite('urn:onbekend')).to.equal('StUF004');
      expect(polite('http://voorbeeld.example/sector/vtr/0200')).to.equal('StUF007');
      const old = {
        ...of('vtgLv01', 'urn:x'),
        children: [{ ...of('stuurgegevens', 'urn:x'), children: [of('berichtcode', 'http://www.egem.nl/StUF/StUF0204')] }],
      };
      expect(register.tell('vraagVaartuigen', { incoming: { root: envelope(old) } }).fault).to.equal('StUF001');
    });

    it('comes for an unknown partner or address when these are listed', () => {
      register = openRegister(
        withSettings(standard, {
          partners: [{ organisatie: '9999', applicatie: 'HAVENKANTOOR', services: ['vraagVaartuigen'] }],
          addresses: [{ organisatie: '9999', applicatie: 'REGISTER' }],
        }),
      );
      expect(register.tell('vraagVaartuigen', { content: asking(EVERYTHING) }).fault).to.equal(undefined);
      expect(register.tell('vraagVaartuigen', { content: asking(EVERYTHING), zender: 'VREEMD' }).fault).to.equal('StUF013');
      expect(register.tell('vraagVaartuigen', { content: asking(EVERYTHING), ontvanger: 'ELDERS' }).fault).to.equal('StUF010');
      expect(register.tell('reikKentekenUit').fault).to.equal('StUF052');
    });

    it('comes for a message that is not later than the one before, when that is checked', () => {
      const at = (tijdstipBericht: string) =>
        register.tell('vraagVaartuigen', { content: asking(EVERYTHING), tijdstipBericht }).fault;
      expect([at('20260302090000'), at('20260302090000')]).to.deep.equal([undefined, undefined]);
      register = openRegister(withSettings(standard, { checkTijdstip: true }));
      expect([at('20260302090000'), at('20260302090000'), at('20260302090001')]).to.deep.equal([undefined, 'StUF019', undefined]);
    });
  });

  describe('a message that a schema refuses', () => {
    const violations = [{ message: 'mag niet', line: 7 }];

    it('is refused at once when it is synchronous', () => {
      expect(register.tell('reikKentekenUit', { incoming: { violations } }).fault).to.equal('StUF055');
    });

    it('is confirmed when it is asynchronous, and then not processed', () => {
      const { answer, summary } = register.tell('meldVaartuig', { ...boat('T', A), incoming: { violations } });
      expect([answer.name, summary.fault]).to.deep.equal(['Bv03Bericht', 'StUF055: regel 7: mag niet']);
      expect(count()).to.equal(0);
    });
  });

  describe('what is no message', () => {
    it('gets a bare fault, or an Fo02 where the SOAPAction tells that one can be made', () => {
      const { root: _, ...unreadable } = { root: undefined, problem: 'kapot' };
      const incoming = (soapAction: string) => ({ ...unreadable, soapAction });
      const registry = (service: string, soapAction: string) =>
        register.tell(service, { incoming: { ...incoming(soapAction), root: undefined as never } });
      expect(registry('meldVaartuig', '').text).to.contain('<faultstring>kapot</faultstring>');
      expect(
        registry('reikKentekenUit', standard.services.find((each) => each.id === 'reikKentekenUit')?.soapAction ?? '').fault,
      ).to.equal('StUF055');
    });

    it('is refused in an envelope of SOAP 1.2, without one, and with two messages in it', () => {
      const message = { namespace: 'urn:a', name: 'a', attributes: [], children: [], text: '', line: 1 };
      const texts = [envelope(message, 'http://www.w3.org/2003/05/soap-envelope'), message, envelope([message, message])].map(
        (root) => register.tell('meldVaartuig', { incoming: { root } }).text,
      );
      expect(texts[0]).to.contain('SOAP 1.2 ontvangen');
      expect(texts[1]).to.contain('SOAP-envelop verwacht');
      expect(texts[2]).to.contain('2 ontvangen');
    });
  });

  describe('a message that was sent before', () => {
    const first = { ...boat('T', A), referentienummer: 'R1' };

    it('gets the same reply again and is not processed again', () => {
      const [one, again] = [register.tell('meldVaartuig', first), register.tell('meldVaartuig', first)];
      expect(again.text).to.equal(one.text);
      const [issued, same] = [1, 2].map(() => register.tell('reikKentekenUit', { referentienummer: 'R2' }).text);
      expect(same).to.equal(issued);
    });

    it('is refused with StUF016 when it says something else', () => {
      register.tell('meldVaartuig', first);
      expect(register.tell('meldVaartuig', { ...first, ...boat('T', '<kenteken>HVN-2</kenteken>') }).fault).to.equal('StUF016');
      expect(register.tell('meldVaartuig', { ...first, zender: 'ANDER' }).fault).to.equal(undefined);
    });

    it('is looked at again when it was refused before', () => {
      const lock = {
        content:
          '<vtgLv01 entiteittype="VTG" functie="selectie"><parameters/><gelijk entiteittype="VTG"><kenteken>HVN-1</kenteken></gelijk></vtgLv01>',
        referentienummer: 'R3',
      };
      expect(register.tell('leenPapieren', lock).fault).to.equal('StUF064');
      register.tell('meldVaartuig', boat('T', A));
      expect(register.tell('leenPapieren', lock).fault).to.equal(undefined);
    });

    it('is answered anew when it is a question', () => {
      const question = { content: asking(EVERYTHING), referentienummer: 'Q1' };
      const before = register.tell('vraagVaartuigen', question);
      register.tell('meldVaartuig', boat('T', A));
      const after = register.tell('vraagVaartuigen', question);
      expect([before, after].map(({ answer }) => answer.children.length)).to.deep.equal([2, 3]);
    });
  });

  it('processes a confirmed message when its time has come', () => {
    register = openRegister(withSettings(standard, { processingDelayMillis: 5000 }));
    register.tell('meldVaartuig', boat('T', A));
    expect(count()).to.equal(0);
    const saved = register.save();
    register.now += 5000;
    expect(count()).to.equal(1);
    register = openRegister(register.standard, saved);
    register.now += 60_000;
    expect(count()).to.equal(1);
  });
});

function envelope(content: object | readonly object[], namespace = 'http://schemas.xmlsoap.org/soap/envelope/') {
  const element = (name: string, children: readonly unknown[]) => ({
    namespace,
    name,
    attributes: [],
    children: children as never[],
    text: '',
    line: 1,
  });
  return element('Envelope', [element('Body', [content].flat())]);
}

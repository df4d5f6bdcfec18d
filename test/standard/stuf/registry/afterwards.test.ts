/** What a register says after it confirmed a message, in the invented koppelvlak of the boats. */
import { expect } from 'chai';
import { compileSchema } from '../../../../src/message/schema-validator.js';
import { writeSchema } from '../../../../src/message/shape-schema.js';
import { readXml } from '../../../../src/message/xml-reader.js';
import type { StandardDefinition } from '../../../../src/model/standard-definition.js';
import type { LaterMessage, MessageFacts, Registry, RegistryStore, Reply } from '../../../../src/standard/family.js';
import { readFacts } from '../../../../src/standard/stuf/facts.js';
import { createRegistry } from '../../../../src/standard/stuf/registry/registry.js';
import {
  asking,
  at,
  boat,
  bodyOf,
  EVERYTHING,
  loadBoats,
  type Message,
  MORNING,
  textAt,
  withSettings,
} from '../../../koppelvlak/boats.js';

describe('what follows on a confirmed message', () => {
  let boats: StandardDefinition;
  let registry: Registry;
  let store: RegistryStore;
  before(async () => {
    boats = await loadBoats();
  });
  beforeEach(() => open(boats));

  function open(standard: StandardDefinition): void {
    registry = createRegistry(standard);
    store = registry.createStore();
  }

  function send(id: string, message: Message, reference: string, receivedAt = MORNING): Reply {
    const service = boats.services.find((each) => each.id === id);
    if (!service) throw new Error(id);
    const { root } = readXml(bodyOf(service.request, message, reference));
    return registry.handle(store, { soapAction: service.soapAction, contentType: 'text/xml', receivedAt, ...(root && { root }) });
  }

  /** Read, and held against the schema. */
  function read({ outgoing }: LaterMessage): MessageFacts {
    const validator = compileSchema(writeSchema(boats.shapes ?? never()), boats.namespaces);
    const outcome = validator.validate(outgoing.body);
    validator.dispose();
    expect(outcome).to.deep.equal({ decided: true, violations: [] });
    const { root } = readXml(outgoing.body);
    return root ? readFacts(root) : never();
  }

  const GOOD = boat('T', '<kenteken>NL-01</kenteken><romp>R1</romp><bouwjaar>1990</bouwjaar>');
  const UNKNOWN = boat('W', '<kenteken>NL-99</kenteken>', '<kenteken>NL-99</kenteken>');

  it('is a Bv01 when it was processed, addressed to the sender, about his number, under a number of our own', () => {
    const reply = send('meldVaartuig', GOOD, 'A1');
    const [bv01, ...more] = reply.later?.(MORNING + 5000) ?? [];
    expect(more).to.deep.equal([]);
    const facts = bv01 ? read(bv01) : never();
    expect(bv01?.outgoing.headers).to.deep.include(['SOAPAction', '"http://www.egem.nl/StUF/StUF0301/Bv01"']);
    expect(facts.message?.name).to.equal('Bv01Bericht');
    expect(facts).to.include({ berichtcode: 'Bv01', crossRefnummer: 'A1', tijdstipBericht: '20260302090005000' });
    expect(facts.zender).to.include({ applicatie: 'REGISTER' });
    expect(facts.ontvanger).to.include({ applicatie: 'HAVENKANTOOR' });
    expect(facts.referentienummer).to.equal(bv01?.outgoing.referentienummer).and.to.have.length.above(5);
    const { root } = readXml(reply.body);
    expect(facts.referentienummer).to.not.equal(root && readFacts(root).referentienummer);
  });

  it('is an Fo01 with the reason when it could not be processed: the Bv03 said nothing of that', () => {
    const reply = send('meldVaartuig', UNKNOWN, 'A2');
    expect(reply.summary).to.include({ reply: 'Bv03' });
    const [fo01] = reply.later?.(MORNING) ?? [];
    const facts = fo01 ? read(fo01) : never();
    expect(facts.soapFault).to.equal(undefined);
    expect(facts).to.include({ berichtcode: 'Fo01', crossRefnummer: 'A2' });
    expect(facts.fout).to.include({ code: 'StUF064' });
    expect(fo01?.fault).to.match(/^StUF064/);
  });

  it('is nothing where the koppelvlak agreed on nothing, or on faults alone', () => {
    open(withSettings(boats, { later: [] }));
    expect(send('meldVaartuig', GOOD, 'A3').later).to.equal(undefined);
    expect(send('meldVaartuig', UNKNOWN, 'A4').later).to.equal(undefined);
    open(withSettings(boats, { later: ['Fo01'] }));
    expect(send('meldVaartuig', GOOD, 'A5').later).to.equal(undefined);
    expect(send('meldVaartuig', UNKNOWN, 'A6').later).to.be.a('function');
  });

  it('is nothing after a synchronous message or a refusal, and once however often a message comes', () => {
    expect(send('vraagVaartuigen', { content: asking(EVERYTHING) }, 'A7').later).to.equal(undefined);
    expect(send('meldVaartuig', { ...GOOD, soapAction: 'urn:x', berichtcode: 'Lk99' }, 'A8').later).to.equal(undefined);
    expect(send('meldVaartuig', GOOD, 'A9').later).to.be.a('function');
    const again = send('meldVaartuig', GOOD, 'A9');
    expect(again.summary.reply).to.equal('Bv03');
    expect(again.later).to.equal(undefined);
  });

  it('waits for a message that waits: it comes with the next one that finds it processed', () => {
    open(withSettings(boats, { processingDelayMillis: 60_000 }));
    expect(send('meldVaartuig', UNKNOWN, 'A10').later).to.equal(undefined);
    const next = send('vraagVaartuigen', { content: asking(EVERYTHING) }, 'A11', MORNING + 61_000);
    expect(next.later?.(MORNING + 61_000).map((each) => read(each).crossRefnummer)).to.deep.equal(['A10']);
  });

  it('is an answer for each object of an asynchronous question, numbered, the last one marked', () => {
    for (const [index, kenteken] of ['NL-01', 'NL-02', 'NL-03'].entries())
      send(
        'meldVaartuig',
        boat('T', `<kenteken>${kenteken}</kenteken><romp>R${index}</romp><bouwjaar>1990</bouwjaar>`),
        `B${index}`,
      );
    const question = send('vraagVaartuigenLater', { content: asking(EVERYTHING) }, 'A12');
    expect(question.summary.reply).to.equal('Bv03');
    const answers = (question.later?.(MORNING) ?? []).map(read);
    expect(answers.map(({ berichtcode, crossRefnummer }) => `${berichtcode} ${crossRefnummer}`)).to.deep.equal(
      Array(3).fill('La02 A12'),
    );
    const shown = (path: string) => answers.map(({ message }) => textAt(message, path));
    expect(shown('parameters/sequenceNumber')).to.deep.equal(['1', '2', '3']);
    expect(shown('parameters/indicatorLaatsteBericht')).to.deep.equal([undefined, undefined, 'true']);
    expect(shown('parameters/indicatorVervolgvraag')).to.deep.equal([undefined, undefined, 'false']);
    expect(shown('antwoord/object/kenteken')).to.deep.equal(['NL-01', 'NL-02', 'NL-03']);
    expect(answers.map(({ message }) => at(message, 'antwoord')?.children.length)).to.deep.equal([1, 1, 1]);
    expect(new Set(answers.map(({ referentienummer }) => referentienummer)).size).to.equal(3);
  });

  it('is one empty answer when nothing was found', () => {
    const answers =
      send('vraagVaartuigenLater', { content: asking(EVERYTHING) }, 'A13')
        .later?.(MORNING)
        .map(read) ?? [];
    expect(
      answers.map(({ message }) => [textAt(message, 'parameters/indicatorLaatsteBericht'), at(message, 'antwoord')]),
    ).to.deep.equal([['true', undefined]]);
  });

  it('tells what the message said with everything in it', () => {
    const effects = ['boot', 'schipper'].map((name) => ({ does: 'tell', with: { into: `VTR:${name}`, from: `VTR:${name}` } }));
    open({
      ...boats,
      services: boats.services.map((each) => (each.id === 'schrijfIn' ? { ...each, later: 'schrijfIn', effects } : each)),
    });
    const content = `<boot StUF:entiteittype="VTG" StUF:verwerkingssoort="T"><kenteken>HVN-7</kenteken><romp>R7</romp></boot>
      <schipper StUF:entiteittype="EIG" StUF:verwerkingssoort="I"><registratienummer>E1</registratienummer></schipper>`;
    const [later] = send('schrijfIn', { content }, 'C1').later?.(MORNING) ?? [];
    const { message } = later ? readFacts(readXml(later.outgoing.body).root ?? never()) : never();
    const told = ['boot/kenteken', 'boot/romp', 'schipper/registratienummer'].map((path) => textAt(message, path));
    expect(told).to.deep.equal(['HVN-7', 'R7', 'E1']);
  });
});

function never(): never {
  throw new Error('it is not there');
}

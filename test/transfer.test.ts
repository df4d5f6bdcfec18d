/** A zaak is offered for treatment and the answer comes later: both sides simulated, from the data of ZDS 1.2. */
import { expect } from 'chai';
import type { OutgoingReply } from '../src/actor/listener.js';
import { type SendingOptions, sendOnRequest } from '../src/cli/simulate/simulate-send.js';
import { withValues } from '../src/cli/simulate/simulate-values.js';
import { prepareSchema } from '../src/message/schema-preparation.js';
import { compileSchema } from '../src/message/schema-validator.js';
import { readXml } from '../src/message/xml-reader.js';
import type { Body } from '../src/model/body.js';
import type { Exchange, SentRequest } from '../src/model/exchange.js';
import type { StandardDefinition } from '../src/model/standard-definition.js';
import type { LaterMessage, MessageFacts, Registry, RegistryStore, Reply } from '../src/standard/family.js';
import { familyOf } from '../src/standard/index.js';
import { officialSet } from './suite/official-set.js';
import { openOwnSuite } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const NOW = Date.parse('2026-03-02T08:00:00Z');
const VALUES = {
  identificatie: '9999Z1',
  'zaaktype.code': 'B0001',
  'zaaktype.omschrijving': 'Behandelen proefaanvraag',
  'ontvanger.applicatie': 'BEHANDELAAR',
};

describe('a zaak that is offered for treatment', () => {
  let standard: StandardDefinition;
  let registry: Registry;
  let store: RegistryStore;
  let sent: LaterMessage[];
  before(async () => {
    standard = (await openOwnSuite('zds-1.2/zaaksysteem')).standard;
  });
  beforeEach(() => {
    registry = familyOf(standard.family).registry(standard);
    store = registry.createStore();
    sent = [];
  });

  const soapActionOf = ({ outgoing }: LaterMessage) => outgoing.headers.find(([name]) => name === 'SOAPAction')?.[1];

  function hear(by: Registry, memory: RegistryStore, message: LaterMessage): Reply {
    const { root } = readXml(message.outgoing.body);
    return by.handle(memory, {
      ...{ soapAction: soapActionOf(message), contentType: 'text/xml', receivedAt: NOW + 1000 },
      ...(root && { root }),
    });
  }

  function ask(body: string, more: Partial<SendingOptions> = {}, path = '/send/overdragenZaak', type = 'application/json') {
    const send = async (message: LaterMessage): Promise<Exchange> => {
      sent.push(message);
      const request = { url: 'http://product/' } as SentRequest;
      return { request, reply: { status: 200, headers: [] } } as unknown as Exchange;
    };
    const commands = sendOnRequest({
      ...{ standard, registry, store, family: familyOf(standard.family), now: () => NOW },
      courier: { send, take: () => undefined, finish: async () => undefined },
      ...more,
    });
    const bytes = new TextEncoder().encode(body);
    return commands({
      ...{ method: 'POST', url: `http://127.0.0.1${path}`, headers: [['Content-Type', type]] },
      body: { bytes: async () => bytes } as unknown as Body,
    });
  }

  async function offered(): Promise<LaterMessage> {
    expect((await ask(JSON.stringify(VALUES)))?.status).to.equal(200);
    const [message] = sent;
    if (!message) throw new Error('nothing was sent');
    return message;
  }

  function factsOf(bytes: Uint8Array): MessageFacts {
    const { root } = readXml(bytes);
    if (!root) throw new Error('unreadable');
    return familyOf(standard.family).read(root);
  }

  /** The other side, and what it says later. */
  function answerOf(message: LaterMessage, overdracht = 'Overdracht geaccepteerd'): LaterMessage | undefined {
    const other = familyOf(standard.family).registry(withValues(standard, { overdracht }));
    const reply = hear(other, other.createStore(), message);
    expect(reply.summary).to.include({ reply: 'Bv03' });
    return reply.later?.(NOW + 2000)[0];
  }

  it('goes out as the schema wants it, to the address and under the name that were given', async () => {
    const message = await offered();
    const basis = await compactBasis(standard);
    expect(await basis.validateBytes(message.outgoing.body)).to.deep.equal({ decided: true, violations: [] });
    basis.dispose();
    const facts = factsOf(message.outgoing.body);
    expect(facts).to.include({ berichtcode: 'Di01', functie: 'overdragenZaak' });
    expect(facts.ontvanger).to.include({ applicatie: 'BEHANDELAAR' });
    expect(soapActionOf(message)).to.equal('"http://www.stufstandaarden.nl/koppelvlak/zds0120/overdragenZaak_Di01"');
  });

  it('is what the official schemas want, both ways (skipped without the set zds-1.2)', async function () {
    const [set] = standard.schemas;
    const files = set && officialSet(set.set);
    if (!files) return this.skip();
    const message = await offered();
    const validator = compileSchema(prepareSchema(files, set.entries), standard.namespaces);
    const outcomes = [message, answerOf(message)].map((each) => each && validator.validate(each.outgoing.body));
    validator.dispose();
    expect(outcomes).to.deep.equal(Array(2).fill({ decided: true, violations: [] }));
  });

  for (const answer of ['Overdracht geaccepteerd', 'Overdracht geweigerd'])
    it(`is answered later with "${answer}", which is taken with a Bv03, and nothing follows on that`, async () => {
      const message = await offered();
      const du01 = answerOf(message, answer);
      if (!du01) throw new Error('no answer');
      const basis = await compactBasis(standard);
      expect(await basis.validateBytes(du01.outgoing.body)).to.deep.equal({ decided: true, violations: [] });
      basis.dispose();
      const facts = factsOf(du01.outgoing.body);
      expect(facts).to.include({
        berichtcode: 'Du01',
        functie: 'overdragenZaak',
        crossRefnummer: message.outgoing.referentienummer,
      });
      expect(new TextDecoder().decode(du01.outgoing.body)).to.contain(`:antwoord>${answer}<`).and.to.contain('9999Z1');
      const taken = hear(registry, store, du01);
      expect(taken.summary).to.include({ reply: 'Bv03', service: 'overdragenZaakAntwoord' });
      expect(taken.later).to.equal(undefined);
    });

  it('is remembered in the state: the answer is taken after a restart, and refused by who never offered anything', async () => {
    const du01 = answerOf(await offered());
    if (!du01) throw new Error('no answer');
    const saved: unknown = JSON.parse(JSON.stringify(store));
    expect(hear(registry, registry.createStore(saved), du01).summary.reply).to.equal('Bv03');
    const stranger = hear(registry, registry.createStore(), du01);
    expect(stranger.summary).to.include({ reply: 'Fo03' });
    expect(stranger.summary.fault).to.match(/^StUF043/);
  });

  it('is not sent when a value is missing, nobody said where to, or the request is no JSON', async () => {
    const seen = async (...of: Parameters<typeof ask>) => {
      const reply: OutgoingReply | undefined = await ask(...of);
      return reply && `${reply.status} ${new TextDecoder().decode(reply.body)}`;
    };
    expect(await seen('{"identificatie":"Z"}')).to.match(/^400 .*missing: zaaktype.omschrijving, zaaktype.code/);
    for (const wrong of ['', '[]', '{"identificatie":1}', 'null'])
      expect(await seen(wrong), wrong).to.match(/^400 .*no JSON object/);
    expect(await seen(JSON.stringify(VALUES), {}, '/send/overdragenZaak', 'text/plain')).to.match(/^415/);
    expect(await seen(JSON.stringify(VALUES), { courier: undefined })).to.match(/^409 .*--reply-to/);
    expect(await seen(JSON.stringify(VALUES), {}, '/send/overdragenZaken')).to.match(/^404/);
    expect(await seen(JSON.stringify(VALUES), {}, '/OntvangAsynchroon')).to.equal(undefined);
    expect(sent).to.deep.equal([]);
  });

  it('has an answer that can be set, as every value of the standard can, and no others', () => {
    expect(() => withValues(standard, { overdrach: 'x' })).to.throw(/no value "overdrach"; did you mean "overdracht"/);
    expect(() => withValues(standard, { catalogus: 'ja' })).to.throw(/true or false/);
    const values = withValues(standard, { catalogus: 'false', gemeentecode: '0518' }).simulator.values;
    expect(values).to.include({ catalogus: false, gemeentecode: '0518', weigerNaEinddatum: false });
  });
});

/** What follows on the services of Regie- en zaakservices: a notification, and the decision on a transfer; from its data. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import { readXml } from '../src/message/xml-reader.js';
import { descend } from '../src/model/xml-element.js';
import type { LaterMessage, Registry, RegistryStore, Reply } from '../src/standard/family.js';
import { familyOf } from '../src/standard/index.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { packageRoot } from './package-root.js';
import { openOwnSuite } from './support/reference-run.js';
import { compactBasis } from './support/reference-server.js';

const NOW = Date.parse('2026-03-02T09:00:00Z');

describe('a message of Regie- en zaakservices on which another follows', () => {
  let loaded: LoadedSuite;
  let registry: Registry;
  let store: RegistryStore;
  let basis: OpenSchemaBasis;
  before(async () => {
    loaded = await openOwnSuite('rzs-1.0/abonnementenbeheer');
    basis = await compactBasis(loaded.standard);
  });
  beforeEach(() => {
    registry = familyOf(loaded.standard.family).registry(loaded.standard);
    store = registry.createStore();
  });
  after(() => basis.dispose());

  function hear(file: string, service: string, begun?: ReadonlySet<string>): Reply {
    const text = readFileSync(join(packageRoot, 'fixtures', 'rzs-1.0', 'good', file), 'utf8');
    const envelope = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>${text}</s:Body></s:Envelope>`;
    const { root } = readXml(new TextEncoder().encode(envelope));
    const soapAction = loaded.standard.services.find(({ id }) => id === service)?.soapAction;
    return registry.handle(store, { soapAction, begun, contentType: 'text/xml', receivedAt: NOW, ...(root && { root }) });
  }

  async function read({ outgoing }: LaterMessage) {
    expect(await basis.validateBytes(outgoing.body)).to.deep.equal({ decided: true, violations: [] });
    const { root } = readXml(outgoing.body);
    if (!root) throw new Error('unreadable');
    const { message, crossRefnummer } = familyOf(loaded.standard.family).read(root);
    if (!message) throw new Error('no message');
    return { name: message.name, crossRefnummer, object: (...path: string[]) => descend(message, 'object', ...path)?.text };
  }

  it('asks for a notification, and the subscriber is told all of it', async () => {
    const reply = hear('initieerNotificeerOverZaak.xml', 'initieerNotificeerOverZaak');
    expect(reply.summary.reply).to.equal('Bv03');
    const [later, ...more] = reply.later?.(NOW) ?? [];
    if (!later) throw new Error('nothing follows');
    expect(more).to.deep.equal([]);
    expect(later.service.id).to.equal('notificeerOverZaak');
    const told = await read(later);
    expect(told.name).to.equal('notificeerOverZaak_Di01');
    expect(told.object('identificatie')).to.equal('99990000000001');
    expect(told.object('extraElementen', 'extraElement')).to.equal('creeerZaak');
    expect(told.object('isVan', 'gerelateerde', 'omschrijving')).to.equal('Gezinsplan');
  });

  it('transfers a zaak, and the decision comes later, about that zaak and that message', async () => {
    const [later] = hear('overdragenZaak.xml', 'overdragenZaak').later?.(NOW) ?? [];
    if (!later) throw new Error('nothing follows');
    expect(later.service.id).to.equal('bevestigOverdragenZaak');
    const told = await read(later);
    expect(told).to.include({ name: 'overdragenZaak_Du01', crossRefnummer: 'S0001' });
    expect([told.object('identificatie'), told.object('antwoord')]).to.deep.equal(['99990000000001', 'Overdracht geaccepteerd']);
  });

  it('is a decision: taken when it is on a message that was sent in our name, and refused otherwise', () => {
    const unknown = hear('bevestigOverdragenZaak.xml', 'bevestigOverdragenZaak');
    expect(unknown.summary).to.deep.include({ reply: 'Fo03' });
    expect(unknown.summary.fault).to.match(/^StUF043/);
    const known = hear('bevestigOverdragenZaak.xml', 'bevestigOverdragenZaak', new Set(['S0001']));
    expect(known.summary).to.deep.include({ reply: 'Bv03' });
    expect(known.later).to.equal(undefined);
  });
});

/** A registry that is wrong in one known way, and honest in everything else. */
import { expect } from 'chai';
import { readXml } from '../../src/message/xml-reader.js';
import { writeXml } from '../../src/message/xml-writer.js';
import type { Misbehaviour } from '../../src/model/misbehaviour.js';
import type { Incoming, Registry, RegistryStore } from '../../src/standard/family.js';
import { misbehavingRegistry } from '../../src/standard/misbehaving-registry.js';
import { stuf } from '../../src/standard/stuf/family.js';
import { envelope, service, standard, VTG } from '../support/made-case.js';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Answers with the message that it got, and counts what it stored. */
const honest = {
  createStore: (saved?: unknown) => ({
    stored: (saved as { stored: number } | undefined)?.stored ?? 0,
    toJSON: () => ({ stored: 0 }),
  }),
  handle(store: RegistryStore, { root }: Incoming) {
    (store as unknown as { stored: number }).stored += 1;
    const body = new TextEncoder().encode(root ? writeXml(root, { VTG, s: 'http://schemas.xmlsoap.org/soap/envelope/' }) : '');
    return { status: 200, headers: [['Content-Type', 'text/xml']], body, summary: { request: '', reply: '' } };
  },
} as unknown as Registry;

const wrong = (more: Partial<Misbehaviour>): Misbehaviour => ({
  ...{ id: 'x', title: { nl: 'x', en: 'x' }, services: [service.id], request: [], swallow: false, reply: [], unnoticed: {} },
  ...more,
});

function ask(registry: Registry, store: RegistryStore, soapAction: string = service.soapAction) {
  const { root } = readXml(
    new TextEncoder().encode(
      envelope('<VTG:vtgLv01><VTG:naam>Zeemeeuw</VTG:naam><VTG:mast>1</VTG:mast><VTG:mast>2</VTG:mast></VTG:vtgLv01>'),
    ),
  );
  if (!root) throw new Error('the test message is not well-formed');
  return registry.handle(store, { soapAction: `"${soapAction}"`, contentType: 'text/xml', root, receivedAt: 0 });
}

describe('a misbehaving registry', () => {
  const open = (more: Partial<Misbehaviour>) => ({
    registry: misbehavingRegistry(honest, wrong(more), standard, stuf),
    store: honest.createStore(),
  });

  it('reads less than was sent, or something else', () => {
    const dropped = open({ request: [{ drop: 'VTG:mast' }] });
    expect(text(ask(dropped.registry, dropped.store).body))
      .to.contain('Zeemeeuw')
      .and.not.contain('mast');
    const changed = open({ request: [{ set: 'VTG:naam', to: 'Albatros' }] });
    expect(text(ask(changed.registry, changed.store).body))
      .to.contain('Albatros')
      .and.not.contain('Zeemeeuw');
  });

  it('answers and forgets', () => {
    const { registry, store } = open({ swallow: true });
    expect(text(ask(registry, store).body)).to.contain('Zeemeeuw');
    expect(store).to.include({ stored: 0 });
  });

  it('says something else than it means', () => {
    const { registry, store } = open({ reply: [{ replace: '(naam>)[^<]*', by: '$1X' }], status: 500, contentType: 'text/html' });
    const reply = ask(registry, store);
    expect(text(reply.body)).to.contain('naam>X<');
    expect(reply).to.deep.include({ status: 500, headers: [['Content-Type', 'text/html']] });
  });

  it('is honest to other services, and to all but the chosen request', () => {
    const { registry, store } = open({ status: 500, nth: 2 });
    expect(ask(registry, store, 'http://example.org/anders').status).to.equal(200);
    expect([1, 2, 3].map(() => ask(registry, store).status)).to.deep.equal([200, 500, 200]);
  });
});

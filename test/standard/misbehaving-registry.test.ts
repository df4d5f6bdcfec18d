/** A registry that is wrong in one known way, and honest in everything else. */
import { expect } from 'chai';
import { readXml } from '../../src/message/xml-reader.js';
import { writeXml } from '../../src/message/xml-writer.js';
import type { Misbehaviour } from '../../src/model/misbehaviour.js';
import type { SchemaViolation } from '../../src/model/record.js';
import type { Incoming, Registry, RegistryStore } from '../../src/standard/family.js';
import { misbehavingRegistry } from '../../src/standard/misbehaving-registry.js';
import { stuf } from '../../src/standard/stuf/family.js';
import { envelope, STUF, service, standard, VTG } from '../support/made-case.js';

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** Answers with the message that it got, and counts what it stored. */
const honest = {
  createStore: (saved?: unknown) => ({
    stored: (saved as { stored: number } | undefined)?.stored ?? 0,
    toJSON: () => ({ stored: 0 }),
  }),
  handle(store: RegistryStore, { root }: Incoming) {
    (store as unknown as { stored: number }).stored += 1;
    const body = new TextEncoder().encode(
      root ? writeXml(root, { VTG, StUF: STUF, s: 'http://schemas.xmlsoap.org/soap/envelope/' }) : '',
    );
    return { status: 200, headers: [['Content-Type', 'text/xml']], body, summary: { request: '', reply: '' } };
  },
} as unknown as Registry;

const VIOLATION = { line: 1, message: 'not as it should be' } as SchemaViolation;

const replyOf = (said: unknown) => ({ status: 200, headers: [], body: new TextEncoder().encode(String(said)) });

const wrong = (more: Partial<Misbehaviour>): Misbehaviour => ({
  ...{ id: 'x', title: { nl: 'x', en: 'x' }, services: [service.id], request: [], reply: [] },
  ...{ lenient: false, forgetful: false, swallow: false },
  ...more,
});

function ask(registry: Registry, store: RegistryStore, soapAction: string = service.soapAction) {
  const { root } = readXml(
    new TextEncoder().encode(
      envelope(
        '<VTG:vtgLv01><VTG:stuurgegevens><StUF:referentienummer>R-1</StUF:referentienummer></VTG:stuurgegevens><VTG:naam>Zeemeeuw</VTG:naam><VTG:mast hoogte="9">1</VTG:mast><VTG:mast>2</VTG:mast></VTG:vtgLv01>',
      ),
    ),
  );
  if (!root) throw new Error('the test message is not well-formed');
  return registry.handle(store, {
    soapAction: `"${soapAction}"`,
    contentType: 'text/xml',
    root,
    receivedAt: 0,
    violations: [VIOLATION],
  });
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

  it('changes texts and attributes, keeps the first of many, and turns an order round', () => {
    const said = (request: Misbehaviour['request']) => {
      const { registry, store } = open({ request });
      return text(ask(registry, store).body);
    };
    expect(said([{ change: 'VTG:naam', replace: '^(.{3}).*$', by: '$1' }])).to.contain('naam>Zee<');
    expect(said([{ first: 'VTG:mast' }]))
      .to.contain('>1<')
      .and.not.contain('>2<');
    expect(said([{ reverse: 'VTG:mast' }])).to.match(/>2<.*>1</s);
    expect(said([{ set: 'VTG:naam/@kleur', to: 'wit' }])).to.contain('kleur="wit"');
    expect(said([{ change: 'VTG:mast/@hoogte', replace: '9', by: '8' }]))
      .to.contain('hoogte="8"')
      .and.not.contain('hoogte="9"');
    expect(said([{ drop: 'VTG:mast/@hoogte' }])).to.not.contain('hoogte');
    expect(said([{ change: 'VTG:naam/@hoogte', replace: '9', by: '8' }]), 'an attribute that is not there').to.contain(
      'naam>Zee',
    );
  });

  it('does not look at a schema when it is lenient', () => {
    const seen = (more: Partial<Misbehaviour>) => {
      let violations: unknown;
      const watching = {
        ...honest,
        handle(store: RegistryStore, of: Incoming) {
          violations = of.violations;
          return honest.handle(store, of);
        },
      };
      ask(misbehavingRegistry(watching, wrong(more), standard, stuf), honest.createStore());
      return violations;
    };
    expect(seen({ lenient: true })).to.equal(undefined);
    expect(seen({ status: 500 })).to.have.length(1);
  });

  it('gives a message another number when it is forgetful, and its own in the reply', () => {
    const numbers: string[] = [];
    const watching = {
      ...honest,
      handle(store: RegistryStore, of: Incoming) {
        numbers.push((of.root && stuf.read(of.root).referentienummer) ?? '');
        return honest.handle(store, of);
      },
    };
    const registry = misbehavingRegistry(watching, wrong({ forgetful: true }), standard, stuf);
    const replies = [1, 2].map(() => text(ask(registry, honest.createStore()).body));
    expect(new Set(numbers).size).to.equal(2);
    for (const reply of replies) expect(reply).to.contain('referentienummer>R-1<');
  });

  it('does with a message what its own effects say', () => {
    const other = {
      ...stuf,
      registry: ({ services }: typeof standard) => ({ ...honest, handle: () => replyOf(services[0]?.effects.length) }),
    };
    const registry = misbehavingRegistry(honest, wrong({ effects: [] }), standard, other as unknown as typeof stuf);
    expect(text(ask(registry, honest.createStore()).body)).to.equal('0');
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

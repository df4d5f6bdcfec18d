import { expect } from 'chai';
import { createSchemaBasis, digestOf, type PreparationCache } from '../../src/message/schema-basis.js';
import type { Body } from '../../src/model/body.js';
import type { ReceivedReply } from '../../src/model/exchange.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { filesOf, invented, message } from './invented-schema.js';

const source = {
  soort: 'ingebouwd',
  naam: 'verzonnen',
  files: filesOf(invented),
  entries: ['bericht/bericht.xsd'],
  prefixes: { BER: 'urn:bericht' },
} as const;

function reply(text: string): ReceivedReply {
  const bytes = new TextEncoder().encode(text);
  const body: Body = {
    id: '1',
    size: bytes.length,
    digest: '',
    async *open() {
      yield bytes;
    },
    bytes: async () => bytes,
  };
  return { status: 200, headers: [], body };
}

/** A cache in memory that shows what went through it. */
function memory(kept = new Map<string, Uint8Array>()): PreparationCache & { readonly kept: Map<string, Uint8Array> } {
  return {
    kept,
    read: async (key) => kept.get(key),
    async write(key, bytes) {
      kept.set(key, bytes);
    },
  };
}

describe('a schema basis', () => {
  it('carries its name and a digest over its files, and validates recorded messages', async () => {
    const basis = await createSchemaBasis(source);
    expect(basis).include({ soort: 'ingebouwd', naam: 'verzonnen', digest: digestOf(source.files) });
    expect(await basis.validate(reply(message()))).deep.equal({ decided: true, violations: [] });
    const outcome = await basis.validate(reply(message({ aantal: 'x' })));
    expect(outcome.decided && outcome.violations[0]?.path).equal('BER:vrucht/BER:aantal');
    basis.dispose();
  });

  it('has another digest when a file has another byte or another name', () => {
    const digests = [
      invented,
      { ...invented, 'basis/basis.xsd': `${invented['basis/basis.xsd']} ` },
      Object.fromEntries(Object.entries(invented).map(([path, text]) => [`x/${path}`, text])),
    ].map((files) => digestOf(filesOf(files)));
    expect(new Set(digests).size).equal(3);
  });

  it('reads what it prepared before from the cache', async () => {
    const cache = memory();
    (await createSchemaBasis(source, { cache })).dispose();
    expect(cache.kept.size).equal(1);
    const [key, bytes] = [...cache.kept][0] ?? ['', new Uint8Array()];
    const again = await createSchemaBasis(source, {
      cache: { read: async (asked) => (asked === key ? bytes : undefined), write: async () => expect.fail('written') },
    });
    expect(again.validateBytes(new TextEncoder().encode(message({ type: 'PEER' })))).deep.include({ decided: true });
    again.dispose();
  });

  it('never takes a package for another set or another entry', async () => {
    const cache = memory();
    const changed = filesOf({ ...invented, 'basis/kleuren.xsd': invented['basis/kleuren.xsd'].replace('rood', 'geel') });
    for (const each of [source, { ...source, files: changed }, { ...source, entries: ['basis/basis.xsd'] }]) {
      (await createSchemaBasis(each, { cache })).dispose();
    }
    expect(cache.kept.size).equal(3);
  });

  it('prepares again when the kept package is damaged anywhere', async () => {
    const cache = memory();
    (await createSchemaBasis(source, { cache })).dispose();
    const [[key, whole]] = [...cache.kept] as [[string, Uint8Array]];
    const cut = whole.slice(0, whole.length - 10);
    const flipped = [5, 100, whole.length - 5].map((at) => whole.map((byte, index) => (index === at ? byte ^ 1 : byte)));
    for (const damaged of [new Uint8Array(), new TextEncoder().encode('\n'), cut, ...flipped]) {
      cache.kept.set(key, damaged);
      const basis = await createSchemaBasis(source, { cache });
      expect(await basis.validate(reply(message()))).deep.equal({ decided: true, violations: [] });
      basis.dispose();
      expect(Buffer.compare(cache.kept.get(key) ?? new Uint8Array(), whole)).equal(0);
    }
  });

  it('does not keep a set that cannot be compiled', async () => {
    const cache = memory();
    const files = filesOf({
      'a.xsd': '<schema xmlns="http://www.w3.org/2001/XMLSchema"><element name="a" type="nowhere"/></schema>',
    });
    try {
      await createSchemaBasis({ ...source, files, entries: ['a.xsd'] }, { cache });
      expect.fail('it compiled');
    } catch (error) {
      expect(error).instanceOf(HarnessError).with.property('code', 'SCHEMA_INVALID');
    }
    expect(cache.kept.size).equal(0);
  });

  it('gets the bytes of a message as it is told to', async () => {
    const basis = await createSchemaBasis(source, { bytesOf: async () => new TextEncoder().encode(message()) });
    expect(await basis.validate(reply('packed'))).deep.equal({ decided: true, violations: [] });
    basis.dispose();
  });
});

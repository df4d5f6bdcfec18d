/** What a counterpart says later is delivered after its time, on a connection of its own, and what becomes of it is told. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createCourier } from '../../src/actor/courier.js';
import { createDriver } from '../../src/actor/driver.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { startSimulator } from '../../src/actor/simulator.js';
import type { Exchange } from '../../src/model/exchange.js';
import type { ServiceDefinition, StandardDefinition } from '../../src/model/standard-definition.js';
import type { LaterMessage, Registry } from '../../src/standard/family.js';
import { FakeClock } from '../support/fake-clock.js';

const SERVICE = { id: 'Fo01', portType: 'Proefpoort', soapAction: 'urn:fo01' } as unknown as ServiceDefinition;

function message(name: string): LaterMessage {
  const headers = [
    ['Content-Type', 'text/xml'],
    ['SOAPAction', '"urn:fo01"'],
  ] as const;
  return { outgoing: { headers, body: Buffer.from(`<${name}/>`), referentienummer: name }, service: SERVICE, name };
}

describe('courier', () => {
  const seen: string[] = [];
  let product: Server;
  let address: string;
  before(async () => {
    product = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        seen.push(`${request.headers.soapaction} ${Buffer.concat(chunks).toString()}`);
        response.end('<Bv03/>');
      });
    });
    await new Promise<void>((resolve) => product.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(product.address() as AddressInfo).port}/ontvang`;
  });
  after(() => product.close());
  beforeEach(() => seen.splice(0));

  function open(to: string, delayMillis: number, clock = new FakeClock()) {
    const bodyStore = createBodyStore({ spoolFolder: join(tmpdir(), 'ketentest') });
    const recorder = { record: async () => undefined };
    const real = {
      now: () => Date.now(),
      sleep: (_: number, signal?: AbortSignal) => new Promise<void>((r) => signal?.addEventListener('abort', () => r())),
    };
    const driver = createDriver({
      ...{ endpointOf: () => to, bodyStore, recorder, exchangeIds: createExchangeIds(), timeoutMillis: 5000 },
      clock: real,
    });
    const told: { readonly name: string; readonly exchange: Exchange }[] = [];
    const errors: unknown[] = [];
    const courier = createCourier({
      ...{ sender: driver, clock, delayMillis },
      delivered: ({ name }, exchange) => void told.push({ name, exchange }),
      failed: (error) => errors.push(error),
    });
    return { courier, told, errors, close: () => driver.close() };
  }

  it('delivers in order, with the SOAPAction of each, and tells what was answered', async () => {
    const { courier, told, close } = open(address, 0);
    courier.take(() => [message('La1'), message('La2')]);
    await courier.finish();
    close();
    expect(seen).to.deep.equal(['"urn:fo01" <La1/>', '"urn:fo01" <La2/>']);
    expect(told.map(({ name, exchange }) => `${name} ${exchange.reply?.status}`)).to.deep.equal(['La1 200', 'La2 200']);
  });

  it('waits as long as it was told, and makes the message only then', async () => {
    const clock = new FakeClock();
    const { courier, told, close } = open(address, 30_000, clock);
    const made: number[] = [];
    const start = clock.now();
    courier.take((at) => {
      made.push(at - start);
      return [message('Bv01')];
    });
    clock.advance(29_999);
    expect(made).to.deep.equal([]);
    clock.advance(1);
    await courier.finish();
    close();
    expect(made).to.deep.equal([30_000]);
    expect(told).to.have.length(1);
  });

  it('waits no longer when it is asked to finish', async () => {
    const { courier, told, close } = open(address, 3_600_000);
    courier.take(() => [message('Bv01')]);
    await courier.finish();
    close();
    expect(told.map(({ exchange }) => exchange.reply?.status)).to.deep.equal([200]);
  });

  it('tells that nobody was there, and goes on', async () => {
    const { courier, told, errors, close } = open('http://127.0.0.1:9/', 0);
    courier.take(() => [message('Fo01')]);
    await courier.finish();
    close();
    expect(told.map(({ exchange }) => exchange.failure?.kind)).to.deep.equal(['refused']);
    expect(errors).to.deep.equal([]);
  });

  it('hands on what goes wrong on our own side', async () => {
    const { courier, errors, close } = open(address, 0);
    courier.take(() => {
      throw new Error('stuk');
    });
    await courier.finish();
    close();
    expect(errors.map(String)).to.deep.equal(['Error: stuk']);
  });

  describe('of a simulator', () => {
    const later = () => [message('Bv01')];
    const registry = (status: number): Registry => ({
      createStore: () => ({ toJSON: () => ({}) }),
      openStore: () => ({ toJSON: () => ({}), liveBytes: 0, settle: () => undefined, copyTo: () => () => undefined }),
      predict: () => undefined,
      remains: () => [],
      begin: () => ({ referentienummer: 'E1', zender: { applicatie: 'proef' } }),
      handle: () => ({ status, headers: [], body: Buffer.from('<Bv03/>'), summary: { request: 'a', reply: 'Bv03' }, later }),
    });

    async function taken(status: number, wrong?: number): Promise<number> {
      let count = 0;
      const of = registry(status);
      await using simulator = await startSimulator({
        ...{ host: '127.0.0.1', port: 0, version: '1', clock: new FakeClock(), spoolFolder: join(tmpdir(), 'ketentest') },
        standard: { services: [] } as unknown as StandardDefinition,
        ...{ registry: of, store: of.createStore() },
        courier: { take: () => void count++ },
        ...(wrong !== undefined && { faulter: { apply: (right) => ({ reply: { ...right, status: wrong }, faults: ['fo03'] }) } }),
      });
      await (await fetch(simulator.url, { method: 'POST', body: '<a/>', headers: { 'Content-Type': 'text/xml' } })).text();
      await simulator.finish();
      return count;
    }

    it('gets what follows once the confirmation went out', async () => {
      expect(await taken(200)).to.equal(1);
    });

    it('gets nothing after a refusal on purpose: the product was told that we took nothing', async () => {
      expect(await taken(200, 500)).to.equal(0);
    });
  });
});

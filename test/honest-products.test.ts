/**
 * Honest products that differ from ours in what they do: over a real connection, some answer in their own way or take
 * their time to store. Nothing may turn red.
 */

import * as http from 'node:http';
import { expect } from 'chai';
import type { OpenSchemaBasis } from '../src/message/schema-basis.js';
import type { LoadedSuite } from '../src/suite/load-suite.js';
import { localServer } from './support/local-server.js';
import { openOwnSuite, outcomeOf, runAgainst } from './support/reference-run.js';
import { compactBasis, type ReferenceServer, startReference } from './support/reference-server.js';

type Answer = (response: http.ServerResponse, body: Buffer, status: number) => void;

const TYPE = { 'content-type': 'text/xml; charset=utf-8' };
const HOW_IT_ANSWERS: Readonly<Record<string, Answer>> = {
  'in small pieces, without a length': (response, body, status) => {
    response.writeHead(status, TYPE);
    for (let at = 0; at < body.length; at += 1000) response.write(body.subarray(at, at + 1000));
    response.end();
  },
  'and closes the connection': (response, body, status) => {
    response.writeHead(status, { ...TYPE, connection: 'close', 'content-length': body.length }).end(body);
  },
  'and ends by closing': (response, body, status) => {
    response.useChunkedEncodingByDefault = false;
    response.writeHead(status, { ...TYPE, connection: 'close' }).end(body);
  },
  'after telling to go on': (response, body, status) => {
    response.writeContinue();
    response.writeHead(status, { ...TYPE, 'content-length': body.length }).end(body);
  },
  'with trailers': (response, body, status) => {
    response.writeHead(status, { ...TYPE, trailer: 'X-Check' }).write(body);
    response.addTrailers({ 'X-Check': '1' });
    response.end();
  },
  'with a text of its own beside the status': (response, body, status) => {
    response.writeHead(status, status === 200 ? 'Prima' : 'Mis', { ...TYPE, 'content-length': body.length }).end(body);
  },
};

describe('an honest product that', function () {
  this.timeout(60_000);
  let loaded: LoadedSuite;
  let basis: OpenSchemaBasis;
  before(async () => {
    loaded = await openOwnSuite('zds-1.1/zaaksysteem');
    basis = await compactBasis(loaded.standard);
  });
  after(() => basis.dispose());

  for (const [name, answer] of Object.entries(HOW_IT_ANSWERS)) {
    it(`answers ${name}`, async () => {
      await using product = await startReference(loaded.standard);
      await using front = await startFront(product, answer);
      expect(await reds(front.url, 0)).to.deep.equal([]);
    });
  }

  it('stores some time after it confirmed', async () => {
    const slow = { ...loaded.standard, simulator: { ...loaded.standard.simulator, processingDelayMillis: 150 } };
    await using product = await startReference(slow);
    expect(await reds(product.url, 5_000)).to.deep.equal([]);
  });

  it('stores later than we wait is called one that does not store', async () => {
    const slow = { ...loaded.standard, simulator: { ...loaded.standard.simulator, processingDelayMillis: 60_000 } };
    await using product = await startReference(slow);
    expect((await reds(product.url, 0)).filter((each) => each.endsWith('product'))).to.deep.equal([
      'zs.2.creeerZaak/1 voldoet_niet product',
      'zs.2.creeerZaak/3 voldoet_niet product',
    ]);
  });

  async function reds(url: string, pollMillis: number): Promise<readonly string[]> {
    const { steps } = await runAgainst(loaded, { url, bases: [basis], pollMillis });
    expect(steps.size).to.equal(36);
    return [...steps].filter(([, step]) => step.verdict !== 'voldoet').map(([path, step]) => `${path} ${outcomeOf(step)}`);
  }
});

/** Passes every request on as it came, and answers in its own way. */
async function startFront(product: ReferenceServer, answer: Answer): Promise<AsyncDisposable & { readonly url: string }> {
  const server = http.createServer((incoming, response) => {
    const { 'transfer-encoding': _, ...headers } = incoming.headers;
    const onward = http.request(new URL(incoming.url ?? '/', product.url), { method: 'POST', headers }, async (reply) => {
      const chunks: Buffer[] = [];
      for await (const chunk of reply) chunks.push(chunk as Buffer);
      answer(response, Buffer.concat(chunks), reply.statusCode ?? 0);
    });
    onward.on('error', () => response.destroy());
    incoming.pipe(onward);
  });
  return localServer(server);
}

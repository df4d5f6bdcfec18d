import * as http from 'node:http';
import type { LookupFunction } from 'node:net';
import { expect } from 'chai';
import type { BodyStore } from '../../src/actor/body-store.js';
import { headerOf } from '../../src/model/body.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { LEFT_OUT } from '../../src/model/left-out.js';
import { type Driving, driving, outgoing, PURPOSE } from '../support/driving.js';
import { type Behaviour, closedPortUrl, envelope, type HostileServer, startHostileServer } from '../support/hostile-server.js';
import { localServer } from '../support/local-server.js';

const MEGABYTE = 1024 * 1024;

describe('driver', () => {
  let server: HostileServer;
  before(async () => {
    server = await startHostileServer();
  });
  after(() => server.close());

  it('brings back what was said, byte for byte, with headers as they came', async () => {
    await using at = await driving(server.url('good'));
    const exchange = await at.send();
    expect(exchange.failure).to.equal(undefined);
    expect(exchange).to.include({ id: '0001', part: 'driver' });
    expect(exchange.purpose).to.deep.equal(PURPOSE);
    expect(exchange.reply?.status).to.equal(200);
    expect(exchange.reply?.headers).to.deep.include(['Content-Type', 'text/xml; charset=utf-8']);
    expect(Buffer.from((await exchange.reply?.body.bytes()) ?? []).toString()).to.equal(envelope());
  });

  it('puts on the wire exactly the headers that it writes down, in that order', async () => {
    const wire: string[][] = [];
    const echo = await serve((request, response) => {
      wire.push(request.rawHeaders);
      response.end('<a/>');
    });
    await using at = await driving(`${echo.url}/pad?x=1`, { headers: [['X-Eigen', 'ja']] });
    const { request } = await at.send();
    // What a user adds may open a door: its value is not written down.
    expect(wire).to.deep.equal([request.headers.flatMap(([name, value]) => [name, name === 'X-Eigen' ? 'ja' : value])]);
    expect(headerOf(request.headers, 'x-eigen')).to.equal(LEFT_OUT);
    expect(request.url).to.equal(`${echo.url}/pad?x=${LEFT_OUT}`);
    expect(request.headers.map(([name]) => name)).to.deep.equal([
      'Host',
      'Content-Type',
      'SOAPAction',
      'Accept-Encoding',
      'Connection',
      'X-Eigen',
      'Content-Length',
    ]);
    expect(headerOf(request.headers, 'content-length')).to.equal('8');
    expect(headerOf(request.headers, 'accept-encoding')).to.equal('identity');
    await echo.close();
  });

  it('records the request before the first byte goes out, and the reply before it returns', async () => {
    await using at = await driving(server.url('good'));
    const seen: unknown[] = [];
    server.onRequest = () => seen.push(...at.journal.lines.map(({ type }) => type));
    await at.send();
    server.onRequest = () => undefined;
    expect(seen).to.deep.equal(['request']);
    expect(at.journal.lines.map(({ type }) => type)).to.deep.equal(['request', 'reply']);
    expect([...at.journal.bodies.keys()]).to.deep.equal(['0001-vraag.body', '0001-antwoord.body']);
  });

  it('sends nothing when it cannot be written down', async () => {
    const before = server.requests;
    await using at = await driving(server.url('good'), {
      recorder: { record: () => Promise.reject(new HarnessError('OUTPUT_FAILED', 'vol')) },
    });
    const error = await at.send().catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'OUTPUT_FAILED');
    expect(server.requests).to.equal(before);
  });

  it('shows credentials to the server and to nobody else', async () => {
    const seen: (string | undefined)[] = [];
    const echo = await serve((request, response) => {
      seen.push(request.headers.authorization, String(request.headers['x-api-key']));
      response.end('<a/>');
    });
    const url = echo.url.replace('http://', 'http://jan:ge%20heim@');
    await using at = await driving(url, { headers: [['X-Api-Key', 'sleutel']] });
    const { request } = await at.send();
    expect(seen).to.deep.equal([`Basic ${Buffer.from('jan:ge heim').toString('base64')}`, 'sleutel']);
    const written = JSON.stringify([at.journal.lines, request.headers, request.url]);
    for (const secret of ['ge heim', 'ge%20heim', 'sleutel', Buffer.from('jan:ge heim').toString('base64')]) {
      expect(written).not.to.include(secret);
    }
    await echo.close();
  });

  it('uses one connection for messages that follow each other', async () => {
    const ports = new Set<number | undefined>();
    const echo = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      response.end('<a/>');
    });
    await using at = await driving(echo.url);
    for (let sent = 0; sent < 3; sent++) await at.send();
    expect(ports.size).to.equal(1);
    await echo.close();
  });

  it('takes a fresh connection after one was broken', async () => {
    let requests = 0;
    const echo = await serve((request, response) => {
      requests += 1;
      if (requests === 2) request.socket.resetAndDestroy();
      else response.end('<a/>');
    });
    await using at = await driving(echo.url);
    const kinds = [];
    for (let sent = 0; sent < 3; sent++) kinds.push((await at.send()).failure?.kind);
    expect(kinds).to.deep.equal([undefined, 'reset', undefined]);
    await echo.close();
  });

  it('does not follow a redirect', async () => {
    const before = server.requests;
    await using at = await driving(server.url('redirect'));
    const { reply } = await at.send();
    expect(reply?.status).to.equal(302);
    expect(server.requests).to.equal(before + 1);
  });

  it('keeps a compressed reply as it went over the wire', async () => {
    await using at = await driving(server.url('gzip'));
    const { reply } = await at.send();
    expect([...((await reply?.body.bytes()) ?? [])].slice(0, 2)).to.deep.equal([0x1f, 0x8b]);
  });

  it('sends and receives 50 MB without keeping them in memory', async () => {
    const size = 50 * MEGABYTE;
    const echo = await serve((request, response) => {
      response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': String(request.headers['content-length']) });
      request.pipe(response);
    });
    await using at = await driving(echo.url, { recorder: { record: async () => undefined } });
    const message = Buffer.alloc(size, 'x');
    globalThis.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    const { reply, request, failure } = await at.send(message);
    const grown = process.memoryUsage().arrayBuffers - before;
    expect(failure).to.equal(undefined);
    expect(reply?.body.size).to.equal(size);
    expect(reply?.body.digest).to.equal(request.body.digest);
    expect(grown).to.be.lessThan(size);
    await echo.close();
  });

  it('takes a reply that comes before the request was read', async () => {
    const early = await serve((_, response) => {
      response.writeHead(413, { 'Content-Type': 'text/plain' }).end('te groot');
    });
    await using at = await driving(early.url);
    const { reply } = await at.send(Buffer.alloc(8 * MEGABYTE));
    expect(reply?.status).to.equal(413);
    await early.close();
  });

  it('holds conversations beside each other and numbers them in the order in which they began', async () => {
    await using at = await driving(server.url('good'));
    const exchanges = await Promise.all(Array.from({ length: 20 }, () => at.send()));
    expect(exchanges.map(({ id }) => id)).to.deep.equal(exchanges.map((_, index) => String(index + 1).padStart(4, '0')));
    expect(exchanges.every(({ failure }) => failure === undefined)).to.equal(true);
  });

  describe('when the other side misbehaves', () => {
    const failing: readonly (readonly [Behaviour, string, RegExp])[] = [
      ['hang-up', 'reset', /^ECONNRESET/],
      ['reset', 'reset', /^ECONNRESET/],
      ['truncated', 'protocol', /^TRUNCATED: closed after \d+ bytes, of the 1000 announced/],
      ['truncated-chunk', 'protocol', /^TRUNCATED: closed after 5 bytes, before its last chunk/],
      ['broken-chunk', 'protocol', /^HPE_/],
      ['no-http', 'protocol', /^HPE_/],
      ['no-version', 'protocol', /^HPE_/],
    ];
    for (const [behaviour, kind, detail] of failing) {
      it(`tells ${behaviour} as ${kind}`, async () => {
        await using at = await driving(server.url(behaviour));
        const { failure } = await at.send();
        expect(failure?.kind).to.equal(kind);
        expect(failure?.detail).to.match(detail);
        expect(at.journal.lines.at(-1)).to.have.nested.property('failure.kind', kind);
      });
    }

    it('keeps what arrived of a reply that was cut off', async () => {
      await using at = await driving(server.url('truncated'));
      const { reply } = await at.send();
      expect(Buffer.from((await reply?.body.bytes()) ?? []).toString()).to.equal(envelope());
    });

    it('tells an upgrade that nobody asked for as reset', async () => {
      const upgrading = await serve((_, response) => {
        response.socket?.end('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: vreemd\r\n\r\n');
      });
      await using at = await driving(upgrading.url);
      expect((await at.send()).failure).to.have.property('kind', 'reset');
      await upgrading.close();
    });

    it('tells apart a reply that is reset while it comes in', async () => {
      let reset = (): void => undefined;
      const halfway = await serve((_, response) => {
        response.writeHead(200, { 'Content-Length': '1000' }).write(envelope());
        reset = () => response.socket?.resetAndDestroy();
      });
      await using at = await driving(halfway.url);
      whenReplyBegins(at, () => reset());
      const { failure, reply } = await at.send();
      expect(failure?.kind).to.equal('reset');
      expect(Buffer.from((await reply?.body.bytes()) ?? []).toString()).to.equal(envelope());
      await halfway.close();
    });

    it('keeps bytes that are no HTTP, under status 0', async () => {
      await using at = await driving(server.url('no-http'));
      const { reply } = await at.send();
      expect(reply?.status).to.equal(0);
      expect(Buffer.from((await reply?.body.bytes()) ?? []).toString()).to.match(/^SSH-2\.0/);
    });

    it('stops reading a body without end, and keeps what fits', async () => {
      await using at = await driving(server.url('endless'), { maxBodyBytes: 3 * MEGABYTE });
      const { reply, failure } = await at.send();
      expect(failure?.kind).to.equal('body-too-large');
      expect(reply?.body.size).to.equal(3 * MEGABYTE);
    });

    it('tells a port where nobody listens as refused', async () => {
      await using at = await driving(await closedPortUrl());
      expect((await at.send()).failure).to.have.property('kind', 'refused');
    });

    it('tells a name that does not exist as dns', async () => {
      const lookup: LookupFunction = (host, _, done) =>
        done(Object.assign(new TypeError(`getaddrinfo ENOTFOUND ${host}`), { code: 'ENOTFOUND' }), '', 4);
      await using at = await driving('http://nergens.invalid/', { lookup });
      expect((await at.send()).failure).to.deep.equal({
        kind: 'dns',
        detail: 'ENOTFOUND: getaddrinfo ENOTFOUND nergens.invalid',
      });
    });
  });

  describe('when time passes', () => {
    it('gives up connecting after its time', async () => {
      let asked = (): void => undefined;
      const looked = new Promise<void>((resolve) => {
        asked = resolve;
      });
      await using at = await driving('http://traag.invalid/', { lookup: () => asked() });
      const sent = at.send();
      await looked;
      at.clock.advance(10_000);
      expect((await sent).failure).to.deep.equal({ kind: 'timeout', detail: 'CONNECT_TIMEOUT: no connection within 10000 ms' });
      expect(at.clock.sleeping).to.equal(0);
    });

    it('gives up waiting for a reply after its time', async () => {
      await using at = await driving(server.url('silence'));
      server.onRequest = () => at.clock.advance(30_000);
      const { failure, startedAt, endedAt } = await at.send();
      server.onRequest = () => undefined;
      expect(failure).to.deep.equal({ kind: 'timeout', detail: 'REPLY_TIMEOUT: no complete reply within 30000 ms' });
      expect(Date.parse(endedAt) - Date.parse(startedAt)).to.equal(30_000);
    });

    it('gives up on a reply that began and does not end, and keeps its beginning', async () => {
      await using at = await driving(server.url('silence-halfway'));
      whenReplyBegins(at, () => at.clock.advance(30_000));
      const { failure, reply } = await at.send();
      expect(failure?.kind).to.equal('timeout');
      expect(Buffer.from((await reply?.body.bytes()) ?? []).toString()).to.equal(envelope());
    });

    it('stops when it is cancelled', async () => {
      const stop = new AbortController();
      await using at = await driving(server.url('silence'));
      server.onRequest = () => stop.abort();
      const { failure } = await at.send(undefined, stop.signal);
      server.onRequest = () => undefined;
      expect(failure?.kind).to.equal('cancelled');
      expect((await at.send(undefined, stop.signal)).failure?.kind).to.equal('cancelled');
    });
  });

  describe('when it was set up wrongly', () => {
    const refused = async (url: string | undefined, headers: readonly (readonly [string, string])[] = []) => {
      await using at = await driving('', { endpointOf: () => url, headers });
      return at.driver.send(outgoing(new Uint8Array()), { portType: 'P' }, PURPOSE).catch((caught: unknown) => caught);
    };

    it('refuses to send without an endpoint', async () => {
      expect(await refused(undefined))
        .to.be.instanceOf(HarnessError)
        .with.property('code', 'CONFIG_INVALID');
    });
    it('refuses an endpoint that is no web address', async () => {
      expect(await refused('localhost:8080'))
        .to.be.instanceOf(HarnessError)
        .with.property('code', 'CONFIG_INVALID');
    });
    it('refuses a header with a line end in it', async () => {
      const error = await refused(server.url('good'), [['X', 'a\r\nB: c']]);
      expect(error).to.be.instanceOf(HarnessError).with.property('code', 'CONFIG_INVALID');
    });
  });
});

async function serve(handle: http.RequestListener): Promise<{ readonly url: string; close(): Promise<void> }> {
  const local = await localServer(http.createServer(handle));
  return { url: local.url, close: async () => local[Symbol.asyncDispose]() };
}

/** Acts once, when the first bytes of a reply's body have been read. */
function whenReplyBegins({ bodyStore }: Driving, act: () => void): void {
  const { fromStream } = bodyStore;
  async function* telling(source: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    let hasBegun = false;
    for await (const chunk of source) {
      yield chunk;
      if (!hasBegun) act();
      hasBegun = true;
    }
  }
  const watched: BodyStore['fromStream'] = (source, capBytes) => fromStream(telling(source), capBytes);
  Object.assign(bodyStore, { fromStream: watched });
}

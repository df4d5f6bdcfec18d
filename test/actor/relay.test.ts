import { once } from 'node:events';
import * as http from 'node:http';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { makeAuthority, makeCertificate } from '../support/certificate.js';
import { driving } from '../support/driving.js';
import { relaying, targetThat } from '../support/relaying.js';

interface Heard {
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** A target that remembers what it heard, and answers with a body and headers of its own. */
function remembering(heard: Heard[], reply: Buffer, headers: readonly string[] = ['Content-Type', 'text/xml']) {
  return targetThat(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push({ url: request.url ?? '', headers: request.rawHeaders, body: Buffer.concat(chunks) });
    response.sendDate = false;
    response.writeHead(207, [...headers]);
    response.end(reply);
  });
}

/** One request by hand, so that its framing and its headers are ours. */
function ask(url: string, body: Buffer, headers: readonly string[]): Promise<Heard & { readonly status: number }> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', headers: ['Host', new URL(url).host, ...headers] }, async (response) => {
      const chunks: Buffer[] = [];
      try {
        for await (const chunk of response) chunks.push(chunk as Buffer);
        resolve({ status: response.statusCode ?? 0, url, headers: response.rawHeaders, body: Buffer.concat(chunks) });
      } catch (error) {
        reject(error);
      }
    });
    request.on('error', reject);
    request.end(body);
  });
}

function valuesOf(headers: readonly string[], name: string): readonly (string | undefined)[] {
  return headers.flatMap((each, at) => (at % 2 === 0 && each.toLowerCase() === name ? [headers[at + 1]] : []));
}

const SMALL = Buffer.from('<vraag>\r\n é </vraag>');

describe('relay', () => {
  it('passes bytes, headers, path and query on unchanged, and the reply back', async () => {
    const heard: Heard[] = [];
    const zipped = gzipSync('<antwoord/>');
    await using target = await remembering(heard, zipped, ['content-ENCODING', 'gzip', 'X-Eigen', 'a', 'x-eigen', 'b']);
    await using watched = await relaying(`${target.url}/diensten/`);
    const own = ['SOAPAction', '"urn:x"', 'X-Twee', '1', 'x-twee', '2', 'Content-Length', String(SMALL.length)];
    const reply = await ask(`${watched.relay.url}/zaken?taal=nl`, SMALL, own);
    expect(reply.status).to.equal(207);
    expect(reply.body).to.deep.equal(zipped);
    expect(reply.headers.slice(0, 6)).to.deep.equal(['content-ENCODING', 'gzip', 'X-Eigen', 'a', 'x-eigen', 'b']);
    expect(heard[0]?.body).to.deep.equal(SMALL);
    expect(heard[0]?.url).to.equal('/diensten/zaken?taal=nl');
    expect(heard[0]?.headers.slice(0, 10)).to.deep.equal(['Host', new URL(target.url).host, ...own]);
    const exchange = await watched.taken();
    expect(exchange).to.include({ part: 'relay', hop: 'a-b' });
    expect(exchange?.request.url).to.equal(`${target.url}/diensten/zaken?taal=[weggelaten]`);
    expect(Buffer.from((await exchange?.request.body.bytes()) ?? [])).to.deep.equal(SMALL);
    expect(Buffer.from((await exchange?.reply?.body.bytes()) ?? [])).to.deep.equal(zipped);
    expect(exchange?.times).to.have.keys('requestInMillis', 'replyBeganMillis', 'replyInMillis');
  });

  it('leaves the framing of a message as it came', async () => {
    const heard: Heard[] = [];
    await using target = await remembering(heard, SMALL);
    await using watched = await relaying(target.url);
    await ask(watched.relay.url, SMALL, ['Transfer-Encoding', 'chunked']);
    expect(valuesOf(heard[0]?.headers ?? [], 'transfer-encoding')).to.deep.equal(['chunked']);
    expect(valuesOf(heard[0]?.headers ?? [], 'content-length')).to.deep.equal([]);
    expect(heard[0]?.body).to.deep.equal(SMALL);
  });

  it('keeps credentials out of the record, and passes them on', async () => {
    const heard: Heard[] = [];
    await using target = await remembering(heard, SMALL);
    await using watched = await relaying(target.url);
    await ask(watched.relay.url, SMALL, ['Authorization', 'Basic geheim']);
    expect(valuesOf(heard[0]?.headers ?? [], 'authorization')).to.deep.equal(['Basic geheim']);
    expect(JSON.stringify(watched.journal.lines)).to.not.include('geheim');
  });

  it('writes down what was asked before it goes on, and what was answered before it goes back', async () => {
    const heard: Heard[] = [];
    const order: string[] = [];
    await using target = await remembering(heard, SMALL);
    const recorder = {
      record: async ({ type }: { readonly type: string }) => void order.push(`${type} with ${heard.length} heard`),
    };
    await using watched = await relaying(target.url, { recorder });
    await ask(watched.relay.url, SMALL, []);
    expect(order).to.deep.equal(['request with 0 heard', 'reply with 1 heard']);
  });

  it('passes nothing on that it could not write down', async () => {
    const heard: Heard[] = [];
    await using target = await remembering(heard, SMALL);
    const recorder = { record: () => Promise.reject(new Error('schijf vol')) };
    await using watched = await relaying(target.url, { recorder });
    const error = await ask(watched.relay.url, SMALL, []).catch((caught: unknown) => caught);
    expect(error).to.have.property('code', 'ECONNRESET');
    expect(heard).to.deep.equal([]);
    expect(watched.failures).to.have.length(1);
  });

  it('lets a large message pass while it comes, in both directions, but not its last part before it is written down', async () => {
    const large = Buffer.alloc(700_000, 'x');
    const heard: Heard[] = [];
    let isHalfThere = (): void => undefined;
    const halfThere = new Promise<void>((resolve) => {
      isHalfThere = resolve;
    });
    await using target = await targetThat(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk as Buffer);
        isHalfThere();
      }
      heard.push({ url: '', headers: [], body: Buffer.concat(chunks) });
      response.end(large);
    });
    const order: string[] = [];
    const recorder = { record: async ({ type }: { readonly type: string }) => void order.push(`${type}, ${heard.length} whole`) };
    await using watched = await relaying(target.url, { recorder, thresholdBytes: 1000 });
    const got: Buffer[] = [];
    const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
      const request = http.request(watched.relay.url, { method: 'POST' }, resolve).on('error', reject);
      request.write(large.subarray(0, 300_000));
      // The target has a part before the sender has sent everything: nothing waits for the whole.
      void halfThere.then(() => request.end(large.subarray(300_000)));
    });
    for await (const chunk of response) got.push(chunk as Buffer);
    expect(Buffer.concat(got).equals(large)).to.equal(true);
    expect(heard[0]?.body.equals(large)).to.equal(true);
    expect(order).to.deep.equal(['request, 0 whole', 'reply, 1 whole']);
    const exchange = await watched.taken();
    expect([exchange?.request.body.size, exchange?.reply?.body.size]).to.deep.equal([700_000, 700_000]);
  });

  it('passes 200 MB on without keeping them in memory', async () => {
    const [megabyte, count] = [Buffer.alloc(1024 * 1024, 'x'), 200];
    let heard = 0;
    await using target = await targetThat(async (request, response) => {
      for await (const chunk of request) heard += (chunk as Buffer).length;
      response.end('<antwoord/>');
    });
    await using watched = await relaying(target.url, { recorder: { record: async () => undefined } });
    globalThis.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    const status = await new Promise<number>((resolve, reject) => {
      const request = http.request(watched.relay.url, { method: 'POST' }, (response) => {
        response.resume().once('end', () => resolve(response.statusCode ?? 0));
      });
      request.on('error', reject);
      const write = async () => {
        for (let sent = 0; sent < count; sent++) if (!request.write(megabyte)) await once(request, 'drain');
        request.end();
      };
      write().catch(reject);
    });
    const grown = process.memoryUsage().arrayBuffers - before;
    expect([status, heard]).to.deep.equal([200, count * megabyte.length]);
    expect((await watched.taken())?.request.body.size).to.equal(count * megabyte.length);
    expect(grown).to.be.lessThan((count / 2) * megabyte.length);
  });

  it('says who could not be reached, and keeps that apart from what a target says', async () => {
    await using target = await targetThat(() => undefined);
    const { url } = target;
    await target[Symbol.asyncDispose]();
    await using watched = await relaying(url);
    const reply = await ask(watched.relay.url, SMALL, []);
    expect(reply.status).to.equal(502);
    expect(valuesOf(reply.headers, 'x-ketentest-hop')).to.deep.equal(['a-b']);
    const exchange = await watched.taken();
    expect(exchange?.failure).to.have.property('kind', 'refused');
    expect(exchange?.reply).to.equal(undefined);
  });

  it('gives up on a target that says nothing', async () => {
    await using target = await targetThat(() => watched.clock.advance(30_000));
    await using watched = await relaying(target.url);
    const reply = await ask(watched.relay.url, SMALL, []);
    expect(reply.status).to.equal(504);
    expect((await watched.taken())?.failure).to.have.property('kind', 'timeout');
  });

  it('passes a reset on as a reset, and a reply that is cut off as one that is cut off', async () => {
    await using resetting = await targetThat((request) => request.socket.resetAndDestroy());
    await using first = await relaying(resetting.url);
    expect(await ask(first.relay.url, SMALL, []).catch((error: unknown) => error)).to.have.property('code', 'ECONNRESET');
    expect((await first.taken())?.failure).to.have.property('kind', 'reset');

    await using cutting = await targetThat((_, response) => {
      response.writeHead(200, { 'Content-Length': '100' });
      response.write('half', () => response.destroy());
    });
    await using second = await relaying(cutting.url);
    expect(await ask(second.relay.url, SMALL, []).catch((error: unknown) => error)).to.have.property('code', 'ECONNRESET');
    const exchange = await second.taken();
    expect(exchange?.failure).to.not.equal(undefined);
    expect(exchange?.reply?.body.size).to.equal(4);
  });

  for (const thresholdBytes of [1, 1_000_000]) {
    it(`does not let a message go on as whole whose sender left (waiting for ${thresholdBytes} bytes)`, async () => {
      let whole = 0;
      await using target = await targetThat(async (request, response) => {
        try {
          for await (const _ of request);
          whole += 1;
        } catch {
          response.destroy();
        }
      });
      await using watched = await relaying(target.url, { thresholdBytes });
      const socket = connect(Number(new URL(watched.relay.url).port), '127.0.0.1');
      socket.write('POST /a-b HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => socket.end());
      const exchange = await watched.taken();
      expect(exchange?.failure?.detail).to.equal('TRUNCATED: the sender stopped after 4 bytes');
      expect(whole).to.equal(0);
    });
  }

  it('refuses a message that is too large, and says so', async () => {
    await using target = await targetThat((_, response) => response.end());
    await using watched = await relaying(target.url, { maxBodyBytes: 10 });
    const reply = await ask(watched.relay.url, SMALL, []);
    expect(reply.status).to.equal(413);
    expect((await watched.taken())?.failure).to.have.property('kind', 'body-too-large');
  });

  it('records that a reply could not be given back', async () => {
    await using target = await targetThat((_, response) => {
      sender.destroy();
      response.end('te laat');
    });
    await using watched = await relaying(target.url);
    const sender = http.request(watched.relay.url, { method: 'POST' }).on('error', () => undefined);
    sender.end('x');
    const exchange = await watched.taken();
    expect(exchange?.reply?.body.size).to.equal(7);
    expect(exchange?.failure?.detail).to.match(/^UNDELIVERED/);
    expect(watched.journal.lines.at(-1)).to.have.nested.property('failure.kind', 'reset');
  });

  it('speaks TLS on both legs, and checks the certificate of the target', async () => {
    const authority = makeAuthority('proef-ca');
    const { cert, key } = makeCertificate('wij', { names: ['127.0.0.1'], issuer: authority });
    const heard: Heard[] = [];
    await using plain = await remembering(heard, SMALL);
    // A relay before a relay: the first has a target that speaks TLS.
    await using inner = await relaying(plain.url, {}, { tls: { cert, key } });
    await using outer = await relaying(inner.relay.url, { hop: 'b-c', tls: { ca: [authority.cert] } }, { tls: { cert, key } });
    await using at = await driving(outer.relay.url, { tls: { ca: [authority.cert] } });
    expect((await at.send()).reply?.status).to.equal(207);
    expect((await outer.taken())?.tls?.peerSubject).to.equal('CN=wij');

    await using trusting = await relaying(inner.relay.url, { hop: 'b-c' });
    await using other = await driving(trusting.relay.url);
    expect((await other.send()).reply?.status).to.equal(502);
    expect((await trusting.taken())?.failure).to.have.property('kind', 'tls');
    expect(heard).to.have.length(1);
  });
});

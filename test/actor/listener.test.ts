import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import * as http from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { createBodyStore } from '../../src/actor/body-store.js';
import { createExchangeIds } from '../../src/actor/exchange-ids.js';
import { createListener, type Listener, type ListenerOptions } from '../../src/actor/listener.js';
import { createMailbox, type Mailbox } from '../../src/actor/mailbox.js';
import { createRecorder } from '../../src/actor/recorder.js';
import type { Exchange } from '../../src/model/exchange.js';
import { HarnessError } from '../../src/model/harness-error.js';
import { makeAuthority, makeCertificate } from '../support/certificate.js';
import { driving, PURPOSE } from '../support/driving.js';
import { FakeClock } from '../support/fake-clock.js';
import { type MemoryJournal, memoryJournal } from '../support/memory-journal.js';

describe('listener', () => {
  let journal: MemoryJournal;
  let mailbox: Mailbox;
  let failures: unknown[];
  let clock: FakeClock;
  beforeEach(() => {
    journal = memoryJournal();
    mailbox = createMailbox();
    failures = [];
    clock = new FakeClock();
  });

  const listen = (options: Partial<ListenerOptions> = {}): Promise<Listener> =>
    createListener({
      host: '127.0.0.1',
      port: 0,
      bodyStore: createBodyStore({ spoolFolder: join(tmpdir(), 'ketentest') }),
      recorder: createRecorder(journal),
      clock,
      exchangeIds: createExchangeIds(),
      purposeOf: () => PURPOSE,
      answer: (request, bytes) => ({
        status: 200,
        headers: [['Content-Type', 'text/xml']],
        body: Buffer.from(`${request.method} ${new URL(request.url).pathname} ${Buffer.from(bytes)}`),
      }),
      deliver: (exchange) => mailbox.deliver(exchange),
      failed: (error) => failures.push(error),
      ...options,
    });
  /** A deadline far away on a clock that stands still: whoever takes waits for the delivery. */
  const taken = async (): Promise<Exchange | undefined> => (await mailbox.take(() => true, clock.now() + 1000, clock))?.exchange;

  it('answers what it receives, and delivers the exchange', async () => {
    await using listener = await listen();
    await using at = await driving(`${listener.url}/pad`);
    const { reply } = await at.send();
    expect(Buffer.from((await reply?.body.bytes()) ?? []).toString()).to.equal('POST /pad <vraag/>');
    const exchange = await taken();
    expect(exchange).to.include({ id: '0001', part: 'listener' });
    expect(exchange?.request.headers).to.deep.include(['SOAPAction', '"urn:test:proef"']);
    expect(exchange?.reply?.status).to.equal(200);
    expect(exchange?.failure).to.equal(undefined);
  });

  it('replies only after request and reply were recorded', async () => {
    let release = (): void => undefined;
    const written: string[] = [];
    await using listener = await listen({
      recorder: {
        record: (part) =>
          new Promise((resolve) => {
            written.push(part.type);
            release = resolve;
          }),
      },
    });
    await using at = await driving(listener.url);
    let hasReply = false;
    const sent = at.send().then((exchange) => {
      hasReply = true;
      return exchange;
    });
    for (const expected of [['request'], ['request', 'reply']]) {
      while (written.length < expected.length) await new Promise(setImmediate);
      expect(written).to.deep.equal(expected);
      expect(hasReply).to.equal(false);
      release();
    }
    expect((await sent).reply?.status).to.equal(200);
  });

  it('does not answer what it could not record', async () => {
    await using listener = await listen({
      recorder: { record: () => Promise.reject(new HarnessError('OUTPUT_FAILED', 'vol')) },
    });
    await using at = await driving(listener.url);
    expect((await at.send()).failure).to.have.property('kind', 'reset');
    expect(failures).to.have.length(1);
  });

  it('says that it is our fault when it cannot make an answer', async () => {
    await using listener = await listen({
      answer: () => {
        throw new TypeError('kapot');
      },
    });
    await using at = await driving(listener.url);
    const { reply } = await at.send();
    expect(reply?.status).to.equal(500);
    expect(Buffer.from((await reply?.body.bytes()) ?? []).toString()).to.include('test harness');
    expect(failures).to.have.length(1);
  });

  it('refuses a message that is too large, and keeps its beginning', async () => {
    await using listener = await listen({ maxBodyBytes: 100 });
    await using at = await driving(listener.url);
    void at.send(Buffer.alloc(1000));
    const exchange = await taken();
    expect(exchange?.failure).to.have.property('kind', 'body-too-large');
    expect(exchange?.request.body.size).to.equal(100);
    expect(exchange?.reply?.status).to.equal(413);
  });

  it('keeps what arrived of a message whose sender left', async () => {
    await using listener = await listen();
    const socket = connect(Number(new URL(listener.url).port), '127.0.0.1');
    socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nhalf', () => socket.end());
    const exchange = await taken();
    expect(exchange?.failure).to.have.property('kind', 'reset');
    expect(exchange?.failure?.detail).to.equal('TRUNCATED: the sender stopped after 4 bytes');
    expect(exchange?.reply).to.equal(undefined);
    expect(journal.lines.at(-1)).to.have.nested.property('failure.kind', 'reset');
  });

  it('records that a reply could not be delivered', async () => {
    await using listener = await listen({
      answer: async () => {
        sender.destroy();
        await connectionClosed;
        return { status: 200, headers: [], body: Buffer.from('te laat') };
      },
    });
    const connectionClosed = new Promise<void>((resolve) => {
      const seen = (message: unknown): void => {
        unsubscribe('http.server.request.start', seen);
        (message as { readonly socket: Socket }).socket.once('close', () => resolve());
      };
      subscribe('http.server.request.start', seen);
    });
    const sender = http.request(listener.url, { method: 'POST' }).on('error', () => undefined);
    sender.end('x');
    const exchange = await taken();
    expect(exchange?.failure).to.have.property('kind', 'reset');
    expect(exchange?.failure?.detail).to.match(/^UNDELIVERED/);
  });

  it('speaks TLS and may ask for a certificate', async () => {
    const authority = makeAuthority('proef-ca');
    const { cert, key } = makeCertificate('wij', { names: ['127.0.0.1'], issuer: authority });
    await using listener = await listen({ tls: { cert, key, clientCa: authority.cert } });
    const client = makeCertificate('zij', { issuer: authority });
    await using at = await driving(listener.url, { tls: { ca: [authority.cert], cert: client.cert, key: client.key } });
    expect((await at.send()).reply?.status).to.equal(200);
    const exchange = await taken();
    expect(exchange?.tls?.peerSubject).to.equal('CN=zij');
    expect(exchange?.request.url).to.match(/^https:/);
  });

  it('says that it cannot listen where somebody else does', async () => {
    await using listener = await listen();
    const error = await listen({ port: Number(new URL(listener.url).port) }).catch((caught: unknown) => caught);
    expect(error).to.be.instanceOf(HarnessError).with.property('code', 'LISTEN_FAILED');
  });
});

import * as http from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect } from 'chai';
import { createRecorder } from '../../src/actor/recorder.js';
import { REFERENCE_HEADER, type SimulatorOptions, startSimulator } from '../../src/actor/simulator.js';
import type { StandardDefinition } from '../../src/model/standard-definition.js';
import type { Incoming, Registry, RegistryStore } from '../../src/standard/family.js';
import { FakeClock } from '../support/fake-clock.js';
import { memoryJournal } from '../support/memory-journal.js';

describe('simulator', () => {
  let seen: Incoming[];
  beforeEach(() => {
    seen = [];
  });

  const store: RegistryStore = { toJSON: () => ({}) };
  const registry: Registry = {
    createStore: () => store,
    openStore: () => ({ ...store, liveBytes: 0, settle: () => undefined, copyTo: () => () => undefined }),
    predict: () => undefined,
    remains: () => [],
    begin: () => ({ referentienummer: 'E1', zender: { applicatie: 'proef' } }),
    handle: (_, incoming) => {
      seen.push(incoming);
      const body = Buffer.from(`<antwoord>${incoming.root?.name ?? incoming.problem}</antwoord>`);
      return { status: 200, headers: [['Content-Type', 'text/xml']], body, summary: { request: 'vraag', reply: 'antwoord' } };
    },
  };
  const standard = {
    naam: 'Proef',
    versie: '1',
    services: [{ portType: 'Proefpoort', operation: 'proef_Di02' }],
  } as unknown as StandardDefinition;
  const start = (more: Partial<SimulatorOptions> = {}) =>
    startSimulator({
      host: '127.0.0.1',
      port: 0,
      standard,
      registry,
      store,
      version: '9.9',
      clock: new FakeClock(),
      spoolFolder: join(tmpdir(), 'ketentest'),
      ...more,
    });

  it('hands what it reads to the registry, with its SOAPAction and the moment, and sends what the registry says', async () => {
    await using simulator = await start();
    const reply = await send(simulator.url, '<vraag/>', { SOAPAction: '"urn:a"' });
    expect(reply).to.include({ status: 200, text: '<antwoord>vraag</antwoord>' });
    expect(seen[0]).to.include({ soapAction: '"urn:a"', contentType: 'text/xml', receivedAt: new FakeClock().now() });
    expect(seen[0]?.problem).to.equal(undefined);
  });

  it('answers on every path, so that each port type may have its own', async () => {
    await using simulator = await start();
    for (const path of ['', '/', '/diensten/Proefpoort'])
      expect((await send(simulator.url + path, '<vraag/>')).status).to.equal(200);
  });

  it('tells the registry what cannot be read instead of refusing it itself', async () => {
    await using simulator = await start();
    for (const body of ['<vraag', '{"a":1}', '<!DOCTYPE a><a/>', 'Zomaar tekst']) await send(simulator.url, body);
    expect(seen.map(({ root }) => root)).to.deep.equal([undefined, undefined, undefined, undefined]);
    expect(seen.every(({ problem }) => problem)).to.equal(true);
  });

  it('announces on every reply that it is our own reference', async () => {
    await using simulator = await start();
    expect((await send(simulator.url, '<vraag/>')).headers[REFERENCE_HEADER.toLowerCase()]).to.equal('9.9');
    expect((await send(simulator.url, '', {}, 'GET')).headers[REFERENCE_HEADER.toLowerCase()]).to.equal('9.9');
  });

  it('tells what it turned away, also what was too large to be read, and not what it answered or showed', async () => {
    const told: string[] = [];
    await using simulator = await start({
      maxBodyBytes: 20,
      turnedAway: ({ request, reply, failure }) =>
        void told.push(`${request.method} ${reply?.status} ${request.body.size} ${failure?.kind ?? ''}`),
    });
    await send(simulator.url, '<vraag/>');
    await send(simulator.url, '', {}, 'GET');
    expect(told).to.deep.equal([]);
    await send(simulator.url, `<vraag>${'a'.repeat(30)}</vraag>`).catch(() => undefined);
    await send(simulator.url, '<vraag/>', {}, 'PUT');
    await simulator.close();
    expect(told).to.have.length(2);
    expect(told[0]).to.match(/^POST 413 \d+ body-too-large$/);
    expect(told[1]).to.equal('PUT 405 8 ');
  });

  it('refuses another method than POST and GET with 405', async () => {
    await using simulator = await start();
    const reply = await send(simulator.url, '', {}, 'PUT');
    expect(reply.status).to.equal(405);
    expect(reply.headers.allow).to.equal('POST, GET');
    expect(seen).to.deep.equal([]);
  });

  it('shows a page to a browser that says what is served here, and that it is no product', async () => {
    await using simulator = await start();
    const reply = await send(simulator.url, '', {}, 'GET');
    expect(reply).to.include({ status: 200 });
    expect(reply.headers['content-type']).to.match(/^text\/html/);
    expect(reply.text).to.contain('proef_Di02').and.to.contain('geen product').and.to.contain(`${simulator.url}/Proefpoort`);
    expect(seen).to.deep.equal([]);
  });

  it('names on its page where it can be made to send, and only then', async () => {
    await using silent = await start();
    expect((await send(silent.url, '', {}, 'GET')).text).to.not.contain('send/');
    await using simulator = await start({ commandPaths: ['send/proef'] });
    expect((await send(simulator.url, '', {}, 'GET')).text).to.contain(`<code>${simulator.url}/send/proef</code>`);
  });

  it('has no description of its services when none was handed in', async () => {
    await using simulator = await start();
    expect((await send(`${simulator.url}/?wsdl`, '', {}, 'GET')).status).to.equal(404);
  });

  it('refuses what is not XML with 415 and an empty body with 400', async () => {
    await using simulator = await start();
    expect((await send(simulator.url, '{}', { 'Content-Type': 'application/json' })).status).to.equal(415);
    expect((await send(simulator.url, '')).status).to.equal(400);
    expect((await send(simulator.url, '<a/>', { 'Content-Type': 'application/soap+xml; charset=utf-8' })).status).to.equal(200);
    expect(seen).to.have.length(1);
  });

  it('reads a message in parts as the document that it stands for, and refuses parts that cannot be read with 400', async () => {
    await using simulator = await start();
    const include = '<i:Include xmlns:i="http://www.w3.org/2004/08/xop/include" href="cid:1"/>';
    const parts = `--g\r\n\r\n<vraag>${include}</vraag>\r\n--g\r\nContent-ID: <1>\r\n\r\n%PDF\r\n--g--`;
    const type = { 'Content-Type': 'multipart/related; type="application/xop+xml"; boundary=g; start-info="text/xml"' };
    expect((await send(simulator.url, parts, type)).status).to.equal(200);
    expect(seen[0]?.root).to.include({ name: 'vraag', text: Buffer.from('%PDF').toString('base64') });
    expect((await send(simulator.url, parts.replace('<1>', '<2>'), type)).status).to.equal(400);
  });

  it('reads a compressed body, and refuses one that does not follow its coding with 400', async () => {
    await using simulator = await start();
    expect((await send(simulator.url, gzipSync('<vraag/>'), { 'Content-Encoding': 'gzip' })).text).to.contain('vraag');
    expect((await send(simulator.url, 'geen gzip', { 'Content-Encoding': 'gzip' })).status).to.equal(400);
  });

  it('stops reading above the cap with 413', async () => {
    await using simulator = await start({ maxBodyBytes: 100 });
    expect((await send(simulator.url, `<vraag>${'a'.repeat(500)}</vraag>`)).status).to.equal(413);
    expect(seen).to.deep.equal([]);
  });

  it('hands on what a schema says of the request', async () => {
    const violations = [{ message: 'mis', line: 3 }];
    await using simulator = await start({ validate: () => ({ decided: true, violations }) });
    await send(simulator.url, '<vraag/>');
    expect(seen[0]?.violations).to.deep.equal(violations);
  });

  it('tells the outcome before the reply goes out', async () => {
    const order: string[] = [];
    const gate = deferred();
    await using simulator = await start({
      answered: async (summary, status) => {
        order.push(`${summary.request} ${status}`);
        await gate.promise;
        order.push('saved');
      },
    });
    const reply = send(simulator.url, '<vraag/>').then(() => order.push('replied'));
    gate.resolve();
    await reply;
    expect(order).to.deep.equal(['vraag 200', 'saved', 'replied']);
  });

  it('has written the request down before it answers', async () => {
    const journal = memoryJournal();
    await using simulator = await start({ recorder: createRecorder(journal) });
    await send(simulator.url, '<vraag/>');
    expect(journal.lines.map((line) => line.type)).to.deep.equal(['request', 'reply']);
  });

  it('survives garbage, a request that is cut off and a registry that breaks', async () => {
    const failures: unknown[] = [];
    const breaking: Registry = {
      ...registry,
      handle: () => {
        throw new Error('kapot');
      },
    };
    await using simulator = await start({ registry: breaking, failed: (error) => failures.push(error) });
    const { hostname, port } = new URL(simulator.url);
    await talk(Number(port), hostname, 'dit is geen HTTP\r\n\r\n');
    await talk(Number(port), hostname, 'POST / HTTP/1.1\r\nHost: a\r\nContent-Type: text/xml\r\nContent-Length: 500\r\n\r\n<vra');
    expect((await send(simulator.url, '<vraag/>')).status).to.equal(500);
    expect(failures).to.have.length(1);
  });

  it('answers SOAP 1.2 in SOAP 1.2 in the profile praktijk, with the action of its Content-Type', async () => {
    const twelve = '<e:Envelope xmlns:e="http://www.w3.org/2003/05/soap-envelope"><e:Body><vraag/></e:Body></e:Envelope>';
    const type = { 'Content-Type': 'application/soap+xml; action="urn:a"' };
    await using strict = await start();
    await send(strict.url, twelve, type);
    expect(seen[0]?.root?.namespace).to.contain('2003/05');
    await using lenient = await start({ profile: 'praktijk' });
    const reply = await send(lenient.url, twelve, type);
    expect(seen[1]?.root?.namespace).to.contain('schemas.xmlsoap.org');
    expect(seen[1]?.soapAction).to.equal('urn:a');
    expect(reply.headers['content-type']).to.match(/^application\/soap\+xml/);
  });

  it('lets replies that are under way go out when it finishes, and takes no more', async () => {
    const gate = deferred();
    const begun = deferred();
    const simulator = await start({
      answered: async () => {
        begun.resolve();
        await gate.promise;
      },
    });
    const reply = send(simulator.url, '<vraag/>');
    await begun.promise;
    const finished = simulator.finish();
    gate.resolve();
    expect((await reply).status).to.equal(200);
    await finished;
    const failure = await send(simulator.url, '<vraag/>').catch((error: NodeJS.ErrnoException) => error.code);
    expect(failure).to.equal('ECONNREFUSED');
  });

  it('stops when it is told to, also with connections open', async () => {
    const simulator = await start();
    await send(simulator.url, '<vraag/>');
    await simulator.close();
    const failure = await send(simulator.url, '<vraag/>').catch((error: NodeJS.ErrnoException) => error.code);
    expect(failure).to.equal('ECONNREFUSED');
  });
});

function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

interface Received {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

function send(url: string, body: string | Uint8Array, headers: Record<string, string> = {}, method = 'POST'): Promise<Received> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      url,
      { method, headers: { 'Content-Type': 'text/xml', ...headers }, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(chunks).toString() }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}

/** Says something on a bare connection, closes it, and waits until the other side has too. */
function talk(port: number, host: string, text: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => socket.end(text));
    socket.on('error', () => undefined);
    socket.resume();
    socket.on('close', () => resolve());
  });
}

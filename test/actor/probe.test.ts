import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { ownReferenceAt, type ProbeOptions, probe } from '../../src/actor/probe.js';

/** A clock whose sleep lasts until somebody stops it, or is over at once. */
const patient: ProbeOptions = {
  timeoutMillis: 1000,
  clock: {
    now: () => 0,
    sleep: (_, signal) =>
      new Promise((resolve) => (signal?.aborted ? resolve() : signal?.addEventListener('abort', () => resolve()))),
  },
};
const hasty: ProbeOptions = { timeoutMillis: 1000, clock: { now: () => 0, sleep: async () => undefined } };

describe('a probe', () => {
  const server = createServer((request, response) => {
    if (request.url === '/silent') return;
    if (request.url === '/') response.setHeader('X-Ketentest-Reference', '1.2.3');
    response.end(`${request.method} ${request.headers.soapaction ?? ''}`);
  });
  let url = '';
  before((done) => {
    server.listen(0, '127.0.0.1', () => {
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  it('asks with GET, and brings status, headers and text', async () => {
    const { reply, isConnected } = await probe(`${url}/a`, patient);
    expect(reply).to.deep.include({ status: 200, text: 'GET ' });
    expect(isConnected).to.equal(true);
  });
  it('says a message with POST', async () => {
    const knock = { headers: [['SOAPAction', '"x"']] as const, body: new Uint8Array([60]) };
    expect((await probe(`${url}/a`, patient, knock)).reply?.text).to.equal('POST "x"');
  });
  it('gives up in time', async () => {
    expect((await probe(`${url}/silent`, hasty)).failure?.kind).to.equal('timeout');
  });
  it('stops when it is told to', async () => {
    expect((await probe(`${url}/silent`, { ...patient, signal: AbortSignal.abort() })).failure?.kind).to.equal('cancelled');
  });
  it('tells our own reference from another system', async () => {
    expect(await ownReferenceAt(`${url}/soap/x`, patient)).to.equal('1.2.3');
    const other = createServer((_, response) => response.end());
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const port = (other.address() as AddressInfo).port;
    expect(await ownReferenceAt(`http://127.0.0.1:${port}/`, patient)).to.equal(undefined);
    other.closeAllConnections();
    await new Promise((resolve) => other.close(resolve));
    expect(await ownReferenceAt(`http://127.0.0.1:${port}/`, patient)).to.equal(undefined);
  });
});

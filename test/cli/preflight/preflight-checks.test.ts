import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { checkEndpoint } from '../../../src/cli/preflight/preflight-checks.js';
import type { Item } from '../../../src/cli/preflight/preflight-reach.js';
import { systemClock } from '../../../src/cli/shell.js';
import { serviceOf } from '../suites.js';

const service = serviceOf('plaats', 'Lampen');
const FAULT = '<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault/></s:Body></s:Envelope>';

describe('preflight at an address', () => {
  const servers: Server[] = [];
  afterEach(async () => {
    for (const server of servers.splice(0)) await new Promise((resolve) => server.close(resolve));
  });

  async function check(listener: RequestListener, port?: number, services = [service]): Promise<readonly Item[]> {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${port ?? (server.address() as AddressInfo).port}/soap`;
    const items: Item[] = [];
    for await (const item of checkEndpoint(url, services, { clock: systemClock, timeoutMillis: 2000 })) items.push(item);
    return items;
  }
  const failing = (items: readonly Item[]) => items.filter(({ holds }) => !holds);

  it('finds nothing amiss with a SOAP service that shows its WSDL', async () => {
    const seen: string[] = [];
    const items = await check((request, response) => {
      seen.push(`${request.method} ${request.url} ${request.headers.soapaction ?? ''}`);
      response.setHeader('Content-Type', 'text/xml');
      response.statusCode = request.method === 'POST' ? 500 : 200;
      response.end(request.method === 'POST' ? FAULT : `<definitions>${service.soapAction}</definitions>`);
    });
    expect(failing(items)).to.deep.equal([]);
    expect(seen).to.deep.equal(['GET /soap ', 'GET /soap?wsdl ', 'POST /soap "urn:lampen/plaats_Di01"']);
  });

  it('only wants to reach who passes messages on: no service answers there', async () => {
    const seen: string[] = [];
    const listener: RequestListener = (request, response) => {
      seen.push(`${request.method} ${request.url}`);
      response.end('pass');
    };
    const items = await check(listener, undefined, []);
    expect(failing(items)).to.deep.equal([]);
    expect(seen).to.deep.equal(['GET /soap']);
    expect(failing(await check(listener)).map(({ what }) => what.en)).to.satisfy((all: readonly string[]) =>
      all.some((each) => each.startsWith('SOAP at')),
    );
    expect(failing(await check(listener, 1, []))).to.have.length(1);
  });

  it('never shows who may come in', async () => {
    const server = createServer((_, response) => response.end('<definitions/>'));
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://jan:geheim@127.0.0.1:${(server.address() as AddressInfo).port}/soap`;
    const items: Item[] = [];
    for await (const item of checkEndpoint(url, [service], { clock: systemClock, timeoutMillis: 2000 })) items.push(item);
    expect(JSON.stringify(items)).to.include('?wsdl').and.not.to.include('geheim').and.not.to.include('jan:');
  });

  it('says which operations a WSDL lacks, as advice', async () => {
    const items = await check((request, response) => response.end(request.method === 'POST' ? FAULT : '<wsdl:definitions/>'));
    expect(failing(items)).to.have.length(1);
    expect(failing(items)[0]).to.deep.include({ isAdvice: true });
    expect(failing(items)[0]?.mend?.en).to.include('plaats_Di01');
  });

  it('says what to mend for each status that a wrong address gives', async () => {
    for (const [status, words] of [
      [401, '--basic'],
      [403, 'rights'],
      [404, 'path does not exist'],
      [405, 'no POST'],
      [200, 'no SOAP'],
    ] as const) {
      const items = await check((_, response) => {
        response.statusCode = status;
        response.end('<html/>');
      });
      const must = failing(items).filter(({ isAdvice }) => isAdvice !== true);
      expect(must.map(({ mend }) => mend?.en).join(), String(status)).to.include(words);
    }
  });

  it('says that clocks differ, as advice', async () => {
    const items = await check((_, response) => {
      response.setHeader('Date', 'Thu, 01 Jan 2015 00:00:00 GMT');
      response.end(FAULT);
    });
    expect(failing(items).some(({ what, isAdvice }) => what.en.startsWith('clock') && isAdvice)).to.equal(true);
  });

  it('stops at the first thing that fails, and says what it is', async () => {
    const items = await check((request) => request.socket.destroy());
    expect(items.map(({ holds }) => holds)).to.deep.equal([true, true, false]);
    expect(items.at(-1)?.mend?.en).to.include('no HTTP reply');
    const closed = await check(() => undefined, 1);
    expect(closed.map(({ holds }) => holds)).to.deep.equal([true, false]);
    expect(closed.at(-1)?.mend?.en).to.include('nothing listens');
  });
});

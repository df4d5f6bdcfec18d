/**
 * A server on loopback that does everything a product should not do, each misbehaviour at a path of its own name.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { makeCertificate } from './certificate.js';

type Misbehaviour = (response: http.ServerResponse) => void;

const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';
const XML = 'text/xml; charset=utf-8';
/** An endless body ends here after all, so that a test that does not stop reading fails instead of filling a disk. */
const ENDLESS_BYTES = 64 * 1024 * 1024;

/** A well-behaved reply of an invented koppelvlak. */
export function envelope(text = 'goed', namespace = SOAP_11): string {
  return `<s:Envelope xmlns:s="${namespace}"><s:Body><m:antwoord xmlns:m="urn:test:m">${text}</m:antwoord></s:Body></s:Envelope>`;
}

const FAULT = `<s:Envelope xmlns:s="${SOAP_11}"><s:Body><s:Fault><faultcode>s:Server</faultcode><faultstring>kapot</faultstring></s:Fault></s:Body></s:Envelope>`;
const JS_TRACE = `TypeError: Cannot read properties of undefined (reading 'id')
    at handle (/srv/app/handler.js:42:17)
    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)`;
const JAVA_TRACE = `java.lang.NullPointerException: oeps
\tat nl.voorbeeld.dienst.Handler.handle(Handler.java:42)
\tat java.base/java.lang.Thread.run(Thread.java:840)`;
const PAGE = '<!DOCTYPE html>\n<html><head><title>Welkom</title></head><body><h1>Het werkt!<br></h1></body></html>';

/** Well-behaved replies among them, to show that they are told apart. */
export const BEHAVIOURS = {
  good: say(200, XML, envelope()),
  fault: say(500, XML, FAULT),
  'latin-1-declared': say(200, 'text/xml; charset=ISO-8859-1', Buffer.from(envelope('één'), 'latin1')),
  'latin-1-declaration': say(
    200,
    'text/xml',
    Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${envelope('één')}`, 'latin1'),
  ),
  gzip: say(200, XML, gzipSync(envelope()), { 'Content-Encoding': 'gzip' }),
  brotli: say(200, XML, brotliCompressSync(envelope()), { 'Content-Encoding': 'br' }),

  empty: say(200, XML, ''),
  'empty-accepted': say(202, undefined, ''),
  html: say(200, 'text/html', PAGE),
  'html-as-xml': say(500, XML, PAGE),
  'plain-text': say(200, 'text/plain', 'Er ging iets mis.'),
  json: say(200, 'application/json', '{"status":"ok"}'),
  'stack-trace': say(500, 'text/plain', JS_TRACE),
  'java-stack-trace': say(500, 'text/html', `<html><body><pre>${JAVA_TRACE}</pre></body></html>`),
  'broken-xml': say(200, XML, '<s:Envelope xmlns:s="urn:x"><s:Body></s:Envelope>'),
  doctype: say(200, XML, `<!DOCTYPE s:Envelope [<!ENTITY x "y">]>${envelope('&x;')}`),
  soap12: say(200, 'application/soap+xml; charset=utf-8', envelope('goed', SOAP_12)),
  'wrong-content-type': say(200, 'application/octet-stream', envelope()),
  'application-xml': say(200, 'application/xml', envelope()),
  'no-content-type': say(200, undefined, envelope()),
  'latin-1': say(200, XML, Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${envelope('één')}`, 'latin1')),
  'charset-denied': say(200, XML, Buffer.from(`<?xml version="1.0" encoding="ISO-8859-1"?>${envelope('één')}`, 'latin1')),
  'not-gzip': say(200, XML, envelope(), { 'Content-Encoding': 'gzip' }),
  'unknown-coding': say(200, XML, envelope(), { 'Content-Encoding': 'vreemd' }),
  deep: say(200, XML, `${'<a>'.repeat(3000)}${'</a>'.repeat(3000)}`),

  redirect: say(302, undefined, '', { Location: '/good' }),
  unauthorized: say(401, 'text/html', PAGE, { 'WWW-Authenticate': 'Basic realm="x"' }),
  forbidden: say(403, 'text/html', PAGE),
  'not-found': say(404, 'text/html', PAGE),
  'method-not-allowed': say(405, 'text/html', PAGE, { Allow: 'GET' }),
  'proxy-unauthorized': say(407, 'text/html', PAGE),
  'bad-gateway': say(502, 'text/html', PAGE),

  endless: (response) => void stream(response),
  truncated: raw(`HTTP/1.1 200 OK\r\nContent-Type: ${XML}\r\nContent-Length: 1000\r\n\r\n${envelope()}`),
  'truncated-chunk': raw(`HTTP/1.1 200 OK\r\nContent-Type: ${XML}\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<s:En\r\n`),
  'broken-chunk': raw(`HTTP/1.1 200 OK\r\nContent-Type: ${XML}\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<s:En\r\n`),
  'no-http': raw('SSH-2.0-OpenSSH_9.6\r\n'),
  'no-version': raw('HTTP/9.9 hallo\r\n\r\n'),
  'hang-up': raw(''),
  reset: (response) => void response.socket?.resetAndDestroy(),
  silence: () => undefined,
  'silence-halfway': (response) => {
    response.writeHead(200, { 'Content-Type': XML, 'Content-Length': '1000' });
    response.write(envelope());
  },
} as const satisfies Readonly<Record<string, Misbehaviour>>;

export type Behaviour = keyof typeof BEHAVIOURS;

export interface HostileServer extends AsyncDisposable {
  /** Base URL, without a slash at its end. */
  readonly base: string;
  url(behaviour: Behaviour): string;
  /** How many requests have come in. */
  readonly requests: number;
  /** Called when a request has come in completely. */
  onRequest: (behaviour: string) => void;
  close(): Promise<void>;
}

/**
 * Starts a hostile server.
 * @param tls - makes it speak TLS
 */
export async function startHostileServer(tls?: https.ServerOptions): Promise<HostileServer> {
  let requests = 0;
  const handle: http.RequestListener = (request, response) => {
    request.resume().once('end', () => {
      requests += 1;
      const name = (request.url ?? '').slice(1);
      server.onRequest(name);
      const act: Misbehaviour = BEHAVIOURS[name as Behaviour] ?? say(404, 'text/plain', `no behaviour "${name}"`);
      act(response);
    });
  };
  const listener = tls === undefined ? http.createServer(handle) : https.createServer(tls, handle);
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  const base = `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${port}`;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      listener.close(() => resolve());
      listener.closeAllConnections();
    });
  const server: HostileServer = {
    base,
    url: (behaviour) => `${base}/${behaviour}`,
    get requests() {
      return requests;
    },
    onRequest: () => undefined,
    close,
    [Symbol.asyncDispose]: close,
  };
  return server;
}

/** A hostile server with a certificate that nobody trusts. */
export function startWrongCertificateServer(): Promise<HostileServer> {
  return startHostileServer(makeCertificate('niemand', { names: ['127.0.0.1'] }));
}

/** A URL on loopback where nobody listens. */
export async function closedPortUrl(): Promise<string> {
  const server = await startHostileServer();
  await server.close();
  return server.base;
}

function say(status: number, contentType: string | undefined, body: string | Uint8Array, headers: http.OutgoingHttpHeaders = {}) {
  return (response: http.ServerResponse): void => {
    const bytes = Buffer.from(body);
    const type = contentType === undefined ? {} : { 'Content-Type': contentType };
    response.writeHead(status, { ...type, 'Content-Length': bytes.length, ...headers }).end(bytes);
  };
}

/** Writes exactly these bytes and closes the connection in good order. */
function raw(text: string): Misbehaviour {
  return (response) => void response.socket?.end(text);
}

async function stream(response: http.ServerResponse): Promise<void> {
  response.writeHead(200, { 'Content-Type': XML });
  const chunk = Buffer.alloc(64 * 1024, '<a/>');
  for (let sent = 0; sent < ENDLESS_BYTES && !response.destroyed; sent += chunk.length) {
    if (response.write(chunk)) continue;
    await new Promise<void>((resolve) => {
      const go = (): void => {
        response.off('drain', go).off('close', go);
        resolve();
      };
      response.on('drain', go).on('close', go);
    });
  }
  response.end();
}

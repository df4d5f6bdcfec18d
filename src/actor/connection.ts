/**
 * Opens connections to a system under test: directly or through a proxy, in the clear or over TLS.
 * A connection is handed out only after its certificate was checked, so that no byte of a message, and no
 * credential, reaches a server that we do not trust. Nothing here looks at global settings of the process.
 */
import * as http from 'node:http';
import { isIP, type LookupFunction, connect as openSocket, type Socket } from 'node:net';
import { rootCertificates, connect as startTls, TLSSocket } from 'node:tls';
import type { TlsFacts } from '../model/exchange.js';
import { brokenBy, codeOf, transportFailed } from './transport-failure.js';

/** PEM texts. */
export interface TlsOptions {
  /** Trusted beside the authorities that Node knows. */
  readonly ca?: readonly string[];
  /** Our own certificate chain and its key, for a server that asks for them. */
  readonly cert?: string;
  readonly key?: string;
}

export interface ConnectionOptions {
  readonly tls?: TlsOptions;
  /** Base URL of an HTTP proxy, with user and password if it wants them. */
  readonly proxy?: string;
  /** Replaces the resolver of the system. */
  readonly lookup?: LookupFunction;
}

/** Options of a request over a CheckedAgent. */
export interface CheckedRequestArgs extends http.ClientRequestArgs {
  /** Ends an attempt to connect; Node keeps a request's own `signal` from its agent. */
  readonly connectSignal?: AbortSignal;
}

/** Kept-alive connections to one origin; a checked socket is the only kind it hands out. */
export class CheckedAgent extends http.Agent {
  readonly #origin: URL;
  readonly #options: ConnectionOptions;

  constructor(origin: URL, options: ConnectionOptions) {
    super({ keepAlive: true });
    this.#origin = origin;
    this.#options = options;
  }

  override createConnection(options: CheckedRequestArgs, callback?: (error: Error | null, socket: Socket) => void): undefined {
    const done = callback as (error: Error | null, socket?: Socket) => void;
    connect(this.#origin, this.#options, options.connectSignal).then(
      (socket) => done(null, socket),
      (error: Error) => done(error),
    );
  }

  /** Closes connections that nobody uses, so that the next message gets a fresh one. */
  dropIdle(): void {
    for (const socket of Object.values(this.freeSockets).flat()) socket?.destroy();
  }
}

/**
 * Opens one checked connection.
 * @throws {HarnessError} `TRANSPORT_FAILED`, whose cause tells the kind and the certificate
 */
export async function connect(origin: URL, options: ConnectionOptions, signal?: AbortSignal): Promise<Socket> {
  const proxy = options.proxy === undefined ? undefined : new URL(options.proxy);
  const socket = await openTcp(proxy ?? origin, options.lookup, signal);
  if (origin.protocol !== 'https:') return socket;
  if (proxy !== undefined) await tunnel(socket, origin, proxy, signal);
  return secure(socket, origin, options.tls ?? {}, signal);
}

/** The header with which a proxy knows us; undefined when it does not ask. */
export function proxyAuthorization(proxy: URL): string | undefined {
  if (proxy.username === '') return undefined;
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
}

/** Facts of the session on a socket; undefined in the clear. */
export function tlsFactsOf(socket: unknown): TlsFacts | undefined {
  if (!(socket instanceof TLSSocket)) return undefined;
  const certificate = socket.getPeerCertificate();
  const facts = { protocol: socket.getProtocol() ?? 'unknown', cipher: socket.getCipher()?.name ?? 'unknown' };
  if (certificate?.subject === undefined) return facts;
  const validTo = Date.parse(certificate.valid_to);
  return {
    ...facts,
    peerSubject: nameOf(certificate.subject),
    peerIssuer: nameOf(certificate.issuer),
    ...(!Number.isNaN(validTo) && { validTo: new Date(validTo).toISOString() }),
  };
}

function portOf(url: URL): number {
  return Number(url.port || (url.protocol === 'https:' ? 443 : 80));
}

/** An IPv6 host stands in brackets in a URL, and not in a call. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

function openTcp(to: URL, lookup: LookupFunction | undefined, signal: AbortSignal | undefined): Promise<Socket> {
  const socket = openSocket({ host: hostOf(to), port: portOf(to), noDelay: true, ...(lookup && { lookup }) });
  return opened(socket, 'connect', signal);
}

/** Asks a proxy for a way through. @see RFC 9110, section 9.3.6 */
async function tunnel(socket: Socket, origin: URL, proxy: URL, signal: AbortSignal | undefined): Promise<void> {
  const authority = `${origin.hostname}:${portOf(origin)}`;
  const credentials = proxyAuthorization(proxy);
  const request = http.request({
    method: 'CONNECT',
    path: authority,
    headers: { Host: authority, ...(credentials && { 'Proxy-Authorization': credentials }) },
    createConnection: () => socket,
    ...(signal && { signal }),
  });
  await new Promise<void>((resolve, reject) => {
    request.once('error', (error) => reject(transportFailed(brokenBy(error))));
    request.once('connect', ({ statusCode }) => {
      if (statusCode === 200) return resolve();
      socket.destroy();
      const detail = `PROXY_CONNECT_${statusCode}: the proxy ${proxy.host} does not let us through to ${authority}`;
      reject(transportFailed({ failure: { kind: 'refused', detail } }));
    });
    request.end();
  });
}

async function secure(raw: Socket, origin: URL, options: TlsOptions, signal: AbortSignal | undefined): Promise<Socket> {
  const host = hostOf(origin);
  const socket = startTls({
    socket: raw,
    host,
    ...(isIP(host) === 0 && { servername: host }),
    ALPNProtocols: ['http/1.1'],
    // We look at the outcome ourselves below, to be able to tell which certificate it was.
    rejectUnauthorized: false,
    ...(options.ca && { ca: [...rootCertificates, ...options.ca] }),
    ...(options.cert && { cert: options.cert }),
    ...(options.key && { key: options.key }),
  });
  await opened(socket, 'secureConnect', signal);
  if (socket.authorized) return socket;
  const tls = tlsFactsOf(socket);
  const detail = refusal(socket);
  socket.destroy();
  throw transportFailed({ failure: { kind: 'tls', detail }, ...(tls && { tls }) });
}

/** An error before the handshake is done is one of TLS, whatever code the socket gives it. */
function opened<S extends Socket>(socket: S, event: 'connect' | 'secureConnect', signal?: AbortSignal): Promise<S> {
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      socket.destroy();
      reject(transportFailed({ failure: { kind: 'cancelled', detail: 'CANCELLED: while connecting' } }));
    };
    const fail = (error: Error): void => {
      signal?.removeEventListener('abort', abort);
      const { failure } = brokenBy(error);
      reject(transportFailed({ failure: event === 'connect' ? failure : { ...failure, kind: 'tls' } }));
    };
    if (signal?.aborted) return abort();
    signal?.addEventListener('abort', abort, { once: true });
    socket.once('error', fail);
    socket.once(event, () => {
      signal?.removeEventListener('abort', abort);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}

function refusal(socket: TLSSocket): string {
  const certificate = socket.getPeerCertificate();
  // Typed as an Error, but it is the code of the check that failed.
  const reason: unknown = socket.authorizationError;
  const code = typeof reason === 'string' ? reason : codeOf(reason);
  if (certificate?.subject === undefined) return code;
  const names = certificate.subjectaltname ?? 'none';
  const { subject, issuer, valid_from: from, valid_to: to } = certificate;
  return `${code}: certificate ${nameOf(subject)}, issued by ${nameOf(issuer)}, valid from ${from} to ${to}, for ${names}`;
}

function nameOf(name: { readonly [part: string]: unknown } | undefined): string {
  const parts = Object.entries(name ?? {}).map(([part, value]) => `${part}=${String(value)}`);
  return parts.join(', ') || '(no name)';
}

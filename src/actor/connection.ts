/**
 * Opens connections to a system under test: directly or through a proxy, in the clear or over TLS.
 * A connection is handed out only after its certificate was checked, so that no byte of a message, and no
 * credential, reaches a server that we do not trust. Nothing here looks at global settings of the process.
 */
import * as http from 'node:http';
import { type LookupFunction, connect as openSocket, type Socket } from 'node:net';
import { opened } from './opening.js';
import { secure } from './tls-session.js';
import { brokenBy, transportFailed } from './transport-failure.js';

/** PEM texts. */
export interface TlsOptions {
  /** Trusted beside the authorities that Node knows. */
  readonly ca?: readonly string[];
  /** Our own certificate chain and its key, for a server that asks for them. */
  readonly cert?: string;
  readonly key?: string;
  /** Trusted as it is, whoever issued it and whatever it says: that of ourselves. */
  readonly known?: string;
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
  const socket = await openChannel(origin, options, signal);
  return origin.protocol === 'https:' ? secure(socket, hostOf(origin), options.tls ?? {}, signal) : socket;
}

/**
 * Opens a way to where TLS, or the message itself, begins.
 * @throws {HarnessError} `TRANSPORT_FAILED`
 */
export async function openChannel(origin: URL, options: ConnectionOptions, signal?: AbortSignal): Promise<Socket> {
  const proxy = options.proxy === undefined ? undefined : new URL(options.proxy);
  const socket = await openTcp(proxy ?? origin, options.lookup, signal);
  if (origin.protocol === 'https:' && proxy !== undefined) await tunnel(socket, origin, proxy, signal);
  return socket;
}

/** The header with which a proxy knows us; undefined when it does not ask. */
export function proxyAuthorization(proxy: URL): string | undefined {
  if (proxy.username === '') return undefined;
  const pair = `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return `Basic ${Buffer.from(pair).toString('base64')}`;
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

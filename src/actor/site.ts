/**
 * An address where we listen. Several listeners may share it, each below a path of its own; whose path it is, that one
 * gets the request. Knows sockets and paths, and nothing of what is said.
 */
import * as http from 'node:http';
import * as https from 'node:https';
import type { AddressInfo } from 'node:net';
import { HarnessError } from '../model/harness-error.js';
import { createDisguise, type Disguise } from './disguise.js';
import { type ServerTls, serverOptions, tellRefusals } from './tls-server.js';
import { createTurns } from './turns.js';

export interface SiteOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** PEM texts; with `clientCa` a client must show a certificate of that authority. */
  readonly tls?: ServerTls;
  /** Gets what went wrong on our side or in a handshake, and what came for a path that is nobody's. */
  readonly failed: (error: unknown) => void;
}

export type Handler = (request: http.IncomingMessage, response: http.ServerResponse) => Promise<void>;

export interface Site extends AsyncDisposable {
  /** Base URL, with the port that was taken. */
  readonly url: string;
  /** Shows another certificate on purpose; only over TLS. */
  readonly disguise?: Disguise;
  /**
   * From now on what comes below a path is for this handler; the longest path that fits decides.
   * @param path - `/a/b`, or the empty text for everything
   * @returns takes it off again
   * @throws {HarnessError} `INTERNAL` when somebody has that path already
   */
  attach(path: string, handler: Handler): () => void;
  /** Stops listening; connections that have nothing under way are closed, the others when they are done. */
  finish(): Promise<void>;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/**
 * Starts to listen.
 * @throws {HarnessError} `LISTEN_FAILED` when the address is taken or not ours
 */
export async function openSite(options: SiteOptions): Promise<Site> {
  const { tls, failed } = options;
  const handlers = new Map<string, Handler>();
  let isStopping = false;
  const turns = createTurns();
  const handle = (request: http.IncomingMessage, response: http.ServerResponse): void => {
    const handler = handlerAt(handlers, request.url ?? '/') ?? nobody(handlers, failed);
    handler(request, response)
      .catch((error: unknown) => {
        failed(error);
        response.destroy();
      })
      .finally(() => isStopping && server.closeIdleConnections());
  };
  const inTurn: http.RequestListener = (request, response) => turns.next(() => handle(request, response));
  const server = tls ? https.createServer(serverOptions(tls), inTurn) : http.createServer(inTurn);
  server.on('connection', turns.connected);
  const disguise = tls && createDisguise(server as https.Server, tls, failed);
  // Who turns away from what we show on purpose does well.
  if (tls) tellRefusals(server as https.Server, (error) => disguise?.isOn() || failed(error));
  await listening(server, options);
  const { address, port, family } = server.address() as AddressInfo;
  const finish = (): Promise<void> =>
    new Promise((resolve) => {
      isStopping = true;
      server.close(() => resolve());
      server.closeIdleConnections();
    });
  const close = (): Promise<void> => {
    const finished = finish();
    server.closeAllConnections();
    return finished;
  };
  const attach: Site['attach'] = (path, handler) => {
    if (handlers.has(path)) throw new HarnessError('INTERNAL', `two listeners want the path "${path}"`);
    handlers.set(path, handler);
    return () => void handlers.delete(path);
  };
  const host = family === 'IPv6' ? `[${address}]` : address;
  const url = `${tls ? 'https' : 'http'}://${host}:${port}`;
  return { url, ...(disguise && { disguise }), attach, finish, close, [Symbol.asyncDispose]: close };
}

/** Whose path it is: `/a/b` is below `/a`, and `/ab` is not. */
function handlerAt(handlers: ReadonlyMap<string, Handler>, url: string): Handler | undefined {
  for (let path = pathOf(url); ; path = path.slice(0, path.lastIndexOf('/'))) {
    const handler = handlers.get(path);
    if (handler || path === '') return handler;
  }
}

/** Without a query and without a slash at the end; what is no path is that of everybody. */
function pathOf(url: string): string {
  const path = url.startsWith('/') ? url : URL.canParse(url) ? new URL(url).pathname : '';
  return path.replace(/[?#].*$/s, '').replace(/\/+$/, '');
}

/** Nobody has this path: the sender hears which paths there are, and so do we. */
function nobody(handlers: ReadonlyMap<string, Handler>, failed: SiteOptions['failed']): Handler {
  return async ({ method, url }, response) => {
    const paths = [...handlers.keys()].sort();
    const text = {
      nl: `${method} ${url}: op dit pad wacht niemand; wel op ${paths.join(', ') || 'geen enkel pad'}`,
      en: `${method} ${url}: nobody waits at this path; somebody does at ${paths.join(', ') || 'no path at all'}`,
    };
    failed(new HarnessError('PATH_UNKNOWN', text, { hint: HINT }));
    response.writeHead(404, { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' });
    response.end(`Nobody waits at this path. Paths: ${paths.join(', ')}\n`);
  };
}

const HINT = {
  nl: 'Stel in het product het adres in met het pad van deze testset; bij de start zijn ze genoemd.',
  en: 'Configure in the product the address with the path of this suite; they were told at the start.',
};

function listening(server: http.Server | https.Server, { host, port }: SiteOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      const hint = {
        nl: 'Kies een ander adres met --listen HOST:POORT; poort 0 neemt een vrije poort.',
        en: 'Choose another address with --listen HOST:PORT; port 0 takes any free port.',
      };
      reject(
        new HarnessError(
          'LISTEN_FAILED',
          {
            nl: `kan niet luisteren op ${host}:${port}: ${cause.message}`,
            en: `cannot listen on ${host}:${port}: ${cause.message}`,
          },
          { cause, hint },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
}

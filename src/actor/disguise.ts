/**
 * Shows another certificate than ours where we listen, for a while, and sees who turns away from it. Some say why in TLS, some
 * just leave, before the session stands or after it: a connection that was shown a certificate and never carried a message.
 */
import { X509Certificate } from 'node:crypto';
import type { Server } from 'node:https';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { TlsFacts } from '../model/exchange.js';
import { ownFacts } from './client-certificate.js';
import { type ServerTls, serverOptions } from './tls-server.js';
import { codeOf } from './transport-failure.js';

/** PEM texts. */
export type Shown = Pick<ServerTls, 'cert' | 'key'>;

export interface TurnedAway {
  /** What it said in TLS, as OpenSSL names it; absent for who just left. */
  readonly said?: string;
  /** With the certificate that it saw. */
  readonly tls: TlsFacts;
}

/** Somebody connected; @returns tells that it turned away */
export type Met = () => (who: TurnedAway) => Promise<void>;

export interface Disguise {
  /** Whoever connects from now on sees this certificate; connections that carry nothing are closed. */
  show(certificate: Shown, met: Met): void;
  /** Whoever connects from now on sees ours again. */
  drop(): void;
  /** Whether another certificate is shown now. */
  isOn(): boolean;
  /** Whether this connection was made while another certificate was shown. */
  isOver(socket: unknown): boolean;
  /** Whether each answer ends its connection, so that the next message comes over a new one. */
  eachAnew(isOn: boolean): void;
}

/** @param failed - gets what went wrong on our side in telling */
export function createDisguise(server: Server, ours: ServerTls, failed: (error: unknown) => void): Disguise {
  let shown: { readonly tls: TlsFacts; readonly met: Met } | undefined;
  const prints = new Set<string>();
  /** Connections that were made under another certificate, and what became of them. */
  const made = new Map<string, { said?: string; isUsed?: boolean }>();

  server.on('connection', (raw: Socket) => {
    if (!shown) return;
    const [{ tls }, tell, name] = [shown, shown.met(), nameOf(raw)];
    made.set(name, {});
    raw.once('close', () => {
      const { said, isUsed } = made.get(name) ?? {};
      made.delete(name);
      // Who only knocks, or speaks no TLS that we know, saw no certificate.
      if (isUsed || raw.bytesWritten < SMALLEST_FLIGHT_BYTES) return;
      tell({ ...(said !== undefined && { said }), tls }).catch(failed);
    });
  });
  server.on('tlsClientError', (error: Error, socket: TLSSocket) => {
    const known = made.get(nameOf(socket));
    if (known) known.said = codeOf(error);
  });
  server.on('request', ({ socket }) => {
    const known = made.get(nameOf(socket));
    if (known) known.isUsed = true;
  });
  const change = ({ cert, key }: Shown): void => {
    server.setSecureContext(serverOptions({ ...ours, cert, key }));
    server.closeIdleConnections();
  };
  return {
    show(certificate, met) {
      const own = ownFacts(certificate.cert);
      shown = { tls: { protocol: 'unknown', cipher: 'unknown', ...(own && { own }) }, met };
      prints.add(new X509Certificate(certificate.cert).fingerprint256);
      change(certificate);
    },
    drop() {
      if (!shown) return;
      shown = undefined;
      change(ours);
    },
    isOn: () => shown !== undefined,
    isOver: (socket) => socket instanceof TLSSocket && prints.has(printOf(socket) ?? ''),
    eachAnew(isOn) {
      server.maxRequestsPerSocket = isOn ? 1 : 0;
    },
  };
}

/** An alert takes a few bytes; a certificate takes hundreds. */
const SMALLEST_FLIGHT_BYTES = 300;

function nameOf({ remoteAddress = '', remotePort = 0 }: Pick<Socket, 'remoteAddress' | 'remotePort'>): string {
  return `${remoteAddress} ${remotePort}`;
}

/** Of the certificate at our end of it. */
function printOf(socket: TLSSocket): string | undefined {
  const own = socket.getCertificate();
  return own && 'fingerprint256' in own ? own.fingerprint256 : undefined;
}

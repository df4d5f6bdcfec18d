/**
 * What can be known of our own certificate when a session broke: what it says of itself, and whether the other side asks for
 * one and of whom. A server that speaks TLS 1.3 alone does not tell that; then it stays unknown.
 */
import { X509Certificate } from 'node:crypto';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import { connect as startTls } from 'node:tls';
import type { OwnCertificateFacts, TlsFacts } from '../model/exchange.js';
import { type CertificateRequest, certificateRequestIn } from './certificate-request.js';
import { type ConnectionOptions, openChannel } from './connection.js';
import type { Conversation } from './conversation.js';

/** Enough for the certificates of a server and the names of a thousand issuers. In bytes. */
const MAX_FLIGHT_BYTES = 256 * 1024;

/**
 * The same conversation, with what is known of our own certificate where that may be why nothing came of it: a session that was
 * ended, or refused with a word about ours. Everything else is as it was.
 * @param signal - stops looking
 */
export async function withOwnCertificate(
  said: Conversation,
  origin: URL,
  options: ConnectionOptions,
  signal: AbortSignal,
): Promise<Conversation> {
  const { failure, tls, reply } = said;
  const isOurs = failure?.kind === 'reset' ? tls !== undefined && reply === undefined : /_ALERT_/.test(failure?.detail ?? '');
  if (!isOurs || origin.protocol !== 'https:') return said;
  const own = ownFacts(options.tls?.cert);
  const asks = await requestOf(origin, options, signal).catch(() => undefined);
  const base: TlsFacts = tls ?? { protocol: 'unknown', cipher: 'unknown' };
  return { ...said, tls: { ...base, ...(own && { own }), ...(asks && { asks }) } };
}

/** What a certificate that we show says of itself; undefined without one. */
export function ownFacts(pem: string | undefined): OwnCertificateFacts | undefined {
  const [first, ...rest] = (pem?.match(/-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g) ?? []).map(
    (text) => new X509Certificate(text),
  );
  if (!first) return undefined;
  return {
    subject: inOneLine(first.subject),
    issuers: [first, ...rest].map(({ issuer }) => inOneLine(issuer)),
    validFrom: new Date(first.validFrom).toISOString(),
    validTo: new Date(first.validTo).toISOString(),
  };
}

function inOneLine(name: string): string {
  return name.split('\n').join(', ');
}

/** Begins a session in TLS 1.2, in which the request of the server can be read, and ends it there. */
async function requestOf(origin: URL, options: ConnectionOptions, signal: AbortSignal): Promise<CertificateRequest | undefined> {
  const raw = await openChannel(origin, options, signal);
  const flight = new Tap(raw);
  try {
    const socket = startTls({ socket: flight, host: origin.hostname, maxVersion: 'TLSv1.2', rejectUnauthorized: false });
    await new Promise<void>((resolve) => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      socket
        .once('secureConnect', resolve)
        .once('error', () => resolve())
        .once('close', resolve);
    });
    socket.destroy();
    return certificateRequestIn(flight.seen());
  } finally {
    flight.destroy();
    raw.destroy();
  }
}

/** Passes on what goes and comes, and keeps what came. */
class Tap extends Duplex {
  readonly #raw: Socket;
  readonly #came: Buffer[] = [];
  #bytes = 0;

  constructor(raw: Socket) {
    super();
    this.#raw = raw;
    raw.on('data', (chunk: Buffer) => {
      if (this.#bytes < MAX_FLIGHT_BYTES) this.#came.push(chunk);
      this.#bytes += chunk.length;
      this.push(chunk);
    });
    raw.once('close', () => this.push(null)).on('error', () => this.push(null));
  }

  seen(): Buffer {
    return Buffer.concat(this.#came);
  }

  override _read(): void {
    this.#raw.resume();
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    if (this.#raw.destroyed) done();
    else this.#raw.write(chunk, () => done());
  }
}

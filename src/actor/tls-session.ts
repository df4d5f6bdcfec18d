/**
 * Makes a connection safe to speak over: a TLS session whose certificate was checked, or the reason why not.
 */
import { X509Certificate } from 'node:crypto';
import { isIP, type Socket } from 'node:net';
import { rootCertificates, connect as startTls, TLSSocket } from 'node:tls';
import type { TlsFacts } from '../model/exchange.js';
import type { TlsOptions } from './connection.js';
import { opened } from './opening.js';
import { MINIMUM_TLS } from './tls-server.js';
import { codeOf, transportFailed } from './transport-failure.js';

/**
 * Starts TLS on a socket that is connected.
 * @param host - whom we mean to speak with; the certificate must be for this name or address
 * @throws {HarnessError} `TRANSPORT_FAILED` with the certificate that was refused, and why
 */
export async function secure(raw: Socket, host: string, options: TlsOptions, signal: AbortSignal | undefined): Promise<Socket> {
  const socket = startTls({
    socket: raw,
    host,
    ...(isIP(host) === 0 && { servername: host }),
    ALPNProtocols: ['http/1.1'],
    minVersion: MINIMUM_TLS,
    // We look at the outcome ourselves below, to be able to tell which certificate it was.
    rejectUnauthorized: false,
    ...(options.ca && { ca: [...rootCertificates, ...options.ca] }),
    ...(options.cert && { cert: options.cert }),
    ...(options.key && { key: options.key }),
  });
  await opened(socket, 'secureConnect', signal);
  if (socket.authorized || isKnown(socket, options.known)) return socket;
  const tls = tlsFactsOf(socket);
  const detail = refusal(socket);
  socket.destroy();
  throw transportFailed({ failure: { kind: 'tls', detail }, ...(tls && { tls }) });
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

function isKnown(socket: TLSSocket, known: string | undefined): boolean {
  return known !== undefined && socket.getPeerCertificate().fingerprint256 === new X509Certificate(known).fingerprint256;
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

/**
 * TLS where we listen: what we ask of a client, and telling why one was turned away, since whoever is turned away often
 * sees no more than a closed connection.
 */
import type { Server, ServerOptions } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { Tekst } from '../model/finding.js';
import { HarnessError } from '../model/harness-error.js';
import { codeOf } from './transport-failure.js';

/** PEM texts; with `clientCa` a client must show a certificate of that authority. */
export interface ServerTls {
  readonly cert: string;
  readonly key: string;
  readonly clientCa?: string;
}

/** Older versions of TLS are not safe, whatever the settings of Node say. */
export const MINIMUM_TLS = 'TLSv1.2';

export function serverOptions({ cert, key, clientCa }: ServerTls): ServerOptions {
  return { cert, key, minVersion: MINIMUM_TLS, ...(clientCa && { ca: clientCa, requestCert: true, rejectUnauthorized: true }) };
}

/** Tells of every client that did not get in: who, and why. */
export function tellRefusals(server: Server, told: (error: HarnessError) => void): void {
  server.on('tlsClientError', (error: Error, socket: TLSSocket) => {
    const why: unknown = socket.authorizationError;
    const code = typeof why === 'string' ? why : codeOf(error);
    // Somebody who comes and goes, as a port check does, wanted nothing of us.
    if (code === 'ECONNRESET') return;
    const reason = REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? OTHER;
    const text = { nl: `TLS geweigerd: ${reason.nl} (${code})`, en: `TLS refused: ${reason.en} (${code})` };
    told(new HarnessError('TRANSPORT_FAILED', text, { cause: error }));
  });
}

const OTHER: Tekst = { nl: 'de handdruk met een client mislukte', en: 'the handshake with a client failed' };

const REASONS: readonly (readonly [code: RegExp, reason: Tekst])[] = [
  [/PEER_DID_NOT_RETURN_A_CERTIFICATE/, { nl: 'een client toonde geen certificaat', en: 'a client showed no certificate' }],
  [/^CERT_HAS_EXPIRED/, { nl: 'het certificaat van een client is verlopen', en: 'the certificate of a client has expired' }],
  [
    /^CERT_NOT_YET_VALID/,
    { nl: 'het certificaat van een client is nog niet geldig', en: 'the certificate of a client is not valid yet' },
  ],
  [
    /SELF_SIGNED|^UNABLE_TO_|^CERT_UNTRUSTED|^CERT_SIGNATURE/,
    {
      nl: 'het certificaat van een client is niet van een uitgever uit --client-ca',
      en: 'the certificate of a client is not of an issuer in --client-ca',
    },
  ],
  [
    /^INVALID_PURPOSE/,
    {
      nl: 'het certificaat van een client is niet bedoeld voor een client',
      en: 'the certificate of a client is not meant for a client',
    },
  ],
  [
    /ALERT_(UNKNOWN_CA|BAD_CERTIFICATE|CERTIFICATE_)/,
    {
      nl: 'een client vertrouwt ons certificaat niet; laat hem onze CA vertrouwen',
      en: 'a client does not trust our certificate; let it trust our CA',
    },
  ],
  [
    /UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW/,
    { nl: 'een client spreekt geen TLS 1.2 of nieuwer', en: 'a client does not speak TLS 1.2 or newer' },
  ],
  [
    /HTTP_REQUEST|WRONG_VERSION/,
    { nl: 'een client sprak geen TLS: gebruik https://', en: 'a client did not speak TLS: use https://' },
  ],
];

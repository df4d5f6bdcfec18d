/**
 * Why a TLS session was refused, in words, from the code that the check gave.
 */
import type { Tekst } from '../model/finding.js';

const REASONS: readonly (readonly [code: RegExp, reason: Tekst])[] = [
  [
    /^CERT_HAS_EXPIRED/,
    { nl: 'Het certificaat van het endpoint is verlopen', en: 'The certificate of the endpoint has expired' },
  ],
  [
    /^CERT_NOT_YET_VALID/,
    { nl: 'Het certificaat van het endpoint is nog niet geldig', en: 'The certificate of the endpoint is not valid yet' },
  ],
  [
    /^ERR_TLS_CERT_ALTNAME/,
    {
      nl: 'Het certificaat van het endpoint staat op een andere naam',
      en: 'The certificate of the endpoint is for another name',
    },
  ],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)/,
    {
      nl: 'Het certificaat van het endpoint komt van een uitgever die wij niet kennen (zelfondertekend)',
      en: 'The certificate of the endpoint comes from an issuer that we do not know (self-signed)',
    },
  ],
  [
    /^(UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE)/,
    {
      nl: 'Het certificaat van het endpoint komt van een uitgever die wij niet kennen, of de keten is niet volledig',
      en: 'The certificate of the endpoint comes from an issuer that we do not know, or its chain is incomplete',
    },
  ],
  [
    /CERTIFICATE_REQUIRED|HANDSHAKE_FAILURE|BAD_CERTIFICATE|UNKNOWN_CA/,
    {
      nl: 'Het endpoint vraagt om een clientcertificaat dat het vertrouwt',
      en: 'The endpoint asks for a client certificate that it trusts',
    },
  ],
  [
    /WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST/,
    { nl: 'Op deze poort wordt geen TLS gesproken', en: 'TLS is not spoken at this port' },
  ],
  [
    /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/,
    {
      nl: 'Het endpoint spreekt alleen een verouderde versie van TLS',
      en: 'The endpoint only speaks an outdated version of TLS',
    },
  ],
];

/** The reason in words; undefined when the code is not one that we know. */
export function tlsReason(detail: string): Tekst | undefined {
  return REASONS.find(([code]) => code.test(detail))?.[1];
}

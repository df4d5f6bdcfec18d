/**
 * Why a TLS session did not come about, in words, from the code that the check or the other side gave: which certificate
 * it was, what is wrong with it, and what to do next.
 *
 * @see RFC 8446, section 6.2, for what the other side can say of ours
 */
export interface TlsReason {
  readonly melding: { readonly nl: string; readonly en: string };
  readonly advies: { readonly nl: string; readonly en: string };
}

interface KnownReason extends TlsReason {
  readonly code: RegExp;
}

const REASONS: readonly KnownReason[] = [
  {
    code: /^CERT_HAS_EXPIRED/,
    melding: { nl: 'Het certificaat van het endpoint is verlopen', en: 'The certificate of the endpoint has expired' },
    advies: {
      nl: 'Laat de beheerder van het endpoint het certificaat vernieuwen (ook dat van een uitgever in de keten), en controleer de klok van deze machine.',
      en: 'Have the certificate of the endpoint renewed (or that of an issuer in its chain), and check the clock of this machine.',
    },
  },
  {
    code: /^CERT_NOT_YET_VALID/,
    melding: {
      nl: 'Het certificaat van het endpoint is nog niet geldig',
      en: 'The certificate of the endpoint is not valid yet',
    },
    advies: {
      nl: 'Controleer de klok van deze machine en die waarop het certificaat is gemaakt; wacht anders tot het geldig is.',
      en: 'Check the clock of this machine and of the one that made the certificate; otherwise wait until it is valid.',
    },
  },
  {
    code: /^ERR_TLS_CERT_ALTNAME/,
    melding: {
      nl: 'Het certificaat van het endpoint staat op een andere naam',
      en: 'The certificate of the endpoint is for another name',
    },
    advies: {
      nl: 'Gebruik in --endpoint een naam waarvoor het certificaat geldt, of geef het endpoint een certificaat met deze naam in subjectAltName.',
      en: 'Use a name in --endpoint for which the certificate holds, or give the endpoint one with this name in its subjectAltName.',
    },
  },
  {
    code: /^DEPTH_ZERO_SELF_SIGNED_CERT/,
    melding: {
      nl: 'Het certificaat van het endpoint is zelfondertekend, en wij vertrouwen het niet',
      en: 'The certificate of the endpoint is self-signed, and we do not trust it',
    },
    advies: {
      nl: 'Is dit het certificaat dat u verwacht, geef het dan op met --ca; voor een testomgeving maakt "ketentest certs create" een CA.',
      en: 'If this is the certificate that you expect, give it with --ca; for a test environment "ketentest certs create" makes a CA.',
    },
  },
  {
    code: /^(SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_UNTRUSTED|CERT_SIGNATURE|CERT_CHAIN_TOO_LONG|INVALID_CA)/,
    melding: {
      nl: 'Het certificaat van het endpoint komt van een uitgever die wij niet kennen, of de keten is niet volledig',
      en: 'The certificate of the endpoint comes from an issuer that we do not know, or its chain is incomplete',
    },
    advies: {
      nl: 'Geef het certificaat van de uitgever op met --ca (bijvoorbeeld de CA van de gemeente of van PKIoverheid), of laat het endpoint zijn hele keten sturen.',
      en: 'Give the certificate of the issuer with --ca (for example the CA of the municipality or of PKIoverheid), or have the endpoint send its whole chain.',
    },
  },
  {
    code: /^INVALID_PURPOSE/,
    melding: {
      nl: 'Het certificaat van het endpoint is niet bedoeld voor een server',
      en: 'The certificate of the endpoint is not meant for a server',
    },
    advies: {
      nl: 'Geef het endpoint een certificaat met serverAuth in extendedKeyUsage; staat er een clientcertificaat?',
      en: 'Give the endpoint a certificate with serverAuth in its extendedKeyUsage; is it a client certificate?',
    },
  },
  {
    code: /^CERT_REVOKED/,
    melding: { nl: 'Het certificaat van het endpoint is ingetrokken', en: 'The certificate of the endpoint was revoked' },
    advies: { nl: 'Laat een nieuw certificaat uitgeven.', en: 'Have the certificate replaced.' },
  },
  {
    code: /CERTIFICATE_REQUIRED/,
    melding: { nl: 'Het endpoint vraagt om een clientcertificaat', en: 'The endpoint asks for a client certificate' },
    advies: {
      nl: 'Geef een clientcertificaat op met --cert en --cert-key, van een uitgever die het endpoint vertrouwt.',
      en: 'Give a client certificate with --cert and --cert-key, from an issuer that the endpoint trusts.',
    },
  },
  {
    code: /ALERT_CERTIFICATE_EXPIRED/,
    melding: {
      nl: 'Ons clientcertificaat is volgens het endpoint verlopen',
      en: 'To the endpoint our client certificate has expired',
    },
    advies: {
      nl: 'Geef met --cert en --cert-key een certificaat op dat geldig is; "ketentest preflight" toont tot wanneer.',
      en: 'Give one that is valid with --cert and --cert-key; "ketentest preflight" shows until when.',
    },
  },
  {
    code: /ALERT_UNKNOWN_CA/,
    melding: {
      nl: 'Het endpoint kent de uitgever van ons clientcertificaat niet',
      en: 'The endpoint does not know the issuer of our client certificate',
    },
    advies: {
      nl: 'Laat het endpoint de CA van ons clientcertificaat vertrouwen, of geef met --cert en --cert-key een certificaat van een CA die het vertrouwt.',
      en: 'Let the endpoint trust the CA of our client certificate, or give one of a CA that it trusts with --cert and --cert-key.',
    },
  },
  {
    code: /ALERT_(BAD_CERTIFICATE|UNSUPPORTED_CERTIFICATE|CERTIFICATE_REVOKED|CERTIFICATE_UNKNOWN|ACCESS_DENIED|DECRYPT_ERROR)/,
    melding: { nl: 'Het endpoint weigert ons clientcertificaat', en: 'The endpoint refuses our client certificate' },
    advies: {
      nl: 'Geef met --cert en --cert-key een certificaat op dat het endpoint voor ons verwacht (uitgever, OIN, gebruik als client).',
      en: 'Give the certificate that the endpoint expects of us with --cert and --cert-key (issuer, OIN, use as a client).',
    },
  },
  {
    code: /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|alert protocol version|VERSION_TOO_LOW|WRONG_SSL_VERSION/,
    melding: {
      nl: 'Het endpoint spreekt alleen een verouderde versie van TLS',
      en: 'The endpoint only speaks an outdated version of TLS',
    },
    advies: {
      nl: 'Zet op het endpoint TLS 1.2 of 1.3 aan; ouder is niet veilig en gebruiken wij niet.',
      en: 'Turn on TLS 1.2 or 1.3 at the endpoint; older versions are not safe, and we do not use them.',
    },
  },
  {
    code: /HANDSHAKE_FAILURE|NO_SHARED_CIPHER|INSUFFICIENT_SECURITY|EE_KEY_TOO_SMALL|CA_MD_TOO_WEAK|DH_KEY_TOO_SMALL/,
    melding: {
      nl: 'Het endpoint en wij werden het niet eens: het vraagt om een clientcertificaat, of om versleuteling die niet meer veilig is',
      en: 'The endpoint and we could not agree: it asks for a client certificate, or for encryption that is no longer safe',
    },
    advies: {
      nl: 'Geef een clientcertificaat op met --cert en --cert-key als het endpoint erom vraagt; kijk anders welke versleuteling het toestaat.',
      en: 'Give a client certificate with --cert and --cert-key if the endpoint asks for one; otherwise see which encryption it allows.',
    },
  },
  {
    code: /WRONG_VERSION_NUMBER|PACKET_LENGTH|HTTP_REQUEST/,
    melding: { nl: 'Op deze poort wordt geen TLS gesproken', en: 'TLS is not spoken at this port' },
    advies: {
      nl: 'Controleer de poort, of begin het adres in --endpoint met http://.',
      en: 'Check the port, or begin the address in --endpoint with http://.',
    },
  },
];

/** The reason in words; undefined when the code is not one that we know. */
export function tlsReason(detail: string): TlsReason | undefined {
  const found = REASONS.find(({ code }) => code.test(detail));
  return found && { melding: found.melding, advies: found.advies };
}

/**
 * Why a session ended that may have ended for our own certificate: as far as the facts of the session tell it. What they do not
 * tell is not claimed.
 */
import type { OwnCertificateFacts, TlsFacts, TransportFailure } from '../model/exchange.js';
import type { Tekst } from '../model/finding.js';
import { type TlsReason, tlsReason } from './tls-reason.js';

export interface CertificateReason extends TlsReason {
  /** Whether it is known to be for our certificate; otherwise it only may be. */
  readonly isKnown: boolean;
}

/**
 * Why a TLS session did not come about, or was ended before anything was said: what is known of our own certificate goes before
 * what the other side said of it.
 */
export function sessionReason(failure: TransportFailure, tls: TlsFacts | undefined, at: string): CertificateReason | undefined {
  const ours = tls && (failure.kind === 'reset' || /_ALERT_/.test(failure.detail)) ? certificateReason(tls, at) : undefined;
  if (failure.kind === 'reset' || ours?.isKnown) return ours;
  const said = failure.kind === 'tls' ? tlsReason(failure.detail) : undefined;
  return said && { ...said, isKnown: true };
}

/**
 * @param at - when the session was, ISO 8601
 * @returns undefined when the other side asks for no certificate: then it is for something else
 */
function certificateReason({ own, asks }: TlsFacts, at: string): CertificateReason | undefined {
  if (asks?.forCertificate === false) return undefined;
  const accepted = asks?.ofIssuers ?? [];
  const wanted = both(
    accepted.length > 0 ? ` van ${accepted.join(' of ')}` : '',
    accepted.length > 0 ? ` of ${accepted.join(' or ')}` : '',
  );
  if (!own)
    return asks
      ? known(
          both(
            'Het endpoint vraagt om een clientcertificaat{w}, en wij toonden er geen',
            'The endpoint asks for a client certificate{w}, and we showed none',
          ),
          ADVICE.give,
          wanted,
        )
      : { ...CLOSED_AFTER_HANDSHAKE, isKnown: false };
  if (Date.parse(own.validTo) < Date.parse(at))
    return known(
      both(
        `Ons clientcertificaat (${own.subject}) is verlopen op ${own.validTo.slice(0, 10)}`,
        `Our client certificate (${own.subject}) expired on ${own.validTo.slice(0, 10)}`,
      ),
      ADVICE.renew,
    );
  if (Date.parse(own.validFrom) > Date.parse(at))
    return known(
      both(
        `Ons clientcertificaat (${own.subject}) is pas geldig vanaf ${own.validFrom.slice(0, 10)}`,
        `Our client certificate (${own.subject}) is not valid before ${own.validFrom.slice(0, 10)}`,
      ),
      ADVICE.renew,
    );
  if (accepted.length > 0 && !own.issuers.some((issuer) => accepted.some((name) => isSame(name, issuer)))) {
    const issuer = own.issuers.join(' < ');
    return known(
      both(
        `Ons clientcertificaat (${own.subject}) is van ${issuer}; het endpoint neemt alleen certificaten aan{w}`,
        `Our client certificate (${own.subject}) is of ${issuer}; the endpoint only accepts certificates{w}`,
      ),
      ADVICE.issuer,
      wanted,
    );
  }
  const text = both(
    `De verbinding is na de TLS-handdruk verbroken: waarschijnlijk weigert het endpoint ons clientcertificaat (${shown(own, 'nl')})`,
    `The connection was closed after the TLS handshake: the endpoint probably refuses our client certificate (${shown(own, 'en')})`,
  );
  return { melding: text, advies: ADVICE.look, isKnown: false };
}

/** Our certificate in a few words; nothing when we showed none, or when it does not matter. */
export function ownCertificate({ own }: Pick<TlsFacts, 'own'> = {}): string {
  return own ? `; ${own.subject} < ${own.issuers.join(' < ')}, ${own.validFrom.slice(0, 10)} – ${own.validTo.slice(0, 10)}` : '';
}

function shown({ subject, issuers, validTo }: OwnCertificateFacts, taal: 'nl' | 'en'): string {
  const day = validTo.slice(0, 10);
  return taal === 'nl'
    ? `${subject}, uitgever ${issuers[0]}, geldig tot ${day}`
    : `${subject}, issuer ${issuers[0]}, valid until ${day}`;
}

/** The parts of a name may come in any order. */
function isSame(one: string, other: string): boolean {
  const parts = (name: string) => name.split(', ').sort().join('\n');
  return parts(one) === parts(other);
}

type Both = Exclude<Tekst, string>;

function both(nl: string, en: string): Both {
  return { nl, en };
}

function known(text: Both, advies: Tekst, wanted: Both = both('', '')): CertificateReason {
  return { melding: both(text.nl.replace('{w}', wanted.nl), text.en.replace('{w}', wanted.en)), advies, isKnown: true };
}

const ADVICE = {
  give: {
    nl: 'Geef een clientcertificaat op met --cert en --cert-key, van een uitgever die het endpoint vertrouwt.',
    en: 'Give a client certificate with --cert and --cert-key, from an issuer that the endpoint trusts.',
  },
  renew: {
    nl: 'Geef met --cert en --cert-key een certificaat op dat geldig is, en controleer de klok van deze machine.',
    en: 'Give one that is valid with --cert and --cert-key, and check the clock of this machine.',
  },
  issuer: {
    nl: 'Geef met --cert en --cert-key een certificaat van zo’n uitgever op (met de tussenliggende certificaten erbij), of laat het endpoint die van ons vertrouwen.',
    en: 'Give one of such an issuer with --cert and --cert-key (with the intermediate certificates in the file), or let the endpoint trust ours.',
  },
  look: {
    nl: 'Kijk in de log van het endpoint waarom: een andere CA met dezelfde naam, een certificaat dat niet voor clients bedoeld of ingetrokken is, of een OIN die het niet kent.',
    en: 'See in the log of the endpoint why: another CA of the same name, a certificate not meant for clients or revoked, or an OIN that it does not know.',
  },
} as const satisfies Record<string, Tekst>;

/** What a connection may mean that is closed right after the handshake, when nothing more is known. */
const CLOSED_AFTER_HANDSHAKE: TlsReason = {
  melding: {
    nl: 'De verbinding is na de TLS-handdruk verbroken voordat er een antwoord was: mogelijk vraagt het endpoint om een clientcertificaat, en wij toonden er geen',
    en: 'The connection was closed after the TLS handshake, before there was a reply: the endpoint may ask for a client certificate, and we showed none',
  },
  advies: {
    nl: 'Kijk in de log van het endpoint; geef met --cert en --cert-key het clientcertificaat op dat het verwacht.',
    en: 'See in the log of the endpoint; give the client certificate that it expects with --cert and --cert-key.',
  },
};

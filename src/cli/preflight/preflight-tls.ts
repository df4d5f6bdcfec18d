/** What is looked at of our own certificates, before the other side does: each with what mends it. */
import type { X509Certificate } from 'node:crypto';
import { whyNotListening } from '../../actor/can-listen.js';
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { isAddress } from '../certs/general-name.js';
import { type OwnCertificate, readAuthorities, readOwnCertificate } from '../settings/tls-files.js';
import type { Item } from './preflight-reach.js';

const DAY_MILLIS = 86_400_000;
/** A certificate that ends within this time ends during somebody's test period. */
const SOON_MILLIS = 30 * DAY_MILLIS;

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const CLIENT_AUTH = '1.3.6.1.5.5.7.3.2';

/** As `Settings` names them. */
export interface TlsFilesGiven {
  readonly ca?: string;
  readonly cert?: string;
  readonly certKey?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly clientCa?: string;
  readonly listen?: { readonly host: string; readonly port: number };
}

export interface FileItem extends Item {
  /** True for a file with which no connection can be made at all. */
  readonly isUnusable?: boolean;
}

/** Looks at the files that were named; a file that cannot be used is an item too. @param now - milliseconds since 1970 */
export function tlsFileItems(cwd: string, given: TlsFilesGiven, now: number): readonly FileItem[] {
  const { ca, clientCa, listen } = given;
  return [
    ...(ca === undefined ? [] : usable(() => authorityItems('ca', readAuthorities(cwd, 'ca', ca).all, now))),
    ...usable(() => {
      const own = readOwnCertificate(cwd, { certOption: 'cert', keyOption: 'cert-key', cert: given.cert, key: given.certKey });
      return own === undefined ? [] : [...validityItems('cert', own.leaf, now), ...useItems('cert', own, CLIENT_AUTH)];
    }),
    ...usable(() => {
      const own = readOwnCertificate(cwd, {
        certOption: 'tls-cert',
        keyOption: 'tls-key',
        cert: given.tlsCert,
        key: given.tlsKey,
      });
      if (own === undefined) return [];
      return [
        ...validityItems('tls-cert', own.leaf, now),
        ...useItems('tls-cert', own, SERVER_AUTH),
        ...nameItems(own.leaf, listen),
      ];
    }),
    ...(clientCa === undefined
      ? []
      : usable(() => authorityItems('client-ca', readAuthorities(cwd, 'client-ca', clientCa).all, now))),
  ];
}

/** Whether the address where we are to listen is free; one that is chosen by the system always is. */
export async function listenItems({ listen }: TlsFilesGiven): Promise<readonly FileItem[]> {
  if (listen === undefined || listen.port === 0) return [];
  const where = `${listen.host}:${listen.port}`;
  const why = await whyNotListening(listen);
  return [
    item(
      why === undefined,
      `luisteren op ${where}${why ? `: ${why}` : ''}`,
      `listening on ${where}${why ? `: ${why}` : ''}`,
      MENDS.listen,
    ),
  ];
}

/** A file that is of no use is told like everything else that does not hold. */
function usable(look: () => readonly Item[]): readonly FileItem[] {
  try {
    return look();
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    const { hint } = error.options;
    return [{ what: tekst(error.text), holds: false, isUnusable: true, ...(hint !== undefined && { mend: tekst(hint) }) }];
  }
}

function validityItems(option: string, certificate: X509Certificate, now: number): readonly Item[] {
  const [from, to] = [Date.parse(certificate.validFrom), Date.parse(certificate.validTo)];
  const until = new Date(to).toISOString().slice(0, 10);
  const who = `--${option} (${shortName(certificate)})`;
  if (now > to) return [item(false, `${who} is verlopen op ${until}`, `${who} expired on ${until}`, MENDS.expired)];
  if (now < from) {
    const since = new Date(from).toISOString();
    return [item(false, `${who} is pas geldig vanaf ${since}`, `${who} is not valid before ${since}`, MENDS.tooEarly)];
  }
  const isSoon = to - now < SOON_MILLIS;
  const found = item(!isSoon, `${who} is geldig tot ${until}`, `${who} is valid until ${until}`, MENDS.soon);
  return [{ ...found, isAdvice: true }];
}

/** A certificate without a stated use may be used for all. */
function useItems(option: string, { leaf }: OwnCertificate, wanted: string): readonly Item[] {
  const uses = (leaf as { readonly keyUsage?: readonly string[] }).keyUsage;
  if (uses === undefined || uses.includes(wanted)) return [];
  const [nl, en] = wanted === CLIENT_AUTH ? ['een client', 'a client'] : ['een server', 'a server'];
  return [item(false, `--${option} is niet bedoeld voor ${nl}`, `--${option} is not meant for ${en}`, MENDS.use)];
}

/** The name under which the product reaches us must stand in the certificate. */
function nameItems(leaf: X509Certificate, listen: TlsFilesGiven['listen']): readonly Item[] {
  const names = leaf.subjectAltName ?? '–';
  const host = listen?.host;
  if (host === undefined || host === '0.0.0.0' || host === '::') {
    return [item(true, `--tls-cert geldt voor ${names}`, `--tls-cert holds for ${names}`)];
  }
  const fits = (isAddress(host) ? leaf.checkIP(host) : leaf.checkHost(host)) !== undefined;
  return [
    item(fits, `--tls-cert voor ${host}, geldt voor ${names}`, `--tls-cert for ${host}, holds for ${names}`, {
      nl: `het product vertrouwt https://${host} niet: maak een certificaat met deze naam ("ketentest certs create --name ${host}"), of stel in het product een van de genoemde namen in`,
      en: `the product will not trust https://${host}: make a certificate with this name ("ketentest certs create --name ${host}"), or configure one of the names told in the product`,
    }),
  ];
}

function authorityItems(option: string, certificates: readonly X509Certificate[], now: number): readonly Item[] {
  return certificates.flatMap((each) => {
    const validity = validityItems(option, each, now);
    if (each.ca || option === 'ca') return validity;
    const what = `--${option} (${shortName(each)})`;
    return [...validity, item(false, `${what} is geen CA`, `${what} is no CA`, MENDS.noAuthority)];
  });
}

function shortName(certificate: X509Certificate): string {
  return /^CN=(.*)$/m.exec(certificate.subject)?.[1] ?? certificate.subject.replaceAll('\n', ', ');
}

function item(holds: boolean, nl: string, en: string, mend?: Tekst): Item {
  return { what: { nl, en }, holds, ...(!holds && mend && { mend }) };
}

function tekst(text: string | Tekst): Tekst {
  return typeof text === 'string' ? { nl: text, en: text } : text;
}

const MENDS = {
  listen: {
    nl: 'kies met --listen een adres van deze machine en een poort die vrij is',
    en: 'choose an address of this machine and a port that is free with --listen',
  },
  expired: {
    nl: 'vraag een nieuw certificaat aan; voor een test maakt "ketentest certs create" er een',
    en: 'request a new certificate; for a test "ketentest certs create" makes one',
  },
  tooEarly: {
    nl: 'controleer de klok van deze machine, of wacht tot het certificaat geldig is',
    en: 'check the clock of this machine, or wait until the certificate is valid',
  },
  soon: { nl: 'dat is binnen 30 dagen: vraag op tijd een nieuw aan', en: 'that is within 30 days: request a new one in time' },
  use: {
    nl: 'neem een certificaat waarvan extendedKeyUsage dit gebruik noemt (clientAuth of serverAuth)',
    en: 'take a certificate whose extendedKeyUsage names this use (clientAuth or serverAuth)',
  },
  noAuthority: {
    nl: 'noem het certificaat van de uitgever van de clientcertificaten, niet een clientcertificaat zelf',
    en: 'name the certificate of the issuer of the client certificates, not a client certificate itself',
  },
} as const satisfies Record<string, Tekst>;

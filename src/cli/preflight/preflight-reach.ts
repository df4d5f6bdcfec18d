/** How far a connection gets: name, connection, TLS, round trip. What is behind the first that fails is not looked at. */
import type { ProbeAnswer } from '../../actor/probe.js';
import { sessionReason } from '../../judge/client-certificate.js';
import { gatewayPage } from '../../judge/gateway-page.js';
import type { FailureKind } from '../../model/exchange.js';
import type { Tekst } from '../../model/finding.js';

export interface Item {
  readonly what: Tekst;
  readonly holds: boolean;
  /** True when a run can do without. */
  readonly isAdvice?: boolean;
  /** What to do; present when it does not hold. */
  readonly mend?: Tekst;
}

/**
 * In the order in which a connection is made: everything before the failure holds.
 * @param at - when it was tried, ISO 8601
 */
export function reachItems(url: URL, answer: ProbeAnswer, at: string): readonly Item[] {
  const { failure, reply, tls, isConnected, millis } = answer;
  const isTls = url.protocol === 'https:';
  const stages: readonly (readonly [stage: Tekst, kinds: readonly FailureKind[], mend: Tekst])[] = [
    [both(`naam ${url.hostname}`, `name ${url.hostname}`), ['dns'], MENDS.dns],
    [both(`verbinding met ${url.host}`, `connection with ${url.host}`), ['refused'], MENDS.refused],
    ...(isTls ? [[both(`TLS ${tls ? `${tls.protocol}, ${tls.peerSubject ?? ''}` : ''}`), ['tls'], MENDS.tls] as const] : []),
    [
      both(
        `antwoord${reply ? ` (HTTP ${reply.status}, ${millis} ms)` : ''}`,
        `reply${reply ? ` (HTTP ${reply.status}, ${millis} ms)` : ''}`,
      ),
      ['timeout', 'reset', 'protocol', 'body-too-large', 'cancelled'],
      MENDS.noReply,
    ],
  ];
  // Time that runs out before there is a connection says that nothing answers there.
  const kind = failure?.kind === 'timeout' && !isConnected ? 'refused' : failure?.kind;
  const page = reply && gatewayPage(reply.status, reply.text);
  const failed = page
    ? stages.length - 1
    : reply
      ? -1
      : stages.findIndex(([, kinds]) => kind !== undefined && kinds.includes(kind));
  return stages.slice(0, failed < 0 ? stages.length : failed + 1).map(([what, , mend], index) => {
    if (index !== failed) return { what, holds: true };
    const detail = failure?.detail ?? `HTTP ${reply?.status}`;
    const reason = page ?? (failure && sessionReason(failure, tls, at));
    const said = reason ? both(`${reason.melding.nl} (${detail})`, `${reason.melding.en} (${detail})`) : both(detail);
    return { what: both(`${what.nl}: ${said.nl}`, `${what.en}: ${said.en}`), holds: false, mend: reason?.advies ?? mend };
  });
}

/** A text that may be the same in both. */
export function both(nl: string, en: string = nl): Tekst {
  return { nl, en };
}

const MENDS = {
  dns: {
    nl: 'deze naam bestaat niet op dit netwerk: controleer het adres, VPN en DNS',
    en: 'this name does not exist on this network: check the address, VPN and DNS',
  },
  refused: {
    nl: 'er luistert niets op deze poort: start het product, controleer de poort en de firewall',
    en: 'nothing listens on this port: start the product, check the port and the firewall',
  },
  tls: {
    nl: 'het certificaat of de handdruk klopt niet: geef de CA met --ca, een clientcertificaat met --cert en --cert-key',
    en: 'the certificate or the handshake is wrong: give the CA with --ca, a client certificate with --cert and --cert-key',
  },
  noReply: {
    nl: 'er is verbinding maar geen HTTP-antwoord: controleer http of https, een proxy ertussen, en --timeout',
    en: 'there is a connection but no HTTP reply: check http or https, a proxy in between, and --timeout',
  },
} as const satisfies Record<string, Tekst>;

/**
 * Judges an exchange as far as wire, HTTP and bytes go: did a complete, readable reply come, and if not, whose
 * doing is that. One symptom gives one finding. What the message says is for other judges.
 *
 * @see docs/architecture.md, the table of causes under "Outcomes"
 */
import { headerOf } from '../model/body.js';
import type { ReceivedReply, TransportFailure } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { judged, type Look, type Rule, undecided } from '../model/judged.js';
import * as body from './body-rules.js';
import { ownCertificate, sessionReason } from './client-certificate.js';
import * as connection from './connection-rules.js';
import { gatewayPage } from './gateway-page.js';
import * as http from './http-rules.js';
import { headText } from './reply-text.js';
import { judgeReply, seenIn, type TransportInput } from './transport-reply.js';

/**
 * Judges one exchange.
 * @returns at least one finding; the only ones that are no `voldoet` are about wire, HTTP and bytes
 */
export function judgeTransport(input: TransportInput): readonly Finding[] {
  const { reply, failure } = input.exchange;
  const turnedAway = reply && judgeStatus(reply, input);
  if (turnedAway) return [turnedAway];
  if (failure) return [judgeFailure(failure, input)];
  if (!reply) return [undecided(http.REPLIED, 'harnas', { gevonden: '–' })];
  return judgeReply(reply, input);
}

/** Statuses that say that the message never got to the product. */
function judgeStatus({ status, headers }: ReceivedReply, input: TransportInput): Finding | undefined {
  const look = seenIn(input, `HTTP ${status}`);
  if (status === 401 || status === 403) return undecided(http.UNAUTHORIZED, 'configuratie', look);
  if (status === 404 || status === 410) return undecided(http.NOT_FOUND, 'configuratie', look);
  if (status === 405) return undecided(http.METHOD, 'configuratie', look);
  if (status === 407) return undecided(http.PROXY_UNAUTHORIZED, 'configuratie', look);
  if (status >= 300 && status < 400) {
    const location = headerOf(headers, 'location');
    return undecided(http.REDIRECT, 'configuratie', { ...look, gevonden: `HTTP ${status}, Location: ${location ?? '–'}` });
  }
  const page = gatewayPage(status, input.bytes ? headText(input.bytes) : '');
  if (page) return undecided(connection.TLS, 'configuratie', { ...look, ...page });
  if (status >= 502 && status <= 504 && input.opened?.root === undefined) return judgeAbsence(http.GATEWAY, look, input);
  return undefined;
}

function judgeFailure(failure: TransportFailure, input: TransportInput): Finding {
  const { kind, detail } = failure;
  const look: Look = { gevonden: detail };
  switch (kind) {
    case 'dns':
      return undecided(connection.DNS, 'configuratie', look);
    case 'refused':
      return isGone(input) ? judged(connection.GONE, false, look) : undecided(connection.REFUSED, 'configuratie', look);
    case 'tls':
      return judgeSession(failure, input);
    case 'timeout':
      return judgeAbsence(connection.TIMEOUT, look, input);
    case 'reset':
      return input.earlierAnswered ? judgeAbsence(connection.RESET, look, input) : judgeSession(failure, input);
    case 'cancelled':
      return undecided(connection.CANCELLED, 'transport', look);
    case 'body-too-large':
      return judged(body.TOO_LARGE, false, seenIn(input, detail));
    case 'protocol':
      return judgeProtocol(detail, input);
  }
}

/** No session, or one that ended before anything was said: a server may look at our certificate only after the handshake. */
function judgeSession(failure: TransportFailure, input: TransportInput): Finding {
  const { tls, startedAt } = input.exchange;
  const { isKnown = failure.kind === 'tls', ...text } = sessionReason(failure, tls, startedAt) ?? {};
  const gevonden = failure.kind === 'tls' ? `${failure.detail}${ownCertificate(tls)}` : failure.detail;
  return isKnown
    ? undecided(connection.TLS, 'configuratie', { gevonden, ...text })
    : judgeAbsence(connection.RESET, { gevonden, ...text }, input);
}

/** Silence counts against a product only when it answered before, and twice. */
function judgeAbsence(rule: Rule, look: Look, input: TransportInput): Finding {
  return isGone(input) ? judged(rule, false, look) : undecided(rule, 'transport', look);
}

function isGone({ earlierAnswered, failedTwice }: TransportInput): boolean {
  return earlierAnswered && failedTwice;
}

/** A reply that began is the product's; something else than HTTP is another system until the product has been met. */
function judgeProtocol(detail: string, input: TransportInput): Finding {
  const { reply } = input.exchange;
  if (reply !== undefined && reply.status > 0) return judged(http.TRUNCATED, false, seenIn(input, detail));
  const look = reply === undefined ? { gevonden: detail } : seenIn(input, detail);
  return input.earlierAnswered ? judged(connection.PROTOCOL, false, look) : undecided(connection.PROTOCOL, 'configuratie', look);
}

/**
 * Judges an exchange as far as wire, HTTP and bytes go: did a complete, readable reply come, and if not, whose
 * doing is that. One symptom gives one finding. What the message says is for other judges.
 *
 * @see docs/architecture.md, the table of causes under "Outcomes"
 */
import { contentCodings } from '../message/content-coding.js';
import { type HeaderList, headerOf } from '../model/body.js';
import type { Exchange, ReceivedReply, TransportFailure } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { judged, type Look, type Rule, undecided } from '../model/judged.js';
import type { OpenedMessage } from '../model/record.js';
import { type Tolerance, tolerate } from '../model/tolerance.js';
import * as body from './body-rules.js';
import { ownCertificate, sessionReason } from './client-certificate.js';
import * as connection from './connection-rules.js';
import { gatewayPage } from './gateway-page.js';
import * as http from './http-rules.js';
import { deniesItsCharset, headText, holdsStackTrace, isWebPage, mediaType, quote } from './reply-text.js';
import { OTHER_CHARSET, OTHER_XML_TYPE } from './transport-tolerances.js';

export interface TransportInput {
  readonly exchange: Exchange;
  /** Whether the endpoint gave an answer earlier in this run. */
  readonly earlierAnswered: boolean;
  /** Whether the message was offered twice and failed both times. */
  readonly failedTwice: boolean;
  /** The reply opened for reading, when there is one. */
  readonly opened?: OpenedMessage;
  /** The reply after content decoding; says what an unreadable reply is instead. */
  readonly bytes?: Uint8Array;
  readonly profile: 'strict' | 'praktijk';
}

type Unreadable = NonNullable<OpenedMessage['problem']>;

const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';

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

function judgeReply(reply: ReceivedReply, input: TransportInput): readonly Finding[] {
  if (reply.body.size === 0) return [judged(body.EMPTY, false, seenIn(input, `HTTP ${reply.status}, 0 bytes`))];
  const { opened } = input;
  if (opened === undefined) {
    return [undecided(http.REPLIED, 'harnas', seenIn(input, 'niet geopend'))];
  }
  if (opened.problem !== undefined && mediaType(headerOf(reply.headers, 'content-type')) === 'multipart/related') {
    return [judged(body.MULTIPART, false, seenIn(input, opened.problem.detail))];
  }
  if (opened.problem !== undefined) return [judgeUnreadable(opened.problem, reply, input)];
  const remarks = judgeLabels(reply.headers, input);
  return remarks.some(({ ernst }) => ernst === 'fout')
    ? remarks
    : [judged(http.REPLIED, true, seenIn(input, `HTTP ${reply.status}`)), ...remarks];
}

function judgeUnreadable(problem: Unreadable, reply: ReceivedReply, input: TransportInput): Finding {
  const text = input.bytes === undefined ? '' : headText(input.bytes);
  const rule = unreadableRule(problem, text, reply.headers);
  const said = text === '' || rule === body.EMPTY ? problem.detail : `${problem.detail}: ${quote(text)}`;
  return judged(rule, false, {
    ...seenIn(input, `HTTP ${reply.status}, ${said}`),
    regelnummer: problem.line,
  });
}

function unreadableRule({ kind, detail, line }: Unreadable, text: string, headers: HeaderList): Rule {
  const contentType = headerOf(headers, 'content-type');
  if (kind === 'empty') return body.EMPTY;
  if (kind === 'too-deep') return body.TOO_DEEP;
  // A parser always names a line; bytes that never reached it were not what Content-Encoding says.
  if (kind === 'encoding' && line === undefined && contentCodings(headers).length > 0) return body.CONTENT_ENCODING;
  if (kind === 'not-xml' || mediaType(contentType) !== 'text/xml') {
    if (holdsStackTrace(text)) return body.STACK_TRACE;
    if (isWebPage(text, contentType) || /HTML/.test(detail)) return body.HTML;
  }
  if (kind === 'not-xml') return body.TEXT;
  if (kind === 'doctype') return body.DOCTYPE;
  return kind === 'encoding' ? body.ENCODING : body.MALFORMED;
}

/** What a readable reply says of itself in its headers and its envelope. */
function judgeLabels(headers: HeaderList, input: TransportInput): readonly Finding[] {
  const contentType = headerOf(headers, 'content-type');
  const lenient = input.profile === 'praktijk';
  if (input.opened?.root?.namespace === SOAP_12) {
    // In the profile praktijk the judge of envelopes tells it, once.
    const look = { ...seenIn(input, SOAP_12), regelnummer: input.opened.root.line };
    return lenient ? [] : [judged(body.SOAP_VERSION, false, look)];
  }
  const media = mediaType(contentType);
  if (media !== 'text/xml' && media !== 'multipart/related') {
    const isXml = media === 'application/xml' || media === 'application/soap+xml';
    const look = { ...seenIn(input, contentType ?? '–'), verwacht: 'text/xml' };
    return [fault(http.CONTENT_TYPE, lenient && isXml && OTHER_XML_TYPE, look)];
  }
  if (input.bytes !== undefined && deniesItsCharset(input.bytes, contentType)) {
    return [fault(body.ENCODING, lenient && OTHER_CHARSET, seenIn(input, contentType ?? '–'))];
  }
  return [];
}

/** In the profile `praktijk` some faults are only remarked upon. */
function fault(rule: Rule, tolerance: Tolerance | false, look: Look): Finding {
  const finding = judged(rule, false, look);
  return tolerance ? tolerate(finding, tolerance) : finding;
}

function seenIn({ exchange }: TransportInput, gevonden: string): Look {
  return { gevonden, bericht: `${exchange.id}/antwoord` };
}

/** Judges a reply that came: can it be read, is it whole, and is it what its headers say. */
import { contentCodings } from '../message/content-coding.js';
import { type HeaderList, headerOf } from '../model/body.js';
import type { Exchange, ReceivedReply } from '../model/exchange.js';
import type { Finding } from '../model/finding.js';
import { judged, type Look, type Rule, undecided } from '../model/judged.js';
import type { OpenedMessage } from '../model/record.js';
import { type Tolerance, tolerate } from '../model/tolerance.js';
import * as body from './body-rules.js';
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

/** @returns at least one finding */
export function judgeReply(reply: ReceivedReply, input: TransportInput): readonly Finding[] {
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

/** What was seen, and in which message. */
export function seenIn({ exchange }: TransportInput, gevonden: string): Look {
  return { gevonden, bericht: `${exchange.id}/antwoord` };
}

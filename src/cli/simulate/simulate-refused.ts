/** What came to a simulated counterpart and was no message to it: told by its outside, with the reason, in words and as JSON. */
import { headerOf } from '../../model/body.js';
import type { Exchange } from '../../model/exchange.js';
import type { Tekst } from '../../model/finding.js';
import { oneLine } from '../one-line.js';
import { type Language, say } from '../settings/language.js';

/** `POST /path, text/xml, 12 bytes`: what somebody sent, by its outside; nobody has looked at what it holds. */
export function arrivalText({ request: { method, url, headers, body } }: Pick<Exchange, 'request'>): string {
  const type = headerOf(headers, 'Content-Type');
  const parts = [`${method} ${pathOf(url)}`, ...(type ? [type] : []), `${body.size} bytes`];
  return parts.map((part) => oneLine(part)).join(', ');
}

export function refusedText(exchange: Exchange, language: Language): string {
  const status = exchange.reply ? `HTTP ${exchange.reply.status}` : '–';
  return `${exchange.endedAt}  ${arrivalText(exchange)} → ${status}\n    ! ${oneLine(say(reasonOf(exchange), language), 400)}`;
}

export function refusedJson(exchange: Exchange): string {
  const { request, reply, failure, endedAt } = exchange;
  const contentType = headerOf(request.headers, 'Content-Type');
  return JSON.stringify({
    ...{ at: endedAt, ...(reply && { status: reply.status }) },
    turnedAway: {
      ...{ method: request.method, path: pathOf(request.url), ...(contentType !== undefined && { contentType }) },
      ...{ bytes: request.body.size, reason: reasonOf(exchange), ...(failure && { failure: failure.detail }) },
    },
  });
}

function reasonOf({ request, reply, failure }: Exchange): Exclude<Tekst, string> {
  if (failure?.kind === 'body-too-large') return withDetail(REASONS.tooLarge, failure.detail);
  if (failure && !reply) return withDetail(REASONS.cutOff, failure.detail);
  if (reply?.status === 405) return REASONS.method;
  if (reply?.status === 415) return REASONS.type;
  if (request.body.size === 0) return REASONS.empty;
  return reply?.status === 500 ? REASONS.ours : REASONS.coding;
}

function withDetail({ nl, en }: Exclude<Tekst, string>, detail: string): Exclude<Tekst, string> {
  return { nl: `${nl} (${detail})`, en: `${en} (${detail})` };
}

function pathOf(url: string): string {
  return URL.canParse(url) ? new URL(url).pathname : url;
}

const REASONS = {
  tooLarge: { nl: 'het bericht is groter dan wij aannemen', en: 'the message is larger than we accept' },
  cutOff: { nl: 'de verbinding viel weg voordat het bericht er was', en: 'the connection was lost before the message was there' },
  method: { nl: 'berichten worden met POST gestuurd', en: 'messages are sent with POST' },
  type: { nl: 'de Content-Type is geen XML; verwacht text/xml', en: 'the Content-Type is not XML; expected text/xml' },
  empty: { nl: 'er staat niets in', en: 'there is nothing in it' },
  coding: {
    nl: 'de Content-Encoding is niet wat er staat, of niet een die wij kennen',
    en: 'the Content-Encoding is not what it says, or none that we know',
  },
  ours: {
    nl: 'ketentest kon geen antwoord maken; dat ligt niet aan de verzender',
    en: 'ketentest could not make an answer; that is not a fault of the sender',
  },
} as const satisfies Record<string, Tekst>;

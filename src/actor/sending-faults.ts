/**
 * What a counterpart can do wrongly on purpose with a reply, whatever it says: not send it, send it late, broken, twice,
 * or something else in its place.
 */
import type { HeaderList } from '../model/body.js';
import type { FaultFacts } from '../standard/spoken-fault.js';
import type { OutgoingReply } from './listener.js';

export interface SendingFault extends FaultFacts {
  /** @param before - the right reply to the message before this one, when there was one */
  readonly send: (right: OutgoingReply, before: OutgoingReply | undefined) => OutgoingReply;
}

/** Longer than a step waits unless told otherwise. */
const LATE_MILLIS = 45_000;
const SLOW = { how: 'slow', millis: 500, pieces: 20 } as const;

export const SENDING_FAULTS: readonly SendingFault[] = [
  {
    name: 'timeout',
    text: { nl: 'geeft geen antwoord en houdt de verbinding open', en: 'gives no reply and keeps the connection open' },
    send: (right) => ({ ...right, delivery: { how: 'never' } }),
  },
  {
    name: 'reset',
    text: { nl: 'verbreekt de verbinding zonder antwoord', en: 'resets the connection without a reply' },
    send: (right) => ({ ...right, delivery: { how: 'reset' } }),
  },
  {
    name: 'truncated',
    text: { nl: 'stopt halverwege het antwoord', en: 'stops halfway through the reply' },
    send: (right) => ({ ...right, delivery: { how: 'cut' } }),
  },
  {
    name: 'slow',
    text: { nl: 'stuurt het antwoord in 20 stukken, in 10 seconden', en: 'sends the reply in 20 pieces, in 10 seconds' },
    send: (right) => ({ ...right, delivery: SLOW }),
  },
  {
    name: 'late-reply',
    text: { nl: 'antwoordt pas na 45 seconden', en: 'replies only after 45 seconds' },
    send: (right) => ({ ...right, delivery: { how: 'late', millis: LATE_MILLIS } }),
  },
  {
    name: 'duplicate-reply',
    text: {
      nl: 'stuurt het antwoord op het vorige bericht nog een keer, in plaats van dat op dit bericht',
      en: 'sends the reply to the message before once more, instead of that to this message',
    },
    send: (right, before) => before ?? right,
  },
  {
    name: 'http-500-html',
    text: { nl: 'antwoordt met een HTML-pagina en HTTP 500', en: 'answers with an HTML page and HTTP 500' },
    send: (right) => page(right, 500, 'Internal Server Error'),
  },
  {
    name: 'http-503',
    text: { nl: 'antwoordt met een HTML-pagina en HTTP 503', en: 'answers with an HTML page and HTTP 503' },
    send: (right) => page(right, 503, 'Service Unavailable'),
  },
  {
    name: 'empty-body',
    text: { nl: 'antwoordt met HTTP 200 zonder inhoud', en: 'answers with HTTP 200 and no content' },
    send: (right) => ({ ...right, status: 200, body: new Uint8Array() }),
  },
  {
    name: 'wrong-content-type',
    text: { nl: 'noemt het antwoord text/plain', en: 'calls the reply text/plain' },
    send: (right) => ({ ...right, headers: typed(right.headers, 'text/plain; charset=utf-8') }),
  },
];

function page(right: OutgoingReply, status: number, title: string): OutgoingReply {
  const body = new TextEncoder().encode(`<!DOCTYPE html><html><title>${title}</title><h1>${title}</h1></html>\n`);
  return { ...right, status, headers: typed(right.headers, 'text/html; charset=utf-8'), body };
}

function typed(headers: HeaderList, type: string): HeaderList {
  return [...headers.filter(([name]) => name.toLowerCase() !== 'content-type'), ['Content-Type', type]];
}

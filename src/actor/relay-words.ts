/**
 * What a relay says itself in the place of an answer, as something on the network would that is no actor: the page of a
 * gateway, or the bare SOAP fault of a server that fell over. It says that it is on purpose.
 */
import type { ServerResponse } from 'node:http';

export interface OwnWords {
  readonly status: number;
  readonly body: Uint8Array;
  say(response: ServerResponse): void;
}

const TEXTS = {
  'http-502': {
    status: 502,
    type: 'text/html; charset=utf-8',
    text: '<!DOCTYPE html><html><title>Bad Gateway</title><h1>Bad Gateway</h1><p>Ketentest, on purpose</p></html>\n',
  },
  'soap-fault': {
    status: 500,
    type: 'text/xml; charset=utf-8',
    text: [
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><soap:Fault>',
      '<faultcode>soap:Server</faultcode><faultstring>Ketentest, on purpose</faultstring>',
      '</soap:Fault></soap:Body></soap:Envelope>\n',
    ].join(''),
  },
} as const;

export function saidByUs(how: keyof typeof TEXTS): OwnWords {
  const { status, type, text } = TEXTS[how];
  const body = new TextEncoder().encode(text);
  return {
    ...{ status, body },
    say(response) {
      if (response.destroyed || response.closed) return;
      response.writeHead(status, { 'Content-Type': type, 'Content-Length': body.length });
      response.end(body);
    },
  };
}

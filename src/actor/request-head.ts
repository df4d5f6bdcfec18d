/**
 * The head of a request: where it goes, and every header of it in the order in which it goes over the wire.
 */
import { validateHeaderName, validateHeaderValue } from 'node:http';
import { type HeaderList, headerOf } from '../model/body.js';
import { HarnessError } from '../model/harness-error.js';
import { LEFT_OUT, shownHeaders, shownUrl } from '../model/left-out.js';
import type { OutgoingMessage } from '../model/plan.js';
import { proxyAuthorization } from './connection.js';

/** An endpoint taken apart: a URL that may be shown, and credentials that may not. */
export interface Address {
  readonly url: URL;
  readonly basic?: { readonly user: string; readonly password: string };
}

/** Headers that say what a message is. Any other one that a user asked for may open a door, whatever it is called. */
const DESCRIBES = /^(?:host|content-[\w-]+|soapaction|mime-version|accept(?:-[\w-]+)?|connection)$/i;

/**
 * Reads an endpoint; a user and password in it serve as basic authentication, unless those were given apart.
 * @throws {HarnessError} `CONFIG_INVALID` when it is no http or https URL
 */
export function addressOf(endpoint: string, basic?: Address['basic']): Address {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new HarnessError('CONFIG_INVALID', `the endpoint "${shownUrl(endpoint)}" is not an http or https URL`, {
      hint: 'Write it in full, e.g. http://localhost:8080/services/zaken.',
    });
  }
  const given = basic ?? userOf(url);
  url.username = '';
  url.password = '';
  url.hash = '';
  return { url, ...(given && { basic: given }) };
}

/**
 * Every header, in order. Extra headers replace those of the message with the same name.
 * @throws {HarnessError} `CONFIG_INVALID` for a header that HTTP does not allow
 */
export function requestHeaders(
  { url, basic }: Address,
  outgoing: OutgoingMessage,
  extra: { readonly headers?: HeaderList; readonly proxy?: string },
): HeaderList {
  const given = extra.headers ?? [];
  const own = ownHeaders(url, basic, outgoing, extra.proxy).filter(([name]) => headerOf(given, name) === undefined);
  // A length that is not that of the body, or another framing, would make it another message.
  const headers = [...own, ...given.filter(([name]) => !/^(content-length|transfer-encoding)$/i.test(name))];
  const all: HeaderList = [...headers, ['Content-Length', String(outgoing.body.length)]];
  for (const [name, value] of all) checkHeader(name, value);
  return all;
}

/** What stands on the request line: a proxy wants the whole URL, a server only its path. */
export function requestTarget(url: URL, proxy: string | undefined): string {
  return proxy !== undefined && url.protocol === 'http:' ? url.href : `${url.pathname}${url.search}`;
}

/**
 * A request as it is written down: what opens doors is left out, everything else is as it went.
 * @param asked - headers that a user asked for
 */
export function recordedHead(
  url: URL,
  headers: HeaderList,
  asked: HeaderList = [],
): { readonly url: string; readonly headers: HeaderList } {
  const isHidden = (name: string) => !DESCRIBES.test(name) && headerOf(asked, name) !== undefined;
  return {
    url: shownUrl(url.href),
    headers: shownHeaders(headers).map(([name, value]) => [name, isHidden(name) ? LEFT_OUT : value]),
  };
}

function ownHeaders(url: URL, basic: Address['basic'], outgoing: OutgoingMessage, proxy: string | undefined): HeaderList {
  const pass = proxy === undefined || url.protocol !== 'http:' ? undefined : proxyAuthorization(new URL(proxy));
  return [
    ['Host', url.host],
    ...outgoing.headers.filter(([name]) => !/^(host|connection|content-length|transfer-encoding)$/i.test(name)),
    ...(headerOf(outgoing.headers, 'accept-encoding') === undefined ? ([['Accept-Encoding', 'identity']] as const) : []),
    ...(basic === undefined ? [] : ([['Authorization', basicValue(basic)]] as const)),
    ...(pass === undefined ? [] : ([['Proxy-Authorization', pass]] as const)),
    ['Connection', 'keep-alive'],
  ];
}

function basicValue({ user, password }: { readonly user: string; readonly password: string }): string {
  return `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
}

function userOf(url: URL): Address['basic'] {
  if (url.username === '') return undefined;
  return { user: decodeURIComponent(url.username), password: decodeURIComponent(url.password) };
}

function checkHeader(name: string, value: string): void {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  } catch (cause) {
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `HTTP staat header "${name}" zo niet toe`, en: `HTTP does not allow the header "${name}" as it was given` },
      {
        cause,
        hint: {
          nl: 'Een naam bevat geen spaties, en een waarde geen regeleinden.',
          en: 'A name holds no spaces, and a value no line ends.',
        },
      },
    );
  }
}

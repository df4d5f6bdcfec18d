/**
 * The heads of what a relay passes on: everything as it came, its framing too, but for what belongs to one connection and
 * not to the message. @see RFC 9110, section 7.6.1
 */
import { type HeaderList, headersOf } from '../model/body.js';

const OF_CONNECTION = /^(?:connection|keep-alive|proxy-connection|proxy-authenticate|proxy-authorization|upgrade|expect)$/i;

/** Headers of a request as they go on to another host, in the order and case in which they came. */
export function onwardHeaders(headers: HeaderList, host: string): HeaderList {
  return [['Host', host], ...returnHeaders(headers).filter(([name]) => !/^host$/i.test(name)), ['Connection', 'keep-alive']];
}

/** Headers of a reply as they go back. */
export function returnHeaders(headers: HeaderList): HeaderList {
  const named = headersOf(headers, 'connection').flatMap((value) => value.split(',').map((each) => each.trim().toLowerCase()));
  return headers.filter(([name]) => !OF_CONNECTION.test(name) && !named.includes(name.toLowerCase()));
}

/**
 * Where a request for a relay goes on to: what stands behind the relay's own path, put behind the path of the target.
 * @param path - of the relay, e.g. `/hop`, or the empty text
 * @param asked - as it stands on the request line
 */
export function onwardUrl(target: URL, path: string, asked: string): URL {
  const { pathname, search } = new URL(asked, 'http://relay');
  const behind = pathname.startsWith(path) ? pathname.slice(path.length) : pathname;
  const url = new URL(target);
  if (behind !== '' && behind !== '/') url.pathname = `${url.pathname.replace(/\/$/, '')}${behind}`;
  if (search !== '') url.search = search;
  return url;
}

/** What opens doors is written down nowhere: left out by the name of its header, or by its place in an address. */
import type { HeaderList } from './body.js';

/** What stands where a secret stood. */
export const LEFT_OUT = '[weggelaten]';

/** Names of headers and parameters whose value lets somebody in. */
const SECRET = /authori[sz]ation|cookie|token|secret|passw|wachtwoord|geheim|sleutel|api-?key|assertion/i;

/** Headers that hold an address, ours as well: where somebody else sends us, or who sent us there. */
const ADDRESS = /^(?:location|content-location|referer|origin|link|refresh)$/i;

/** Parameters without a value that are a question, not a secret. */
const QUESTION = /^(?:single)?(?:wsdl|xsd)$/i;

export function isSecretName(name: string): boolean {
  return SECRET.test(name);
}

/** An address as it may be written down: without name and password, and without any value in its query. */
export function shownUrl(url: string): string {
  const [, before = '', query, fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(url) ?? [];
  const open = before.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/]*@/i, '$1').replaceAll(/(;[^=;/]*)=[^;/]*/g, `$1=${LEFT_OUT}`);
  return `${open}${query === undefined ? '' : shownQuery(query)}${fragment === '' ? '' : '#'}`;
}

/** Whether something of an address is not shown. */
export function hasSecret(url: string): boolean {
  return shownUrl(url) !== url;
}

/** Headers as they may be written down: in the order and case in which they went. */
export function shownHeaders(headers: HeaderList): HeaderList {
  return headers.map(([name, value]) => [
    name,
    isSecretName(name) ? LEFT_OUT : ADDRESS.test(name) ? value.replaceAll(/[^\s<>,]+/g, shownUrl) : value,
  ]);
}

function shownQuery(query: string): string {
  const parts = query.slice(1).split(/([&;])/);
  return `?${parts.map((part) => (/^[&;]?$/.test(part) ? part : shownParameter(part))).join('')}`;
}

function shownParameter(part: string): string {
  const at = part.indexOf('=');
  if (at < 0) return QUESTION.test(part) ? part : LEFT_OUT;
  return at === part.length - 1 ? part : `${part.slice(0, at)}=${LEFT_OUT}`;
}

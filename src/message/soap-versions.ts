/**
 * Between SOAP 1.1 and SOAP 1.2, for a counterpart that speaks 1.1 and is asked in 1.2: the request as 1.1 would have it,
 * and the reply as 1.2 wants it.
 */
import type { XmlElement } from '../model/xml-element.js';

const SOAP_11 = 'http://schemas.xmlsoap.org/soap/envelope/';
const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';

/** The same document in SOAP 1.1; undefined when it is no SOAP 1.2. */
export function asSoap11(root: XmlElement): XmlElement | undefined {
  if (root.name !== 'Envelope' || root.namespace !== SOAP_12) return undefined;
  const renamed = (element: XmlElement): XmlElement =>
    element.namespace === SOAP_12 ? { ...element, namespace: SOAP_11, children: element.children.map(renamed) } : element;
  return renamed(root);
}

/** Where SOAP 1.2 says which operation is meant: in the Content-Type. */
export function actionOf(contentType: string | undefined): string | undefined {
  const [, quoted, bare] = /;\s*action\s*=\s*(?:"([^"]*)"|([^\s;]+))/i.exec(contentType ?? '') ?? [];
  return quoted ?? bare;
}

export const SOAP_12_TYPE = 'application/soap+xml; charset=utf-8';

/** A reply of ours in SOAP 1.1, as SOAP 1.2 has it: another namespace, and a Fault with other parts. */
export function asSoap12(body: Uint8Array): Uint8Array {
  const text = new TextDecoder().decode(body).replace(SOAP_11, SOAP_12);
  const fault = /<faultcode>(\w+):(\w+)<\/faultcode>\s*<faultstring>([\s\S]*?)<\/faultstring>\s*<detail>([\s\S]*)<\/detail>/.exec(
    text,
  );
  if (!fault) return new TextEncoder().encode(text);
  const [all, prefix = '', code = '', reason = '', detail = ''] = fault;
  const part = (name: string, content: string, more = '') => `<${prefix}:${name}${more}>${content}</${prefix}:${name}>`;
  const value = part('Value', `${prefix}:${code === 'Client' ? 'Sender' : 'Receiver'}`);
  const written = part('Code', value) + part('Reason', part('Text', reason, ' xml:lang="nl"')) + part('Detail', detail);
  return new TextEncoder().encode(text.replace(all, () => written));
}

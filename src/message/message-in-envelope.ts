/**
 * Finds the message in a parsed document: the element in the SOAP body, or in the detail of a SOAP fault; without an
 * envelope the root.
 */
import type { XmlElement } from 'libxml2-wasm';
import { elementsIn } from './element-steps.js';

const ENVELOPES = ['http://schemas.xmlsoap.org/soap/envelope/', 'http://www.w3.org/2003/05/soap-envelope'];

/** @see SOAP 1.1, chapter 4 "SOAP Envelope" and 4.4 "SOAP Fault": `detail` has no namespace */
export function messageIn(root: XmlElement): XmlElement | undefined {
  if (root.name !== 'Envelope' || !ENVELOPES.includes(root.namespaceUri)) return root;
  const soap = root.namespaceUri;
  const body = elementsIn(root).find((each) => each.name === 'Body' && each.namespaceUri === soap);
  const first = body && elementsIn(body)[0];
  if (first?.name !== 'Fault' || first.namespaceUri !== soap) return first;
  const detail = elementsIn(first).find((each) => each.name.toLowerCase() === 'detail');
  return detail && elementsIn(detail)[0];
}

/**
 * The SOAP 1.1 envelope of the StUF http binding: document/literal, one child in the Body, faults with the
 * complete foutbericht in `detail`.
 *
 * @see Protocolbindingen voor StUF 03.02.04, chapters 3 and 4
 */
import { escapeXml } from '../../message/escape-xml.js';
import { childOf, childrenOf, type XmlElement } from '../../model/xml-element.js';
import { SOAP_11, SOAP_12 } from './namespaces.js';

export interface OpenedEnvelope {
  readonly envelope: 'soap-1.1' | 'soap-1.2' | 'none';
  /** Of every Body, since only one may be there. */
  readonly bodyChildren: readonly XmlElement[];
  /** Text between the children, where none may be. */
  readonly bodyText: string;
  readonly fault?: {
    readonly faultcode: string;
    readonly faultstring: string;
    readonly element: XmlElement;
    readonly detail?: XmlElement;
  };
}

/** Puts a message element in an envelope. */
export function wrap(messageXml: string): Uint8Array {
  return utf8(`<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="${SOAP_11}">
<soapenv:Body>
${messageXml.trim()}
</soapenv:Body>
</soapenv:Envelope>
`);
}

/**
 * Puts a foutbericht in a SOAP Fault.
 * @param plek - `client` or `server`; the faultcode gets the capital that SOAP 1.1 defines
 * @param omschrijving - becomes the faultstring
 */
export function wrapFault(plek: 'client' | 'server', omschrijving: string, messageXml: string): Uint8Array {
  const faultcode = plek === 'client' ? 'Client' : 'Server';
  return wrap(`<soapenv:Fault>
<faultcode>soapenv:${faultcode}</faultcode>
<faultstring>${escapeXml(omschrijving)}</faultstring>
<detail>
${messageXml.trim()}
</detail>
</soapenv:Fault>`);
}

/** Opens a document: an envelope of either version, or a bare message. */
export function openEnvelope(root: XmlElement): OpenedEnvelope {
  if (root.name !== 'Envelope' || (root.namespace !== SOAP_11 && root.namespace !== SOAP_12)) {
    return { envelope: 'none', bodyChildren: [root], bodyText: '' };
  }
  const envelope = root.namespace === SOAP_11 ? 'soap-1.1' : 'soap-1.2';
  const bodies = childrenOf(root, 'Body', root.namespace);
  const bodyChildren = bodies.flatMap((each) => each.children);
  const bodyText = bodies.map((each) => each.text.trim()).join('');
  const fault = bodyChildren.find((child) => child.name === 'Fault' && child.namespace === root.namespace);
  return { envelope, bodyChildren, bodyText, ...(fault && { fault: readFault(fault) }) };
}

function readFault(fault: XmlElement): NonNullable<OpenedEnvelope['fault']> {
  const text = (...names: string[]) =>
    names
      .map((name) => childOf(fault, name))
      .find((child) => child)
      ?.text.trim() ?? '';
  // SOAP 1.2 nests the code and the reason.
  const nested = (outer: string, inner: string) => {
    const holder = childOf(fault, outer);
    return holder && childOf(holder, inner)?.text.trim();
  };
  const detail = childOf(fault, 'detail') ?? childOf(fault, 'details') ?? childOf(fault, 'Detail');
  return {
    faultcode: nested('Code', 'Value') ?? text('faultcode', 'Code'),
    faultstring: nested('Reason', 'Text') ?? text('faultstring', 'Reason'),
    element: fault,
    ...(detail && { detail }),
  };
}

const UTF_8 = new TextEncoder();

function utf8(text: string): Uint8Array {
  return UTF_8.encode(text);
}

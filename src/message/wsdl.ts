/**
 * Writes a service description (WSDL 1.1, SOAP 1.1, document/literal) from what a standard's data says of its services.
 * Every text in it is ours; the types stand in schema documents of their own, which it imports.
 */
import type { ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import { escapeValue as text } from './shape-schema-text.js';

export interface WsdlParts {
  /** Where messages of a port type go. */
  readonly addressOf: (portType: string) => string;
  /** An XSD schema element that imports the types. */
  readonly types: string;
}

/** @param services - what to describe; those of one port type, or all of them */
export function writeWsdl(standard: StandardDefinition, services: readonly ServiceDefinition[], parts: WsdlParts): string {
  const home = `urn:ketentest:wsdl:${standard.id}`;
  const prefixes = Object.entries(standard.namespaces).map(([prefix, uri]) => ` xmlns:${prefix}="${text(uri)}"`);
  const elements = [...new Set(services.flatMap(elementsOf))];
  const portTypes = [...new Set(services.map((service) => service.portType))];
  const of = (portType: string) => services.filter((service) => service.portType === portType);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<definitions xmlns="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:d="${text(home)}"${prefixes.join('')} targetNamespace="${text(home)}">`,
    `<documentation>${text(standard.naam)} ${text(standard.versie)}, as Ketentest describes it. This is not the published description.</documentation>`,
    `<types>${parts.types}</types>`,
    ...elements.map(messageText),
    ...portTypes.map((portType) => `<portType name="${portType}">\n${of(portType).map(operationText).join('\n')}\n</portType>`),
    ...portTypes.map((portType) => bindingText(portType, of(portType))),
    `<service name="${portTypes.length === 1 ? portTypes[0] : 'Ketentest'}">`,
    ...portTypes.map((each) => portText(each, parts.addressOf(each))),
    '</service>',
    '</definitions>\n',
  ].join('\n');
}

/** What goes in, what comes out, and the fault. The first reply is the one that the standard describes. */
function elementsOf({ request, replies, fault }: ServiceDefinition): readonly string[] {
  return [request.element, ...replies.slice(0, 1).map((reply) => reply.element), fault.element];
}

/** A message of the description has the name of its element, prefix and all. */
function messageName(element: string): string {
  return element.replace(':', '.');
}

function messageText(element: string): string {
  return `<message name="${messageName(element)}"><part name="body" element="${element}"/></message>`;
}

function operationText(service: ServiceDefinition): string {
  const [input = '', output = '', fault = ''] = elementsOf(service);
  const part = (kind: string, element: string, more = '') => `<${kind}${more} message="d:${messageName(element)}"/>`;
  return `<operation name="${service.operation}">${part('input', input)}${part('output', output)}${part('fault', fault, ' name="fout"')}</operation>`;
}

function bindingText(portType: string, services: readonly ServiceDefinition[]): string {
  const literal = '<soap:body use="literal"/>';
  const operations = services.map(
    ({ operation, soapAction }) =>
      `<operation name="${operation}"><soap:operation soapAction="${text(soapAction)}"/><input>${literal}</input>` +
      `<output>${literal}</output><fault name="fout"><soap:fault name="fout" use="literal"/></fault></operation>`,
  );
  return [
    `<binding name="${portType}Binding" type="d:${portType}">`,
    '<soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...operations,
    '</binding>',
  ].join('\n');
}

function portText(portType: string, address: string): string {
  return `<port name="${portType}" binding="d:${portType}Binding"><soap:address location="${text(address)}"/></port>`;
}

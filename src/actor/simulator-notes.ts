/**
 * What is odd about how a message was sent, whatever stands in it: a SOAPAction that belongs to another message, none at
 * all, or the address of another port type.
 */
import { actionOf } from '../message/soap-versions.js';
import { type HeaderList, headerOf } from '../model/body.js';
import type { Tekst } from '../model/finding.js';
import type { ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import type { XmlElement } from '../model/xml-element.js';
import { portTypeAt } from './simulator-pages.js';

export interface Sent {
  readonly headers: HeaderList;
  readonly url: string;
  /** The message element. */
  readonly message: XmlElement;
}

export function notesOn({ headers, url, message }: Sent, standard: StandardDefinition): readonly Tekst[] {
  const candidates = standard.services.filter((service) => isMessageOf(service, message, standard));
  const [first] = candidates;
  if (!first) return [];
  // SOAP 1.2 names it with the type of the content.
  const named = actionOf(headerOf(headers, 'Content-Type')) ?? headerOf(headers, 'SOAPAction');
  const action = named?.replaceAll('"', '').trim() ?? '';
  const service = candidates.find((each) => each.soapAction === action) ?? first;
  const portType = URL.canParse(url) ? portTypeAt(standard, new URL(url).pathname) : undefined;
  return [...actionNotes(action, candidates, message), ...addressNotes(portType, service)];
}

function actionNotes(action: string, candidates: readonly ServiceDefinition[], message: XmlElement): readonly Tekst[] {
  if (candidates.some((each) => each.soapAction === action)) return [];
  const expected = candidates.map((each) => each.soapAction).join(' / ');
  if (action === '') return [{ nl: `SOAPAction ontbreekt; verwacht ${expected}`, en: `no SOAPAction; expected ${expected}` }];
  return [
    {
      nl: `SOAPAction "${action}" past niet bij ${message.name}; verwacht ${expected}`,
      en: `SOAPAction "${action}" does not fit ${message.name}; expected ${expected}`,
    },
  ];
}

function addressNotes(portType: string | undefined, service: ServiceDefinition): readonly Tekst[] {
  if (portType === undefined || portType === service.portType) return [];
  const { operation } = service;
  return [
    {
      nl: `verstuurd naar ${portType}; ${operation} hoort bij ${service.portType}`,
      en: `sent to ${portType}; ${operation} belongs to ${service.portType}`,
    },
  ];
}

function isMessageOf({ request }: ServiceDefinition, { namespace, name }: XmlElement, standard: StandardDefinition): boolean {
  const [prefix = '', local = ''] = request.element.split(':');
  return local === name && standard.namespaces[prefix] === namespace;
}

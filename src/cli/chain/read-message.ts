/** What a message says of itself to who has to pass it on. */
import { readXml } from '../../message/xml-reader.js';
import { headerOf } from '../../model/body.js';
import type { SentRequest } from '../../model/exchange.js';
import type { ServiceDefinition } from '../../model/standard-definition.js';
import type { Family } from '../../standard/family.js';

/** By its SOAPAction; undefined when no service has it. */
export function serviceOf({ headers }: SentRequest, services: readonly ServiceDefinition[]): ServiceDefinition | undefined {
  const action = headerOf(headers, 'SOAPAction')?.trim().replaceAll(/^"|"$/g, '');
  return services.find(({ soapAction }) => soapAction === action);
}

/** The application that it is for; undefined when it cannot be read, or does not say. */
export function receiverIn(bytes: Uint8Array, family: Family): string | undefined {
  const { root } = readXml(bytes);
  return root && family.read(root).ontvanger?.applicatie;
}

/**
 * Which services of a standard use an element as a message, and whose.
 */
import type { MessageDefinition, ServiceDefinition, StandardDefinition } from './standard-definition.js';
import { clarkName, type XmlElement } from './xml-element.js';

export interface MessageUse {
  readonly service: ServiceDefinition;
  /** A fault is a reply too. */
  readonly side: 'request' | 'reply';
  readonly definition: MessageDefinition;
}

/** Every message is looked up; a standard does not change. */
const USES = new WeakMap<StandardDefinition, ReadonlyMap<string, readonly MessageUse[]>>();

/** @returns in the order of the services; of one service the request first, then the replies, then the fault */
export function usesOf(standard: StandardDefinition, message: XmlElement): readonly MessageUse[] {
  const known = USES.get(standard) ?? usesIn(standard);
  USES.set(standard, known);
  return known.get(clarkName(message)) ?? [];
}

function usesIn({ services, namespaces }: StandardDefinition): ReadonlyMap<string, readonly MessageUse[]> {
  const uses = new Map<string, MessageUse[]>();
  const add = (service: ServiceDefinition, side: MessageUse['side'], definition: MessageDefinition) => {
    const [prefix = '', name = ''] = definition.element.split(':');
    const key = clarkName({ namespace: namespaces[prefix] ?? '', name });
    uses.set(key, [...(uses.get(key) ?? []), { service, side, definition }]);
  };
  for (const service of services) {
    add(service, 'request', service.request);
    for (const reply of [...service.replies, service.fault]) add(service, 'reply', reply);
  }
  return uses;
}

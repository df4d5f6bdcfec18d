/**
 * Tells what a message is that comes without its conversation: of which standard, of which service, whose side. By its
 * element, by what it says of itself, and by the SOAPAction where somebody knows it.
 */
import { type MessageUse, usesOf } from '../model/message-use.js';
import type { MessageDefinition, ServiceDefinition, StandardDefinition } from '../model/standard-definition.js';
import { clarkName, type XmlElement } from '../model/xml-element.js';
import type { MessageFacts } from '../standard/family.js';

/** One thing that a message can be. */
export interface Recognised<T extends StandardDefinition = StandardDefinition> {
  readonly standard: T;
  /** Only when no other service has this message. */
  readonly service?: ServiceDefinition;
  readonly side?: 'request' | 'reply';
}

/**
 * Everything that a message can be, the likeliest first: standards that use it in a service before those that only know
 * its element, and later versions before earlier ones.
 *
 * @param standards - in order of version
 * @param soapAction - without quotes; of the request, also for a reply
 */
export function recognise(
  facts: MessageFacts,
  standards: readonly StandardDefinition[],
  soapAction: string | undefined,
): readonly Recognised[] {
  const { message } = facts;
  if (!message) return [];
  const called = standards.filter(({ services }) => services.some((service) => service.soapAction === soapAction));
  const looked = [...(called.length > 0 ? called : standards)]
    .reverse()
    .map((standard) => ({ standard, uses: fittingUses(facts, standard, message, soapAction) }));
  const used = looked.filter(({ uses }) => uses.length > 0);
  const known = looked.filter(({ standard, uses }) => uses.length === 0 && standard.shapes?.roots.has(clarkName(message)));
  return [...used, ...known].map(({ standard, uses }) => ({ standard, ...onlyOf(uses) }));
}

function fittingUses(
  facts: MessageFacts,
  standard: StandardDefinition,
  message: XmlElement,
  soapAction: string | undefined,
): readonly MessageUse[] {
  const uses = usesOf(standard, message).filter(({ definition }) => agrees(definition, facts));
  const called = uses.filter(({ service }) => service.soapAction === soapAction);
  return called.length > 0 ? called : uses;
}

/** The service and the side, each as far as all uses agree on it. */
function onlyOf(uses: readonly MessageUse[]): Pick<Recognised, 'service' | 'side'> {
  const [first] = uses;
  if (!first) return {};
  return {
    ...(uses.every(({ service }) => service.id === first.service.id) && { service: first.service }),
    ...(uses.every(({ side }) => side === first.side) && { side: first.side }),
  };
}

/** What a message leaves out does not tell services apart. */
function agrees({ entiteittype, functie }: MessageDefinition, facts: MessageFacts): boolean {
  const same = (wanted: string | undefined, said: string | undefined) =>
    wanted === undefined || said === undefined || wanted === said;
  return same(entiteittype, facts.entiteittype) && same(functie, facts.functie);
}

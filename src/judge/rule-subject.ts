/**
 * What kind of message this is, as rules choose by it.
 */
import type { RuleSubject } from '../model/rule-definition.js';
import type { StandardDefinition } from '../model/standard-definition.js';
import type { MessageFacts } from '../standard/family.js';

/** @returns undefined for a document without a message */
export function subjectOf(
  facts: MessageFacts,
  standard: StandardDefinition,
  more: Pick<RuleSubject, 'service' | 'side'> = {},
): RuleSubject | undefined {
  const { message, berichtcode } = facts;
  if (!message) return undefined;
  const prefix = Object.entries(standard.namespaces).find(([, namespace]) => namespace === message.namespace)?.[0];
  const element = prefix ? `${prefix}:${message.name}` : message.name;
  const subject = { code: berichtcode ?? '', element, ...more };
  return more.service === undefined ? { ...subject, candidates: servicesWith(element, standard) } : subject;
}

function servicesWith(element: string, { services }: StandardDefinition): readonly string[] {
  return services
    .filter(({ request, replies }) => [request, ...replies].some((each) => each.element === element))
    .map(({ id }) => id);
}

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
  const prefix = prefixOf(message.namespace, standard.namespaces);
  const element = prefix ? `${prefix}:${message.name}` : message.name;
  const subject = { code: berichtcode ?? '', element, ...more };
  return more.service === undefined ? { ...subject, candidates: servicesWith(element, standard) } : subject;
}

function prefixOf(namespace: string, namespaces: StandardDefinition['namespaces']): string | undefined {
  for (const prefix in namespaces) if (namespaces[prefix] === namespace) return prefix;
  return undefined;
}

/** By element; every message is looked up, and a standard does not change. */
const CANDIDATES = new WeakMap<StandardDefinition, ReadonlyMap<string, readonly string[]>>();

function servicesWith(element: string, standard: StandardDefinition): readonly string[] {
  const known = CANDIDATES.get(standard) ?? candidatesIn(standard);
  CANDIDATES.set(standard, known);
  return known.get(element) ?? [];
}

function candidatesIn({ services }: StandardDefinition): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const { id, request, replies } of services) {
    for (const element of new Set([request, ...replies].map((each) => each.element))) {
      found.set(element, [...(found.get(element) ?? []), id]);
    }
  }
  return found;
}

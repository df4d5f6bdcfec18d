/**
 * Whom a relation points at.
 */
import type { XmlElement } from '../../../model/xml-element.js';
import { entiteittypeOf, targetOf, textsAt } from './elements.js';
import type { Knowledge } from './knowledge.js';

/** Keys of the entity at the other side; empty for an empty relation. */
export function targetKeys(knowledge: Knowledge, relation: XmlElement): readonly string[] {
  const target = targetOf(relation);
  return target ? knowledge.keysOf(typeOf(target), target) : [];
}

/** Entity type of an element that stands for an entity; its name when it does not say. */
export function typeOf(element: XmlElement): string {
  return entiteittypeOf(element) ?? element.name;
}

/** Two relations are the same when they point at the same entity and agree on what tells them apart. */
export function isSameRelation(knowledge: Knowledge, one: XmlElement, other: XmlElement): boolean {
  return isSameTarget(knowledge, one, other) && sameExtras(knowledge, one, other);
}

export function isSameTarget(knowledge: Knowledge, one: XmlElement, other: XmlElement): boolean {
  const keys = targetKeys(knowledge, other);
  return targetKeys(knowledge, one).some((key) => keys.includes(key));
}

function sameExtras(knowledge: Knowledge, one: XmlElement, other: XmlElement): boolean {
  const { keys = [] } = knowledge.relationOf(entiteittypeOf(one) ?? entiteittypeOf(other));
  return keys.every((name) => textsAt(one, name).join('|') === textsAt(other, name).join('|'));
}

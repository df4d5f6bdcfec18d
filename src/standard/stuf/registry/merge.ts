/**
 * What a kennisgeving does to the elements of an entity or a relation: told values replace held ones, an element that
 * is told to be empty becomes empty, what is not told stays.
 *
 * @see StUF 03.01 §5.2
 */
import type { XmlElement } from '../../../model/xml-element.js';
import { isNil, isNotTold, isRelation, kept } from './elements.js';
import type { Knowledge } from './knowledge.js';
import { changedRelations } from './relations.js';

/**
 * @param held - as it is
 * @param old - as the message says it was
 * @param current - as the message says it is
 */
export function merged(
  knowledge: Knowledge,
  held: readonly XmlElement[],
  old: readonly XmlElement[],
  current: readonly XmlElement[],
): readonly XmlElement[] {
  const names = [...new Set([...current, ...old.filter(isRelation)].map((each) => each.name))];
  return names.reduce<readonly XmlElement[]>((at, name) => {
    const of = (list: readonly XmlElement[]) => list.filter((each) => each.name === name);
    const relation = [...of(current), ...of(old)].some(isRelation);
    const next = relation
      ? changedRelations(knowledge, of(at), of(old), of(current))
      : changedElements(knowledge, of(at), of(current));
    return replaced(at, name, next);
  }, held);
}

/** All values of a repeated element are told at once (KG-15); of a single group only what changes. */
function changedElements(knowledge: Knowledge, held: readonly XmlElement[], told: readonly XmlElement[]): readonly XmlElement[] {
  const [one, ...others] = told.filter((each) => !isNotTold(each));
  if (!one) return held;
  const [before] = held;
  const isGroup = others.length === 0 && held.length === 1 && one.children.length > 0 && !isNil(one);
  if (!isGroup || !before || before.children.length === 0) return [one, ...others].map(kept);
  return [{ ...kept(one), children: merged(knowledge, before.children, [], one.children) }];
}

/** Puts new elements where the old ones of that name stood, or at the end. */
function replaced(all: readonly XmlElement[], name: string, next: readonly XmlElement[]): readonly XmlElement[] {
  const first = all.findIndex((each) => each.name === name);
  if (first < 0) return [...all, ...next];
  const rest = all.slice(first).filter((each) => each.name !== name);
  return [...all.slice(0, first), ...next, ...rest];
}

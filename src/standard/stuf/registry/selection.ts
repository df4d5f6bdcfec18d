/**
 * Whether something meets the criteria of a question.
 *
 * @see StUF 03.01 §6.3 (gelijk, vanaf, totEnMet)
 */
import { attributeOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { isFilled, isNil, isRelation, noValueOf } from './elements.js';
import type { RelationFilter } from './entity-source.js';
import type { Source } from './source.js';

/** How a held value must stand to the one in the question. */
export type Comparison = (held: string, criterion: XmlElement) => boolean;

/** Full equality, or with `exact="false"` being a part of it. */
export const gelijk: Comparison = (held, criterion) => {
  const wanted = criterion.text.trim();
  return attributeOf(criterion, STUF, 'exact') === 'false' ? held.toLowerCase().includes(wanted.toLowerCase()) : held === wanted;
};

export const vanaf: Comparison = (held, criterion) => compare(held, criterion.text.trim()) >= 0;
export const totEnMet: Comparison = (held, criterion) => compare(held, criterion.text.trim()) <= 0;

/** Every criterion must be met; of an element that occurs more than once, by one occurrence. */
export function meets(source: Source, criteria: XmlElement, comparison: Comparison): boolean {
  return criteria.children.every((criterion) => {
    if (!isTold(criterion)) return true;
    const { found } = source.offer(criterion.name, criterion.namespace);
    if (criterion.children.length > 0) return found.some((each) => meets(each, criterion, comparison));
    if (isNil(criterion)) return found.every((each) => each.nil || each.text.trim() === '');
    return found.some((each) => !each.nil && comparison(each.text.trim(), criterion));
  });
}

/** A question that selects on a relation gets to see the occurrences that it selected. */
export function relationsSelectedBy(criteria: XmlElement | undefined): RelationFilter {
  const relations = criteria?.children.filter((each) => isRelation(each) && isTold(each)) ?? [];
  return (name, relation) => relations.filter((each) => each.name === name).every((each) => meets(relation, each, gelijk));
}

/** Names of the elements that carry a criterion, as paths of local names. */
export function criterionPaths(criteria: XmlElement | undefined): readonly string[] {
  return (criteria?.children ?? []).flatMap((each) =>
    each.children.length > 0 ? criterionPaths(each).map((below) => `${each.name}/${below}`) : isTold(each) ? [each.name] : [],
  );
}

/** An empty element asks nothing, unless it asks for emptiness. */
function isTold(criterion: XmlElement): boolean {
  if (criterion.children.length > 0) return criterion.children.some(isTold);
  if (isNil(criterion)) return ['geenWaarde', 'vastgesteldOnbekend'].includes(noValueOf(criterion) ?? '');
  return isFilled(criterion);
}

/** Dates and moments compare as far as both say; other numbers by size; anything else by its signs. */
function compare(held: string, limit: string): number {
  if (/^\d+$/.test(held) && /^\d+$/.test(limit)) {
    if (held.length < 8 || limit.length < 8) return Number(held) - Number(limit);
    const length = Math.min(held.length, limit.length);
    return Number(held.slice(0, length)) - Number(limit.slice(0, length));
  }
  return held < limit ? -1 : held > limit ? 1 : 0;
}

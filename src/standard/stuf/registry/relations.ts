/**
 * What a kennisgeving does to the relations of an entity: added, ended, replaced, changed or only named.
 *
 * @see StUF 03.01 §5.2, tables 5.5 and 5.6
 */
import { childOf, type XmlElement } from '../../../model/xml-element.js';
import { isRelation, kept, targetOf, verwerkingssoortOf } from './elements.js';
import type { Knowledge } from './knowledge.js';
import { merged } from './merge.js';
import { isSameRelation, isSameTarget } from './references.js';

/** What is told about one relation: how it was and how it is. Either may be an empty place. */
interface Change {
  readonly soort: string;
  readonly before?: XmlElement;
  readonly after?: XmlElement;
}

/**
 * The relations of one name after a change.
 * @param held - as they are
 * @param old - as the message says they were; empty when it names one object
 * @param current - as the message says they are
 */
export function changedRelations(
  knowledge: Knowledge,
  held: readonly XmlElement[],
  old: readonly XmlElement[],
  current: readonly XmlElement[],
): readonly XmlElement[] {
  return changes(old, current).reduce<readonly XmlElement[]>((at, change) => applied(knowledge, at, change), held);
}

/** Both sides name the relations in the same order; where one side names fewer, each tells what it can (RE-02). */
function changes(old: readonly XmlElement[], current: readonly XmlElement[]): readonly Change[] {
  const soort = (before?: XmlElement, after?: XmlElement) => verwerkingssoortOf(after) ?? verwerkingssoortOf(before) ?? 'T';
  if (old.length === current.length) {
    return current.map((after, index) => toChange(soort(old[index], after), old[index], after));
  }
  const gone = old.filter((each) => ['V', 'E'].includes(verwerkingssoortOf(each) ?? ''));
  return [
    ...gone.map((each) => toChange(soort(each), each)),
    ...current.map((each) => toChange(soort(undefined, each), undefined, each)),
  ];
}

function toChange(soort: string, before?: XmlElement, after?: XmlElement): Change {
  const filled = (side?: XmlElement) => (side && targetOf(side) ? side : undefined);
  const [was, is] = [filled(before), filled(after)];
  return { soort, ...(was && { before: was }), ...(is && { after: is }) };
}

function applied(knowledge: Knowledge, held: readonly XmlElement[], { soort, before, after }: Change): readonly XmlElement[] {
  switch (soort) {
    case 'V':
    case 'E':
      return without(knowledge, held, before ?? after);
    case 'R':
      return after ? [...without(knowledge, held, before), kept(after)] : held;
    case 'I':
    case 'W':
      return after ? updated(knowledge, held, before ?? after, after) : held;
    default:
      return after ? [...held.filter((each) => !isSameRelation(knowledge, each, after)), kept(after)] : held;
  }
}

function without(knowledge: Knowledge, held: readonly XmlElement[], gone: XmlElement | undefined): readonly XmlElement[] {
  const index = gone ? indexOf(knowledge, held, gone) : -1;
  return held.filter((_, at) => at !== index);
}

/** Changes the relation that is meant; one that we did not know is taken as new (VS-07 leaves that free). */
function updated(knowledge: Knowledge, held: readonly XmlElement[], meant: XmlElement, after: XmlElement): readonly XmlElement[] {
  const index = indexOf(knowledge, held, meant);
  if (index < 0) return [...held, kept(after)];
  return held.map((each, at) => (at === index ? changed(knowledge, each, meant, after) : each));
}

function changed(knowledge: Knowledge, held: XmlElement, before: XmlElement, after: XmlElement): XmlElement {
  const target = childOf(held, 'gerelateerde');
  const about = (of: XmlElement) => of.children.filter((each) => each.name !== 'gerelateerde');
  const isNamedOnly = verwerkingssoortOf(after) === 'I';
  const told = (of: XmlElement) => (isNamedOnly ? about(of).filter(isRelation) : about(of));
  return { ...held, children: [...(target ? [target] : []), ...merged(knowledge, about(held), told(before), told(after))] };
}

function indexOf(knowledge: Knowledge, held: readonly XmlElement[], meant: XmlElement): number {
  const exact = held.findIndex((each) => isSameRelation(knowledge, each, meant));
  if (exact >= 0) return exact;
  const same = held.filter((each) => isSameTarget(knowledge, each, meant));
  return same.length === 1 && same[0] ? held.indexOf(same[0]) : -1;
}

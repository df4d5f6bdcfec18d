/**
 * Entities of the store as sources of a reply: their elements, their relations, the relations of others that point at
 * them, and what we hold of the entities at the other side.
 */
import type { XmlElement } from '../../../model/xml-element.js';
import { entiteittypeOf, isNil, isRelation, make, targetOf, textsAt } from './elements.js';
import type { Knowledge } from './knowledge.js';
import type { Occurrence } from './occurrence.js';
import { targetKeys, typeOf } from './references.js';
import { ask, type Wanted } from './scope.js';
import { named, type Offer, type Source } from './source.js';
import type { Store } from './store.js';

export interface World {
  readonly store: Store;
  readonly knowledge: Knowledge;
}

/** Which relations may be shown: those that a question selects on show only what it selected. */
export type RelationFilter = (name: string, relation: Source) => boolean;

/** An entity of the store. */
export function entitySource(world: World, of: Occurrence, wanted: Wanted, filter: RelationFilter = () => true): Source {
  return sourceOf(world, of, wanted, filter);
}

/** An entity as somebody refers to it; shows what the store holds of it, and else what was said. */
function referenceSource(world: World, reference: XmlElement, wanted: Wanted): Source {
  const type = typeOf(reference);
  const [occurrence] = world.store.lookup(type, reference);
  if (!occurrence) return { ...sourceOf(world, { type, content: reference.children }, wanted), attributes: reference.attributes };
  const held = new Set(occurrence.content.map((each) => each.name));
  const content = [...occurrence.content, ...reference.children.filter((each) => !held.has(each.name))];
  return sourceOf(world, { type, content }, wanted);
}

type Entity = Pick<Occurrence, 'type' | 'content'>;

function sourceOf(world: World, entity: Entity, wanted: Wanted, filter: RelationFilter = () => true): Source {
  const kerngegevens = world.knowledge.kerngegevensOf(entity.type);
  return {
    text: '',
    attributes: [],
    nil: false,
    offer(name, namespace) {
      const direct = named(entity.content, name, namespace);
      const isInverse = world.knowledge.inversesOf(entity.type).some((each) => each.relation === name);
      const relation = isInverse || direct.some(isRelation);
      const { asked, next } = ask(wanted, { name, kerngegevens, isRelation: relation });
      if (!relation) return groupOffer(direct, asked, next);
      return {
        asked,
        // Looking from the other side costs a search, and most relations are not asked for.
        get found() {
          const own = ordered(world, direct).map((each) => relationSource(world, each, next));
          return [...own, ...inverseSources(world, entity, name, next, direct)].filter((each) => filter(name, each));
        },
      };
    },
  };
}

/** Relations of others that point here, shown from this side. */
function inverseSources(
  world: World,
  entity: Entity,
  name: string,
  wanted: Wanted,
  direct: readonly XmlElement[],
): readonly Source[] {
  const keys = world.knowledge.keysOf(entity.type, { children: entity.content });
  return world.knowledge
    .inversesOf(entity.type)
    .filter((each) => each.relation === name)
    .flatMap(({ of, via }) =>
      world.store.pointingAt(keys, of, via).flatMap((other) =>
        other.content
          .filter((relation) => relation.name === via && targetKeys(world.knowledge, relation).some((key) => keys.includes(key)))
          .filter(() => !direct.some((each) => knows(world, each, other)))
          .map((relation) => relationSource(world, relation, wanted, other)),
      ),
    );
}

function knows(world: World, relation: XmlElement, other: Occurrence): boolean {
  const target = targetOf(relation);
  return target !== undefined && world.store.lookup(typeOf(target), target).some((each) => each.number === other.number);
}

/** @param other - the entity to show as gerelateerde, when the relation is seen from its other side */
function relationSource(world: World, relation: XmlElement, wanted: Wanted, other?: Occurrence): Source {
  return {
    text: '',
    attributes: other ? [] : relation.attributes,
    nil: isNil(relation),
    offer(name, namespace) {
      const children = named(relation.children, name, namespace);
      const { asked, next } = ask(wanted, { name, isRelation: children.some(isRelation) && name !== 'gerelateerde' });
      if (name !== 'gerelateerde') return { found: children.map((each) => nested(world, each, next)), asked };
      return {
        found: other ? [entitySource(world, other, next)] : children.map((each) => targetSource(world, each, next)),
        asked,
      };
    },
  };
}

function nested(world: World, element: XmlElement, wanted: Wanted): Source {
  return isRelation(element) ? relationSource(world, element, wanted) : groupSource(element, wanted);
}

/** `gerelateerde` is the entity, or holds the one that was chosen. */
function targetSource(world: World, gerelateerde: XmlElement, wanted: Wanted): Source {
  if (entiteittypeOf(gerelateerde) !== undefined) return referenceSource(world, gerelateerde, wanted);
  return {
    text: '',
    attributes: gerelateerde.attributes,
    nil: isNil(gerelateerde),
    offer(name, namespace): Offer {
      const children = named(gerelateerde.children, name, namespace);
      const { asked, next } = ask(wanted, { name, isRelation: false });
      const source = (each: XmlElement) =>
        entiteittypeOf(each) === undefined ? groupSource(each, next) : referenceSource(world, each, next);
      return { found: children.map(source), asked };
    },
  };
}

function groupSource(element: XmlElement, wanted: Wanted): Source {
  return {
    text: element.text,
    attributes: element.attributes,
    nil: isNil(element),
    content: element.children,
    offer(name, namespace) {
      const { asked, next } = ask(wanted, { name, isRelation: false });
      return groupOffer(named(element.children, name, namespace), asked, next);
    },
  };
}

function groupOffer(elements: readonly XmlElement[], asked: Offer['asked'], next: Wanted): Offer {
  const blank = elements.length === 0 && asked === 'named' ? { blank: groupSource(make('', ''), next) } : {};
  return { asked, found: elements.map((each) => groupSource(each, next)), ...blank };
}

/** In the order that the data declares for this type of relation, or as told. */
function ordered(world: World, relations: readonly XmlElement[]): readonly XmlElement[] {
  const order = world.knowledge.relationOf(relations[0] && entiteittypeOf(relations[0])).order;
  if (order === undefined) return relations;
  const name = order.replace(/^-/, '');
  const sign = order.startsWith('-') ? -1 : 1;
  const text = (relation: XmlElement) => textsAt(relation, name)[0] ?? '';
  return [...relations].sort((one, other) => sign * compareTexts(text(one), text(other)));
}

function compareTexts(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Takes over a kennisgeving: an entity comes, changes, goes, gets another key, or turns out to be two of the same.
 *
 * @see StUF 03.01 §5.2, tables 5.3–5.7
 */
import { attributeOf, childOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { chosenIn, entiteittypeOf, isRelation, kept, targetOf, verwerkingssoortOf } from './elements.js';
import type { World } from './entity-source.js';
import { merged } from './merge.js';
import type { Occurrence } from './occurrence.js';
import { targetKeys, typeOf } from './references.js';
import { type Refusal, refuse } from './refusal.js';

export interface Kennisgeving {
  readonly type: string;
  /** T, V, W, C or F; by the number of objects when the message does not say. */
  readonly mutatiesoort: string;
  readonly objects: readonly XmlElement[];
  /** Take what can be taken, and refuse nothing: for a prediction from our own messages. */
  readonly lenient: boolean;
  /** An entity that exists already is refused. */
  readonly mustBeNew: boolean;
}

/** The entity as it is now; absent when it is gone. */
export interface TakenOver {
  readonly occurrence?: Occurrence;
}

export function takeOver(world: World, told: Kennisgeving): TakenOver | Refusal {
  const [first] = told.objects;
  if (!first) return refuse('StUF055', 'object');
  const due = told.mutatiesoort === 'T' || told.mutatiesoort === 'V' ? 1 : 2;
  if (told.objects.length !== due && !told.lenient) {
    return refuse('StUF055', `mutatiesoort ${told.mutatiesoort}: ${told.objects.length} object, ${due} verwacht`);
  }
  const current = told.objects[1] ?? first;
  return told.mutatiesoort === 'T'
    ? added(world, told, current)
    : told.mutatiesoort === 'V'
      ? removed(world, told, first)
      : changed(world, told, first, current);
}

function added(world: World, told: Kennisgeving, object: XmlElement): TakenOver | Refusal {
  const [known] = world.store.lookup(told.type, object);
  if (known && told.mustBeNew && !told.lenient) return refuse('StUF058', `${told.type} bestaat al`);
  addRelated(world, object.children);
  if (!known) return { occurrence: world.store.add(told.type, kept(object).children) };
  return { occurrence: update(world, known, [], object.children) };
}

function removed(world: World, told: Kennisgeving, object: XmlElement): TakenOver | Refusal {
  const found = single(world, told, object);
  if ('code' in found) return told.lenient ? {} : found;
  world.store.remove(found.number);
  return {};
}

function changed(world: World, told: Kennisgeving, old: XmlElement, current: XmlElement): TakenOver | Refusal {
  const found = single(world, told, old, current);
  if ('code' in found) {
    if (!told.lenient) return found;
    return { occurrence: world.store.add(told.type, kept(current).children) };
  }
  const soort = verwerkingssoortOf(current);
  if (soort === 'O') return joined(world, told, found, current);
  const part = soort === 'I' ? (of: XmlElement) => of.children.filter(isRelation) : (of: XmlElement) => of.children;
  addRelated(world, current.children);
  const after = update(world, found, part(old), part(current));
  if (soort === 'S') repoint(world, found, after);
  return { occurrence: after };
}

/** Two turned out to be one: the second keeps what it has and gets the relations of the first. */
function joined(world: World, told: Kennisgeving, first: Occurrence, current: XmlElement): TakenOver | Refusal {
  const second = single(world, told, current);
  if ('code' in second) return second;
  if (second.number === first.number) return { occurrence: second };
  const after = { ...second, content: [...second.content, ...first.content.filter(isRelation)] };
  world.store.remove(first.number);
  world.store.put(after);
  repoint(world, first, after);
  return { occurrence: after };
}

function update(world: World, held: Occurrence, old: readonly XmlElement[], current: readonly XmlElement[]): Occurrence {
  const after = { ...held, content: merged(world.knowledge, held.content, old, current) };
  world.store.put(after);
  return after;
}

function single(world: World, told: Kennisgeving, ...objects: readonly XmlElement[]): Occurrence | Refusal {
  for (const object of objects) {
    const ownKey = world.store.get(Number(attributeOf(object, STUF, 'sleutelOntvangend')));
    const found = ownKey?.type === told.type ? [ownKey] : world.store.lookup(told.type, object);
    if (found.length > 1) return refuse('StUF067', told.type);
    if (found[0]) return found[0];
  }
  return refuse('StUF064', `${told.type} is niet gevonden`);
}

/** A gerelateerde that is added and not yet known becomes known (VS-06). */
function addRelated(world: World, content: readonly XmlElement[]): void {
  for (const relation of content.filter(isRelation)) {
    const target = targetOf(relation);
    const type = target && entiteittypeOf(target);
    if (target && type !== undefined && verwerkingssoortOf(target) === 'T' && isNew(world, type, target)) {
      world.store.add(type, kept(target).children);
    }
    addRelated(world, relation.children);
  }
}

function isNew(world: World, type: string, target: XmlElement): boolean {
  return (
    world.knowledge.isDeclared(type) &&
    world.knowledge.keysOf(type, target).length > 0 &&
    world.store.lookup(type, target).length === 0
  );
}

/** Whoever pointed at the one points at the other. Looks through everything; it is rare. */
function repoint(world: World, from: Occurrence, to: Occurrence): void {
  const keys = world.knowledge.keysOf(from.type, { children: from.content });
  const isMeant = (relation: XmlElement) =>
    isRelation(relation) && targetKeys(world.knowledge, relation).some((key) => keys.includes(key));
  for (const type of new Set(world.knowledge.standard.entities.map((each) => each.type))) {
    for (const other of world.store.all(type)) {
      if (!other.content.some(isMeant)) continue;
      world.store.put({ ...other, content: other.content.map((each) => (isMeant(each) ? pointed(each, to) : each)) });
    }
  }
}

function pointed(relation: XmlElement, to: Occurrence): XmlElement {
  const own = to.content.filter((each) => !isRelation(each));
  const gerelateerde = childOf(relation, 'gerelateerde');
  const chosen = gerelateerde && chosenIn(gerelateerde);
  const swap = (each: XmlElement): XmlElement =>
    each === chosen
      ? { ...each, children: each.children.map((child) => own.find((of) => of.name === child.name) ?? child) }
      : { ...each, children: each.children.map(swap) };
  return { ...relation, children: relation.children.map(swap) };
}

/** Entity type of a kennisgeving's objects. */
export function typeOfObjects(objects: readonly XmlElement[], otherwise: string | undefined): string {
  return (objects[0] && entiteittypeOf(objects[0])) ?? otherwise ?? (objects[0] ? typeOf(objects[0]) : '');
}

/**
 * Reads the kennisgevingen in a message as trees of entities: the message itself, the parts of a samengestelde
 * kennisgeving or a synchronisation, and an update inside a free message.
 *
 * @see StUF 03.01 §5.1, §5.2
 */
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { chosenIn, isRelation } from '../registry/elements.js';
import { ofLatest } from './of-latest.js';

export interface Kennisgeving {
  readonly mutatiesoort: string;
  /** Of its own stuurgegevens, or of the message it is in. */
  readonly tijdstipBericht: string;
  /** One object is the current situation; of two the first is the old one. */
  readonly objects: readonly Entity[];
  /** Every entity in it, each before what hangs under it. */
  readonly entities: readonly Entity[];
}

export type Kant = 'oud' | 'huidig';

/**
 * `relatie` hangs directly under the top, `subrelatie` under another relation, `kern` inside a gerelateerde: there it only
 * helps to tell who is meant.
 */
export type Plaats = 'top' | 'relatie' | 'subrelatie' | 'gerelateerde' | 'kern';

export interface Entity {
  /** The element that carries the marks: for a choice inside gerelateerde the one that was chosen. */
  readonly element: XmlElement;
  readonly kennisgeving: Kennisgeving;
  readonly kant: Kant;
  readonly plaats: Plaats;
  readonly parent: Entity | undefined;
  readonly verwerkingssoort: string | undefined;
  readonly gerelateerde: Entity | undefined;
  readonly relations: readonly Entity[];
  /** The same entity in the other object, as far as name, verwerkingssoort and order tell. */
  readonly counterpart: Entity | undefined;
  /** What was asked of it already, by word: many rows ask the same. */
  readonly facts: Map<string, string>;
}

/** While the tree grows. */
type Growing = { -readonly [K in keyof Entity]: Entity[K] extends readonly Entity[] ? Growing[] : Entity[K] } & {
  counterpart: Entity | undefined;
};

const read = ofLatest<XmlElement, undefined, readonly Kennisgeving[]>(readAll);

/** @param message - the message element */
export function kennisgevingenIn(message: XmlElement): readonly Kennisgeving[] {
  return read(message, undefined);
}

function readAll(message: XmlElement): readonly Kennisgeving[] {
  const moment = tijdstipOf(message) ?? '';
  // A synchronisation holds its kennisgevingen at most two levels down.
  const candidates = [message, ...message.children, ...message.children.flatMap((child) => child.children)];
  return candidates.flatMap((each) => {
    const mutatiesoort = mutatiesoortOf(each);
    return mutatiesoort === undefined ? [] : [readOne(each, mutatiesoort, tijdstipOf(each) ?? moment)];
  });
}

function mutatiesoortOf(element: XmlElement): string | undefined {
  const parameters = element.children.find((each) => each.name === 'parameters');
  return parameters && childOf(parameters, 'mutatiesoort', STUF)?.text.trim();
}

function tijdstipOf(element: XmlElement): string | undefined {
  const stuurgegevens = element.children.find((each) => each.name === 'stuurgegevens');
  return stuurgegevens && childOf(stuurgegevens, 'tijdstipBericht', STUF)?.text.trim();
}

function readOne(element: XmlElement, mutatiesoort: string, tijdstipBericht: string): Kennisgeving {
  const tops = childrenOf(element, 'object');
  const entities: Growing[] = [];
  const kennisgeving = { mutatiesoort, tijdstipBericht, objects: [] as Growing[], entities };
  tops.forEach((top, index) => {
    const kant = tops.length > 1 && index === 0 ? 'oud' : 'huidig';
    kennisgeving.objects.push(grow({ element: top, kennisgeving, kant, plaats: 'top', parent: undefined }, entities));
  });
  const [old, current] = kennisgeving.objects;
  if (old && current) pair(old, current);
  return kennisgeving;
}

type Seed = Pick<Entity, 'element' | 'kennisgeving' | 'kant' | 'plaats' | 'parent'>;

function grow(seed: Seed, into: Growing[]): Growing {
  const entity: Growing = {
    ...seed,
    verwerkingssoort: attributeOf(seed.element, STUF, 'verwerkingssoort'),
    gerelateerde: undefined,
    relations: [],
    counterpart: undefined,
    facts: new Map(),
  };
  into.push(entity);
  const { kennisgeving, kant } = seed;
  const gerelateerde = childOf(seed.element, 'gerelateerde');
  const below = { kennisgeving, kant, parent: entity };
  if (gerelateerde) entity.gerelateerde = grow({ ...below, element: chosenIn(gerelateerde), plaats: 'gerelateerde' }, into);
  for (const child of seed.element.children) {
    if (child.name === 'gerelateerde' || !isRelation(child)) continue;
    entity.relations.push(grow({ ...below, element: child, plaats: plaatsUnder(seed.plaats) }, into));
  }
  return entity;
}

function plaatsUnder(plaats: Plaats): Plaats {
  if (plaats === 'top') return 'relatie';
  return plaats === 'gerelateerde' || plaats === 'kern' ? 'kern' : 'subrelatie';
}

function pair(one: Growing, other: Growing): void {
  one.counterpart = other;
  other.counterpart = one;
  const [left, right] = [one.gerelateerde as Growing | undefined, other.gerelateerde as Growing | undefined];
  if (left && right) pair(left, right);
  const free = new Map<string, Growing[]>();
  for (const each of other.relations) free.set(keyOf(each), [...(free.get(keyOf(each)) ?? []), each]);
  for (const each of one.relations) {
    const partner = free.get(keyOf(each))?.shift();
    if (partner) pair(each, partner);
  }
}

/** Relations that may be each other's old and current: same name, same verwerkingssoort. */
function keyOf({ element, verwerkingssoort }: Entity): string {
  return `${element.namespace}|${element.name}|${verwerkingssoort ?? ''}`;
}

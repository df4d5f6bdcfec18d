/**
 * Reads the kennisgevingen in a message as trees of entities: the message itself, the parts of a samengestelde
 * kennisgeving or a synchronisation, and an update inside a free message.
 *
 * @see StUF 03.01 §5.1, §5.2
 */
import { attributeOf, childOf, childrenOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { chosenIn, isRelation } from '../registry/elements.js';
import { kindNumber } from './entity-kinds.js';
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
  /** Its place, its kant, its verwerkingssoort, and what its kennisgeving is: what most rows choose by. */
  readonly kind: number;
  /** What was asked of it already, by number of the word, and with which tables: many rows ask the same. */
  facts: { readonly by: object; readonly known: (string | undefined)[] } | undefined;
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
  const grower: Grower = { kennisgeving, tops: tops.length, into: entities };
  tops.forEach((top, index) => {
    const kant = tops.length > 1 && index === 0 ? 'oud' : 'huidig';
    kennisgeving.objects.push(grow(top, kant, 'top', undefined, grower));
  });
  const [old, current] = kennisgeving.objects;
  if (old && current) pair(old, current);
  return kennisgeving;
}

interface Grower {
  readonly kennisgeving: Kennisgeving;
  /** How many objects there are. */
  readonly tops: number;
  readonly into: Growing[];
}

function grow(element: XmlElement, kant: Kant, plaats: Plaats, parent: Growing | undefined, grower: Grower): Growing {
  const { kennisgeving, tops, into } = grower;
  const verwerkingssoort = attributeOf(element, STUF, 'verwerkingssoort');
  const entity: Growing = {
    element,
    kennisgeving,
    kant,
    plaats,
    parent,
    verwerkingssoort,
    gerelateerde: undefined,
    relations: [],
    counterpart: undefined,
    // No message can hold this sign, so that no two kinds are taken for one.
    kind: kindNumber(`${plaats}\0${kant}\0${tops}\0${kennisgeving.mutatiesoort}\0${verwerkingssoort ?? ''}`),
    facts: undefined,
  };
  into.push(entity);
  const gerelateerde = childOf(element, 'gerelateerde');
  if (gerelateerde) entity.gerelateerde = grow(chosenIn(gerelateerde), kant, 'gerelateerde', entity, grower);
  const under = plaatsUnder(plaats);
  for (const child of element.children) {
    if (child.name !== 'gerelateerde' && isRelation(child)) entity.relations.push(grow(child, kant, under, entity, grower));
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

/**
 * How StUF marks elements: empty for a reason, a relation, the entity at its other side.
 *
 * @see StUF 03.01 §3.2 (relaties), §3.4 (noValue)
 */
import { attributeOf, childOf, childrenOf, type XmlAttribute, type XmlElement } from '../../../model/xml-element.js';
import { STUF, XSI } from '../namespaces.js';

/** Attributes that tell what to do with an element; they say nothing about it and are not kept. */
const INSTRUCTIONS = ['verwerkingssoort', 'sleutelVerzendend', 'sleutelOntvangend', 'scope', 'exact'];

/** Reasons for emptiness that say something about the thing itself, and not about the sender. */
const REAL_REASONS = ['geenWaarde', 'waardeOnbekend', 'vastgesteldOnbekend'];

/** Makes an element with text or with children. */
export function make(
  namespace: string,
  name: string,
  content: string | readonly XmlElement[] = '',
  attributes: readonly XmlAttribute[] = [],
): XmlElement {
  const isText = typeof content === 'string';
  return { namespace, name, attributes, children: isText ? [] : content, text: isText ? content : '', line: 0 };
}

export function isNil(element: XmlElement): boolean {
  const nil = attributeOf(element, XSI, 'nil')?.trim();
  return nil === 'true' || nil === '1';
}

/** The reason that is given for an empty element. */
export function noValueOf(element: XmlElement): string | undefined {
  return attributeOf(element, STUF, 'noValue');
}

/** Holds text or other elements. */
export function isFilled(element: XmlElement): boolean {
  return !isNil(element) && (element.children.length > 0 || element.text.trim() !== '');
}

/** Empty, and the sender only says that it cannot tell. */
export function isNotTold(element: XmlElement): boolean {
  const reason = noValueOf(element);
  return reason !== undefined && !REAL_REASONS.includes(reason);
}

export function entiteittypeOf(element: XmlElement): string | undefined {
  return attributeOf(element, STUF, 'entiteittype');
}

export function verwerkingssoortOf(element: XmlElement | undefined): string | undefined {
  return element && attributeOf(element, STUF, 'verwerkingssoort');
}

/** Of the elements of an entity, a relation is the one that names its type or holds the other side. */
export function isRelation(element: XmlElement): boolean {
  return entiteittypeOf(element) !== undefined || childOf(element, 'gerelateerde') !== undefined;
}

/** The entity at the other side: `gerelateerde` itself, or the one that was chosen in it. */
export function targetOf(relation: XmlElement): XmlElement | undefined {
  const gerelateerde = childOf(relation, 'gerelateerde');
  if (!gerelateerde) return undefined;
  const target = chosenIn(gerelateerde);
  return target.children.length > 0 ? target : undefined;
}

/** `gerelateerde` may hold a choice of entities; the marks stand on the one that was chosen (S301 §5.2). */
export function chosenIn(gerelateerde: XmlElement): XmlElement {
  if (entiteittypeOf(gerelateerde) !== undefined) return gerelateerde;
  return gerelateerde.children.find((child) => entiteittypeOf(child) !== undefined) ?? gerelateerde;
}

/** The element as it is kept: no instructions, no white space between elements, no empty relations. */
export function kept(element: XmlElement): XmlElement {
  const { namespace, name, attributes, children } = element;
  return {
    namespace,
    name,
    attributes: attributes.length === 0 ? NONE : attributes.flatMap((each) => (isInstruction(each) ? [] : plain(each))),
    children: children.length === 0 ? [] : children.filter((child) => !isPlaceholder(child)).map(kept),
    text: children.length > 0 ? '' : element.text,
    line: 0,
  };
}

const NONE: readonly never[] = [];

/** Without the way to the element that it stands on: what is kept may not hold on to a whole message. */
function plain({ namespace, name, value }: XmlAttribute): XmlAttribute {
  return { namespace, name, value };
}

function isInstruction({ namespace, name }: XmlAttribute): boolean {
  return namespace === STUF && INSTRUCTIONS.includes(name);
}

/** Stands there only to keep its place: an empty relation, or an element about which the sender cannot tell. */
export function isPlaceholder(element: XmlElement): boolean {
  if (isNotTold(element)) return true;
  if (childOf(element, 'gerelateerde')) return targetOf(element) === undefined;
  return element.name !== 'gerelateerde' && entiteittypeOf(element) !== undefined && element.children.length === 0;
}

/** Texts of the elements at the end of a path of local names. */
export function textsAt(element: XmlElement, path: string): readonly string[] {
  return elementsAt(element, path)
    .filter(isFilled)
    .map((each) => each.text.trim());
}

/** The elements at the end of a path of local names, e.g. `hangtAan/gerelateerde/nummer`. */
export function elementsAt(element: XmlElement, path: string): readonly XmlElement[] {
  return path.split('/').reduce<readonly XmlElement[]>((at, name) => at.flatMap((each) => childrenOf(each, name)), [element]);
}

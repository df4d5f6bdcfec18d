/**
 * An entity as a short text: JSON with every namespace named once. What the tree says of its source (lines, white space
 * between elements) is not kept; nothing in a store has it.
 */
import type { XmlAttribute, XmlElement } from '../../../model/xml-element.js';
import type { Lock, Occurrence } from './occurrence.js';

/** Name, number of its namespace, text or children, attributes as name, namespace, value, name, … */
type PackedElement = [string, number, string | PackedElement[], (string | number)[]?];

type PackedOccurrence = [number, string, Lock | null, string[], PackedElement[]];

export function pack({ number, type, lock, content }: Occurrence): string {
  const namespaces = new Map<string, number>();
  const numberOf = (namespace: string): number => {
    const known = namespaces.get(namespace);
    if (known !== undefined) return known;
    namespaces.set(namespace, namespaces.size);
    return namespaces.size - 1;
  };
  const elements = content.map((each) => packElement(each, numberOf));
  const packed: PackedOccurrence = [number, type, lock ?? null, [...namespaces.keys()], elements];
  return JSON.stringify(packed);
}

export function unpack(text: string): Occurrence {
  return opened(JSON.parse(text) as PackedOccurrence);
}

/** @param packed - as JSON gives it back */
export function opened(packed: unknown): Occurrence {
  const [number, type, lock, namespaces, elements] = packed as PackedOccurrence;
  const content = elements.map((each) => unpackElement(each, namespaces));
  return { number, type, content, ...(lock && { lock }) };
}

function packElement(
  { name, namespace, children, text, attributes }: XmlElement,
  numberOf: (of: string) => number,
): PackedElement {
  const content = children.length > 0 ? children.map((each) => packElement(each, numberOf)) : text;
  const place = numberOf(namespace);
  if (attributes.length === 0) return [name, place, content];
  return [name, place, content, attributes.flatMap((each) => [each.name, numberOf(each.namespace), each.value])];
}

function unpackElement([name, place, content, marks]: PackedElement, namespaces: readonly string[]): XmlElement {
  const isText = typeof content === 'string';
  return {
    namespace: namespaces[place] ?? '',
    name,
    attributes: marks ? unpackAttributes(marks, namespaces) : [],
    children: isText ? [] : content.map((each) => unpackElement(each, namespaces)),
    text: isText ? content : '',
    line: 0,
  };
}

function unpackAttributes(marks: readonly (string | number)[], namespaces: readonly string[]): readonly XmlAttribute[] {
  return Array.from({ length: marks.length / 3 }, (_, index) => ({
    namespace: namespaces[Number(marks[3 * index + 1])] ?? '',
    name: String(marks[3 * index]),
    value: String(marks[3 * index + 2]),
  }));
}

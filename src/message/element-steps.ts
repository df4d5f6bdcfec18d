/**
 * Steps between elements of a parsed document: down to children, and from a parser's path to the element it means.
 */
import { type XmlDocument, XmlElement } from 'libxml2-wasm';

/** The child elements, in order. */
export function elementsIn(element: XmlElement): XmlElement[] {
  const elements: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlElement) elements.push(node);
  }
  return elements;
}

/**
 * The element that a path of the parser means. Such a path writes the prefixes of the document, or `*` for an element of
 * the default namespace, and a position only where siblings look the same: `/s:Envelope/s:Body/*[2]`.
 */
export function elementAt(document: XmlDocument, path: string): XmlElement | undefined {
  const [, , ...steps] = path.split('/');
  return steps.reduce<XmlElement | undefined>(
    (at, step) => (at && !step.startsWith('@') ? childAt(at, step) : at),
    document.root,
  );
}

/**
 * The way from one element down to another, written with prefixes and with a position where siblings have the same name:
 * `p:boom/p:vrucht[2]`. `.` for the element itself.
 */
export function pathBetween(from: XmlElement, to: XmlElement, nameOf: (element: XmlElement) => string): string {
  const steps: string[] = [];
  for (let at: XmlElement | null = to; at && !at.isSameNode(from); at = at.parent) steps.unshift(stepTo(at, nameOf));
  return steps.length === 0 ? '.' : steps.join('/');
}

function childAt(parent: XmlElement, step: string): XmlElement | undefined {
  const [, name = '', position = '1'] = /^(.+?)(?:\[(\d+)\])?$/.exec(step) ?? [];
  const alike = elementsIn(parent).filter((each) => name === '*' || writtenName(each) === name);
  return alike[Number(position) - 1];
}

function stepTo(element: XmlElement, nameOf: (element: XmlElement) => string): string {
  const alike = elementsIn(element.parent ?? element).filter(
    (each) => each.name === element.name && each.namespaceUri === element.namespaceUri,
  );
  const position = alike.findIndex((each) => each.isSameNode(element)) + 1;
  return alike.length > 1 ? `${nameOf(element)}[${position}]` : nameOf(element);
}

function writtenName(element: XmlElement): string {
  return element.prefix === '' ? element.name : `${element.prefix}:${element.name}`;
}

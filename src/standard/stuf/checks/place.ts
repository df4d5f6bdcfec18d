/**
 * Says where in a message something is, as a tester reads it: prefixed steps, with a number where siblings look the same.
 */
import type { StandardDefinition } from '../../../model/standard-definition.js';
import type { XmlElement } from '../../../model/xml-element.js';
import type { Breach } from '../../family.js';

/** A breach at an element of the message. */
export function breachAt(
  on: { readonly message: XmlElement; readonly standard: StandardDefinition },
  element: XmlElement,
  look: Pick<Breach, 'expected' | 'found' | 'as'> = {},
): Breach {
  return { path: pathTo(on.message, element, on.standard.namespaces), line: element.line, ...look };
}

/** The way from one element down to another; `.` for the element itself, or when it is not there. */
export function pathTo(from: XmlElement, to: XmlElement, namespaces: Readonly<Record<string, string>>): string {
  return stepsTo(from, to, namespaces)?.join('/') || '.';
}

function stepsTo(from: XmlElement, to: XmlElement, namespaces: Readonly<Record<string, string>>): readonly string[] | undefined {
  if (from === to) return [];
  for (const child of from.children) {
    const rest = stepsTo(child, to, namespaces);
    if (rest) return [stepTo(child, from, namespaces), ...rest];
  }
  return undefined;
}

function stepTo(child: XmlElement, parent: XmlElement, namespaces: Readonly<Record<string, string>>): string {
  const prefix = Object.entries(namespaces).find(([, namespace]) => namespace === child.namespace)?.[0];
  const alike = parent.children.filter((each) => each.name === child.name && each.namespace === child.namespace);
  const position = alike.length > 1 ? `[${alike.indexOf(child) + 1}]` : '';
  return `${prefix === undefined ? '' : `${prefix}:`}${child.name}${position}`;
}

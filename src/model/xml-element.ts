/**
 * A message as a plain tree: namespaces resolved, prefixes forgotten, text joined.
 * Comments and processing instructions are left out; the families we know have no mixed content.
 */

export interface XmlAttribute {
  /** '' for an attribute without namespace. */
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  /** Text directly in this element, joined; '' when it has none. */
  readonly text: string;
  /** Line in the source, from 1; 0 for an element that we made. */
  readonly line: number;
}

/** The value of an attribute, or undefined. */
export function attributeOf(element: XmlElement, namespace: string, name: string): string | undefined {
  for (const each of element.attributes) if (each.name === name && each.namespace === namespace) return each.value;
  return undefined;
}

/** The first child with this name, or undefined; any namespace when none is given. */
export function childOf(element: XmlElement, name: string, namespace?: string): XmlElement | undefined {
  for (const each of element.children)
    if (each.name === name && (namespace === undefined || each.namespace === namespace)) return each;
  return undefined;
}

/** All children with this name. */
export function childrenOf(element: XmlElement, name: string, namespace?: string): readonly XmlElement[] {
  return element.children.filter((each) => each.name === name && (namespace === undefined || each.namespace === namespace));
}

/** Walks down by local names; undefined as soon as one is missing. */
export function descend(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  return names.reduce<XmlElement | undefined>((at, name) => at && childOf(at, name), element);
}

/** `{namespace}name`, the key for maps by qualified name. */
export function clarkName(of: { readonly namespace: string; readonly name: string }): string {
  return `{${of.namespace}}${of.name}`;
}

/** All names and texts in an element as one text: equal when two elements say the same. Attributes do not count. */
export function contentOf({ namespace, name, children, text }: XmlElement): string {
  const inside = children.length > 0 ? children.map(contentOf).join('') : text.trim();
  return `\u0001${namespace}\u0002${name}\u0003${inside}\u0004`;
}

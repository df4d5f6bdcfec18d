/** Where names stand in a message: gathered once, asked by every rule that looks for a name anywhere. */
import type { TreeAttribute, TreeElement } from '../tree/tree-node.js';

export interface NamesIn {
  readonly message: TreeElement;
  /** Everything below the message element, in order. */
  readonly elements: readonly TreeElement[];
  /** Of the message element and everything below. */
  readonly attributes: readonly TreeAttribute[];
  readonly elementsNamed: ReadonlyMap<string, readonly TreeElement[]>;
  readonly attributesNamed: ReadonlyMap<string, readonly TreeAttribute[]>;
}

export function namesIn(message: TreeElement): NamesIn {
  const elements = descendantsOf(message);
  const elementsNamed = new Map<string, TreeElement[]>();
  const attributesNamed = new Map<string, TreeAttribute[]>();
  const attributes: TreeAttribute[] = [];
  const look = (element: TreeElement): void => {
    for (const each of element.attributes) {
      attributes.push(each);
      addTo(attributesNamed, each);
    }
  };
  look(message);
  for (const each of elements) {
    addTo(elementsNamed, each);
    if (each.attributes.length > 0) look(each);
  }
  return { message, elements, attributes, elementsNamed, attributesNamed };
}

function addTo<T extends { readonly name: string }>(named: Map<string, T[]>, each: T): void {
  const same = named.get(each.name);
  if (same) same.push(each);
  else named.set(each.name, [each]);
}

/** Without recursion: a message can be two thousand elements deep. */
export function descendantsOf(element: TreeElement): readonly TreeElement[] {
  const found: TreeElement[] = [];
  const waiting: TreeElement[] = [];
  const wait = ({ children }: TreeElement): void => {
    for (let index = children.length - 1; index >= 0; index--) {
      const child = children[index];
      if (child) waiting.push(child);
    }
  };
  wait(element);
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    if (next.children.length > 0) wait(next);
  }
  return found;
}

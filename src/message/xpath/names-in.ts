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
  const attributes = [message, ...elements].flatMap((element) => element.attributes);
  return { message, elements, attributes, elementsNamed: byName(elements), attributesNamed: byName(attributes) };
}

/** Without recursion: a message can be two thousand elements deep. */
export function descendantsOf(element: TreeElement): readonly TreeElement[] {
  const found: TreeElement[] = [];
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    found.push(next);
    for (let index = next.children.length - 1; index >= 0; index--) {
      const child = next.children[index];
      if (child) waiting.push(child);
    }
  }
  return found;
}

function byName<T extends { readonly name: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const named = new Map<string, T[]>();
  for (const each of all) {
    const same = named.get(each.name);
    if (same) same.push(each);
    else named.set(each.name, [each]);
  }
  return named;
}

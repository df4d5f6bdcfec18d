/**
 * Paths through a message: prefixed steps below the message element, `@` before an attribute.
 * Much less than XPath, on purpose: it can be read aloud, checked at the door and followed in a plain tree.
 */
import { interned } from './interned.js';
import type { XmlElement } from './xml-element.js';

export interface PathStep {
  readonly namespace: string;
  readonly name: string;
  readonly attribute: boolean;
  /** As written, prefix included. */
  readonly text: string;
}

/** Paths stand in definitions, and every message is held against them. */
const READ = new WeakMap<Readonly<Record<string, string>>, Map<string, readonly PathStep[]>>();

/** Reads `LMP:object/LMP:nummer` or `LMP:foto/@LMP:naam`; an unknown prefix gives namespace ''. */
export function parsePath(path: string, namespaces: Readonly<Record<string, string>>): readonly PathStep[] {
  let read = READ.get(namespaces);
  if (!read) {
    read = new Map();
    READ.set(namespaces, read);
  }
  const steps = read.get(path) ?? readPath(path, namespaces);
  read.set(path, steps);
  return steps;
}

function readPath(path: string, namespaces: Readonly<Record<string, string>>): readonly PathStep[] {
  return path
    .split('/')
    .filter((text) => text !== '')
    .map((text) => {
      const attribute = text.startsWith('@');
      const [first = '', second] = (attribute ? text.slice(1) : text).split(':');
      const namespace = second === undefined ? '' : (namespaces[first] ?? '');
      return { namespace: interned(namespace), name: interned(second ?? first), attribute, text };
    });
}

/** The path of the first steps, up to and with this one, as written. */
export function pathUntil(steps: readonly PathStep[], last: number): string {
  let path = '';
  for (let index = 0; index <= last; index++) path += index === 0 ? steps[0]?.text : `/${steps[index]?.text}`;
  return path;
}

/**
 * Every element that the steps lead to; attribute steps are not followed.
 * @param count - so many of the steps are taken; all when left out
 */
export function follow(from: XmlElement, steps: readonly PathStep[], count = steps.length): readonly XmlElement[] {
  let at: readonly XmlElement[] = [from];
  for (let index = 0; index < count && at.length > 0; index++) {
    const step = steps[index];
    const next: XmlElement[] = [];
    for (const element of at) {
      for (const child of element.children) if (child.name === step?.name && child.namespace === step.namespace) next.push(child);
    }
    at = next;
  }
  return at;
}

/** A place that a path leads to: an element, or the attribute of one. */
export interface Found {
  readonly element: XmlElement;
  readonly value: string;
}

/** The values that a path leads to, in order. */
export function valuesAt(from: XmlElement, steps: readonly PathStep[]): readonly Found[] {
  const last = steps.at(-1);
  if (!last?.attribute) return follow(from, steps).map((element) => ({ element, value: element.text.trim() }));
  return follow(from, steps, steps.length - 1).flatMap((element) => {
    const attribute = element.attributes.find((each) => each.name === last.name && each.namespace === last.namespace);
    return attribute ? [{ element, value: attribute.value }] : [];
  });
}

/**
 * Paths through a message: prefixed steps below the message element, `@` before an attribute.
 * Much less than XPath, on purpose: it can be read aloud, checked at the door and followed in a plain tree.
 */
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
      return { namespace: second === undefined ? '' : (namespaces[first] ?? ''), name: second ?? first, attribute, text };
    });
}

/** Every element that the steps lead to; attribute steps are not followed. */
export function follow(from: XmlElement, steps: readonly PathStep[]): readonly XmlElement[] {
  return steps.reduce<readonly XmlElement[]>(
    (at, step) =>
      at.flatMap((element) => element.children.filter((child) => child.name === step.name && child.namespace === step.namespace)),
    [from],
  );
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
  return follow(from, steps.slice(0, -1)).flatMap((element) => {
    const attribute = element.attributes.find((each) => each.name === last.name && each.namespace === last.namespace);
    return attribute ? [{ element, value: attribute.value }] : [];
  });
}

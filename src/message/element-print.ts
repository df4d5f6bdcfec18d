/**
 * A short name for what an element says: two messages that say the same have the same, however they are written.
 */
import { createHash, type Hash } from 'node:crypto';
import type { XmlElement } from '../model/xml-element.js';

/**
 * Prefixes, the order of attributes and white space around elements do not count.
 * @param without - local names of elements that do not count either
 * @returns lower-case hex sha256
 */
export function printOf(element: XmlElement, without: ReadonlySet<string> = NONE): string {
  const hash = createHash('sha256');
  put(hash, element, without);
  return hash.digest('hex');
}

const NONE: ReadonlySet<string> = new Set();

function put(hash: Hash, { namespace, name, attributes, children, text }: XmlElement, without: ReadonlySet<string>): void {
  const said = attributes.map((each) => JSON.stringify([each.namespace, each.name, each.value])).sort();
  hash.update(JSON.stringify([namespace, name, ...said]));
  if (children.length === 0) hash.update(JSON.stringify(text.length)).update(text);
  for (const child of children) if (!without.has(child.name)) put(hash, child, without);
  hash.update('/');
}

/**
 * What a question asked for: its scope, against a path of the answer.
 *
 * @see StUF 03.01 §6.3 (scope), §6.4.2
 */

import { parsePath } from '../../model/element-path.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { attributeOf, childOf, type XmlElement } from '../../model/xml-element.js';
import { STUF } from './namespaces.js';

/** Values of the scope attribute that ask for everything below. */
const EVERYTHING = new Set([
  'alles',
  'allesZonderMetagegevens',
  'allesMaarKerngegevensGerelateerden',
  'allesZonderMetagegevensMaarKerngegevensGerelateerden',
]);

/** @see Family.askedFor */
export function askedFor(standard: StandardDefinition, question: XmlElement, path: string): boolean {
  const scope = findScope(question);
  if (!scope) return true;
  const steps = parsePath(path, standard.namespaces);
  const below = steps.slice(steps.findIndex((step) => step.name === 'object') + 1);
  return walk(childOf(scope, 'object') ?? scope, below);
}

/** The scope of a question, also when the question is inside a free message. */
function findScope(message: XmlElement): XmlElement | undefined {
  return childOf(message, 'scope') ?? message.children.map((child) => childOf(child, 'scope')).find((scope) => scope);
}

function walk(at: XmlElement, steps: ReturnType<typeof parsePath>): boolean {
  if (EVERYTHING.has(attributeOf(at, STUF, 'scope') ?? '')) return true;
  const [step, ...rest] = steps;
  if (!step || step.attribute) return true;
  const next = at.children.find((child) => child.name === step.name && child.namespace === step.namespace);
  return next ? walk(next, rest) : false;
}

/**
 * A question asks for nothing that the answer table of the service does not have.
 * What every StUF element may carry (periods, extraElementen) belongs to no table.
 */
import { parsePath } from '../../../model/element-path.js';
import { attributeOf, type XmlElement } from '../../../model/xml-element.js';
import type { Breach, MessageCheck } from '../../family.js';
import { STUF } from '../namespaces.js';
import { breachAt } from './place.js';
import { scopeIn } from './question-parts.js';

export const withinTable: MessageCheck = ({ message, subject, standard }) => {
  const service = standard.services.find((each) => each.id === subject?.service);
  const scope = scopeIn(message);
  if (!service || !scope || attributeOf(scope, STUF, 'scope') !== undefined) return undefined;
  const known = service.elements.reply.map((row) => {
    const steps = parsePath(row.path, standard.namespaces);
    return steps.slice(steps.findIndex((step) => step.name === 'object') + 1).map((step) => step.name);
  });
  return below(scope, known, []).map((element): Breach => breachAt({ message, standard }, element, { found: element.name }));
};

/** Elements that no row names, nor anything below them or above them. */
function below(element: XmlElement, known: readonly (readonly string[])[], above: readonly string[]): readonly XmlElement[] {
  return element.children.flatMap((child) => {
    if (child.namespace === STUF) return [];
    const path = [...above, child.name];
    const isUnder = known.some((row) => row.length <= path.length && row.every((name, index) => name === path[index]));
    if (isUnder) return [];
    const leads = known.some((row) => path.every((name, index) => name === row[index]));
    return leads ? below(child, known, path) : [child];
  });
}

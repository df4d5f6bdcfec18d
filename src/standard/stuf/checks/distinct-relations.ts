/**
 * One object names a relation to the same entity once.
 *
 * @see StUF 03.01 §5.2.4
 */
import { attributeOf, type XmlElement } from '../../../model/xml-element.js';
import type { MessageCheck } from '../../family.js';
import { STUF } from '../namespaces.js';
import { isFilled } from '../registry/elements.js';
import { type Entity, kennisgevingenIn } from './kennisgevingen.js';
import { breachAt } from './place.js';

export const distinctRelations: MessageCheck = (input) => {
  const tops = kennisgevingenIn(input.message).flatMap(({ objects }) => objects.filter(({ relations }) => relations.length > 0));
  if (tops.length === 0) return undefined;
  return tops.flatMap(({ relations }) => {
    // One alone is distinct.
    if (relations.length === 1) return [];
    const seen = new Set<string>();
    return relations.flatMap((relation) => {
      const identity = identityOf(relation);
      if (identity === '' || !seen.has(identity)) {
        seen.add(identity);
        return [];
      }
      return [breachAt(input, relation.element, { found: relation.element.name })];
    });
  });
};

/** Name of the relation and all that is said of the other side; '' when nothing is. */
function identityOf({ element, gerelateerde }: Entity): string {
  const said: string[] = [];
  if (gerelateerde) gatherSaid(gerelateerde.element, said);
  return said.length === 0 ? '' : `${element.name}|${said.sort().join('|')}`;
}

function gatherSaid(element: XmlElement, into: string[]): void {
  for (const name of ['sleutelVerzendend', 'sleutelOntvangend']) {
    const key = attributeOf(element, STUF, name);
    if (key !== undefined) into.push(key);
  }
  if (element.children.length === 0 && isFilled(element)) into.push(`${element.name}=${element.text.trim()}`);
  for (const child of element.children) gatherSaid(child, into);
}

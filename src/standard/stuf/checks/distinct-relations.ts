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
  const said = gerelateerde ? [...saidOf(gerelateerde.element)].sort() : [];
  return said.length === 0 ? '' : `${element.name}|${said.join('|')}`;
}

function saidOf(element: XmlElement): readonly string[] {
  const keys = ['sleutelVerzendend', 'sleutelOntvangend'].flatMap((name) => attributeOf(element, STUF, name) ?? []);
  const own = isFilled(element) && element.children.length === 0 ? [`${element.name}=${element.text.trim()}`] : [];
  return [...keys, ...own, ...element.children.flatMap(saidOf)];
}

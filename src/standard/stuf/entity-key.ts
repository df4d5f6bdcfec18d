/** What identifies an entity for everybody: its type, and the first group of keys that is filled. */
import type { StandardDefinition } from '../../model/standard-definition.js';
import { attributeOf, type XmlElement } from '../../model/xml-element.js';
import { STUF } from './namespaces.js';
import { textsAt } from './registry/elements.js';

/** Undefined when the standard declares no key for this type, or none is filled. */
export function keyOf(standard: StandardDefinition, of: XmlElement): string | undefined {
  const type = attributeOf(of, STUF, 'entiteittype');
  const groups = standard.entities.find((each) => each.type === type)?.keys ?? [];
  const values = groups
    .map((group) => group.map((path) => textsAt(of, path)[0]))
    .find((each) => each.length > 0 && each.every((value) => value !== undefined));
  return values && [type, ...values].join('|');
}

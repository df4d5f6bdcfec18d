/** What a message is about: the keys of every entity that it names, the first that the standard declares before the others. */
import type { StandardDefinition } from '../../model/standard-definition.js';
import { attributeOf, type XmlElement } from '../../model/xml-element.js';
import type { Subject } from '../family.js';
import { keyOf } from './entity-key.js';
import { STUF } from './namespaces.js';

/** In the order in which the standard declares the types, and of one type in that of the message. */
export function subjectsOf(standard: StandardDefinition, message: XmlElement): readonly Subject[] {
  const rank = new Map(standard.entities.map(({ type }, index) => [type, index]));
  const found = new Map<string, Subject & { readonly rank: number }>();
  const look = (element: XmlElement): void => {
    const type = attributeOf(element, STUF, 'entiteittype');
    const place = type === undefined ? undefined : rank.get(type);
    const key = place === undefined ? undefined : keyOf(standard, element);
    if (type !== undefined && place !== undefined && key !== undefined && !found.has(key))
      found.set(key, { type, key: key.slice(type.length + 1), rank: place });
    for (const child of element.children) look(child);
  };
  look(message);
  return [...found.values()].sort((one, other) => one.rank - other.rank).map(({ type, key }) => ({ type, key }));
}

/**
 * What a reply may be drawn from: at each point, elements by name, and whether they were asked for.
 * The layout walks the schema and takes from a source; a source never needs to know the schema.
 */
import type { XmlAttribute, XmlElement } from '../../../model/xml-element.js';
import { isNil } from './elements.js';

/** One element that may be shown. */
export interface Source {
  readonly text: string;
  readonly attributes: readonly XmlAttribute[];
  /** Known to be empty; `attributes` may hold the reason. */
  readonly nil: boolean;
  offer(name: string, namespace: string): Offer;
  /** Everything in it, for a place of which the schema does not say what stands there. */
  readonly content?: readonly XmlElement[];
}

/** What there is of one name, in order. */
export interface Offer {
  readonly found: readonly Source[];
  /** `named`: asked for by name, so that its absence must be shown; `all`: asked for with everything else. */
  readonly asked: 'named' | 'all' | 'no';
  /** A group of which nothing is known, for showing that what was asked in it is empty. */
  readonly blank?: Source;
}

/** Nothing is known and nothing was asked. */
export const NOTHING: Source = { text: '', attributes: [], nil: false, offer: () => ({ found: [], asked: 'no' }) };

const NONE: readonly XmlElement[] = [];

/** Children of a name; those of another namespace only when this one has none. */
export function named(children: readonly XmlElement[], name: string, namespace: string): readonly XmlElement[] {
  let local: XmlElement[] | undefined;
  let exact = 0;
  for (const child of children) {
    if (child.name !== name) continue;
    if (child.namespace === namespace) exact += 1;
    if (local) local.push(child);
    else local = [child];
  }
  if (!local) return NONE;
  return exact === 0 || exact === local.length ? local : local.filter((child) => child.namespace === namespace);
}

/** Everything in this element, as it stands. */
export function plainSource(element: XmlElement): Source {
  return {
    text: element.text,
    attributes: element.attributes,
    nil: isNil(element),
    content: element.children,
    offer(name, namespace) {
      const found = named(element.children, name, namespace).map(plainSource);
      return { found, asked: found.length > 0 ? 'named' : 'no' };
    },
  };
}

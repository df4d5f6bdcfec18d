/**
 * What a question asks to see: elements by name, or everything of a kind.
 *
 * @see StUF 03.01 §6.3 (scope)
 */
import { attributeOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import type { Offer } from './source.js';

/** What is asked at one point. */
export type Wanted =
  | Everything
  | { readonly kind: 'named'; readonly below: ReadonlyMap<string, Wanted> }
  | { readonly kind: 'kern' }
  | { readonly kind: 'none' };

interface Everything {
  readonly kind: 'all';
  readonly meta: boolean;
  /** Show everything of gerelateerden too, and not only their kerngegevens. */
  readonly relatedWhole: boolean;
  /** How many relations deep. */
  readonly depth: number;
}

/** What stands at that point, as far as it matters for asking. */
export interface Place {
  readonly name: string;
  /** Local names of the kerngegevens of the entity here; absent inside a group or a relation. */
  readonly kerngegevens?: readonly string[];
  readonly isRelation: boolean;
}

/** How many relations deep `alles` goes; two that point at each other would go on for ever. */
const DEPTH = 3;
const META = ['tijdvakGeldigheid', 'tijdvakRelatie', 'tijdstipRegistratie', 'tijdvakObject'];

export const ALLES: Everything = { kind: 'all', meta: true, relatedWhole: true, depth: DEPTH };

const BY_ATTRIBUTE: Readonly<Record<string, Wanted>> = {
  alles: ALLES,
  allesZonderMetagegevens: { ...ALLES, meta: false },
  allesMaarKerngegevensGerelateerden: { ...ALLES, relatedWhole: false },
  allesZonderMetagegevensMaarKerngegevensGerelateerden: { ...ALLES, meta: false, relatedWhole: false },
  kerngegevens: { kind: 'kern' },
};

/** Reads an element of a scope; without anything in it, it asks for all that is there. */
export function wantedBy(element: XmlElement): Wanted {
  const attribute = attributeOf(element, STUF, 'scope');
  if (attribute !== undefined) return BY_ATTRIBUTE[attribute] ?? ALLES;
  if (element.children.length === 0) return { ...ALLES, depth: 1 };
  return { kind: 'named', below: new Map(element.children.map((child) => [child.name, wantedBy(child)])) };
}

/** Whether an element is asked for, and what of it. What a schema demands unasked shows its kerngegevens. */
export function ask(wanted: Wanted, place: Place): { readonly asked: Offer['asked']; readonly next: Wanted } {
  const unasked = { asked: 'no', next: { kind: 'kern' } } as const;
  switch (wanted.kind) {
    case 'none':
      return unasked;
    case 'kern':
      if (place.kerngegevens && !place.kerngegevens.includes(place.name)) return unasked;
      return { asked: META.includes(place.name) ? 'no' : 'all', next: wanted };
    case 'named': {
      const next = wanted.below.get(place.name);
      return next ? { asked: 'named', next } : unasked;
    }
    case 'all':
      if (!wanted.meta && META.includes(place.name)) return unasked;
      if (place.isRelation && wanted.depth <= 0) return unasked;
      if (place.name === 'gerelateerde' && !wanted.relatedWhole) return { asked: 'all', next: { kind: 'kern' } };
      return { asked: 'all', next: place.isRelation ? { ...wanted, depth: wanted.depth - 1 } : wanted };
  }
}

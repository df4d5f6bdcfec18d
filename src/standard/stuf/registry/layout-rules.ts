/**
 * What a layout goes by, and what comes of it.
 */
import type { ShapeSet } from '../../../model/shape.js';

export interface LayoutRules {
  readonly shapes: ShapeSet;
  /** A value for an element that the schema demands and nobody told us. */
  defaultFor(entiteittype: string | undefined, name: string): string | undefined;
  /** Show only what is known for certain: no empty elements, no defaults, and no complaint about what lacks. */
  readonly sparse: boolean;
}

/** The element, or the path of what the schema demands and cannot be given. */
export type Laid<T> = { readonly value: T } | { readonly lacks: string };

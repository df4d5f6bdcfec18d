/**
 * Everything that the files of compact schemas declare, by name, before anything is built of it.
 */
import type { ShapeText } from './shape-text.js';

/** How a kind of entity behaves in one of its forms. */
export interface KindForm {
  /** Which elements it takes when the entity does not say. */
  readonly take?: ShapeText;
  readonly attributes?: ShapeText;
  /** Forms in which entities that it refers to appear; the first that they have. */
  readonly refers: readonly string[];
  /** Every element at most once. */
  readonly once: boolean;
  /** Marks that differ in this form. */
  readonly set?: ShapeText;
}

export interface Kind {
  readonly unmarked?: ShapeText;
  readonly forms: Map<string, KindForm>;
}

export interface Entity {
  readonly type: string;
  kind?: string;
  attributes?: ShapeText;
  elements?: ShapeText;
  readonly forms: Map<string, ShapeText>;
}

export interface ShapeSources {
  readonly prefixes: Record<string, string>;
  readonly values: Map<string, ShapeText>;
  readonly attributes: Map<string, ShapeText>;
  readonly sets: Map<string, ShapeText>;
  /** Lists of elements that others may name without a type. */
  readonly elements: ShapeText[];
  readonly groups: Map<string, ShapeText>;
  readonly parts: Map<string, ShapeText>;
  readonly kinds: Map<string, Kind>;
  readonly entities: Map<string, Entity>;
  readonly messages: ShapeText[];
}

export function emptySources(): ShapeSources {
  return {
    prefixes: {},
    values: new Map(),
    attributes: new Map(),
    sets: new Map(),
    elements: [],
    groups: new Map(),
    parts: new Map(),
    kinds: new Map(),
    entities: new Map(),
    messages: [],
  };
}

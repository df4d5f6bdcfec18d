/**
 * Compact schemas in memory: what a message looks like, typed over from a specification's tables.
 * One description serves two ends: it is written out as XSD for the validator, and a simulated counterpart walks it
 * to lay out its replies.
 */

/** A simple value: the base and the facets that restrict it. */
export interface ValueType {
  readonly name: string;
  readonly base:
    | 'string'
    | 'boolean'
    | 'integer'
    | 'nonNegativeInteger'
    | 'decimal'
    | 'date'
    | 'dateTime'
    | 'base64Binary'
    | 'anyURI';
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly length?: number;
  readonly pattern?: string;
  readonly enumeration?: readonly string[];
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  /** XSD 1.0 white space facet; absent means the base's own. */
  readonly whiteSpace?: 'preserve' | 'replace' | 'collapse';
}

export interface AttributeUse {
  readonly namespace: string;
  readonly name: string;
  readonly type: ValueType;
  readonly required: boolean;
  readonly fixed?: string;
}

/** What an element holds: text, or other elements. Both may carry attributes. */
export interface Shape {
  readonly name: string;
  /** The entity type (or relation type) that this shape is a form of, e.g. `LMP`, `LMPRUI`. */
  readonly entiteittype?: string;
  readonly attributes: readonly AttributeUse[];
  /** Text content; absent when the shape holds elements. */
  readonly value?: ValueType;
  /** Elements in order; empty for text content or an empty element. */
  readonly particles: readonly Particle[];
}

export type Particle = ElementParticle | ChoiceParticle | AnyParticle;

interface Occurs {
  readonly min: number;
  readonly max: number | 'unbounded';
}

export interface ElementParticle extends Occurs {
  readonly kind: 'element';
  readonly namespace: string;
  readonly name: string;
  readonly nillable: boolean;
  /** Name of a Shape in the set. */
  readonly shape: string;
  /** Value that an empty element stands for. */
  readonly default?: string;
  /** The only value; an empty element stands for it too. */
  readonly fixed?: string;
}

export interface ChoiceParticle extends Occurs {
  readonly kind: 'choice';
  /** Each alternative is a sequence. */
  readonly alternatives: readonly (readonly Particle[])[];
}

/** A place where something of another namespace may stand that we do not describe. */
export interface AnyParticle extends Occurs {
  readonly kind: 'any';
  /** `##other`, `##any`, or a list of namespaces. */
  readonly namespace: string;
  readonly process: 'lax' | 'skip' | 'strict';
}

/** Everything one standard can say. */
export interface ShapeSet {
  /** prefix → namespace */
  readonly prefixes: Readonly<Record<string, string>>;
  readonly shapes: ReadonlyMap<string, Shape>;
  /** clark name of a global element → name of its shape */
  readonly roots: ReadonlyMap<string, string>;
  /** sha256 that names the texts it was built from; absent for a set made by hand. */
  readonly digest?: string;
}

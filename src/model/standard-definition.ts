/**
 * A koppelvlak as data: what `suites/<standard>/standard.yaml` and `services/*.yaml` say, checked and resolved.
 */
import type { Bron, Tekst } from './finding.js';
import type { RuleDefinition } from './rule-definition.js';
import type { ShapeSet } from './shape.js';

export interface StandardDefinition {
  /** Folder name, e.g. `lampen-1.0`. */
  readonly id: string;
  readonly naam: string;
  readonly versie: string;
  /** The standard whose services, messages and rules come along with its own; its suites try those. */
  readonly extends?: string;
  /** Id of the family that knows the manners. */
  readonly family: string;
  /** prefix → namespace; the prefixes are those of every path in the data. */
  readonly namespaces: Readonly<Record<string, string>>;
  readonly documents: Readonly<Record<string, SourceDocument>>;
  readonly roles: readonly RoleDefinition[];
  readonly services: readonly ServiceDefinition[];
  readonly entities: readonly EntityDefinition[];
  /** Semantic rules: shared ones first, then the standard's own. */
  readonly rules: readonly RuleDefinition[];
  /** Our own compact schema; absent for a standard that has none. */
  readonly shapes?: ShapeSet;
  readonly schemas: readonly OfficialSchema[];
  /** Settings of the simulated counterpart: fixtures (catalogue entries), prefixes, defaults. Family-defined. */
  readonly simulator: Readonly<Record<string, unknown>>;
}

export interface SourceDocument {
  readonly titel: string;
  readonly versie?: string;
  readonly datum?: string;
}

/** An official schema set that decides where it is installed. */
export interface OfficialSchema {
  /** Name of the installed set, e.g. `lampen-1.0.02`. */
  readonly set: string;
  /** Entry documents, relative to the set; where documents share a namespace, the first named goes first. */
  readonly entries: readonly string[];
}

export interface RoleDefinition {
  /** Folder name, e.g. `lampbeheer`. */
  readonly id: string;
  readonly naam: string;
  /** Whether it answers, speaks first, or does both. */
  readonly kind: 'provider' | 'consumer' | 'both';
}

export interface ServiceDefinition {
  readonly id: string;
  readonly naam: string;
  readonly operation: string;
  readonly portType: string;
  readonly soapAction: string;
  /** Whether the immediate reply is only a confirmation of receipt. */
  readonly asynchronous: boolean;
  /** Id of the service whose request is the answer that comes later, on a connection of its own. */
  readonly later?: string;
  readonly request: MessageDefinition;
  /** The first is what the service description names; later ones are accepted with the note that says why. */
  readonly replies: readonly ReplyDefinition[];
  readonly fault: MessageDefinition;
  readonly elements: {
    readonly request: readonly ElementRow[];
    readonly reply: readonly ElementRow[];
  };
  /** What the service does to a counterpart's store, in the family's small vocabulary. */
  readonly effects: readonly Effect[];
  readonly bron: Bron;
}

export interface MessageDefinition {
  /** Prefixed name of the message element, e.g. `LMP:lmpLk01`. */
  readonly element: string;
  readonly code: string;
  /** Content of stuurgegevens/entiteittype or stuurgegevens/functie, when the message has one. */
  readonly entiteittype?: string;
  readonly functie?: string;
}

export interface ReplyDefinition extends MessageDefinition {
  /** Why this reply is accepted although it is not the one in the service description. */
  readonly tolerated?: { readonly id: string; readonly reason: Tekst; readonly bron: Bron };
}

/** One row of a service's element table in the specification. */
export interface ElementRow {
  /** Prefixed steps from the message element, e.g. `LMP:object/LMP:verlicht/LMP:ruimte`; `@` for an attribute. */
  readonly path: string;
  /** The specification's own sign: v, o, v*, 0..N, 1..1. */
  readonly use: string;
  /** Holds only when the request asked for it. */
  readonly whenAsked: boolean;
  readonly bron?: Bron;
}

/** One declared effect; the family checks and understands the options. */
export interface Effect {
  readonly does: string;
  readonly with: Readonly<Record<string, unknown>>;
}

/** What a registry must know of an entity type that a schema does not say. */
export interface EntityDefinition {
  readonly type: string;
  /** Local names that identify an occurrence; the first group that is filled counts. */
  readonly keys: readonly (readonly string[])[];
  /** Relations that are the other side of a relation of another type. */
  readonly inverse: readonly InverseRelation[];
}

export interface InverseRelation {
  /** Local name of the relation element here, e.g. `verlicht`. */
  readonly relation: string;
  /** Entity type at the other side and its relation element, e.g. `RUI` and `hangtIn`. */
  readonly of: string;
  readonly via: string;
}

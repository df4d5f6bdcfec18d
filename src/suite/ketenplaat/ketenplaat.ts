/**
 * What is kept of a ketenplaat: components, what they should support, and what goes between them, each with its place in
 * the file. Everything else in it is counted and forgotten.
 */

/** Something in the model that a person can look up there. */
export interface Placed {
  /** Its identifier in the file. */
  readonly id: string;
  readonly line: number;
}

/** A thing of the kinds that a chain is made of. */
export interface PlateElement extends Placed {
  /** As the standard for architecture models calls it, e.g. `ApplicationComponent`. */
  readonly type: string;
  readonly name: string;
  /** Property name → value, of those that `KEPT_PROPERTIES` names. */
  readonly properties: ReadonlyMap<string, string>;
}

export interface PlateRelation extends Placed {
  /** E.g. `Flow`. */
  readonly type: string;
  readonly name: string;
  readonly source: string;
  readonly target: string;
  readonly properties: ReadonlyMap<string, string>;
}

/** A drawing, and what of the above stands on it. */
export interface PlateView extends Placed {
  readonly name: string;
  readonly elements: ReadonlySet<string>;
  readonly relations: ReadonlySet<string>;
}

/** Something that is wrong in the file and does not keep it from being read. */
export interface PlateComplaint {
  readonly kind: 'twice' | 'dangling' | 'nameless';
  /** The identifier that it is about. */
  readonly id: string;
  /** What names it, e.g. `relationship`. */
  readonly in: string;
  readonly line: number;
}

export interface Ketenplaat {
  /** Identifier of the model. */
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly elements: ReadonlyMap<string, PlateElement>;
  readonly relations: readonly PlateRelation[];
  readonly views: readonly PlateView[];
  /** Kind of thing → how many there are, and how many of them were kept. */
  readonly counts: ReadonlyMap<string, { readonly seen: number; readonly kept: number }>;
  /** The first of them. */
  readonly complaints: readonly PlateComplaint[];
  /** How many there are in all. */
  readonly complained: number;
}

/** What GEMMA says of a component or a standaard. */
export const PROPERTY = {
  /** What kind of thing it is, e.g. `Standaard`. */
  type: 'GEMMA type',
  /** The id by which others know it; mostly that of the file, but not always. */
  id: 'Object ID',
  /** Of a version: whether it is still in use. */
  status: 'Status',
  /** Of the tie between a component and a standaard: whether it must or should. */
  strength: 'Verbindingsrol',
} as const;

export const KEPT_PROPERTIES: ReadonlySet<string> = new Set(Object.values(PROPERTY));

/** Element types that a chain can be made of. */
export const KEPT_ELEMENTS: ReadonlySet<string> = new Set([
  'ApplicationComponent',
  'ApplicationService',
  'ApplicationInterface',
  'Constraint',
]);

/** Relations that say who talks with whom, and who should support what. */
export const KEPT_RELATIONS: ReadonlySet<string> = new Set([
  'Flow',
  'Serving',
  'Realization',
  'Assignment',
  'Composition',
  'Aggregation',
  'Specialization',
]);

/** A constraint of the model that is a standaard or a version of one. */
export function isStandaard({ type, properties }: PlateElement): boolean {
  return type === 'Constraint' && properties.get(PROPERTY.type) === 'Standaard';
}

export function isVersion({ type, properties }: PlateElement): boolean {
  return type === 'Constraint' && properties.get(PROPERTY.type) === 'Standaardversie';
}

/** The list of a key, made when it is asked for the first time. */
export function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key) ?? [];
  lists.set(key, known);
  return known;
}

/**
 * Which standaarden a component must or should support by the model: by a realization of its own, or of the component that
 * it is a kind of, or that is a kind of it.
 */
import {
  isStandaard,
  isVersion,
  type Ketenplaat,
  listOf,
  type PlateElement,
  type PlateRelation,
  PROPERTY,
} from './ketenplaat.js';

export interface Support {
  readonly standaard: PlateElement;
  /** The relation that says so. */
  readonly by: PlateRelation;
  /** `Verplicht`, `Aanbevolen`, or what else the model says; '' when it says nothing. */
  readonly strength: string;
  /** The component that it is said of, and how that is kin, when it is not said of this one. */
  readonly inherited?: { readonly of: PlateElement; readonly by: PlateRelation };
}

export interface Supports {
  /** By identifier of the standaard; what is said of the component itself goes first. */
  of(component: string): ReadonlyMap<string, Support>;
  /** Versions of a standaard. */
  versionsOf(standaard: string): readonly PlateElement[];
}

/** What a version says when nobody should use it any more. */
const WITHDRAWN = 'Teruggetrokken';

export function supportsIn({ elements, relations }: Ketenplaat): Supports {
  const own = new Map<string, Map<string, Support>>();
  const kin = new Map<string, { readonly other: string; readonly by: PlateRelation }[]>();
  const versions = new Map<string, PlateElement[]>();
  const standaardOf = new Map<string, string>();
  for (const by of relations.filter(({ type }) => type === 'Specialization')) {
    const [child, parent] = [elements.get(by.source), elements.get(by.target)];
    if (child && parent && isVersion(child) && isStandaard(parent)) {
      listOf(versions, parent.id).push(child);
      standaardOf.set(child.id, parent.id);
    } else {
      listOf(kin, by.source).push({ other: by.target, by });
      listOf(kin, by.target).push({ other: by.source, by });
    }
  }
  for (const by of relations.filter(({ type }) => type === 'Realization')) {
    const standaard = elements.get(standaardOf.get(by.target) ?? by.target);
    if (!standaard || !isStandaard(standaard) || isWithdrawn(versions.get(standaard.id) ?? [])) continue;
    const known = own.get(by.source) ?? new Map<string, Support>();
    own.set(by.source, known);
    if (!known.has(standaard.id))
      known.set(standaard.id, { standaard, by, strength: by.properties.get(PROPERTY.strength) ?? '' });
  }
  return {
    versionsOf: (standaard) => versions.get(standaard) ?? [],
    of(component) {
      const found = new Map(own.get(component) ?? []);
      for (const { other, by } of kin.get(component) ?? []) {
        const of = elements.get(other);
        for (const [id, support] of own.get(other) ?? [])
          if (of && !found.has(id)) found.set(id, { ...support, inherited: { of, by } });
      }
      return found;
    },
  };
}

export function isInUse(version: PlateElement): boolean {
  return version.properties.get(PROPERTY.status) !== WITHDRAWN;
}

function isWithdrawn(versions: readonly PlateElement[]): boolean {
  return versions.length > 0 && !versions.some(isInUse);
}

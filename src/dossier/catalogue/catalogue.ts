/**
 * What a software catalogue says, as far as it can be laid beside reports. Words of the catalogue's own model (G3).
 *
 * Two identifiers of a version of a standard are kept apart: that of the element in the architecture model, and its property
 * "Object ID". Neither follows from the other.
 */
export interface Catalogus {
  readonly organisaties: readonly Organisatie[];
  readonly modules: readonly Module[];
  readonly versies: readonly ModuleVersie[];
  readonly compliancy: readonly Compliancy[];
  readonly koppelingen: readonly CatalogusKoppeling[];
  readonly gebruiken: readonly Gebruik[];
  readonly elementen: readonly Element[];
  /** Names of parts of the export that say nothing here. */
  readonly overgeslagen: readonly string[];
}

/** An id of an object, or of what it refers to, as the catalogue has it. */
export type Verwijzing = string;

export interface Organisatie {
  readonly ids: readonly Verwijzing[];
  readonly naam: string;
}

export interface Module {
  readonly ids: readonly Verwijzing[];
  readonly naam: string;
  readonly aanbieder?: Verwijzing;
}

export interface ModuleVersie {
  readonly ids: readonly Verwijzing[];
  readonly module: Verwijzing;
  /** As people say it. */
  readonly versie: string;
  /** Every way in which the catalogue writes it; a report has one of them. */
  readonly namen: readonly string[];
  readonly status?: string;
  /** ISO 8601 dates. */
  readonly inGebruik?: string;
  readonly eindeOndersteuning?: string;
  readonly teruggetrokken?: string;
}

/** A tick: that a module complies. It names no version of the module, no date and no result. */
export interface Compliancy {
  readonly id: Verwijzing;
  readonly module: Verwijzing;
  /** Element of the architecture model. */
  readonly standaardversie?: Verwijzing;
  /** Property "Object ID" of that element. */
  readonly standaardGemma?: string;
  readonly url?: string;
  /** Whether somebody uploaded a proof. */
  readonly heeftBestand: boolean;
}

export interface CatalogusKoppeling {
  readonly ids: readonly Verwijzing[];
  readonly naam: string;
  readonly moduleA: Verwijzing;
  /** Absent when the other end is no module. */
  readonly moduleB?: Verwijzing;
  readonly richting?: 'AnaarB' | 'BnaarA' | 'bi-directioneel';
  readonly standaardversies: readonly Verwijzing[];
  readonly intermediair?: Verwijzing;
  readonly status?: string;
}

export interface Gebruik {
  readonly ids: readonly Verwijzing[];
  readonly afnemer: Verwijzing;
  readonly module?: Verwijzing;
  readonly moduleVersie?: Verwijzing;
  readonly status?: string;
  readonly koppelingen: readonly Verwijzing[];
}

export interface Element {
  /** Of the element, never its "Object ID". */
  readonly ids: readonly Verwijzing[];
  readonly naam: string;
  readonly objectId?: string;
}

export function byId<T extends { readonly ids: readonly Verwijzing[] }>(
  all: readonly T[],
  id: Verwijzing | undefined,
): T | undefined {
  return id === undefined ? undefined : all.find(({ ids }) => ids.includes(id));
}

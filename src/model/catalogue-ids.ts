/**
 * What a catalogue calls a version of a standard, and which component of the architecture plays which role in it. None of these
 * ids follows from another one: each is written down where it was read.
 */
export interface CatalogueIds {
  /** As reports have them. */
  readonly standaard: { readonly naam: string; readonly versie: string };
  /** "Object ID" of the standaard, and of this version of it. */
  readonly gemmaId: { readonly standaard: string; readonly versie: string };
  /** Of the element that this version is in the exchange file of the architecture; absent when nobody wrote it down. */
  readonly elementId?: string;
  /** Name of a role, as reports have it → the component that plays it. */
  readonly componenten: Readonly<Record<string, string>>;
}

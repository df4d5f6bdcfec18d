/** One change of a dossier: who did what, when, and which change it followed. They are never taken back; a new one follows. */
import type {
  Besluit,
  Derde,
  Eis,
  Gebrek,
  Hergebruik,
  KeptReport,
  KetenNotitie,
  Opmerking,
  Ronde,
  TestverslagRef,
  Uitslag,
} from './state.js';

export interface Wijziging {
  /** From 1. */
  readonly nr: number;
  /** SHA-256 of the change before, as it is written; absent in the first. */
  readonly vorige?: string;
  readonly wie: string;
  /** ISO 8601, UTC. */
  readonly op: string;
  readonly wat: Wat;
  /** Files that are in the folder since the change before: signatures, which so cannot be taken away unseen. */
  readonly erbij?: readonly { readonly bestand: string; readonly digest: string }[];
}

/** Values of fields, by name; see fields.ts. */
export type Velden = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export type Wat =
  | { readonly soort: 'begonnen'; readonly velden: Velden }
  | { readonly soort: 'gezet'; readonly velden: Velden }
  | { readonly soort: 'eisen'; readonly eisen: readonly Eis[] }
  | { readonly soort: 'rapport'; readonly rapport: KeptReport }
  | { readonly soort: 'hergebruik'; readonly hergebruik: Hergebruik }
  | { readonly soort: 'keten'; readonly notitie: KetenNotitie }
  | { readonly soort: 'derde'; readonly derde: Derde }
  | { readonly soort: 'ronde'; readonly ronde: Omit<Ronde, 'uitslagen'> }
  | { readonly soort: 'uitslagen'; readonly ronde: number; readonly uitslagen: readonly Uitslag[] }
  /** New ones, or known ones with what they are now. */
  | { readonly soort: 'gebreken'; readonly gebreken: readonly Gebrek[] }
  | { readonly soort: 'opmerking'; readonly opmerking: Opmerking }
  | { readonly soort: 'testverslag'; readonly testverslag: TestverslagRef }
  /** A signature that was made elsewhere came in. */
  | { readonly soort: 'ondertekening'; readonly bestand: string }
  | { readonly soort: 'besluit'; readonly besluit: Besluit };

export const CHANGE_KINDS = [
  'begonnen',
  'gezet',
  'eisen',
  'rapport',
  'hergebruik',
  'keten',
  'derde',
  'ronde',
  'uitslagen',
  'gebreken',
  'opmerking',
  'testverslag',
  'ondertekening',
  'besluit',
] as const satisfies readonly Wat['soort'][];

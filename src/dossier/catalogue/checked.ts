/** What a check of a catalogue is given, and what it gives. */
import type { Indications } from '../indication/indication.js';
import type { TeltNiet } from '../interop/evidence.js';
import type { Kennis } from '../interop/together.js';
import type { KoppelingAntwoord } from '../interop/upgrade.js';
import type { Catalogus } from './catalogue.js';
import type { Bevinding } from './finding.js';
import type { BekendeStandaard } from './which-standard.js';

export interface TeToetsen {
  readonly catalogus: Catalogus;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly indicaties: Indications;
  readonly kennis: Kennis;
  readonly standaarden: readonly BekendeStandaard[];
  readonly gezien: readonly GezieneLink[];
}

/** What stood at an address, as somebody who looked says. */
export interface GezieneLink {
  readonly url: string;
  /** SHA-256 of what stood there; absent when nothing did. */
  readonly sha256?: string;
  /** When a signed statement says that it was, or was not, the report of this digest. */
  readonly rapport?: { readonly digest: string; readonly gelijk: boolean };
  /** Who says so: a file, or the name of a statement. */
  readonly bron: string;
}

export interface CatalogusToets {
  readonly peildatum: string;
  readonly vertrouwen: Indications['vertrouwen'];
  /** What does not hold first. */
  readonly bevindingen: readonly Bevinding[];
  readonly gemeenten: readonly GemeenteToets[];
  readonly teltNiet: readonly TeltNiet[];
  readonly overgeslagen: readonly string[];
}

export interface GemeenteToets {
  readonly gemeente: string;
  /** As it is now. */
  readonly koppelingen: readonly KoppelingAntwoord[];
  /** For each version that comes: what it touches, and what has to be tested before. */
  readonly straks: readonly {
    readonly product: string;
    readonly van: string;
    readonly naar: string;
    /** When it comes into use, as far as the catalogue says; ISO 8601 date. */
    readonly op?: string;
    readonly koppelingen: readonly KoppelingAntwoord[];
  }[];
  /** What nobody can answer: a koppeling without a standard, a use without a version. */
  readonly onbeslist: readonly { readonly wat: string; readonly tekst: { readonly nl: string; readonly en: string } }[];
}

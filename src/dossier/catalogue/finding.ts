/** What is found when a catalogue is laid beside reports. */
import type { Tekst } from '../../model/finding.js';
import type { Bewijs } from '../interop/cell.js';

/** `fout`: what the catalogue says does not hold. `open`: nobody can tell. `let_op`: something to know. */
export type Ernst = 'fout' | 'open' | 'let_op';

export interface Bevinding {
  /** Stable, in capitals; never given to something else. */
  readonly code: CatalogusCode;
  readonly ernst: Ernst;
  readonly module?: string;
  readonly versie?: string;
  /** `<name> <version>`, or what the catalogue calls it when nobody knows which it is. */
  readonly standaard?: string;
  readonly url?: string;
  readonly tekst: Tekst;
  readonly bewijs: readonly Bewijs[];
}

export const ERNST = {
  VINKJE_ZONDER_BEWIJS: 'fout',
  VINKJE_ANDERE_VERSIE: 'fout',
  VINKJE_SPREEKT_TEGEN: 'fout',
  VINKJE_NIET_OFFICIEEL: 'let_op',
  VERLOPEN_DOOR_VERSIE: 'fout',
  GAAT_VERLOPEN: 'let_op',
  VERSIE_ONBEKEND: 'open',
  STANDAARD_ONBEKEND: 'open',
  STANDAARD_TEGENSTRIJDIG: 'open',
  MODULE_ONBEKEND: 'open',
  PRODUCT_NIET_IN_CATALOGUS: 'let_op',
  LEVERANCIER_ANDERS: 'open',
  LINK_ONTBREEKT: 'open',
  LINK_NIET_GECONTROLEERD: 'open',
  LINK_DOOD: 'fout',
  LINK_ANDERS: 'fout',
  LINK_OUDE_VERSIE: 'fout',
  BESTAND_NIET_TE_TOETSEN: 'let_op',
} as const satisfies Readonly<Record<string, Ernst>>;

export type CatalogusCode = keyof typeof ERNST;

export function bevinding(
  code: CatalogusCode,
  nl: string,
  en: string,
  more: Omit<Partial<Bevinding>, 'code' | 'tekst'> = {},
): Bevinding {
  return { code, ernst: ERNST[code], tekst: { nl, en }, bewijs: [], ...more };
}

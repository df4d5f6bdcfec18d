/** What computing a package again came to. */
import type { Totaal } from '../../model/report.js';
import type { Difference } from './differences.js';
import type { MaskedCheck } from './without-masked.js';

export interface RecheckOptions {
  /** A suite or a standard of this version of ketentest, to judge by instead of the package's own. */
  readonly against?: string;
}

export interface Rechecked {
  readonly map: string;
  /** Whether everything came out as the report says; with `against`: whether no verdict is another. */
  readonly klopt: boolean;
  /** Whether `rapport.json` came out byte for byte. */
  readonly byteGelijk: boolean;
  /** `prive/` with what went over the wire, or the public copies. */
  readonly bron: 'prive' | 'openbaar';
  readonly uitwisselingen: number;
  readonly totaal: { readonly vastgelegd: Totaal; readonly herberekend: Totaal };
  readonly verschillen: readonly Difference[];
  /** Checks that rest on what is not public; from the originals there are none. */
  readonly nietBeslist: readonly MaskedCheck[];
  /** What could not be done as the run did it, and why. */
  readonly opmerkingen: readonly Remark[];
}

export type Remark =
  /** Messages whose bytes are not those that were recorded; judged as they are now. */
  | { readonly soort: 'andere-bytes'; readonly berichten: readonly string[] }
  /** The official schemas of this digest are not here; the built-in ones decided. */
  | { readonly soort: 'schemabasis-ontbreekt'; readonly digest: string }
  /** The report was made by another version. */
  | { readonly soort: 'andere-versie'; readonly versie: string }
  /** The run was stopped: what it was doing at that moment is not computed again. */
  | { readonly soort: 'afgebroken' };

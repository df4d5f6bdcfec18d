/** What a sealed report shows a product to ask, or to answer: facts that somebody read from its recorded messages. */
import type { Tekst } from '../../model/finding.js';
import type { SealedFacts } from '../sealed-report.js';

/** A sealed report that holds, with what was said to its product and by it. */
export interface Getuigenis {
  /** As the package was given. */
  readonly naam: string;
  readonly feiten: SealedFacts;
  readonly gesprekken: readonly Gesprek[];
}

/** One exchange of a step with the product. */
export interface Gesprek {
  /** Id of the exchange. */
  readonly id: string;
  /** `<scenario>/<nr>` of the first step that it proves. */
  readonly stap: string;
  /** Whether the product asked or answered. */
  readonly kant: 'vraagt' | 'antwoordt';
  readonly dienst: string;
  /** Of the product's part in it: `voldoet_niet` is its own fault. */
  readonly verdict: 'voldoet' | 'voldoet_niet' | 'niet_beslist';
  /** The first fault of the product. */
  readonly fout?: { readonly regel: string; readonly melding: Tekst };
  /** Elements and attributes below the message element, by local names; absent for a message that nobody may read. */
  readonly vraag?: readonly string[];
  readonly antwoord: Antwoord;
}

export interface Antwoord {
  /** `bevestigd`: one that the service describes or tolerates. `fout`: it said that it went wrong. `geen`: nothing readable came. */
  readonly soort: 'bevestigd' | 'fout' | 'anders' | 'geen';
  /** Name of the message element. */
  readonly berichttype?: string;
  /** That the fault itself names. */
  readonly foutcode?: string;
  readonly paden?: readonly string[];
}

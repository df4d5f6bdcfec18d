/**
 * The report: what `rapport.json` holds. Dutch field names, because the official report uses them.
 * Names are fixed; see docs/contract.md and docs/rapport.schema.json.
 */
import type { KnownDeviation } from './deviation.js';
import type { Bron, Ernst, Oorzaak, Tekst, Verdict } from './finding.js';
import type { HumanAnswer } from './human-check.js';
import type { Keten } from './report-chain.js';
import type { RuleCoverage, SelftestScore } from './report-coverage.js';
import type { Waarneming } from './watched.js';

export type Totaal = 'foutloos' | 'met_fouten' | 'niet_vastgesteld';

export interface Report {
  readonly $schema: string;
  readonly rapport: { readonly nummer: string; readonly taal: 'nl' | 'en' };
  readonly standaard: { readonly naam: string; readonly versie: string; readonly rol: string };
  readonly product: { readonly pakketnaam: string; readonly versie: string; readonly eigenReferentie: boolean };
  readonly leverancier: { readonly naam: string };
  readonly testset: {
    readonly id: string;
    readonly versie: string;
    readonly digest: string;
    readonly bron: 'officieel' | 'eigen';
    readonly berichten: 'officieel' | 'eigen';
    readonly omvang: 'volledig' | 'deels';
    /** How many known misbehaviours the test set notices, when it is run as a whole. */
    readonly zelftoets?: SelftestScore;
  };
  readonly harnas: { readonly naam: string; readonly versie: string };
  readonly schemabasis: { readonly soort: 'officieel' | 'ingebouwd'; readonly naam: string; readonly digest: string };
  readonly resultaat: { readonly totaal: Totaal; readonly tellingen: Tellingen };
  readonly scenarios: readonly ReportScenario[];
  readonly uitvoering: {
    readonly gestartOp: string;
    readonly beeindigdOp: string;
    readonly poging: number;
    readonly profiel: 'strict' | 'praktijk';
    readonly modus: 'voorwaardelijk' | 'onvoorwaardelijk';
    readonly seed: number;
    readonly kenmerk: string;
    readonly einde: 'done' | 'stopped-at-step' | 'cancelled';
    readonly overschrijvingen: readonly { readonly naam: string; readonly waarde: string; readonly standaard?: string }[];
  };
  readonly omgeving: { readonly type: 'ontwikkel' | 'test' | 'acceptatie' };
  readonly uitvoerder: { readonly organisatie: string };
  readonly achtergelaten: readonly Achtergelaten[];
  /** Messages of the product that no step waited for; absent when there were none. */
  readonly onverwacht?: readonly Onverwacht[];
  /** Faults that were known beforehand; absent when nobody named any. */
  readonly afwijkingen?: readonly Afwijking[];
  /** Who took part, when several systems were tested together; absent otherwise. */
  readonly keten?: Keten;
  /** What passed, when real traffic was watched without a scenario; absent otherwise. */
  readonly waarneming?: Waarneming;
  /** Of the semantic rules; absent where the standard has none. */
  readonly regeldekking?: RuleCoverage;
  /** Documents that `bron` in rules refers to. */
  readonly bronnen: Readonly<Record<string, { readonly titel: string; readonly versie?: string; readonly datum?: string }>>;
}

export type VerdictCount = Readonly<Partial<Record<Verdict, number>>>;

export interface Tellingen {
  readonly scenarios: VerdictCount;
  readonly stappen: VerdictCount;
  readonly regels: VerdictCount;
  /** Questions to persons; not in `regels`. Absent when the scenarios ask nothing. */
  readonly bevestigingen?: Readonly<Partial<Record<Bevestiging['stand'], number>>>;
  /** Number of messages that no step waited for; absent when there were none. */
  readonly onverwacht?: number;
}

export interface ReportScenario {
  readonly id: string;
  readonly titel: string;
  readonly verplicht: boolean;
  readonly verdict: Verdict;
  /** Why it was not run: left out by `--without`, not selected by `--only`, or the run stopped before it. */
  readonly overgeslagen?: 'without' | 'only' | 'stopped';
  readonly stappen: readonly ReportStep[];
}

export interface ReportStep {
  readonly nr: number;
  readonly variant?: string;
  readonly richting: 'naar_product' | 'van_product';
  readonly berichttype: string;
  readonly dienst: string;
  /** Id of the koppeling over which it went, in a chain. */
  readonly koppeling?: string;
  /** In a chain: no message of anybody, but what the system at the end of the koppeling showed when it was asked. */
  readonly eindtoestand?: true;
  readonly verdict: Verdict;
  readonly oorzaak?: Oorzaak;
  /** `<scenario>/<nr>` */
  readonly gevolgVan?: string;
  /** Ids of exchanges in `bewijs/manifest.json`. */
  readonly bewijs: readonly string[];
  readonly regels: readonly ReportRule[];
  readonly handmatigeBevestiging?: Bevestiging;
  readonly src?: string;
  readonly anomaly?: string;
}

/** A question to a person, as it was shown, and what became of it. */
export interface Bevestiging {
  /** `niet_gevraagd`: the step was not taken, or not well already. */
  readonly stand: 'ja' | 'nee' | 'geen_antwoord' | 'niet_gevraagd';
  readonly vraag: Tekst;
  /** What the person was told to look at. */
  readonly kijkNaar: Tekst;
  readonly gevraagdOp?: string;
  readonly beantwoordOp?: string;
  readonly door?: string;
  readonly notitie?: string;
  readonly hoe?: HumanAnswer['how'];
}

export interface ReportRule {
  readonly id: string;
  readonly verdict: Verdict;
  readonly oorzaak?: Oorzaak;
  readonly ernst: Ernst;
  /** A required check that is `niet_beslist` makes its step `niet_beslist`. */
  readonly verplicht: boolean;
  readonly melding: Tekst;
  readonly verwacht?: string;
  readonly gevonden?: string;
  readonly pad?: string;
  readonly regelnummer?: number;
  readonly bron?: Bron;
  readonly advies?: Tekst;
  /** Ids of the rules that were checked here and held; only in a line that sums them up. */
  readonly gehouden?: readonly string[];
  /** `<exchange id>/vraag` or `<exchange id>/antwoord` */
  readonly bericht?: string;
  /** Which of `afwijkingen` explains this fault, counted from 1. */
  readonly afwijking?: number;
  /** In a chain: the hop where it was seen, and the actor whose doing it is. */
  readonly hop?: string;
  readonly partij?: string;
  /** In a chain: it follows from what was found on an earlier hop, and does not count again. */
  readonly gevolg?: true;
  /** In a chain: elements that were written anew as they may be; empty when it is only written otherwise. */
  readonly omgezet?: readonly string[];
}

/** A known deviation, and what it was worth in this run. */
export interface Afwijking extends KnownDeviation {
  /**
   * `verklaart`: a fault was found that it explains. `achterhaald`: what it speaks about holds. `verlopen`: its last day is
   * over, and it explains nothing. `niet_vastgesteld`: what it speaks about was not decided.
   */
  readonly stand: 'verklaart' | 'achterhaald' | 'verlopen' | 'niet_vastgesteld';
  /** The faults that it explains, as `<scenario>/<nr> <id of the check>`. */
  readonly verklaart: readonly string[];
}

/** Something the run made in the product and did not take away. */
export interface Achtergelaten {
  readonly soort: string;
  readonly identificatie: string;
  readonly stap: string;
}

/** A message of the product that no step waited for. */
export interface Onverwacht {
  /** Id of its exchange. */
  readonly bewijs: string;
  readonly ontvangenOp: string;
  readonly dienst?: string;
  /** Path of the step that it is nearest to. */
  readonly lijktOp?: string;
  /** The first thing in which it differs from what that step waits for. */
  readonly verschil?: { readonly wat: string; readonly verwacht: string; readonly gevonden: string };
  /** Paths of the steps that it fits equally well. */
  readonly pastBij?: readonly string[];
}

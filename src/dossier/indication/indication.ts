/**
 * What sealed reports and signed statements amount to for a catalogue, at a date: for one version of a product, in one role of one
 * version of a standard. Computed from evidence, never typed in by anybody.
 *
 * @see docs/indication.md
 */
import type { Tekst } from '../../model/finding.js';
import type { Totaal } from '../../model/report.js';
import type { Assurance } from '../../report/seal/assurance.js';

/** Words of the catalogue model. */
export const INDICATIES = [
  'geen',
  'zelfverklaard',
  'getest_met_fouten',
  'getest_foutloos',
  'gepubliceerd_foutloos',
  'compliant',
  'verlopen',
  'ingetrokken',
  'betwist',
] as const;
export type Indicatie = (typeof INDICATIES)[number];

/** What it is about. A version of a product holds for itself only, and a product of another supplier is another product. */
export interface Tupel {
  readonly product: { readonly pakketnaam: string; readonly versie: string };
  readonly leverancier: { readonly naam: string };
  readonly standaard: { readonly naam: string; readonly versie: string };
  readonly rol: string;
}

/** Something that was decided, with what it rests on. */
export interface Reden {
  /** Stable, in capitals; never given to something else. */
  readonly code: string;
  readonly tekst: Tekst;
  /** Digest of the report that it is about. */
  readonly rapport?: string;
  /** SHA-256 of the file of the signed statement that says so. */
  readonly verklaring?: string;
  /** Which of the five conditions it is about. */
  readonly voorwaarde?: VoorwaardeNummer;
}

export type VoorwaardeNummer = 1 | 2 | 3 | 4 | 5;

/** One of the five conditions that the owner of a standard sets; `onbekend` counts as `N`. */
export interface Voorwaarde {
  readonly nummer: VoorwaardeNummer;
  readonly wat: Tekst;
  readonly voldaan: 'J' | 'N' | 'onbekend';
  /** Never empty. */
  readonly waarom: readonly Reden[];
}

/** A report that is about this, whether it counts or not. */
export interface GezienRapport {
  /** SHA-256 of its `rapport.json`: its name, also in addresses. */
  readonly digest: string;
  /** As it was given: the name of its folder. */
  readonly naam: string;
  readonly nummer: string;
  readonly resultaat: Totaal;
  /** When the run ended, as who ran it says. ISO 8601. */
  readonly datum: string;
  readonly zekerheid: Assurance['niveau'];
  readonly omvang: 'volledig' | 'deels';
  readonly testset: { readonly id: string; readonly versie: string; readonly digest: string };
  /** Whether it decides anything here. */
  readonly telt: boolean;
  /** Why it does not count; empty when it does. */
  readonly waaromNiet: readonly Reden[];
}

export interface Indication extends Tupel {
  readonly indicatie: Indicatie;
  /** Of the report on which it rests; `A0` when it rests on none. */
  readonly zekerheid: Assurance['niveau'];
  /** Of the report on which it rests. */
  readonly omvang?: 'volledig' | 'deels';
  /** Services that were tested, when not the whole test set was: it holds for those only. */
  readonly alleenVoor?: readonly string[];
  /** Digest of the report on which it rests, `rapporten[].digest`; absent when it rests on none. */
  readonly rapport?: string;
  /** When that run ended, as who ran it says. ISO 8601. */
  readonly datum?: string;
  /** How it came to this, most important first; never empty. */
  readonly waarom: readonly Reden[];
  /** What would change it; empty only at the top. */
  readonly watNodig: readonly Reden[];
  /** The five, in order. */
  readonly voorwaarden: readonly Voorwaarde[];
  /** What somebody has to look at, whatever the state is. */
  readonly alarmen: readonly Reden[];
  /** True of this, and no alarm. */
  readonly opmerkingen: readonly Reden[];
  /** Every report about this that holds, newest first. */
  readonly rapporten: readonly GezienRapport[];
  /** How often it was tried, as far as shown: reports, the highest number that a report itself tells, and runs on a ticket. */
  readonly pogingen: { readonly rapporten: number; readonly hoogste: number; readonly metTicket: number };
  /** For what it holds, and for nothing else. */
  readonly geldigVoor: Tekst;
}

/** A product in one standard: the lowest of its roles. */
export interface ProductIndication extends Omit<Tupel, 'rol'> {
  readonly indicatie: Indicatie;
  readonly zekerheid: Assurance['niveau'];
  /** Every role that somebody tested, declared or ticked, by name. */
  readonly rollen: readonly { readonly rol: string; readonly indicatie: Indicatie }[];
}

/** A package or a statement that counts for nothing. */
export interface TeltNiet {
  readonly soort: 'pakket' | 'verklaring';
  readonly naam: string;
  /** Never empty. */
  readonly waarom: readonly (Reden & { readonly bestand?: string })[];
}

/** Of everything that was given. */
export interface Indications {
  /** Only evidence up to then was looked at. ISO 8601 in UTC. */
  readonly peildatum: string;
  /** Whether anybody said whose seals count; without it nothing goes beyond `getest_foutloos`, at A0. */
  readonly vertrouwen: 'genoemd' | 'niemand';
  /** By product, version, standard and role. */
  readonly indicaties: readonly Indication[];
  readonly producten: readonly ProductIndication[];
  readonly teltNiet: readonly TeltNiet[];
}

/** What holds least first, so that of several roles the worst news is told: what is known to be wrong, then what is not known. */
const LOWEST_FIRST: readonly Indicatie[] = [
  'ingetrokken',
  'betwist',
  'getest_met_fouten',
  'verlopen',
  'geen',
  'zelfverklaard',
  'getest_foutloos',
  'gepubliceerd_foutloos',
  'compliant',
];

/** @param of - not empty */
export function lowest(of: readonly Indicatie[]): Indicatie {
  return LOWEST_FIRST.find((each) => of.includes(each)) ?? 'geen';
}

/** Whether somebody who relies on it has to stop and look. */
export function holdsNot(indicatie: Indicatie): boolean {
  return LOWEST_FIRST.indexOf(indicatie) <= LOWEST_FIRST.indexOf('verlopen');
}

/**
 * The acceptance dossier: what a gemeente and a supplier lay down on the way to acceptance, with the evidence for it.
 * Here the words it may use, as the reports and the contract use them, and what they say in both languages.
 */
import type { Tekst } from '../../model/finding.js';

/** What somebody decided. */
export const DECISIONS = [
  'geaccepteerd',
  'voorwaardelijk_geaccepteerd',
  'niet_geaccepteerd',
  'geacht_geaccepteerd',
  'ontbonden',
] as const;
export type Uitkomst = (typeof DECISIONS)[number];

export const FINDING_STATES = [
  'open',
  'hersteld_gemeld',
  'hertest_geslaagd',
  'hertest_gefaald',
  'buiten_planning_afgesproken',
  'geen_gebrek',
] as const;
export type GebrekStatus = (typeof FINDING_STATES)[number];

export const ATTRIBUTIONS = ['leverancier', 'derde', 'opdrachtgever', 'onbekend'] as const;
export type ToerekenbaarAan = (typeof ATTRIBUTIONS)[number];

/** Who signs and who remarks. */
export const SIDES = ['opdrachtgever', 'leverancier'] as const;
export type Zijde = (typeof SIDES)[number];

/** Editions of the contract terms: the first two are numbered alike. */
export const EDITIONS = ['2016', '2020', '2023'] as const;
export type GibitEditie = (typeof EDITIONS)[number];

/** Of the persons in the data with which was tested. */
export const DATA_KINDS = ['fictief', 'gepseudonimiseerd', 'echt', 'onbekend'] as const;
export type Gegevens = (typeof DATA_KINDS)[number];

/** What became of a requirement. */
export const RESULTS = ['voldoet', 'voldoet_niet', 'niet_beslist', 'niet_van_toepassing', 'niet_uitgevoerd'] as const;

export const DECISION_WORDS: Readonly<Record<Uitkomst, Tekst>> = {
  geaccepteerd: { nl: 'geaccepteerd', en: 'accepted' },
  voorwaardelijk_geaccepteerd: { nl: 'voorwaardelijk geaccepteerd', en: 'accepted conditionally' },
  niet_geaccepteerd: { nl: 'niet geaccepteerd', en: 'not accepted' },
  geacht_geaccepteerd: { nl: 'geacht geaccepteerd', en: 'deemed accepted' },
  ontbonden: { nl: 'ontbonden', en: 'dissolved' },
};

export const FINDING_WORDS: Readonly<Record<GebrekStatus, Tekst>> = {
  open: { nl: 'open', en: 'open' },
  hersteld_gemeld: { nl: 'hersteld gemeld', en: 'reported as mended' },
  hertest_geslaagd: { nl: 'hertest geslaagd', en: 're-test passed' },
  hertest_gefaald: { nl: 'hertest gefaald', en: 're-test failed' },
  buiten_planning_afgesproken: { nl: 'herstel later, afgesproken', en: 'repair later, as agreed' },
  geen_gebrek: { nl: 'geen gebrek', en: 'no gebrek' },
};

export const ATTRIBUTION_WORDS: Readonly<Record<ToerekenbaarAan, Tekst>> = {
  leverancier: { nl: 'leverancier', en: 'supplier' },
  derde: { nl: 'derde', en: 'third party' },
  opdrachtgever: { nl: 'opdrachtgever', en: 'client' },
  onbekend: { nl: 'nog niet vastgesteld', en: 'not yet established' },
};

export const SIDE_WORDS: Readonly<Record<Zijde, Tekst>> = {
  opdrachtgever: { nl: 'opdrachtgever', en: 'client' },
  leverancier: { nl: 'leverancier', en: 'supplier' },
};

export const DATA_WORDS: Readonly<Record<Gegevens, Tekst>> = {
  fictief: { nl: 'verzonnen personen', en: 'invented persons' },
  gepseudonimiseerd: { nl: 'gepseudonimiseerde gegevens van echte personen', en: 'pseudonymised data of real persons' },
  echt: { nl: 'gegevens van echte personen', en: 'data of real persons' },
  onbekend: { nl: 'niet vastgesteld', en: 'not established' },
};

/**
 * The words of a report in both languages: verdicts, causes, severities, totals.
 * Nothing here says "compliant": one run of ours cannot establish that.
 */
import type { Ernst, Oorzaak, Tekst, Verdict } from '../model/finding.js';
import type { Report, Totaal } from '../model/report.js';

export type Taal = 'nl' | 'en';

export const VERDICT_WORDS: Readonly<Record<Verdict, Tekst>> = {
  voldoet: { nl: 'voldoet', en: 'holds' },
  voldoet_niet: { nl: 'voldoet niet', en: 'does not hold' },
  niet_beslist: { nl: 'niet beslist', en: 'undecided' },
  niet_van_toepassing: { nl: 'niet van toepassing', en: 'not applicable' },
  niet_uitgevoerd: { nl: 'niet uitgevoerd', en: 'not executed' },
};

/** Of more than one. */
export const VERDICT_PLURALS: Readonly<Record<Verdict, Tekst>> = {
  ...VERDICT_WORDS,
  voldoet: { nl: 'voldoen', en: 'hold' },
  voldoet_niet: { nl: 'voldoen niet', en: 'do not hold' },
};

/** Worst first: the order in which a reader wants them. */
export const VERDICTS_FOR_READERS: readonly Verdict[] = [
  'voldoet_niet',
  'niet_beslist',
  'niet_uitgevoerd',
  'voldoet',
  'niet_van_toepassing',
];

/** A sign beside the colour, since colour alone tells nothing to who cannot see it. */
export const VERDICT_SIGNS: Readonly<Record<Verdict, string>> = {
  voldoet: '✓',
  voldoet_niet: '✕',
  niet_beslist: '?',
  niet_van_toepassing: '–',
  niet_uitgevoerd: '○',
};

export const CAUSE_WORDS: Readonly<Record<Oorzaak, Tekst>> = {
  product: { nl: 'product', en: 'product' },
  configuratie: { nl: 'configuratie', en: 'configuration' },
  transport: { nl: 'transport', en: 'transport' },
  harnas: { nl: 'testharnas', en: 'test harness' },
};

export const ERNST_WORDS: Readonly<Record<Ernst, Tekst>> = {
  fout: { nl: 'fout', en: 'fault' },
  waarschuwing: { nl: 'waarschuwing', en: 'warning' },
  aandachtspunt: { nl: 'aandachtspunt', en: 'point of attention' },
};

export const TOTAL_WORDS: Readonly<Record<Totaal, Tekst>> = {
  foutloos: { nl: 'Foutloos', en: 'Without faults' },
  met_fouten: { nl: 'Met fouten', en: 'With faults' },
  niet_vastgesteld: { nl: 'Niet vastgesteld', en: 'Not established' },
};

/** What a total means, in one sentence. */
export const TOTAL_MEANINGS: Readonly<Record<Totaal, Tekst>> = {
  foutloos: {
    nl: 'Elke verplichte stap is uitgevoerd, elke verplichte controle is beslist en geen ervan wees een fout aan.',
    en: 'Every mandatory step was executed, every required check was decided, and none of them found a fault.',
  },
  met_fouten: {
    nl: 'Ten minste één controle wees een fout aan die het product veroorzaakte.',
    en: 'At least one check found a fault that the product caused.',
  },
  niet_vastgesteld: {
    nl: 'Er is te weinig uitgevoerd of beslist om een uitkomst te kunnen geven. Dit telt niet voor en niet tegen het product.',
    en: 'Too little was executed or decided to give a result. This counts neither for nor against the product.',
  },
};

export const SKIP_WORDS: Readonly<Record<'without' | 'only' | 'stopped', Tekst>> = {
  without: { nl: 'uitgezet met --without', en: 'switched off by --without' },
  only: { nl: 'niet gekozen met --only', en: 'not selected by --only' },
  stopped: { nl: 'de run stopte hiervoor', en: 'the run stopped before this' },
};

export const END_WORDS: Readonly<Record<Report['uitvoering']['einde'], Tekst>> = {
  done: { nl: 'tot het einde uitgevoerd', en: 'ran to the end' },
  'stopped-at-step': { nl: 'gestopt bij de eerste stap die niet voldeed', en: 'stopped at the first step that did not hold' },
  cancelled: { nl: 'afgebroken', en: 'cut off' },
};

export const OTHER_WORDS = {
  officieel: { nl: 'officieel', en: 'official' },
  eigen: { nl: 'eigen', en: 'our own' },
  ingebouwd: { nl: 'ingebouwd', en: 'built-in' },
  volledig: { nl: 'volledig', en: 'complete' },
  deels: { nl: 'deels', en: 'in part' },
  ontwikkel: { nl: 'ontwikkelomgeving', en: 'development environment' },
  test: { nl: 'testomgeving', en: 'test environment' },
  acceptatie: { nl: 'acceptatieomgeving', en: 'acceptance environment' },
  strict: { nl: 'strikt', en: 'strict' },
  praktijk: { nl: 'praktijk', en: 'in practice' },
  voorwaardelijk: { nl: 'voorwaardelijk', en: 'conditional' },
  onvoorwaardelijk: { nl: 'onvoorwaardelijk', en: 'unconditional' },
  vraag: { nl: 'verzoek', en: 'request' },
  antwoord: { nl: 'antwoord', en: 'reply' },
} as const satisfies Readonly<Record<string, Tekst>>;

/** What cross-play found, in words. */
import type { Tekst } from '../../model/finding.js';
import type { Bewijs, Grond } from './cell.js';
import type { Antwoord, Gesprek } from './usage.js';

/** What is said of a service that goes well. */
export const COVERED = 'DIENST_GEDEKT';

export const TEXTS = {
  nothingAsked: () =>
    ground('VRAGER_ZONDER_BEWIJS', {
      nl: 'van wie vraagt is er geen rapport, in deze versie van product en standaard, dat toont wat het vraagt',
      en: 'of who asks there is no report, on this version of product and standard, that shows what it asks',
    }),
  nothingAnswered: () =>
    ground('AANBIEDER_ZONDER_BEWIJS', {
      nl: 'van wie antwoordt is er geen rapport, in deze versie van product en standaard, dat toont wat het antwoordt',
      en: 'of who answers there is no report, on this version of product and standard, that shows what it answers',
    }),
  covered: (dienst: string, asked: readonly Bewijs[], answered: readonly Bewijs[]) =>
    ground(
      COVERED,
      {
        nl: `${dienst}: wat gevraagd wordt is elders goed beantwoord`,
        en: `${dienst}: what is asked was answered well elsewhere`,
      },
      { dienst, bewijs: [...asked, ...answered] },
    ),
  faultyQuestion: (dienst: string, fault: Gesprek['fout'], bewijs: readonly Bewijs[]) =>
    ground('FOUT_VAN_VRAGER', told(dienst, { nl: 'wat gevraagd wordt klopt niet', en: 'what is asked is wrong' }, fault), {
      dienst,
      bewijs,
    }),
  faultyAnswer: (dienst: string, fault: Gesprek['fout'], bewijs: readonly Bewijs[]) =>
    ground(
      'FOUT_VAN_AANBIEDER',
      told(dienst, { nl: 'wat geantwoord wordt klopt niet', en: 'what is answered is wrong' }, fault),
      {
        dienst,
        bewijs,
      },
    ),
  refuses: (dienst: string, answer: Antwoord | undefined, bewijs: readonly Bewijs[]) =>
    ground(
      'DIENST_GEWEIGERD',
      {
        nl: `${dienst}: wie antwoordt weigert dit steeds${how(answer).nl}`,
        en: `${dienst}: who answers refuses this each time${how(answer).en}`,
      },
      { dienst, bewijs },
    ),
  refusesElements: (dienst: string, elementen: readonly string[], bewijs: readonly Bewijs[]) =>
    ground(
      'ELEMENT_GEWEIGERD',
      {
        nl: `${dienst}: wie antwoordt weigerde een bericht waarin alleen dit anders was, en wie vraagt stuurt het: ${list(elementen)}`,
        en: `${dienst}: who answers refused a message in which only this was other, and who asks sends it: ${list(elementen)}`,
      },
      { dienst, elementen, bewijs },
    ),
  neverTried: (dienst: string, bewijs: readonly Bewijs[]) =>
    ground(
      'DIENST_NOOIT_BEPROEFD',
      { nl: `${dienst}: bij wie antwoordt nooit beproefd`, en: `${dienst}: never tried on who answers` },
      { dienst, bewijs },
    ),
  undecided: (dienst: string, bewijs: readonly Bewijs[]) =>
    ground(
      'DIENST_NIET_BESLIST',
      { nl: `${dienst}: bij wie antwoordt niet vastgesteld`, en: `${dienst}: not established of who answers` },
      { dienst, bewijs },
    ),
  questionUndecided: (dienst: string, bewijs: readonly Bewijs[]) =>
    ground(
      'VRAAG_NIET_BESLIST',
      { nl: `${dienst}: van wie vraagt niet vastgesteld`, en: `${dienst}: not established of who asks` },
      { dienst, bewijs },
    ),
  elementsNeverTried: (dienst: string, elementen: readonly string[], bewijs: readonly Bewijs[]) =>
    ground(
      'ELEMENT_NOOIT_BEPROEFD',
      {
        nl: `${dienst}: wie vraagt stuurt wat bij wie antwoordt nooit beproefd is: ${list(elementen)}`,
        en: `${dienst}: who asks sends what was never tried on who answers: ${list(elementen)}`,
      },
      { dienst, elementen, bewijs },
    ),
  notPublic: (dienst: string, bewijs: readonly Bewijs[]) =>
    ground(
      'BERICHT_NIET_LEESBAAR',
      {
        nl: `${dienst}: van een bericht staat geen leesbare openbare kopie in het rapport`,
        en: `${dienst}: of a message the report holds no public copy that can be read`,
      },
      { dienst, bewijs },
    ),
  otherAnswer: (dienst: string, given: string | undefined, known: readonly string[], bewijs: readonly Bewijs[]) =>
    ground(
      'ANTWOORD_ANDERS',
      {
        nl: `${dienst}: wie antwoordt geeft ${given ?? 'iets anders'}; wie vraagt kreeg in zijn test ${known.join(' of ')}`,
        en: `${dienst}: who answers gives ${given ?? 'something else'}; who asks got ${known.join(' or ')} in its test`,
      },
      { dienst, bewijs },
    ),
  refusesSometimes: (dienst: string, bewijs: readonly Bewijs[]) =>
    ground(
      'SOMS_GEWEIGERD',
      {
        nl: `${dienst}: wie antwoordt weigerde een bericht waarin niets stond dat het een andere keer niet nam`,
        en: `${dienst}: who answers refused a message that held nothing which it did not take another time`,
      },
      { dienst, bewijs },
    ),
  afterFault: (dienst: string, fault: Gesprek['fout'], bewijs: readonly Bewijs[]) =>
    ground(
      'NA_FOUTBERICHT',
      told(dienst, { nl: 'wat wie vraagt na een fout doet klopt niet', en: 'what who asks does after a fault is wrong' }, fault),
      { dienst, bewijs },
    ),
  answersMore: (dienst: string, elementen: readonly string[], bewijs: readonly Bewijs[]) =>
    ground(
      'ANTWOORD_MEER',
      {
        nl: `${dienst}: in het antwoord staat wat wie vraagt in zijn test nooit kreeg: ${list(elementen)}`,
        en: `${dienst}: the answer holds what who asks never got in its test: ${list(elementen)}`,
      },
      { dienst, elementen, bewijs },
    ),
  answersLess: (dienst: string, elementen: readonly string[], bewijs: readonly Bewijs[]) =>
    ground(
      'ANTWOORD_MINDER',
      {
        nl: `${dienst}: wie vraagt kreeg in zijn test wat wie antwoordt nooit gaf: ${list(elementen)}`,
        en: `${dienst}: who asks got in its test what who answers never gave: ${list(elementen)}`,
      },
      { dienst, elementen, bewijs },
    ),
  askedInPart: (bewijs: readonly Bewijs[]) =>
    ground(
      'VRAGER_DEELS_GETEST',
      {
        nl: 'van wie vraagt is maar een deel van de testset gedaan; over andere diensten zegt dit niets',
        en: 'of who asks only a part of the test set was run; of other services this says nothing',
      },
      { bewijs },
    ),
  ownReference: (bewijs: readonly Bewijs[]) =>
    ground(
      'EIGEN_REFERENTIE',
      { nl: 'een van deze rapporten is van onze eigen referentie', en: 'one of these reports is of our own reference' },
      { bewijs },
    ),
} as const;

function ground(code: string, tekst: Tekst, more: Partial<Grond> = {}): Grond {
  return { code, tekst, bewijs: [], ...more };
}

function told(dienst: string, what: Tekst, fault: Gesprek['fout']): Tekst {
  const why = (word: keyof Tekst) => (fault ? ` (${fault.regel}: ${fault.melding[word]})` : '');
  return { nl: `${dienst}: ${what.nl}${why('nl')}`, en: `${dienst}: ${what.en}${why('en')}` };
}

function how(answer: Antwoord | undefined): Tekst {
  const code = answer?.foutcode ?? answer?.berichttype;
  if (answer?.soort === 'geen') return { nl: ' (geen antwoord)', en: ' (no answer)' };
  return code === undefined ? { nl: '', en: '' } : { nl: ` (${code})`, en: ` (${code})` };
}

/** Enough to see what it is about; all of them stand in `elementen`. */
const SHOWN = 4;

function list(of: readonly string[]): string {
  const more = of.length - SHOWN;
  return `${of.slice(0, SHOWN).join(', ')}${more > 0 ? ` (+${more})` : ''}`;
}

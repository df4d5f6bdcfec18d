/**
 * The facts of a run that a reader needs to weigh the result: what was tested with what, when, and how.
 */
import type { Tekst } from '../../model/finding.js';
import type { Report } from '../../model/report.js';
import { duration, dutchTime, millisBetween } from '../dutch-time.js';
import { END_WORDS, OTHER_WORDS } from '../words.js';

export interface FactView {
  readonly name: Tekst;
  readonly value: Tekst;
  /** A digest or another long code, shown small. */
  readonly code?: string;
}

/** Lists the facts, those about the test first. */
export function factsOf(report: Report): readonly FactView[] {
  const { testset, schemabasis, uitvoering, omgeving, uitvoerder, harnas, rapport } = report;
  const took = millisBetween(uitvoering.gestartOp, uitvoering.beeindigdOp);
  const { bron, berichten, omvang } = testset;
  return [
    {
      name: { nl: 'Testset', en: 'Test set' },
      value: {
        nl: `${testset.id} ${testset.versie}: scenario’s ${OTHER_WORDS[bron].nl}, berichten ${OTHER_WORDS[berichten].nl}, ${OTHER_WORDS[omvang].nl}`,
        en: `${testset.id} ${testset.versie}: scenarios ${OTHER_WORDS[bron].en}, messages ${OTHER_WORDS[berichten].en}, ${OTHER_WORDS[omvang].en}`,
      },
      code: `sha256 ${testset.digest}`,
    },
    {
      name: { nl: 'Schemabasis', en: 'Schema basis' },
      value: both((taal) => `${schemabasis.naam} (${OTHER_WORDS[schemabasis.soort][taal]})`),
      code: `sha256 ${schemabasis.digest}`,
    },
    {
      name: { nl: 'Uitgevoerd', en: 'Executed' },
      value: {
        nl: `${dutchTime(uitvoering.gestartOp)} Nederlandse tijd${took === undefined ? '' : `, duur ${duration(took)}`}`,
        en: `${dutchTime(uitvoering.gestartOp)} Dutch time${took === undefined ? '' : `, took ${duration(took)}`}`,
      },
      code: `${uitvoering.gestartOp} – ${uitvoering.beeindigdOp}`,
    },
    {
      name: { nl: 'Verloop', en: 'Course' },
      value: {
        nl: `${END_WORDS[uitvoering.einde].nl}, poging ${uitvoering.poging}, profiel ${OTHER_WORDS[uitvoering.profiel].nl}, ${OTHER_WORDS[uitvoering.modus].nl}`,
        en: `${END_WORDS[uitvoering.einde].en}, attempt ${uitvoering.poging}, profile ${OTHER_WORDS[uitvoering.profiel].en}, ${OTHER_WORDS[uitvoering.modus].en}`,
      },
      code: `seed ${uitvoering.seed} · ${uitvoering.kenmerk}`,
    },
    {
      name: { nl: 'Omgeving en uitvoerder', en: 'Environment and tester' },
      value: both((taal) => [OTHER_WORDS[omgeving.type][taal], uitvoerder.organisatie].filter((part) => part !== '').join(', ')),
    },
    {
      name: { nl: 'Testharnas', en: 'Test harness' },
      value: both(() => `${harnas.naam} ${harnas.versie}`),
      code: rapport.nummer,
    },
  ];
}

function both(text: (taal: 'nl' | 'en') => string): Tekst {
  return { nl: text('nl'), en: text('en') };
}

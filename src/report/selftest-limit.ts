/**
 * What the self-test of a test set says about a run with it: how much a product can do wrong without this set seeing it.
 */
import type { Tekst } from '../model/finding.js';
import type { SelftestScore } from '../model/report-coverage.js';

/** One sentence for readers who do not know what a mutation score is. */
export function selftestLimit(score: SelftestScore): Tekst {
  if (score.stand !== 'actueel') return UNKNOWN[score.stand];
  const { gevonden, totaal, samen } = score;
  if (gevonden === totaal) {
    return {
      nl: `Van ${totaal} fouten die wij in ons eigen systeem inbouwden, merkt de hele testset ze alle op. Een product kan andere hebben.`,
      en: `Of ${totaal} faults that we built into our own system, the whole test set notices them all. A product may have others.`,
    };
  }
  const nl = samen ? ` (samen met ${samen.met.join(', ')} ${samen.gevonden})` : '';
  const en = samen ? ` (together with ${samen.met.join(', ')} ${samen.gevonden})` : '';
  return {
    nl: `Van ${totaal} fouten die wij in ons eigen systeem inbouwden, merkt de hele testset er ${gevonden} op${nl}. De andere ${totaal - gevonden} kan een product hebben zonder dat deze testset het ziet.`,
    en: `Of ${totaal} faults that we built into our own system, the whole test set notices ${gevonden}${en}. A product may have the other ${totaal - gevonden} without this test set seeing it.`,
  };
}

const UNKNOWN: Readonly<Record<'ontbreekt' | 'verouderd', Tekst>> = {
  ontbreekt: {
    nl: 'Hoeveel fouten deze testset bij een product opmerkt, is nooit gemeten.',
    en: 'How many faults of a product this test set notices was never measured.',
  },
  verouderd: {
    nl: 'Hoeveel fouten deze testset bij een product opmerkt, is niet bekend: hij is gewijzigd sinds dat is gemeten.',
    en: 'How many faults of a product this test set notices is not known: it was changed since that was measured.',
  },
};

/** What the contract terms say about the gebreken as they stand. */
import type { Tekst } from '../../../model/finding.js';
import type { GibitPlaats } from '../gibit.js';
import { isOpen } from '../requirements.js';
import type { Gebrek } from '../state.js';
import { advice, type Known, listed, type Melding } from './notice.js';

interface Question {
  readonly code: string;
  readonly ernst: Melding['ernst'];
  readonly gibit: GibitPlaats;
  readonly isMeant: (gebrek: Gebrek) => boolean;
  readonly tekst: (ids: Tekst) => Tekst;
}

/** Only of what is still open. */
export function aboutFindings({ stand: { gebreken } }: Known): readonly Melding[] {
  const open = gebreken.filter(({ status }) => isOpen(status));
  return QUESTIONS.flatMap(({ code, ernst, gibit, isMeant, tekst }) => {
    const meant = open.filter(isMeant).map(({ id }) => id);
    return meant.length === 0 ? [] : [advice(code, ernst, tekst(listed(meant)), gibit)];
  });
}

const QUESTIONS: readonly Question[] = [
  {
    ...{ code: 'BLOCKING_UNSAID', ernst: 'let_op', gibit: 'geenGrond' },
    isMeant: ({ blokkeertProductie }) => blokkeertProductie === undefined,
    tekst: ({ nl, en }) => ({
      nl: `nog te zeggen of het productief gebruik belet: ${nl}`,
      en: `still to be said whether it keeps from productive use: ${en}`,
    }),
  },
  {
    ...{ code: 'ATTRIBUTION_UNSAID', ernst: 'let_op', gibit: 'nietToerekenbaar' },
    isMeant: ({ toerekenbaarAan }) => toerekenbaarAan === 'onbekend',
    tekst: ({ nl, en }) => ({ nl: `nog te zeggen aan wie het ligt: ${nl}`, en: `still to be said whose doing it is: ${en}` }),
  },
  {
    ...{ code: 'REPAIR_UNPLANNED', ernst: 'let_op', gibit: 'testverslag' },
    isMeant: ({ herstelAfgesproken, status, toerekenbaarAan }) =>
      herstelAfgesproken === undefined &&
      (status === 'open' || status === 'hertest_gefaald') &&
      toerekenbaarAan === 'leverancier',
    tekst: ({ nl, en }) => ({
      nl: `er is geen dag afgesproken voor het herstel: ${nl}`,
      en: `no day was agreed for the repair: ${en}`,
    }),
  },
  {
    ...{ code: 'RETEST_DUE', ernst: 'let_op', gibit: 'testverslag' },
    isMeant: ({ status }) => status === 'hersteld_gemeld',
    tekst: ({ nl, en }) => ({
      nl: `hersteld gemeld, nog opnieuw te testen: ${nl}`,
      en: `reported as mended, still to be tested again: ${en}`,
    }),
  },
  {
    ...{ code: 'NOT_BLOCKING', ernst: 'uitleg', gibit: 'geenGrond' },
    isMeant: ({ blokkeertProductie }) => blokkeertProductie === false,
    tekst: ({ nl, en }) => ({
      nl: `belet productief gebruik niet, en is geen grond om te weigeren; herstel blijft verschuldigd: ${nl}`,
      en: `does not keep from productive use, and is no ground to refuse; repair stays due: ${en}`,
    }),
  },
  {
    ...{ code: 'NOT_SUPPLIERS', ernst: 'uitleg', gibit: 'nietToerekenbaar' },
    isMeant: ({ blokkeertProductie, toerekenbaarAan }) =>
      blokkeertProductie === true && (toerekenbaarAan === 'derde' || toerekenbaarAan === 'opdrachtgever'),
    tekst: ({ nl, en }) => ({
      nl: `blokkeert en ligt niet aan leverancier: telt niet als Gebrek, partijen overleggen: ${nl}`,
      en: `blocks and is not the supplier’s doing: does not count as a Gebrek, the parties consult: ${en}`,
    }),
  },
  {
    ...{ code: 'LATER_AGREED', ernst: 'uitleg', gibit: 'laterHerstel' },
    isMeant: ({ status }) => status === 'buiten_planning_afgesproken',
    tekst: ({ nl, en }) => ({
      nl: `herstel op een later, afgesproken moment: ${nl}`,
      en: `repair at a later time, as agreed: ${en}`,
    }),
  },
];

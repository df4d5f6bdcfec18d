/** Whether what was decided agrees with what is known. */

import { dutchDate } from '../days.js';
import { isOpen } from '../requirements.js';
import { signedFor } from '../signature.js';
import { DECISION_WORDS } from '../words.js';
import { advice, type Known, listed, type Melding } from './notice.js';

/** Of the last decision; without one, what stands in its place. */
export function aboutDecision(known: Known): readonly Melding[] {
  const { stand, at } = known;
  const last = stand.besluiten.at(-1);
  if (last === undefined) return withoutDecision(known);
  const word = DECISION_WORDS[last.uitkomst];
  const future = last.datum > at;
  return [
    ...(future
      ? [
          advice('DECISION_IN_FUTURE', 'let_op', {
            nl: `het besluit (${word.nl}) is van ${dutchDate(last.datum)}, na de dag waarop dit dossier bekeken is`,
            en: `the decision (${word.en}) is of ${dutchDate(last.datum)}, after the day on which this dossier was looked at`,
          }),
        ]
      : []),
    ...(last.uitkomst === 'niet_geaccepteerd' || last.uitkomst === 'ontbonden' ? refused(known) : accepted(known)),
    ...withoutReport(known),
    ...integral(known),
  ];
}

function accepted({ stand, eisen, evidence }: Known): readonly Melding[] {
  const last = stand.besluiten.at(-1);
  const isConditional = last?.uitkomst === 'voorwaardelijk_geaccepteerd';
  const ernst = isConditional ? 'let_op' : 'strijdig';
  const blocking = stand.gebreken.filter(
    (each) => isOpen(each.status) && each.blokkeertProductie === true && each.toerekenbaarAan !== 'derde',
  );
  const unshown = eisen.filter(({ eis, uitslag }) => eis.verplicht && uitslag !== 'voldoet' && uitslag !== 'niet_van_toepassing');
  const lost = stand.rapporten.filter(({ id }) => evidence.get(id)?.geldt !== true);
  const names = listed(blocking.map(({ id }) => id));
  const open = listed(unshown.map(({ eis }) => eis.id));
  const gone = listed(lost.map(({ id }) => id));
  const { productiefSinds, uitzondering } = stand.gebruik;
  return [
    ...(blocking.length === 0
      ? []
      : [
          advice(
            'ACCEPTED_WHILE_BLOCKING',
            ernst,
            {
              nl: `${isConditional ? 'voorwaardelijk ' : ''}geaccepteerd terwijl wat productief gebruik belet nog open staat: ${names.nl}${isConditional ? '; noem het in de voorwaarden' : ''}`,
              en: `accepted${isConditional ? ' conditionally' : ''} while what keeps from productive use is still open: ${names.en}${isConditional ? '; name it in the conditions' : ''}`,
            },
            'naMislukken',
          ),
        ]),
    ...(unshown.length === 0
      ? []
      : [
          advice(
            'ACCEPTED_WHILE_UNSHOWN',
            ernst,
            { nl: `geaccepteerd zonder dat is aangetoond: ${open.nl}`, en: `accepted without it being shown: ${open.en}` },
            'testverslag',
          ),
        ]),
    ...(lost.length === 0
      ? []
      : [
          advice(
            'ACCEPTED_ON_BROKEN_REPORT',
            'strijdig',
            {
              nl: `geaccepteerd terwijl dit niet (meer) te controleren is, en dus niets aantoont: ${gone.nl}`,
              en: `accepted while this cannot be verified (any more), and so shows nothing: ${gone.en}`,
            },
            'preventief',
          ),
        ]),
    ...(last?.uitkomst !== 'geacht_geaccepteerd'
      ? []
      : productiefSinds === undefined
        ? [advice('DEEMED_WITHOUT_USE', 'strijdig', TEXTS.deemedWithoutUse, 'productief')]
        : uitzondering !== undefined
          ? [advice('DEEMED_DESPITE_EXCEPTION', 'strijdig', TEXTS.deemedDespite, 'productief')]
          : []),
  ];
}

function refused({ stand, eisen }: Known): readonly Melding[] {
  const last = stand.besluiten.at(-1);
  const open = stand.gebreken.filter(({ status }) => isOpen(status));
  const blocking = open.filter(({ blokkeertProductie }) => blokkeertProductie !== false);
  const counting = blocking.filter(({ toerekenbaarAan }) => toerekenbaarAan !== 'derde' && toerekenbaarAan !== 'opdrachtgever');
  const late = counting.filter(({ ronde = 1, zichtbaarInRonde1 }) => ronde > 1 && zichtbaarInRonde1 === true);
  const failed = eisen.some(({ eis, uitslag }) => eis.verplicht && uitslag === 'voldoet_niet');
  const ids = listed(open.map(({ id }) => id));
  return [
    ...(counting.length === 0 && !failed
      ? [
          advice(
            'REFUSED_WITHOUT_GROUND',
            'strijdig',
            open.length === 0
              ? TEXTS.noGround
              : {
                  nl: `geweigerd zonder open gebrek dat productief gebruik belet en aan leverancier kan liggen; wat niet blokkeert (${ids.nl}) is geen grond om te weigeren, het herstel blijft verschuldigd`,
                  en: `refused without an open gebrek that keeps from productive use and may be the supplier’s doing; what does not block (${ids.en}) is no ground to refuse, repair stays due`,
                },
            'geenGrond',
          ),
        ]
      : []),
    ...(late.length > 0 && late.length === counting.length
      ? [
          advice(
            'REFUSED_ON_VISIBLE_BEFORE',
            'strijdig',
            {
              nl: `geweigerd op wat in ronde 1 al te zien was: ${listed(late.map(({ id }) => id)).nl}`,
              en: `refused on what could be seen in round 1 already: ${listed(late.map(({ id }) => id)).en}`,
            },
            'zichtbaar',
          ),
        ]
      : []),
    ...(last?.uitkomst === 'ontbonden' && stand.rondes.length < 2
      ? [advice('DISSOLVED_BEFORE_TWO_ROUNDS', 'strijdig', TEXTS.twoRounds, 'naMislukken')]
      : []),
  ];
}

/** A decision rests on a written report that both signed. */
function withoutReport({ stand, handtekeningen }: Known): readonly Melding[] {
  const last = stand.besluiten.at(-1);
  if (last?.uitkomst === 'geacht_geaccepteerd') return [];
  const isSigned = stand.testverslagen.some(({ ronde }) => signedFor(stand, handtekeningen, ronde).length === 2);
  return isSigned ? [] : [advice('NO_SIGNED_TESTVERSLAG', 'let_op', TEXTS.unsigned, 'testverslag')];
}

function integral({ stand: { besluiten } }: Known): readonly Melding[] {
  const hasPart = besluiten.some(({ omvang }) => omvang === 'deel');
  const hasWhole = besluiten.some(({ omvang }) => omvang === 'integraal');
  return hasPart && !hasWhole ? [advice('INTEGRAL_MISSING', 'let_op', TEXTS.integral, 'integraal')] : [];
}

function withoutDecision({ stand: { gebruik }, at }: Known): readonly Melding[] {
  const { productiefSinds: since, uitzondering } = gebruik;
  if (since === undefined || since > at) return [];
  return [
    uitzondering === undefined
      ? advice('IN_USE_WITHOUT_DECISION', 'let_op', TEXTS.inUse(dutchDate(since)), 'productief')
      : advice('IN_USE_WITH_EXCEPTION', 'uitleg', TEXTS.exception(uitzondering), 'productief'),
  ];
}

const TEXTS = {
  deemedWithoutUse: {
    nl: 'geacht geaccepteerd, maar er staat niet sinds wanneer het product productief gebruikt wordt (gebruik.productiefSinds)',
    en: 'deemed accepted, but it is not said since when the product is in productive use (gebruik.productiefSinds)',
  },
  deemedDespite: {
    nl: 'geacht geaccepteerd, terwijl een uitzondering is vastgelegd (gebruik.uitzondering)',
    en: 'deemed accepted, while an exception was laid down (gebruik.uitzondering)',
  },
  noGround: {
    nl: 'geweigerd zonder dat in dit dossier een open gebrek of een niet gehaalde eis staat',
    en: 'refused without an open gebrek or a requirement that was not met in this dossier',
  },
  twoRounds: {
    nl: 'ontbonden voordat er twee testrondes waren',
    en: 'dissolved before there were two test rounds',
  },
  unsigned: {
    nl: 'er is geen testverslag dat beide partijen ondertekenden',
    en: 'there is no testverslag that both parties signed',
  },
  integral: {
    nl: 'er is alleen in delen geaccepteerd; een integrale test en een integraal besluit ontbreken',
    en: 'only parts were accepted; an integral test and an integral decision are missing',
  },
  inUse: (day: string) => ({
    nl: `productief in gebruik sinds ${day} zonder besluit: dat kan als acceptatie gelden; leg een besluit of een uitzondering vast`,
    en: `in productive use since ${day} without a decision: that may count as acceptance; lay down a decision or an exception`,
  }),
  exception: (why: string) => ({
    nl: `productief in gebruik, en volgens dit dossier geen acceptatie: ${why}`,
    en: `in productive use, and by this dossier no acceptance: ${why}`,
  }),
} as const;

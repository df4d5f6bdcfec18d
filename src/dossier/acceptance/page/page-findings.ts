/** How it went: test rounds and gebreken. */
import { VERDICT_WORDS } from '../../../report/words.js';
import { isOpen } from '../requirements.js';
import type { Gebrek, Ronde } from '../state.js';
import type { DossierView } from '../view.js';
import { ATTRIBUTION_WORDS, FINDING_WORDS, type GebrekStatus } from '../words.js';
import { article, chip, date, type Html, joined, list, paragraph, raw, section, shown, type Tone, table } from './page-pieces.js';

const TONES: Readonly<Record<GebrekStatus, Tone>> = {
  open: 'bad',
  hersteld_gemeld: 'warn',
  hertest_geslaagd: 'good',
  hertest_gefaald: 'bad',
  buiten_planning_afgesproken: 'warn',
  geen_gebrek: 'plain',
};

/** With how many results of each kind. */
export function roundsPart({ stand }: DossierView): Html {
  const none = { nl: 'Er is nog geen testronde gehouden.', en: 'No test round was held yet.' };
  const rows = table<Ronde>(
    { nl: 'Testrondes', en: 'Test rounds' },
    [
      { head: { nl: 'Ronde', en: 'Round' }, cell: ({ nr }) => shown(nr) },
      { head: { nl: 'Datum', en: 'Date' }, cell: ({ datum }) => date(datum) },
      { head: { nl: 'Omvang', en: 'Scope' }, cell: ({ omvang }) => shown(omvang) },
      { head: { nl: 'Omgeving', en: 'Environment' }, cell: ({ omgeving }) => shown(omgeving) },
      { head: { nl: 'Testers', en: 'Testers' }, cell: ({ testers }) => shown(testers?.join(', ')) },
      { head: { nl: 'Uitslagen', en: 'Results' }, cell: ({ uitslagen }) => list(countsOf(uitslagen)) },
    ],
    stand.rondes,
  );
  return section(
    'rondes',
    { nl: 'Testrondes', en: 'Test rounds' },
    [stand.rondes.length === 0 ? paragraph(none, 'small') : rows],
    article('testverslag', stand.contract.gibit),
  );
}

function countsOf(uitslagen: Ronde['uitslagen']): readonly Html[] {
  const kinds = [...new Set(uitslagen.map(({ verdict }) => verdict))];
  return kinds.map((kind) =>
    joined([shown(uitslagen.filter(({ verdict }) => verdict === kind).length), shown(VERDICT_WORDS[kind])]),
  );
}

/** What is open first. */
export function findingsPart({ stand }: DossierView): Html {
  const none = { nl: 'Er zijn geen gebreken vastgelegd.', en: 'No gebreken were laid down.' };
  const rows = table<Gebrek>(
    { nl: 'Gebreken', en: 'Gebreken' },
    [
      { head: { nl: 'Gebrek', en: 'Gebrek' }, cell: ({ id }) => shown(id) },
      { head: { nl: 'Wat', en: 'What' }, cell: whatOf },
      {
        head: { nl: 'Belet gebruik', en: 'Keeps from use' },
        cell: ({ blokkeertProductie: blocks }) =>
          blocks === undefined ? chip('warn', { nl: 'nog te zeggen', en: 'to be said' }) : chip(blocks ? 'bad' : 'plain', blocks),
      },
      { head: { nl: 'Ligt aan', en: 'Doing of' }, cell: ({ toerekenbaarAan }) => shown(ATTRIBUTION_WORDS[toerekenbaarAan]) },
      {
        head: { nl: 'Ronde', en: 'Round' },
        cell: ({ ronde, zichtbaarInRonde1: visible }) =>
          joined([
            shown(ronde),
            ...(visible === undefined || (ronde ?? 1) < 2
              ? []
              : [raw(`<small>${shown(visible ? TEXTS.visible : TEXTS.hidden)}</small>`)]),
          ]),
      },
      {
        head: { nl: 'Herstel', en: 'Repair' },
        cell: ({ herstelAfgesproken, afspraak }) =>
          joined([date(herstelAfgesproken), ...(afspraak === undefined ? [] : [raw(`<small>${shown(afspraak)}</small>`)])]),
      },
      { head: { nl: 'Stand', en: 'State' }, cell: stateOf },
    ],
    stand.gebreken.toSorted((one, other) => Number(isOpen(other.status)) - Number(isOpen(one.status))),
  );
  return section(
    'gebreken',
    { nl: 'Gebreken', en: 'Gebreken' },
    [stand.gebreken.length === 0 ? paragraph(none, 'small') : rows],
    article('geenGrond', stand.contract.gibit),
  );
}

function whatOf({ omschrijving, eis, herkomst }: Gebrek): Html {
  const where = herkomst && [
    `${herkomst.rapport}: ${herkomst.regel}`,
    herkomst.stappen.slice(0, 3).join(', '),
    herkomst.stappen.length > 3 ? `+${herkomst.stappen.length - 3}` : '',
  ];
  return joined([
    shown(omschrijving),
    ...(eis === undefined ? [] : [raw(`<small>${shown({ nl: `eis ${eis}`, en: `requirement ${eis}` })}</small>`)]),
    ...(where ? [raw(`<small>${shown(where.filter((each) => each !== '').join(' · '))}</small>`)] : []),
    ...(herkomst?.partij === undefined
      ? []
      : [
          raw(
            `<small>${shown({ nl: `volgens het rapport: ${herkomst.partij}`, en: `by the report: ${herkomst.partij}` })}</small>`,
          ),
        ]),
  ]);
}

function stateOf({ status, hertest }: Gebrek): Html {
  const again = hertest && [date(hertest.op), ...(hertest.rapport === undefined ? [] : [shown(hertest.rapport)])];
  return joined([chip(TONES[status], FINDING_WORDS[status]), ...(again ? [raw(`<small>${joined(again)}</small>`)] : [])]);
}

const TEXTS = {
  visible: { nl: 'zichtbaar in ronde 1', en: 'visible in round 1' },
  hidden: { nl: 'niet zichtbaar in ronde 1', en: 'not visible in round 1' },
} as const;

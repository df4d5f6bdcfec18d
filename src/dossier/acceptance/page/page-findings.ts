/** How it went: test rounds, gebreken, testverslagen with their signatures, decisions. */
import { VERDICT_WORDS } from '../../../report/words.js';
import { isOpen } from '../requirements.js';
import { signedFor } from '../signature.js';
import type { Besluit, Gebrek, Ronde, TestverslagRef } from '../state.js';
import type { DossierView } from '../view.js';
import { ATTRIBUTION_WORDS, DECISION_WORDS, FINDING_WORDS, type GebrekStatus, SIDE_WORDS, SIDES } from '../words.js';
import {
  article,
  chip,
  code,
  date,
  type Html,
  joined,
  list,
  paragraph,
  raw,
  section,
  shown,
  type Tone,
  table,
} from './page-pieces.js';
import { DECISION_TONES } from './page-summary.js';

const TONES: Readonly<Record<GebrekStatus, Tone>> = {
  open: 'bad',
  hersteld_gemeld: 'warn',
  hertest_geslaagd: 'good',
  hertest_gefaald: 'bad',
  buiten_planning_afgesproken: 'warn',
  geen_gebrek: 'plain',
};

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

export function testverslagPart({ stand, handtekeningen }: DossierView): Html {
  const rows = table<TestverslagRef>(
    { nl: 'Testverslagen', en: 'Testverslagen' },
    [
      { head: { nl: 'Ronde', en: 'Round' }, cell: ({ ronde }) => shown(ronde) },
      { head: { nl: 'Vastgelegd', en: 'Laid down' }, cell: ({ op }) => date(op) },
      {
        head: { nl: 'Bestand', en: 'File' },
        cell: ({ bestand, digest }) =>
          joined([raw(`<a href="${bestand}">${shown(bestand)}</a>`), raw(`<small>${code(digest.slice(0, 16))}</small>`)]),
      },
      ...SIDES.map((side) => ({
        head: SIDE_WORDS[side],
        cell: ({ bestand }: TestverslagRef) => {
          const own = handtekeningen.find((each) => each.over === bestand && each.partij === side);
          if (own === undefined) return chip('warn', { nl: 'nog te tekenen', en: 'to be signed' });
          if (own.bevindingen.length > 0) return chip('bad', own.bevindingen.join(', '));
          const key = own.signer?.vertrouwd ? own.signer.naam : `${own.signer?.sleutel.slice(0, 12)}`;
          return joined([
            chip('good', own.naam),
            raw(`<small>${date(own.signer?.verzegeldOp.slice(0, 10))} ${shown(key)}</small>`),
          ]);
        },
      })),
      { head: { nl: 'Beide', en: 'Both' }, cell: ({ ronde }) => shown(signedFor(stand, handtekeningen, ronde).length === 2) },
    ],
    stand.testverslagen,
  );
  const remarks = stand.opmerkingen.map(({ ronde, partij, tekst, op }) =>
    joined([
      raw(`<b>${shown(SIDE_WORDS[partij])}</b>`),
      shown({ nl: `ronde ${ronde},`, en: `round ${ronde},` }),
      date(op),
      raw('–'),
      shown(tekst),
    ]),
  );
  const none = { nl: 'Er is nog geen testverslag vastgelegd.', en: 'No testverslag was laid down yet.' };
  return section(
    'testverslag',
    { nl: 'Testverslag', en: 'Testverslag' },
    [
      stand.testverslagen.length === 0 ? paragraph(none, 'small') : rows,
      ...(remarks.length === 0
        ? []
        : [raw(`<h3>${shown({ nl: 'Opmerkingen van partijen', en: 'Remarks of the parties' })}</h3>`), list(remarks)]),
    ],
    article('testverslag', stand.contract.gibit),
  );
}

export function decisionsPart({ stand }: DossierView): Html {
  const rows = table<Besluit>(
    { nl: 'Besluiten', en: 'Decisions' },
    [
      { head: { nl: 'Datum', en: 'Date' }, cell: ({ datum }) => date(datum) },
      {
        head: { nl: 'Besluit', en: 'Decision' },
        cell: ({ uitkomst }) => chip(DECISION_TONES[uitkomst], DECISION_WORDS[uitkomst]),
      },
      {
        head: { nl: 'Omvang', en: 'Scope' },
        cell: ({ omvang, deel }) => shown(omvang === 'deel' ? deel : { nl: 'integraal', en: 'integral' }),
      },
      { head: { nl: 'Door', en: 'By' }, cell: ({ door }) => shown(door) },
      {
        head: { nl: 'Voorwaarden en reden', en: 'Conditions and reason' },
        cell: ({ voorwaarden = [], reden }) =>
          joined([
            list(
              voorwaarden.map(({ tekst, uiterlijk }) =>
                joined([shown(tekst), ...(uiterlijk === undefined ? [] : [date(uiterlijk)])]),
              ),
            ),
            ...(reden === undefined ? [] : [shown(reden)]),
          ]),
      },
    ],
    stand.besluiten,
  );
  const none = { nl: 'Er is nog niets besloten.', en: 'Nothing was decided yet.' };
  return section(
    'besluit',
    { nl: 'Besluit', en: 'Decision' },
    [stand.besluiten.length === 0 ? paragraph(none, 'small') : rows, paragraph(TEXTS.advises, 'small')],
    article('naMislukken', stand.contract.gibit),
  );
}

const TEXTS = {
  visible: { nl: 'zichtbaar in ronde 1', en: 'visible in round 1' },
  hidden: { nl: 'niet zichtbaar in ronde 1', en: 'not visible in round 1' },
  advises: {
    nl: 'Dit dossier adviseert en verwijst; het beslist niet. Wat niet strookt met een besluit staat bovenaan, en houdt het besluit niet tegen.',
    en: 'This dossier advises and refers; it does not decide. What does not agree with a decision stands at the top, and does not keep from deciding.',
  },
} as const;

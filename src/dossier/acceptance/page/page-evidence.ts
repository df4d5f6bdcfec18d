/** What was tested: sealed reports, reuse of them, and the chain. */
import type { Tekst } from '../../../model/finding.js';
import { dutchDay } from '../../../report/dutch-time.js';
import { TOTAL_WORDS, VERDICT_WORDS } from '../../../report/words.js';
import { INDICATIE_WORDS } from '../../indication/words.js';
import { whyNot } from '../advice/advice-evidence.js';
import type { ChainRow } from '../chain-rows.js';
import { COMPARISON_WORDS, type Comparison, type ReuseState } from '../reuse.js';
import type { KeptReport } from '../state.js';
import type { DossierView } from '../view.js';
import { ATTRIBUTION_WORDS } from '../words.js';
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

const TOTAL_TONES = { foutloos: 'good', met_fouten: 'bad', niet_vastgesteld: 'warn' } as const;

export function reportsPart(view: DossierView): Html {
  const { stand, evidence } = view;
  const edition = stand.contract.gibit;
  const rows = table<KeptReport>(
    { nl: 'Testrapporten', en: 'Test reports' },
    [
      { head: { nl: 'Rapport', en: 'Report' }, cell: ({ id }) => shown(id) },
      {
        head: { nl: 'Waarover', en: 'About' },
        cell: ({ product, standaard, keten }) =>
          joined([
            shown(`${product.pakketnaam} ${product.versie}`),
            raw(
              `<small>${shown(`${standaard.naam} ${standaard.versie}, ${standaard.rol}`)}${keten ? ` · ${shown(TEXTS.chain)}` : ''}</small>`,
            ),
          ]),
      },
      {
        head: { nl: 'Uitslag', en: 'Result' },
        cell: (kept) =>
          evidence.get(kept.id)?.geldt === true
            ? joined([chip(TOTAL_TONES[kept.totaal], TOTAL_WORDS[kept.totaal]), ...indicationOf(kept, view)])
            : chip('bad', TEXTS.nothing),
      },
      { head: { nl: 'Gecontroleerd', en: 'Verified' }, cell: (kept) => verified(kept, view) },
      {
        head: { nl: 'Testset', en: 'Test set' },
        cell: ({ testset, omgeving }) =>
          joined([
            shown(`${testset.id} ${testset.versie}`),
            raw(`<small>${shown(`${testset.bron}, ${testset.omvang}; ${omgeving.type}`)}</small>`),
          ]),
      },
      { head: { nl: 'Wanneer', en: 'When' }, cell: ({ beeindigdOp }) => date(dutchDay(beeindigdOp)) },
      {
        head: { nl: 'Nummer en digest', en: 'Number and digest' },
        cell: ({ nummer, digest, map }) =>
          joined([raw(`<a href="${map}/rapport.html">${shown(nummer)}</a>`), raw(`<small>${code(digest.slice(0, 16))}</small>`)]),
      },
    ],
    stand.rapporten,
  );
  return section(
    'rapporten',
    { nl: 'Preventieve tests', en: 'Preventive tests' },
    [
      paragraph(TEXTS.limits, 'small'),
      stand.rapporten.length === 0
        ? paragraph({ nl: 'Er zijn nog geen rapporten opgenomen.', en: 'There are no reports yet.' }, 'small')
        : rows,
      ...reuse(view),
    ],
    article('preventief', edition),
  );
}

/** Beside what the report says: what it amounts to. */
function indicationOf({ id }: KeptReport, { indicaties }: DossierView): readonly Html[] {
  const indicatie = indicaties?.get(id);
  if (indicatie === undefined) return [];
  const { nl, en } = INDICATIE_WORDS[indicatie];
  return [raw(`<small>${shown({ nl: `indicatie: ${nl}`, en: `indication: ${en}` })}</small>`)];
}

function verified({ id, bijToevoegen }: KeptReport, { evidence }: DossierView): Html {
  const seen = evidence.get(id);
  if (seen?.geldt !== true) return joined([chip('bad', TEXTS.no), raw(`<small>${shown(whyNot(seen))}</small>`)]);
  const who = bijToevoegen.naam ?? bijToevoegen.sleutel.slice(0, 12);
  const words: Readonly<Record<typeof seen.vertrouwd, readonly [Tone, Tekst]>> = {
    nu: ['good', { nl: `verzegeld door ${who} (${seen.zekerheid})`, en: `sealed by ${who} (${seen.zekerheid})` }],
    toen: [
      'good',
      {
        nl: `ongewijzigd; bij toevoegen vertrouwd: ${who} (${bijToevoegen.zekerheid})`,
        en: `unchanged; trusted when added: ${who} (${bijToevoegen.zekerheid})`,
      },
    ],
    niet: ['warn', { nl: 'ongewijzigd; niet vastgesteld wie verzegelde', en: 'unchanged; not established who sealed it' }],
  };
  return chip(...words[seen.vertrouwd]);
}

function reuse({ hergebruik, stand }: DossierView): readonly Html[] {
  if (hergebruik.length === 0) return [];
  const tones: Readonly<Record<Comparison['uitkomst'], Tone>> = { gelijk: 'good', verschilt: 'bad', niet_vastgesteld: 'warn' };
  const compared = (row: ReuseState, wat: Comparison['wat']) => {
    const found = row.vergelijkingen.find((each) => each.wat === wat);
    if (!found) return shown(undefined);
    const beside = found.nu === '' ? found.toen : `${found.toen} / ${found.nu}`;
    return joined([chip(tones[found.uitkomst], COMPARED[found.uitkomst]), raw(`<small>${shown(beside)}</small>`)]);
  };
  const kinds = ['product', 'norm', 'testset', 'omstandigheden'] as const;
  return [
    raw(
      `<h3>${shown({ nl: 'Geen nieuwe test nodig', en: 'No new test needed' })} ${article('hergebruik', stand.contract.gibit)}</h3>`,
    ),
    table<ReuseState>(
      { nl: 'Hergebruik', en: 'Reuse' },
      [
        { head: { nl: 'Rapport', en: 'Report' }, cell: ({ rapport }) => shown(rapport.id) },
        ...kinds.map((wat) => ({ head: COMPARISON_WORDS[wat], cell: (row: ReuseState) => compared(row, wat) })),
        {
          head: { nl: 'Slotsom', en: 'Conclusion' },
          cell: ({ houdt, claim }) =>
            joined([
              chip(houdt ? 'good' : 'warn', houdt ? TEXTS.reused : TEXTS.notReused),
              raw(`<small>${shown(claim.door)}</small>`),
            ]),
        },
      ],
      hergebruik,
    ),
  ];
}

export function chainPart({ keten, stand, evidence }: DossierView): Html {
  const chains = stand.rapporten.filter(({ keten: is }) => is);
  const overall = chains.map(({ id }) => {
    const verdict = evidence.get(id)?.report?.keten?.verdict;
    const told = verdict === undefined ? TEXTS.nothing : VERDICT_WORDS[verdict];
    return joined([shown(id), chip(verdict === 'voldoet' ? 'good' : verdict === undefined ? 'bad' : 'warn', told)]);
  });
  const rows = table<ChainRow>(
    { nl: 'Ketentestmatrix', en: 'Chain-test matrix' },
    [
      {
        head: { nl: 'Koppeling', en: 'Link' },
        cell: ({ rij, rapport, notitie }) =>
          joined([
            shown(rij.koppeling),
            raw(`<small>${shown(`${rij.scenario} · ${rapport.id}`)}</small>`),
            ...sub(notitie?.bron),
          ]),
      },
      { head: { nl: 'A', en: 'A' }, cell: ({ a, preventief }) => end(a, preventief.a) },
      {
        head: { nl: 'B', en: 'B' },
        cell: ({ b, via, preventief }) =>
          joined([
            end(b, preventief.b),
            ...(via.length === 0
              ? []
              : [raw(`<small>${shown({ nl: 'via', en: 'via' })} ${via.map(({ naam }) => shown(naam)).join(', ')}</small>`)]),
          ]),
      },
      {
        head: { nl: 'Standaard', en: 'Standard' },
        cell: ({ rapport, rij }) =>
          joined([
            shown(`${rapport.standaard.naam} ${rapport.standaard.versie}`),
            raw(`<small>${shown([...new Set(rij.berichten.map(({ berichttype }) => berichttype))].join(', '))}</small>`),
          ]),
      },
      { head: { nl: 'Verwacht, bij A, bij B', en: 'Expected, at A, at B' }, cell: seenAtEnds },
      {
        head: { nl: 'Effect gezien', en: 'Effect seen' },
        cell: ({ notitie }) =>
          notitie?.effect === undefined
            ? shown(undefined)
            : joined([shown(notitie.effect), raw(`<small>${shown(`${notitie.door}, ${notitie.op}`)}</small>`)]),
      },
      { head: { nl: 'Oordeel', en: 'Verdict' }, cell: verdictOf },
    ],
    keten,
  );
  const none = { nl: 'Er is nog geen rapport van een ketentest.', en: 'There is no report of a chain test yet.' };
  return section(
    'keten',
    { nl: 'Ketentest', en: 'Chain test' },
    chains.length === 0 ? [paragraph(none, 'small')] : [paragraph(TEXTS.oneSession, 'small'), list(overall), rows],
    article('koppelingen', stand.contract.gibit),
  );
}

function end(partij: ChainRow['a'], alone: readonly KeptReport[]): Html {
  if (!partij) return shown(undefined);
  const { naam, component, product, leverancier, echt } = partij;
  const what = product?.pakketnaam === undefined ? undefined : `${product.pakketnaam} ${product.versie ?? ''}`;
  const tested: Tekst =
    alone.length === 0
      ? { nl: 'geen preventief rapport', en: 'no preventive report' }
      : { nl: `preventief: ${ids(alone)}`, en: `preventive: ${ids(alone)}` };
  return joined([
    shown(naam),
    raw(`<small>${shown(component)}</small>`),
    raw(
      `<small>${echt ? shown([what, leverancier?.naam].filter(Boolean).join(', ')) : shown({ nl: 'door ketentest gespeeld', en: 'played by ketentest' })}</small>`,
    ),
    ...(echt ? [raw(`<small>${shown(tested)}</small>`)] : []),
  ]);
}

function ids(reports: readonly KeptReport[]): string {
  return reports.map(({ id, totaal }) => `${id} (${totaal})`).join(', ');
}

function seenAtEnds({ rij: { berichten } }: ChainRow): Html {
  const atA = berichten.reduce((sum, { bijA }) => sum + bijA.length, 0);
  const atB = berichten.reduce((sum, { bijB }) => sum + bijB.length, 0);
  const kinds = [...new Set(berichten.map(({ overkomst }) => overkomst))].map(
    (kind) => `${berichten.filter(({ overkomst }) => overkomst === kind).length}× ${kind}`,
  );
  return joined([shown(`${berichten.length} → ${atA} → ${atB}`), raw(`<small>${shown(kinds.join(', '))}</small>`)]);
}

function verdictOf({ rij, verplicht, heropend, notitie }: ChainRow): Html {
  const tone = rij.verdict === 'voldoet' ? 'good' : rij.verdict === 'voldoet_niet' ? 'bad' : 'warn';
  const again = heropend.map(({ partij, toen, nu }) => `${partij} ${toen} → ${nu}`).join(', ');
  return joined([
    chip(tone, VERDICT_WORDS[rij.verdict]),
    raw(`<small>${shown(verplicht ? { nl: 'verplicht', en: 'mandatory' } : { nl: 'optioneel', en: 'optional' })}</small>`),
    ...(again === ''
      ? []
      : [raw(`<small>${chip('warn', { nl: `opnieuw open: ${again}`, en: `open again: ${again}` })}</small>`)]),
    ...sub(notitie?.gebrek),
    ...(notitie?.toerekenbaarAan ? [raw(`<small>${shown(ATTRIBUTION_WORDS[notitie.toerekenbaarAan])}</small>`)] : []),
  ]);
}

function sub(text: string | undefined): readonly Html[] {
  return text === undefined ? [] : [raw(`<small>${shown(text)}</small>`)];
}

const COMPARED: Readonly<Record<Comparison['uitkomst'], Tekst>> = {
  gelijk: { nl: 'gelijk', en: 'the same' },
  verschilt: { nl: 'verschilt', en: 'differs' },
  niet_vastgesteld: { nl: 'niet vastgesteld', en: 'not established' },
};

const TEXTS = {
  chain: { nl: 'ketentest', en: 'chain test' },
  no: { nl: 'houdt niet', en: 'does not hold' },
  nothing: { nl: 'toont niets aan', en: 'shows nothing' },
  reused: { nl: 'aangetoond', en: 'shown' },
  notReused: { nl: 'niet aangetoond', en: 'not shown' },
  limits: {
    nl: 'Elk pakket is bij het toevoegen gecontroleerd, en opnieuw toen deze pagina werd gemaakt. Foutloos geeft geen zekerheid dat alles samenwerkt, en is nog niet "compliant".',
    en: 'Each package was verified when it was added, and again when this page was made. Without faults is no certainty that everything works together, and is not "compliant" yet.',
  },
  oneSession: {
    nl: 'De keten voldoet alleen als elke verplichte koppeling dat doet, in één sessie, op één stel versies. Verandert een versie, dan gaan haar koppelingen weer open.',
    en: 'The chain holds only when each mandatory link does, in one session, on one set of versions. When a version changes, its links are open again.',
  },
} as const;

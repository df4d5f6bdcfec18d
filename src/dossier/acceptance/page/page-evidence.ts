/** What was tested: sealed reports, and whether they may be used again. */
import type { Tekst } from '../../../model/finding.js';
import { dutchDay } from '../../../report/dutch-time.js';
import { TOTAL_WORDS } from '../../../report/words.js';
import { INDICATIE_WORDS } from '../../indication/words.js';
import { whyNot } from '../advice/advice-evidence.js';
import { COMPARISON_WORDS, type Comparison, type ReuseState } from '../reuse.js';
import type { KeptReport } from '../state.js';
import type { DossierView } from '../view.js';
import { article, chip, code, date, type Html, joined, paragraph, raw, section, shown, type Tone, table } from './page-pieces.js';

const TOTAL_TONES = { foutloos: 'good', met_fouten: 'bad', niet_vastgesteld: 'warn' } as const;

/** Every package as it is now, not as it was when it was added. */
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
} as const;

/** What was agreed: contract, plan, norms, requirements, third parties. */
import type { Tekst, Verdict } from '../../../model/finding.js';
import { VERDICT_WORDS } from '../../../report/words.js';
import { FIELDS, type Veld } from '../fields.js';
import { NORM_EVIDENCE, NORM_THEMES } from '../quality-norms.js';
import type { RequirementState } from '../requirements.js';
import type { Stand } from '../state.js';
import type { DossierView } from '../view.js';
import { DATA_WORDS } from '../words.js';
import {
  article,
  chip,
  date,
  facts,
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

const TONES: Readonly<Record<Verdict | 'open', Tone>> = {
  voldoet: 'good',
  voldoet_niet: 'bad',
  niet_beslist: 'warn',
  niet_uitgevoerd: 'warn',
  niet_van_toepassing: 'plain',
  open: 'warn',
};

export function contractPart({ stand }: DossierView): Html {
  return section('contract', { nl: 'Contract en plan', en: 'Contract and plan' }, [
    fieldsOf(stand, 'contract', 'product', 'plan'),
    ...(stand.derden.length === 0
      ? []
      : [
          raw(`<h3>${shown({ nl: 'Derden', en: 'Third parties' })} ${article('derden', stand.contract.gibit)}</h3>`),
          table(
            { nl: 'Derden', en: 'Third parties' },
            [
              { head: { nl: 'Wie', en: 'Who' }, cell: ({ naam }) => shown(naam) },
              { head: { nl: 'Rol', en: 'Role' }, cell: ({ rol }) => shown(rol) },
              { head: { nl: 'Afspraak', en: 'Agreement' }, cell: ({ afspraak }) => shown(afspraak) },
              { head: { nl: 'Datum', en: 'Date' }, cell: ({ datum }) => date(datum) },
            ],
            stand.derden,
          ),
        ]),
  ]);
}

/** Fields of these parts, as far as somebody said them. */
export function fieldsOf(stand: Stand, ...parts: readonly (keyof Stand)[]): Html {
  const rows = FIELDS.filter(({ naam }) => parts.some((part) => naam.startsWith(`${part}.`))).flatMap((veld) => {
    const [part = '', field = ''] = veld.naam.split('.');
    const value = (stand[part as keyof Stand] as Readonly<Record<string, unknown>>)[field];
    if (value === undefined) return [];
    const place = veld.gibit === undefined ? '' : ` ${article(veld.gibit, stand.contract.gibit)}`;
    return [[veld.label, raw(`${valueShown(veld, value)}${place}`)] as const];
  });
  return rows.length === 0 ? paragraph({ nl: 'Nog niets vastgelegd.', en: 'Nothing laid down yet.' }, 'small') : facts(rows);
}

function valueShown({ soort, naam }: Veld, value: unknown): Html {
  if (Array.isArray(value))
    return list(
      value.map((each) =>
        soort === 'dagen' ? joined([date(String(each).slice(0, 10)), shown(String(each).slice(11))]) : shown(String(each)),
      ),
    );
  if (soort === 'datum') return date(String(value));
  if (naam === 'privacy.gegevens') return shown(DATA_WORDS[value as keyof typeof DATA_WORDS]);
  return typeof value === 'boolean' ? shown(value) : shown(String(value));
}

export function requirementsPart({ eisen, stand }: DossierView): Html {
  const rows = table<RequirementState>(
    { nl: 'Eisen', en: 'Requirements' },
    [
      { head: { nl: 'Eis', en: 'Requirement' }, cell: ({ eis }) => shown(eis.id) },
      { head: { nl: 'Wat', en: 'What' }, cell: ({ eis }) => joined([shown(eis.eis), small([eis.bron, eis.norm])]) },
      {
        head: { nl: 'Standaard', en: 'Standard' },
        cell: ({ eis }) => shown([eis.standaard, eis.versie, eis.rol].filter(Boolean).join(' ')),
      },
      { head: { nl: 'Verplicht', en: 'Mandatory' }, cell: ({ eis }) => shown(eis.verplicht) },
      { head: { nl: 'Uitslag', en: 'Result' }, cell: resultOf },
    ],
    eisen,
  );
  const none = { nl: 'Er zijn nog geen eisen opgenomen.', en: 'There are no requirements yet.' };
  return section(
    'eisen',
    { nl: 'Overeengekomen gebruik', en: 'Agreed use' },
    [eisen.length === 0 ? paragraph(none, 'small') : rows],
    article('normen', stand.contract.gibit),
  );
}

function resultOf({ uitslag, ronde, uitleg, rapporten, vervallen, tegenspraak }: RequirementState): Html {
  const [newest] = rapporten;
  const by: Tekst | undefined =
    ronde !== undefined
      ? { nl: `ronde ${ronde}`, en: `round ${ronde}` }
      : newest
        ? { nl: `rapport ${newest.id}`, en: `report ${newest.id}` }
        : undefined;
  const lost =
    vervallen.length === 0
      ? []
      : [
          raw(
            `<small>${chip('bad', { nl: `telt niet: ${names(vervallen)}`, en: `does not count: ${names(vervallen)}` })}</small>`,
          ),
        ];
  const against =
    tegenspraak.length === 0
      ? []
      : [
          raw(
            `<small>${chip('bad', { nl: `tegengesproken: ${tegenspraak.join(', ')}`, en: `contradicted: ${tegenspraak.join(', ')}` })}</small>`,
          ),
        ];
  return joined([
    chip(TONES[uitslag], uitslag === 'open' ? { nl: 'nog open', en: 'still open' } : VERDICT_WORDS[uitslag]),
    ...(by ? [raw(`<small>${shown(by)}</small>`)] : []),
    ...(uitleg === undefined ? [] : [raw(`<small>${shown(uitleg)}</small>`)]),
    ...lost,
    ...against,
  ]);
}

function names(reports: readonly { readonly id: string }[]): string {
  return reports.map(({ id }) => id).join(', ');
}

function small(parts: readonly (string | undefined)[]): Html {
  const text = parts.filter((each) => each !== undefined && each !== '').join(' · ');
  return text === '' ? raw('') : raw(`<small>${shown(text)}</small>`);
}

/** By theme and edition only: numbers of norms are not known here. */
export function normsPart({ stand }: DossierView): Html {
  const edition = stand.contract.ictKwaliteitsnormen;
  return section(
    'normen',
    { nl: 'Gemeentelijke ICT-kwaliteitsnormen', en: 'Municipal ICT quality norms' },
    [
      paragraph(
        edition === undefined
          ? { nl: 'Welke editie geldt, is niet vastgelegd.', en: 'Which edition applies is not laid down.' }
          : { nl: `Editie ${edition}.`, en: `Edition ${edition}.` },
      ),
      table<(typeof NORM_THEMES)[number]>(
        { nl: 'Thema’s', en: 'Themes' },
        [
          { head: { nl: 'Thema', en: 'Theme' }, cell: (theme) => shown(theme) },
          { head: { nl: 'Editie', en: 'Edition' }, cell: () => shown(edition) },
          { head: { nl: 'Bewijs in dit dossier', en: 'Evidence in this dossier' }, cell: (theme) => shown(NORM_EVIDENCE[theme]) },
        ],
        NORM_THEMES,
      ),
    ],
    article('normen', stand.contract.gibit),
  );
}

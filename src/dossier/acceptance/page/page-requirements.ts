/** The agreed use: requirements, and whether they are met. */
import type { Tekst, Verdict } from '../../../model/finding.js';
import { VERDICT_WORDS } from '../../../report/words.js';
import type { RequirementState } from '../requirements.js';
import type { DossierView } from '../view.js';
import { article, chip, type Html, joined, paragraph, raw, section, shown, type Tone, table } from './page-pieces.js';

const TONES: Readonly<Record<Verdict | 'open', Tone>> = {
  voldoet: 'good',
  voldoet_niet: 'bad',
  niet_beslist: 'warn',
  niet_uitgevoerd: 'warn',
  niet_van_toepassing: 'plain',
  open: 'warn',
};

/** With what shows each, and what speaks against it. */
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

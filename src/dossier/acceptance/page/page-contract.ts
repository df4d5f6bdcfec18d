/** What was agreed: contract, plan, third parties. */
import { FIELDS, type Veld } from '../fields.js';
import type { Stand } from '../state.js';
import type { DossierView } from '../view.js';
import { DATA_WORDS } from '../words.js';
import { article, date, facts, type Html, joined, list, paragraph, raw, section, shown, table } from './page-pieces.js';

/** Only what somebody said. */
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

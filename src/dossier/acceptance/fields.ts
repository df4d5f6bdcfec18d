/** The fields of a dossier that somebody sets one by one: what each is called, what may stand in it, and what it says. */
import type { Tekst } from '../../model/finding.js';
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';
import type { Velden } from './change.js';
import { isDay } from './days.js';
import type { GibitPlaats } from './gibit.js';
import { NORM_EDITIONS } from './quality-norms.js';
import { DATA_KINDS, EDITIONS } from './words.js';

export interface Veld {
  /** `plan.fataal`: the part, and the field in it. */
  readonly naam: string;
  readonly soort: 'tekst' | 'datum' | 'janee' | 'getal' | 'bedrag' | 'keuze' | 'lijst' | 'dagen';
  readonly keuzes?: readonly string[];
  readonly label: Tekst;
  readonly gibit?: GibitPlaats;
}

export const FIELDS: readonly Veld[] = [
  v('contract.opdrachtgever', 'tekst', 'Opdrachtgever', 'Client'),
  v('contract.leverancier', 'tekst', 'Leverancier', 'Supplier'),
  v('contract.overeenkomstnummer', 'tekst', 'Overeenkomst', 'Agreement'),
  v('contract.gibit', 'keuze', 'GIBIT-editie', 'GIBIT edition', { keuzes: EDITIONS }),
  v('contract.ictKwaliteitsnormen', 'keuze', 'ICT-kwaliteitsnormen, editie', 'ICT quality norms, edition', {
    ...{ keuzes: NORM_EDITIONS, gibit: 'normen' },
  }),
  v('contract.afwijkingen', 'lijst', 'Anders afgesproken', 'Agreed otherwise'),
  v('product.pakketnaam', 'tekst', 'Product', 'Product'),
  v('product.versie', 'tekst', 'Versie', 'Version'),
  v('plan.implementatieplan', 'tekst', 'Implementatieplan', 'Implementation plan', { gibit: 'implementatieplan' }),
  v('plan.testprotocol', 'tekst', 'Testprotocol', 'Test protocol', { gibit: 'testprotocol' }),
  v('plan.einddatumImplementatie', 'datum', 'Einddatum implementatie', 'End date of implementation', { gibit: 'waarschuwen' }),
  v('plan.fataal', 'janee', 'Einddatum is fataal', 'End date is fatal', { gibit: 'waarschuwen' }),
  v('plan.rondes', 'getal', 'Testrondes gepland', 'Test rounds planned', { gibit: 'naMislukken' }),
  v('plan.omgevingen', 'lijst', 'Omgevingen', 'Environments'),
  v('betaling.eenmalig', 'bedrag', 'Eenmalige vergoeding (€)', 'One-off fee (€)', { gibit: 'betaling' }),
  v('betaling.ingehouden', 'getal', 'Ingehouden tot acceptatie (%)', 'Retained until acceptance (%)', { gibit: 'betaling' }),
  v('betaling.periodiekVanaf', 'datum', 'Periodieke vergoeding vanaf', 'Periodic fee from', { gibit: 'betaling' }),
  v('gebruik.productiefSinds', 'datum', 'Productief in gebruik sinds', 'In productive use since', { gibit: 'productief' }),
  v('gebruik.uitzondering', 'tekst', 'Waarom dat geen acceptatie is', 'Why that is no acceptance', { gibit: 'productief' }),
  v('privacy.gegevens', 'keuze', 'Testgegevens', 'Test data', { keuzes: DATA_KINDS, gibit: 'privacy' }),
  v('privacy.maskering', 'tekst', 'Maskering', 'Masking', { gibit: 'privacy' }),
  v('privacy.bewaartermijn', 'tekst', 'Bewaartermijn', 'Retention', { gibit: 'archivering' }),
  v('privacy.selectielijst', 'tekst', 'Selectielijst, categorie', 'Selectielijst, category', { gibit: 'archivering' }),
  v('privacy.vernietigen', 'dagen', 'Te vernietigen', 'To be destroyed', { gibit: 'privacy' }),
  v('privacy.vernietigd', 'dagen', 'Vernietigd', 'Destroyed', { gibit: 'privacy' }),
];

/**
 * Reads `NAME=VALUE` texts; a name that is given more than once is a list, an empty value takes the field away.
 * @throws {HarnessError} `USAGE` with the nearest name, or with what may stand there
 */
export function readFields(texts: readonly string[]): Velden {
  const given = new Map<string, string[]>();
  for (const text of texts) {
    const at = text.indexOf('=');
    if (at < 1) throw usage(`"${text}" is geen NAAM=WAARDE`, `"${text}" is no NAME=VALUE`);
    const name = text.slice(0, at).trim();
    given.set(name, [...(given.get(name) ?? []), text.slice(at + 1).trim()]);
  }
  return Object.fromEntries([...given].map(([name, values]) => [name, readValue(fieldCalled(name), values)]));
}

function fieldCalled(name: string): Veld {
  const found = FIELDS.find((each) => each.naam === name);
  if (found) return found;
  const names = FIELDS.map(({ naam }) => naam);
  const near = didYouMean(names.find((each) => each.endsWith(`.${name}`)) ?? nearest(name, names));
  throw usage(`er is geen veld "${name}"${near.nl}`, `there is no field "${name}"${near.en}`, {
    nl: `Velden: ${names.join(', ')}.`,
    en: `Fields: ${names.join(', ')}.`,
  });
}

function readValue({ naam, soort, keuzes = [] }: Veld, values: readonly string[]): Velden[string] {
  const [first = '', second] = values;
  if (soort === 'lijst' || soort === 'dagen') {
    const filled = values.filter((each) => each !== '');
    const wrong = soort === 'dagen' ? filled.find((each) => !isDay(each.slice(0, 10)) || each[10] !== ' ') : undefined;
    if (wrong !== undefined) throw expected(naam, wrong, DAY_TEXT);
    return filled;
  }
  if (second !== undefined) throw usage(`${naam} staat er tweemaal`, `${naam} is given twice`);
  if (first === '') return '';
  switch (soort) {
    case 'datum':
      if (!isDay(first)) throw expected(naam, first, { nl: 'een dag zoals 2027-01-31', en: 'a day such as 2027-01-31' });
      return first;
    case 'janee':
      if (!/^(ja|nee|yes|no)$/.test(first)) throw expected(naam, first, { nl: 'ja of nee', en: 'ja (yes) or nee (no)' });
      return first === 'ja' || first === 'yes';
    case 'getal':
      if (!/^\d{1,3}$/.test(first) || Number(first) > 100)
        throw expected(naam, first, { nl: 'een geheel getal van 0 tot 100', en: 'a whole number from 0 to 100' });
      return Number(first);
    case 'bedrag':
      if (!/^\d{1,12}(\.\d\d)?$/.test(first))
        throw expected(naam, first, { nl: 'een bedrag zoals 120000 of 120000.50', en: 'an amount such as 120000 or 120000.50' });
      return first;
    case 'keuze':
      if (!keuzes.includes(first)) throw expected(naam, first, { nl: keuzes.join(', '), en: keuzes.join(', ') });
      return first;
    default:
      return first;
  }
}

const DAY_TEXT = {
  nl: 'een dag en wat, zoals "2027-05-01 privédeel van R1"',
  en: 'a day and what, such as "2027-05-01 private part of R1"',
};

function expected(name: string, value: string, { nl, en }: Tekst): HarnessError {
  return usage(`${name}: verwacht ${nl}, gekregen "${value}"`, `${name}: expected ${en}, got "${value}"`);
}

function usage(nl: string, en: string, hint?: Tekst): HarnessError {
  return new HarnessError('USAGE', { nl, en }, hint && { hint });
}

function v(naam: string, soort: Veld['soort'], nl: string, en: string, more: Partial<Veld> = {}): Veld {
  return { naam, soort, label: { nl, en }, ...more };
}

/** Folds the changes of a dossier into where it stands. Same changes, same stand. */
import type { Velden, Wat, Wijziging } from './change.js';
import { FIELDS } from './fields.js';
import type { Gebrek, Ronde, Stand } from './state.js';

export const EMPTY: Stand = {
  contract: {},
  product: {},
  plan: {},
  eisen: [],
  rapporten: [],
  hergebruik: [],
  keten: [],
  derden: [],
  rondes: [],
  gebreken: [],
  opmerkingen: [],
  testverslagen: [],
  besluiten: [],
  gebruik: {},
  betaling: {},
  privacy: {},
};

/** @param changes - in order; that they form a chain is not looked at here */
export function foldChanges(changes: readonly Wijziging[]): Stand {
  return changes.reduce((stand, { wat }) => after(stand, wat), EMPTY);
}

function after(stand: Stand, wat: Wat): Stand {
  switch (wat.soort) {
    case 'begonnen':
    case 'gezet':
      return withFields(stand, wat.velden);
    case 'eisen':
      return { ...stand, eisen: replaced(stand.eisen, wat.eisen) };
    case 'rapport':
      return { ...stand, rapporten: [...stand.rapporten, wat.rapport] };
    case 'hergebruik':
      return {
        ...stand,
        hergebruik: [...stand.hergebruik.filter(({ rapport }) => rapport !== wat.hergebruik.rapport), wat.hergebruik],
      };
    case 'keten':
      return { ...stand, keten: [...stand.keten, wat.notitie] };
    case 'derde':
      return { ...stand, derden: [...stand.derden.filter(({ naam }) => naam !== wat.derde.naam), wat.derde] };
    case 'ronde':
      return { ...stand, rondes: withRound(stand.rondes, wat.ronde) };
    case 'uitslagen':
      return {
        ...stand,
        rondes: stand.rondes.map((each) =>
          each.nr === wat.ronde ? { ...each, uitslagen: replacedBy(each.uitslagen, wat.uitslagen, ({ eis }) => eis) } : each,
        ),
      };
    case 'gebreken':
      return { ...stand, gebreken: replaced<Gebrek>(stand.gebreken, wat.gebreken) };
    case 'opmerking':
      return { ...stand, opmerkingen: [...stand.opmerkingen, wat.opmerking] };
    case 'testverslag':
      return { ...stand, testverslagen: [...stand.testverslagen, wat.testverslag] };
    case 'besluit':
      return { ...stand, besluiten: [...stand.besluiten, wat.besluit] };
    case 'ondertekening':
      return stand;
  }
}

/** `plan.fataal` is the field `fataal` of the part `plan`. An empty text or list takes a field away; what is no field is nothing. */
function withFields(stand: Stand, velden: Velden): Stand {
  const parts = new Map<string, Map<string, unknown>>();
  for (const [name, value] of Object.entries(velden)) {
    if (!KNOWN.has(name)) continue;
    const [part = '', field = ''] = name.split('.');
    const fields = parts.get(part) ?? new Map(Object.entries(stand[part as keyof Stand]));
    parts.set(part, fields);
    if (value === '' || (Array.isArray(value) && value.length === 0)) fields.delete(field);
    else fields.set(field, value);
  }
  return { ...stand, ...Object.fromEntries([...parts].map(([part, fields]) => [part, Object.fromEntries(fields)])) };
}

/** A dossier that somebody wrote by hand may name anything at all. */
const KNOWN = new Set(FIELDS.map(({ naam }) => naam));

function withRound(rounds: readonly Ronde[], round: Omit<Ronde, 'uitslagen'>): readonly Ronde[] {
  const before = rounds.find(({ nr }) => nr === round.nr);
  const others = rounds.filter(({ nr }) => nr !== round.nr);
  return [...others, { ...round, uitslagen: before?.uitslagen ?? [] }].toSorted((one, other) => one.nr - other.nr);
}

function replaced<T extends { readonly id: string }>(before: readonly T[], now: readonly T[]): readonly T[] {
  return replacedBy(before, now, ({ id }) => id);
}

/** Known ones keep their place. */
function replacedBy<T>(before: readonly T[], now: readonly T[], keyOf: (each: T) => string): readonly T[] {
  const byKey = new Map(now.map((each) => [keyOf(each), each]));
  const known = new Set(before.map(keyOf));
  return [...before.map((each) => byKey.get(keyOf(each)) ?? each), ...now.filter((each) => !known.has(keyOf(each)))];
}

/** Folds the changes of a dossier into where it stands. Same changes, same stand. */
import type { Velden, Wat, Wijziging } from './change.js';
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

/** `plan.fataal` is the field `fataal` of the part `plan`. An empty text or list takes a field away. */
function withFields(stand: Stand, velden: Velden): Stand {
  const parts: Record<string, Record<string, unknown>> = {};
  for (const [name, value] of Object.entries(velden)) {
    const [part = '', field = ''] = name.split('.');
    parts[part] ??= { ...(stand[part as keyof Stand] as object) };
    if (value === '' || (Array.isArray(value) && value.length === 0)) delete parts[part][field];
    else parts[part][field] = value;
  }
  return { ...stand, ...parts };
}

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

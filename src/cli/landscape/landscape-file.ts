/** Reads landscape.yaml: what a gemeente has, and what talks with what. */

import type { Standaard } from '../../dossier/interop/cell.js';
import type { Landschap, Systeem, Verbinding } from '../../dossier/interop/landscape.js';
import { HarnessError, inLanguage, type Place } from '../../model/harness-error.js';
import type { StandardDefinition } from '../../model/standard-definition.js';
import { entriesOf, type PlaceOf, strictMap, unknownName, wrong } from './strict-map.js';

const TOP = ['municipality', 'systems', 'links'] as const;
const SYSTEM = ['product', 'version', 'supplier', 'roles'] as const;
const LINK = ['from', 'to', 'via', 'standard'] as const;

export interface KnownStandards {
  /** By `<name> <version>`, of the reports that were given. */
  readonly inReports: readonly Standaard[];
  /** @throws {HarnessError} for one that is not there, with the nearest */
  load(id: string): Promise<StandardDefinition>;
}

/** @throws {HarnessError} `CONFIG_INVALID` with file:line:column and the nearest name */
export async function readLandscape(text: string, file: string, known: KnownStandards): Promise<Landschap> {
  const { readAnyYaml } = await import('../../suite/yaml-reader.js');
  const { value, place } = readAnyYaml(text, file, 'CONFIG_INVALID');
  const top = strictMap(value, TOP, place);
  const all = entriesOf(value, place([]));
  const { read: koppelingen, defined } = await linksIn(all.links, below(place, 'links'), known);
  const systemen = Object.entries(entriesOf(all.systems ?? {}, place(['systems']))).map(([id, of]) =>
    systemIn(id, of, below(below(place, 'systems'), id), defined),
  );
  if (systemen.length === 0 || koppelingen.length === 0) throw wrong(place([]), NOTHING);
  const ids = systemen.map(({ id }) => id);
  for (const { id, van, naar, via } of koppelingen) {
    const known = (name: string, who: string) => {
      if (!ids.includes(who)) throw unknownName(who, ids, place(['links', id, name]));
    };
    known('from', van);
    known('to', naar);
    for (const each of via) known('via', each);
  }
  const gemeente = top.text('municipality');
  return { ...(gemeente !== undefined && { gemeente }), systemen, koppelingen };
}

async function linksIn(value: unknown, place: PlaceOf, known: KnownStandards) {
  const defined = new Map<string, StandardDefinition>();
  const read: Verbinding[] = [];
  for (const [id, of] of Object.entries(entriesOf(value ?? {}, place([])))) {
    const link = strictMap(of, LINK, below(place, id));
    const standaard = await standardNamed(link.needed('standard'), link.at('standard'), known, defined);
    read.push({ id, van: link.needed('from'), naar: link.needed('to'), via: link.texts('via') ?? [], standaard });
  }
  return { read, defined };
}

/** By its name among suites, or as reports say it. */
async function standardNamed(
  named: string,
  at: Place,
  { inReports, load }: KnownStandards,
  defined: Map<string, StandardDefinition>,
): Promise<Standaard> {
  const found = inReports.find(({ naam, versie }) => `${naam} ${versie}` === named);
  if (found) return found;
  try {
    const standard = await load(named);
    defined.set(named, standard);
    return { naam: standard.naam, versie: standard.versie };
  } catch (error) {
    if (!(error instanceof HarnessError)) throw error;
    throw wrong(at, { nl: inLanguage(error.text, 'nl'), en: inLanguage(error.text, 'en') }, HOW_STANDARD);
  }
}

function systemIn(id: string, value: unknown, place: PlaceOf, defined: ReadonlyMap<string, StandardDefinition>): Systeem {
  const system = strictMap(value, SYSTEM, place);
  const leverancier = system.text('supplier');
  const roles = system.texts('roles')?.map((role) => roleNamed(role, defined, system.at('roles')));
  const release = { pakketnaam: system.needed('product'), versie: system.needed('version') };
  return { id, release: { ...release, ...(leverancier !== undefined && { leverancier }) }, ...(roles && { rollen: roles }) };
}

/** A role by its id or its name, when the standards that are used here know it; otherwise as reports say it. */
function roleNamed(role: string, defined: ReadonlyMap<string, StandardDefinition>, at: Place): string {
  const all = [...defined.values()].flatMap(({ roles }) => roles);
  if (all.length === 0) return role;
  const found = all.find(({ id, naam }) => id === role || naam === role);
  if (!found) throw unknownName(role, [...new Set(all.map(({ id }) => id))], at);
  return found.naam;
}

function below(place: PlaceOf, name: string): PlaceOf {
  return (path) => place([name, ...path]);
}

const NOTHING = {
  nl: 'verwacht: "systems" en "links", met elk ten minste één naam; docs/may-we-upgrade.md heeft een voorbeeld',
  en: 'expected "systems" and "links", each with at least one name; docs/may-we-upgrade.md has an example',
} as const;

const HOW_STANDARD = {
  nl: 'Noem een standaard zoals "ketentest list standards" hem noemt.',
  en: 'Name a standard as "ketentest list standards" does.',
} as const;

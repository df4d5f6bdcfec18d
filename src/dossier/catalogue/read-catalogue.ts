/** Reads a catalogue export. Relations may be ids or whole objects; what a check cannot do without is asked for by its place. */
import { HarnessError } from '../../model/harness-error.js';
import type {
  Catalogus,
  CatalogusKoppeling,
  Compliancy,
  Element,
  Gebruik,
  Module,
  ModuleVersie,
  Organisatie,
} from './catalogue.js';
import { exportObjects, type Found, isLoose, type Kind, type Loose } from './export-objects.js';

/**
 * @param file - how it is called, for messages
 * @throws {HarnessError} `CONFIG_INVALID` that names the file and the place in it
 */
export function readCatalogue(text: string, file: string): Catalogus {
  const { objects, skipped } = exportObjects(parsed(text, file), file);
  const all = (kind: Kind) => objects.get(kind) ?? [];
  const modules = all('module');
  const inside = (name: string, as: string) => modules.flatMap((found) => embedded(found, name, as));
  return {
    organisaties: all('organisatie').map((found) => organisatie(found, file)),
    modules: modules.map((found) => moduleIn(found, file)),
    versies: once([...all('moduleversie'), ...inside('moduleVersies', 'versie')]).map((found) => versie(found, file)),
    compliancy: once([...all('compliancy'), ...inside('compliancy', 'standaardversie')]).map((found) => compliancy(found, file)),
    koppelingen: all('koppeling').map((found) => koppeling(found, file)),
    gebruiken: all('gebruik').map((found) => gebruik(found, file)),
    elementen: all('element').map((found) => element(found, file)),
    overgeslagen: skipped,
  };
}

function organisatie({ of, where }: Found, file: string): Organisatie {
  return { ids: idsOf(of), naam: needed(of, ['naam', 'name'], where, file) };
}

function moduleIn({ of, where }: Found, file: string): Module {
  const aanbieder = reference(of.aanbieder ?? of.leverancier);
  return { ids: idsOf(of), naam: needed(of, ['naam', 'name'], where, file), ...(aanbieder !== undefined && { aanbieder }) };
}

function versie({ of, where }: Found, file: string): ModuleVersie {
  return {
    ids: idsOf(of),
    module: neededReference(of.module ?? of.pakket ?? of.voorziening, 'module', where, file),
    versie: needed(of, VERSION, where, file),
    namen: [...new Set(VERSION.flatMap((name) => textIn(of, [name]) ?? []))],
    ...optional('status', of.status),
    ...optional('inGebruik', of.datumInGebruik),
    ...optional('eindeOndersteuning', of.datumEindeOndersteuning),
    ...optional('teruggetrokken', of.datumTeruggetrokken),
  };
}

const VERSION = ['versieLabel', 'versie', 'naam'] as const;

function compliancy({ of, where }: Found, file: string): Compliancy {
  const standaardversie = reference(of.standaardversie ?? of.normversie);
  return {
    id: idsOf(of)[0] ?? where,
    module: neededReference(of.module ?? of.pakket, 'module', where, file),
    ...(standaardversie !== undefined && { standaardversie }),
    ...optional('standaardGemma', of.standaardGemma),
    ...optional('url', of.url),
    heeftBestand: Array.isArray(of.bewijs) ? of.bewijs.length > 0 : Boolean(of.bewijs),
  };
}

function koppeling({ of, where }: Found, file: string): CatalogusKoppeling {
  const [moduleB, intermediair] = [reference(of.moduleB), reference(of.gerealiseerdMetIntermediairModule)];
  const richting = (['AnaarB', 'BnaarA', 'bi-directioneel'] as const).find((each) => each === of.gegevensuitwisselingRichting);
  const ids = idsOf(of);
  return {
    ids,
    naam: textIn(of, ['naam', 'name']) ?? ids[0] ?? where,
    moduleA: neededReference(of.moduleA, 'moduleA', where, file),
    ...(moduleB !== undefined && { moduleB }),
    ...(richting && { richting }),
    standaardversies: references(of.standaardversies),
    ...(intermediair !== undefined && { intermediair }),
    ...optional('status', of.status),
  };
}

function gebruik({ of, where }: Found, file: string): Gebruik {
  const [module, moduleVersie] = [reference(of.module ?? of.pakket), reference(of.moduleVersie ?? of.pakketversie)];
  return {
    ids: idsOf(of),
    afnemer: neededReference(of.afnemer, 'afnemer', where, file),
    ...(module !== undefined && { module }),
    ...(moduleVersie !== undefined && { moduleVersie }),
    ...optional('status', of.status),
    koppelingen: references(of.koppelingen),
  };
}

function element({ of, where }: Found, file: string): Element {
  return {
    ids: idsOf(of),
    naam: needed(of, ['name', 'naam'], where, file),
    ...optional('objectId', propertyOf(of.properties, 'Object ID')),
  };
}

/** A property of an element, as a map or as a list of names and values. */
function propertyOf(properties: unknown, wanted: string): unknown {
  if (isLoose(properties)) return properties[wanted];
  if (!Array.isArray(properties)) return undefined;
  const found = properties.find((each) => isLoose(each) && [each.name, each.naam, each.key].includes(wanted));
  return isLoose(found) ? (found.value ?? found.waarde) : undefined;
}

/** Objects that stand whole in their module. @param as - a field that such an object has, and an id does not */
function embedded({ of, where }: Found, name: string, as: string): readonly Found[] {
  const list = of[name];
  if (!Array.isArray(list)) return [];
  return list.flatMap((each, at) =>
    isLoose(each) && as in each ? [{ where: `${where}.${name}[${at}]`, of: { ...each, module: idsOf(of)[0] } }] : [],
  );
}

/** An object that stands in a list and in its module too is one. */
function once(found: readonly Found[]): readonly Found[] {
  return [...new Map(found.map((each) => [idsOf(each.of)[0] ?? each.where, each])).values()];
}

function idsOf(of: Loose): readonly string[] {
  const self = isLoose(of['@self']) ? of['@self'] : {};
  const all = [of.id, of.uuid, of.identifier, self.id, self.uuid].filter((each) => ['string', 'number'].includes(typeof each));
  return [...new Set(all.map(String))];
}

/** An id, or an object that has one. */
function reference(value: unknown): string | undefined {
  if (isLoose(value)) return idsOf(value)[0];
  return typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined;
}

function references(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.flatMap((each) => reference(each) ?? []) : [];
}

function neededReference(value: unknown, name: string, where: string, file: string): string {
  return reference(value) ?? missing(where, name, file);
}

function needed(of: Loose, names: readonly string[], where: string, file: string): string {
  return textIn(of, names) ?? missing(where, names[0] ?? '', file);
}

function textIn(of: Loose, names: readonly string[]): string | undefined {
  const found = names
    .map((name) => of[name])
    .find((each) => (typeof each === 'string' && each !== '') || typeof each === 'number');
  return found === undefined ? undefined : String(found);
}

function optional<K extends string>(name: K, value: unknown): { readonly [N in K]?: string } {
  return typeof value === 'string' && value !== '' ? ({ [name]: value } as { readonly [N in K]?: string }) : {};
}

function missing(where: string, name: string, file: string): never {
  const text = { nl: `${file}: ${where} heeft geen "${name}"`, en: `${file}: ${where} has no "${name}"` };
  throw new HarnessError('CONFIG_INVALID', text, { place: { file } });
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\u{FEFF}/u, ''));
  } catch (cause) {
    throw new HarnessError(
      'CONFIG_INVALID',
      { nl: `${file} is geen JSON`, en: `${file} is not JSON` },
      { cause, place: { file } },
    );
  }
}

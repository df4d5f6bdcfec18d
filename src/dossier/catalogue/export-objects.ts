/** The objects of a catalogue export, by kind, however they lie in it: as lists by name, as pages of an API, or each with its schema. */
import { HarnessError } from '../../model/harness-error.js';
import { didYouMean, nearest } from '../../model/nearest.js';

export type Kind = 'organisatie' | 'module' | 'moduleversie' | 'compliancy' | 'koppeling' | 'gebruik' | 'element';

export type Loose = Readonly<Record<string, unknown>>;

export interface Found {
  /** Where it stands in the export, e.g. `modules[3]`. */
  readonly where: string;
  readonly of: Loose;
}

export interface ExportObjects {
  readonly objects: ReadonlyMap<Kind, readonly Found[]>;
  readonly skipped: readonly string[];
}

/** Names in the export, of this model of the catalogue and of older ones. */
const NAMES: Readonly<Record<string, Kind>> = {
  ...{ organisatie: 'organisatie', organisaties: 'organisatie', leverancier: 'organisatie', leveranciers: 'organisatie' },
  ...{ module: 'module', modules: 'module', pakket: 'module', pakketten: 'module' },
  ...{ voorziening: 'module', voorzieningen: 'module' },
  ...{ moduleversie: 'moduleversie', moduleversies: 'moduleversie', pakketversie: 'moduleversie', pakketversies: 'moduleversie' },
  ...{ voorzieningversie: 'moduleversie', voorzieningversies: 'moduleversie' },
  ...{ compliancy: 'compliancy', compliancies: 'compliancy', koppeling: 'koppeling', koppelingen: 'koppeling' },
  ...{ gebruik: 'gebruik', gebruiken: 'gebruik', element: 'element', elements: 'element', elementen: 'element' },
  ...{ standaardversie: 'element', standaardversies: 'element', normversie: 'element', normversies: 'element' },
};

/** @throws {HarnessError} `CONFIG_INVALID` when there is nothing of a catalogue in it */
export function exportObjects(value: unknown, file: string): ExportObjects {
  const objects = new Map<Kind, Found[]>();
  const skipped = new Set<string>();
  const add = (name: string, found: Found): void => {
    const kind = kindOf(name);
    if (kind === undefined) skipped.add(name);
    else objects.set(kind, [...(objects.get(kind) ?? []), found]);
  };
  if (Array.isArray(value)) {
    value.forEach((of, at) => isLoose(of) && add(schemaOf(of) ?? `[${at}]`, { where: `[${at}]`, of }));
  } else if (isLoose(value)) {
    for (const [name, of] of Object.entries(value)) {
      const list = listIn(of);
      if (list === undefined) skipped.add(name);
      else list.forEach((each, at) => isLoose(each) && add(schemaOf(each) ?? name, { where: `${name}[${at}]`, of: each }));
      if (list?.length === 0 && kindOf(name) === undefined) skipped.add(name);
    }
  }
  if (objects.has('module')) return { objects, skipped: [...skipped] };
  const names = [...skipped];
  const near = names.map((name) => nearest(name, ['modules', 'compliancy', 'moduleVersies'])).find((each) => each !== undefined);
  const meant = didYouMean(near);
  throw new HarnessError(
    'CONFIG_INVALID',
    {
      nl: `${file}: hierin staan geen modules van een catalogus${meant.nl}`,
      en: `${file}: there are no modules of a catalogue in this${meant.en}`,
    },
    {
      place: { file },
      hint: {
        nl: 'Verwacht: JSON met modules, moduleVersies, compliancy, koppelingen, gebruiken, organisaties en elementen (docs/catalogue-check.md).',
        en: 'Expected JSON with modules, moduleVersies, compliancy, koppelingen, gebruiken, organisaties and elementen (docs/catalogue-check.md).',
      },
    },
  );
}

export function isLoose(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isLoose(value)) return undefined;
  return [value.results, value.objects].find(Array.isArray);
}

/** In what the catalogue's own API gives, an object says of which schema it is. */
function schemaOf(of: Loose): string | undefined {
  const self = of['@self'];
  const schema = isLoose(self) ? self.schema : undefined;
  const name = isLoose(schema) ? (schema.slug ?? schema.title) : schema;
  return typeof name === 'string' && kindOf(name) !== undefined ? name : undefined;
}

function kindOf(name: string): Kind | undefined {
  const plain = name.toLowerCase().replaceAll(/[^a-z]/g, '');
  return Object.hasOwn(NAMES, plain) ? NAMES[plain] : undefined;
}

/**
 * The words in which the rows of a rule describe an entity in a kennisgeving: the columns of tables 5.3 to 5.7.
 *
 * @see StUF 03.01 §5.2.5 to §5.2.7
 */
import { attributeOf, childOf, type XmlElement } from '../../../model/xml-element.js';
import { STUF } from '../namespaces.js';
import { isFilled, isNil, noValueOf } from '../registry/elements.js';
import type { Entity } from './kennisgevingen.js';

/** Entity type → local names of its kerngegevens. */
export type Kerngegevens = Readonly<Record<string, readonly string[]>>;

/** Elements of a tijdvak, by name: the tijdvak they stand in. */
const IN_TIJDVAK: Readonly<Record<string, string>> = {
  beginGeldigheid: 'tijdvakGeldigheid',
  eindGeldigheid: 'tijdvakGeldigheid',
  beginRelatie: 'tijdvakRelatie',
  eindRelatie: 'tijdvakRelatie',
};

const KEYS = ['sleutelVerzendend', 'sleutelOntvangend', 'sleutelGegevensbeheer', 'sleutelSynchronisatie'];

type Fact = (entity: Entity, kerngegevens: Kerngegevens) => string;

/**
 * `afwezig` when it is not there, `gevuld` when it holds something, else the reason that noValue gives, or `leeg`.
 * Of what cannot be empty: `aanwezig` or `afwezig`.
 */
const FACTS: Readonly<Record<string, Fact>> = {
  mutatiesoort: ({ kennisgeving }) => kennisgeving.mutatiesoort,
  objecten: ({ kennisgeving }) => String(kennisgeving.objects.length),
  kant: ({ kant }) => kant,
  plaats: ({ plaats }) => plaats,
  verwerkingssoort: ({ verwerkingssoort }) => verwerkingssoort ?? 'afwezig',
  entiteittype: ({ element }) => (attributeOf(element, STUF, 'entiteittype') === undefined ? 'afwezig' : 'aanwezig'),
  /** verwerkingssoort of the entity it hangs under. */
  onder: ({ parent }) => parent?.verwerkingssoort ?? 'afwezig',
  onderPlaats: ({ parent }) => parent?.plaats ?? 'afwezig',
  inhoud: ({ element }) => stateOf(element),
  gerelateerde: ({ gerelateerde }) => (gerelateerde ? 'aanwezig' : 'afwezig'),
  /** The same entity in the other object; `tegenhanger.<word>` asks that one. */
  tegenhanger: ({ counterpart }) => (counterpart ? 'aanwezig' : 'afwezig'),
  /** Whether the kerngegevens are there: volledig, onvolledig (some are left out), geen (none has a value). */
  kerngegevens: (entity, kerngegevens) => kerngegevensOf(entity, kerngegevens),
  tijdvakGeldigheid: ({ element }) => presence(childOf(element, 'tijdvakGeldigheid', STUF)),
  tijdvakRelatie: ({ element }) => presence(childOf(element, 'tijdvakRelatie', STUF)),
  tijdstipRegistratie: (entity) => stateOf(fieldOf(entity, 'tijdstipRegistratie')),
  ...Object.fromEntries(
    Object.keys(IN_TIJDVAK).map((name): [string, Fact] => [name, (entity) => stateOf(fieldOf(entity, name))]),
  ),
  ...Object.fromEntries(
    KEYS.map((name): [string, Fact] => [name, (entity) => (fieldValue(entity, name) ? 'aanwezig' : 'afwezig')]),
  ),
};

/** What the kind of an entity says already. */
export const FACTS_OF_KIND: readonly string[] = ['plaats', 'kant', 'objecten', 'mutatiesoort', 'verwerkingssoort'];

const OF_COUNTERPART = 'tegenhanger.';

/** Words that a row may use. */
export const FACT_NAMES: readonly string[] = Object.keys(FACTS).flatMap((name) => [name, `${OF_COUNTERPART}${name}`]);

/** Fields whose values a row may compare. */
export const FIELD_NAMES: readonly string[] = [
  ...Object.keys(IN_TIJDVAK),
  ...KEYS,
  'tijdstipRegistratie',
  'tijdstipBericht',
  'verwerkingssoort',
];

/** Number of a word, for `factOf`. */
export function factNumber(name: string): number {
  return FACT_NAMES.indexOf(name);
}

/** @param fact - its number */
export function factOf(entity: Entity, fact: number, kerngegevens: Kerngegevens): string {
  if (entity.facts?.by !== kerngegevens) entity.facts = { by: kerngegevens, known: new Array(FACT_NAMES.length) };
  const { known } = entity.facts;
  const found = known[fact] ?? lookUp(entity, fact, kerngegevens);
  known[fact] = found;
  return found;
}

/** Words come in pairs: of the entity itself, and of its counterpart. */
function lookUp(entity: Entity, fact: number, kerngegevens: Kerngegevens): string {
  if (fact % 2 === 0) return FACTS[FACT_NAMES[fact] ?? '']?.(entity, kerngegevens) ?? '';
  return entity.counterpart ? factOf(entity.counterpart, fact - 1, kerngegevens) : 'afwezig';
}

/** The element that a field of an entity stands in. */
export function fieldOf({ element }: Entity, name: string): XmlElement | undefined {
  const tijdvak = IN_TIJDVAK[name];
  const holder = tijdvak === undefined ? element : childOf(element, tijdvak, STUF);
  return holder && childOf(holder, name, STUF);
}

/** The value of a field, as far as it is known; '' when it has none. */
export function fieldValue(entity: Entity, name: string): string {
  if (name === 'tijdstipBericht') return entity.kennisgeving.tijdstipBericht;
  if (name === 'verwerkingssoort') return entity.verwerkingssoort ?? '';
  if (KEYS.includes(name)) return attributeOf(entity.element, STUF, name)?.trim() ?? '';
  const element = fieldOf(entity, name);
  return element && !isNil(element) ? knownPart(element) : '';
}

/** Of an incomplete date only the part that is known counts (S301 §3.3.1). */
function knownPart(element: XmlElement): string {
  const digits = KNOWN_DIGITS[attributeOf(element, STUF, 'indOnvolledigeDatum') ?? 'V'];
  return element.text.trim().slice(0, digits);
}

const KNOWN_DIGITS: Readonly<Record<string, number>> = { D: 6, M: 4, J: 0 };

function stateOf(element: XmlElement | undefined): string {
  if (!element) return 'afwezig';
  return isFilled(element) ? 'gevuld' : (noValueOf(element) ?? 'leeg');
}

function presence(element: XmlElement | undefined): string {
  return element ? 'aanwezig' : 'afwezig';
}

function kerngegevensOf({ element }: Entity, of: Kerngegevens): string {
  const names = of[attributeOf(element, STUF, 'entiteittype') ?? ''];
  const parts = element.children.filter((child) => names?.includes(child.name) ?? child.name !== 'gerelateerde');
  if (!parts.some(holdsValue)) return 'geen';
  return names?.every((name) => parts.some((each) => each.name === name)) === false ? 'onvolledig' : 'volledig';
}

function holdsValue(element: XmlElement): boolean {
  if (isNil(element)) return false;
  return (
    element.text.trim() !== '' ||
    attributeOf(element, STUF, 'sleutelOntvangend') !== undefined ||
    element.children.some(holdsValue)
  );
}

/**
 * What the registry knows of a koppelvlak, looked up by name: everything here comes from its data.
 */
import type {
  EntityDefinition,
  InverseRelation,
  ServiceDefinition,
  StandardDefinition,
} from '../../../model/standard-definition.js';
import { clarkName, type XmlElement } from '../../../model/xml-element.js';
import { isFilled, isRelation, textsAt } from './elements.js';
import { type RelationSettings, type Settings, settingsOf } from './settings.js';

export interface Knowledge {
  readonly standard: StandardDefinition;
  readonly settings: Settings;
  /** The services whose request is this element, by clark name. */
  servicesOf(element: string): readonly ServiceDefinition[];
  isDeclared(type: string): boolean;
  /** The relations of a type that are the other side of somebody else's. */
  inversesOf(type: string): readonly InverseRelation[];
  /** `type|relation` of every relation that is seen from its other side somewhere. */
  readonly seenFromBothSides: ReadonlySet<string>;
  kerngegevensOf(type: string): readonly string[];
  relationOf(type: string | undefined): RelationSettings;
  /** One text for each group of keys that is filled; an undeclared type is identified by all that is said of it. */
  keysOf(type: string, element: Pick<XmlElement, 'children'>): readonly string[];
}

/** A standard does not change, and every judge that predicts asks again. */
const KNOWN = new WeakMap<StandardDefinition, Knowledge>();

export function knowledgeOf(standard: StandardDefinition): Knowledge {
  const known = KNOWN.get(standard) ?? readFrom(standard);
  KNOWN.set(standard, known);
  return known;
}

function readFrom(standard: StandardDefinition): Knowledge {
  const entities = new Map<string, EntityDefinition>(standard.entities.map((each) => [each.type, each]));
  const settings = settingsOf(standard);
  const services = byElement(standard);
  const groups = new Map(standard.entities.map(({ type, keys }) => [type, keys.map((names) => keyGroup(type, names))]));
  return {
    standard,
    settings,
    servicesOf: (element) => services.get(element) ?? [],
    isDeclared: (type) => entities.has(type),
    inversesOf: (type) => entities.get(type)?.inverse ?? [],
    seenFromBothSides: new Set(standard.entities.flatMap((each) => each.inverse.map(({ of, via }) => `${of}|${via}`))),
    kerngegevensOf: (type) => settings.kerngegevens[type] ?? entities.get(type)?.keys.flat() ?? [],
    relationOf: (type) => (type === undefined ? undefined : settings.relations[type]) ?? {},
    keysOf(type, element) {
      const definition = entities.get(type);
      if (!definition) return allThatIsSaid(type, element);
      const found: string[] = [];
      for (const group of groups.get(type) ?? []) {
        const key = keyOf(group, element);
        if (key !== undefined) found.push(key);
      }
      return found;
    },
  };
}

function byElement(standard: StandardDefinition): ReadonlyMap<string, readonly ServiceDefinition[]> {
  const services = new Map<string, ServiceDefinition[]>();
  for (const service of standard.services) {
    const [prefix = '', name = ''] = service.request.element.split(':');
    const element = clarkName({ namespace: standard.namespaces[prefix] ?? '', name });
    services.set(element, [...(services.get(element) ?? []), service]);
  }
  return services;
}

/** Elements that identify an entity together. */
interface KeyGroup {
  /** What a key begins with. */
  readonly before: string;
  readonly paths: readonly { readonly first: string; readonly rest: string }[];
}

function keyGroup(type: string, names: readonly string[]): KeyGroup {
  const paths = names.map((name) => {
    const [first = '', ...rest] = name.split('/');
    return { first, rest: rest.join('/') };
  });
  return { before: `${type}|${names.join('+')}=`, paths };
}

/** Undefined when one of them is not filled. */
function keyOf({ before, paths }: KeyGroup, element: Pick<XmlElement, 'children'>): string | undefined {
  let key = before;
  for (const [index, path] of paths.entries()) {
    const text = firstText(element, path);
    if (text === undefined) return undefined;
    key += index === 0 ? text : `|${text}`;
  }
  return key;
}

function firstText({ children }: Pick<XmlElement, 'children'>, { first, rest }: KeyGroup['paths'][number]): string | undefined {
  for (const child of children)
    if (child.name === first && isFilled(child)) return rest === '' ? child.text.trim() : textsAt(child, rest)[0];
  return undefined;
}

function allThatIsSaid(type: string, element: Pick<XmlElement, 'children'>): readonly string[] {
  const said = element.children
    .filter((child) => isFilled(child) && child.children.length === 0 && !isRelation(child))
    .map((child) => `${child.name}=${child.text.trim()}`)
    .sort();
  return said.length === 0 ? [] : [`${type}|${said.join('|')}`];
}

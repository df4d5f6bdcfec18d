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

export function knowledgeOf(standard: StandardDefinition): Knowledge {
  const entities = new Map<string, EntityDefinition>(standard.entities.map((each) => [each.type, each]));
  const settings = settingsOf(standard);
  const services = byElement(standard);
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
      return definition.keys
        .map((group) => ({ group, values: group.map((name) => firstText(element, name)) }))
        .filter(({ values }) => values.every((value) => value !== undefined))
        .map(({ group, values }) => `${type}|${group.join('+')}=${values.join('|')}`);
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

function firstText(element: Pick<XmlElement, 'children'>, path: string): string | undefined {
  const [first = '', ...rest] = path.split('/');
  const child = element.children.find((each) => each.name === first && isFilled(each));
  if (!child) return undefined;
  return rest.length === 0 ? child.text.trim() : textsAt(child, rest.join('/'))[0];
}

function allThatIsSaid(type: string, element: Pick<XmlElement, 'children'>): readonly string[] {
  const said = element.children
    .filter((child) => isFilled(child) && child.children.length === 0 && !isRelation(child))
    .map((child) => `${child.name}=${child.text.trim()}`)
    .sort();
  return said.length === 0 ? [] : [`${type}|${said.join('|')}`];
}

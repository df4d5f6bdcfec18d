/**
 * Entities that are there from the start, written in YAML as prefixed names and texts.
 */
import type { XmlAttribute, XmlElement } from '../../../model/xml-element.js';
import { make } from './elements.js';
import type { Namespaces } from './paths.js';
import type { Fixture } from './settings.js';

/** `{ 'LMP:nummer': '7', 'LMP:staatIn': { '@StUF:entiteittype': LMPRUI, … } }` as elements. */
export function fixtureElements(fixture: Fixture, namespaces: Namespaces): readonly XmlElement[] {
  return elements(fixture.elements, namespaces);
}

function elements(of: Readonly<Record<string, unknown>>, namespaces: Namespaces): readonly XmlElement[] {
  return Object.entries(of)
    .filter(([name]) => !name.startsWith('@'))
    .flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((each: unknown) => element(name, each, namespaces)));
}

function element(prefixed: string, value: unknown, namespaces: Namespaces): XmlElement {
  const { namespace, name } = resolved(prefixed, namespaces);
  if (typeof value !== 'object' || value === null) return make(namespace, name, String(value ?? ''));
  const inside = value as Readonly<Record<string, unknown>>;
  const attributes = Object.entries(inside)
    .filter(([each]) => each.startsWith('@'))
    .map(([each, text]): XmlAttribute => ({ ...resolved(each.slice(1), namespaces), value: String(text) }));
  return make(namespace, name, elements(inside, namespaces), attributes);
}

function resolved(prefixed: string, namespaces: Namespaces): { readonly namespace: string; readonly name: string } {
  const [prefix = '', name] = prefixed.split(':');
  return name === undefined ? { namespace: '', name: prefix } : { namespace: namespaces[prefix] ?? '', name };
}

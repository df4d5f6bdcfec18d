/**
 * Makes wrong messages of good ones: one change in one place. Here the plain changes, that every schema should notice (or
 * not); changes that only a whole validator can be asked about stand in mutate-deeper.ts.
 */
import type { XmlAttribute, XmlElement } from '../../src/model/xml-element.js';

export const KINDS = [
  'drop',
  'double',
  'swap',
  'rename',
  'wrong namespace',
  'wrong value',
  'empty value',
  'long value',
  'drop attribute',
  'wrong attribute',
  'new attribute',
  'toggle nil',
] as const;
export type Kind = (typeof KINDS)[number];

/** Elements that take the place of another one, and what kind of change that is. */
export interface Change<K extends string = Kind> {
  readonly kind: K;
  readonly by: readonly XmlElement[];
}

/** The changes that can be made to one element. */
export type Changes<K extends string = Kind> = (at: XmlElement, isRoot: boolean) => Iterable<Change<K>>;

export interface Mutant<K extends string = Kind> {
  readonly kind: K;
  /** Local names from the message element down. */
  readonly path: string;
  readonly message: XmlElement;
}

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const NIL: XmlAttribute = { namespace: XSI, name: 'nil', value: 'true' };

/** Every mutant of a message, in document order. */
export function mutantsOf(message: XmlElement): readonly Mutant[] {
  return everyMutant(message, plainChanges);
}

/** Every mutant that these changes make, in document order. */
export function everyMutant<K extends string>(message: XmlElement, changes: Changes<K>): readonly Mutant<K>[] {
  return [...walk(message, '', changes, (changed) => changed[0] ?? message)];
}

/** @param replace - the whole message with this element replaced by others */
function* walk<K extends string>(
  at: XmlElement,
  above: string,
  changes: Changes<K>,
  replace: (by: readonly XmlElement[]) => XmlElement,
): Generator<Mutant<K>> {
  const path = above === '' ? at.name : `${above}/${at.name}`;
  for (const { kind, by } of changes(at, above === '')) yield { kind, path, message: replace(by) };
  for (const [index, child] of at.children.entries()) {
    const around = (by: readonly XmlElement[]) => [...at.children.slice(0, index), ...by, ...at.children.slice(index + 1)];
    yield* walk(child, path, changes, (by) => replace([{ ...at, children: around(by) }]));
  }
}

export function* plainChanges(at: XmlElement, isRoot: boolean): Generator<Change> {
  const one = (kind: Kind, ...by: readonly XmlElement[]): Change => ({ kind, by });
  if (!isRoot) {
    yield one('drop');
    yield one('double', at, at);
    yield one('rename', { ...at, name: `${at.name}X` });
    yield one('wrong namespace', { ...at, namespace: 'urn:wrong' });
    const nil = at.attributes.some((each) => each.namespace === XSI && each.name === 'nil');
    if (nil) yield one('toggle nil', { ...at, attributes: at.attributes.filter((each) => each.namespace !== XSI) });
    else yield one('toggle nil', { ...at, text: '', children: [], attributes: [...at.attributes, NIL] });
  }
  if (at.children.length === 0) {
    yield one('wrong value', { ...at, text: at.text === '#?' ? '?#' : '#?' });
    yield one('empty value', { ...at, text: '' });
    yield one('long value', { ...at, text: (at.text || '1').repeat(300) });
  }
  for (const [index, attribute] of at.attributes.entries()) {
    const others = at.attributes.filter((_, each) => each !== index);
    if (attribute.namespace !== XSI) yield one('drop attribute', { ...at, attributes: others });
    yield one('wrong attribute', { ...at, attributes: [...others, { ...attribute, value: 'QQQ' }] });
  }
  const carried = at.attributes.find((each) => each.namespace !== '' && each.namespace !== XSI)?.namespace ?? '';
  yield one('new attribute', { ...at, attributes: [...at.attributes, { namespace: carried, name: 'nieuw', value: 'x' }] });
  for (const [index, child] of at.children.entries()) {
    const next = at.children[index + 1];
    if (!next || next.name === child.name) continue;
    const swapped = [...at.children.slice(0, index), next, child, ...at.children.slice(index + 2)];
    yield one('swap', { ...at, children: swapped });
  }
}

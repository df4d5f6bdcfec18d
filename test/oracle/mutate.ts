/**
 * Makes wrong messages of good ones: one change in one place, of every kind that a schema should notice (or not).
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

export interface Mutant {
  readonly kind: Kind;
  /** Local names from the message element down. */
  readonly path: string;
  readonly message: XmlElement;
}

export const XSI = 'http://www.w3.org/2001/XMLSchema-instance';
const NIL: XmlAttribute = { namespace: XSI, name: 'nil', value: 'true' };

/** Every mutant of a message, in document order. */
export function mutantsOf(message: XmlElement): readonly Mutant[] {
  return [...walk(message, '', (changed) => changed[0] ?? message)];
}

/** @param replace - the whole message with this element replaced by others */
function* walk(at: XmlElement, above: string, replace: (by: readonly XmlElement[]) => XmlElement): Generator<Mutant> {
  const path = above === '' ? at.name : `${above}/${at.name}`;
  const one = (kind: Kind, ...by: readonly XmlElement[]): Mutant => ({ kind, path, message: replace(by) });
  if (above !== '') {
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
    const around = (by: readonly XmlElement[]) => [...at.children.slice(0, index), ...by, ...at.children.slice(index + 1)];
    const next = at.children[index + 1];
    if (next && next.name !== child.name) {
      const swapped = [...at.children.slice(0, index), next, child, ...at.children.slice(index + 2)];
      yield { kind: 'swap', path: `${path}/${child.name}`, message: replace([{ ...at, children: swapped }]) };
    }
    yield* walk(child, path, (by) => replace([{ ...at, children: around(by) }]));
  }
}

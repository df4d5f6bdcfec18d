/**
 * What plain documents say in attributes and texts: namespaces, values, entities. What is not plainly right is left to the
 * parser.
 *
 * @see XML 1.0 (5th ed.) §3.3.3, §4.1, §4.6; Namespaces in XML 1.0 (3rd ed.) §3, §6
 */
import type { XmlAttribute } from '../model/xml-element.js';
import type { PlainElement } from './tree/plain-element.js';
import type { PlainScope } from './tree/plain-scope.js';
import { AttributeOf } from './tree/tree-node.js';

/** Thrown when a document is not plain; whoever reads one catches it. */
export const UNPLAIN = new Error('not a plain document');

const RESERVED = /^xml/i;
const ABSOLUTE = /^(?:https?:\/\/[A-Za-z][\w.-]*(?:\/[\w.-]*)*|urn:[\w.-]+(?::[\w.-]+)*)$/;
const OF_XML = /^http:\/\/www\.w3\.org\/(?:XML\/1998\/namespace|2000\/xmlns)/;
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

export function unplain(): never {
  throw UNPLAIN;
}

/** The attributes of one start tag; prefixes are known when all of them were read. */
export class Declarations {
  private declared: [string, string][] | undefined;
  private readonly written: string[] = [];
  private readonly values: string[] = [];

  /** @param name - with its prefix */
  add(name: string, first: string, second: string | undefined, value: string): void {
    if (first === 'xmlns') {
      this.declare(second, value);
      return;
    }
    // What begins with xml means something of its own.
    if (second !== undefined && RESERVED.test(first)) throw UNPLAIN;
    this.written.push(name);
    this.values.push(spaced(value));
  }

  /** What is declared inside the element. */
  scope(outer: PlainScope): PlainScope {
    return this.declared ? outer.inside(this.declared) : outer;
  }

  of(element: PlainElement, scope: PlainScope): readonly AttributeOf[] {
    const attributes = this.written.map((written, index) => {
      const { namespace, name } = scope.attribute(written) ?? unplain();
      return new AttributeOf(namespace, name, this.values[index] ?? '', element);
    });
    if (hasTwins(attributes)) throw UNPLAIN;
    return attributes;
  }

  private declare(prefix: string | undefined, namespace: string): void {
    const isNothing = prefix === undefined && namespace === '';
    if (!isNothing && !isSure(namespace)) throw UNPLAIN;
    if (prefix !== undefined && RESERVED.test(prefix)) throw UNPLAIN;
    this.declared ??= [];
    if (this.declared.some(([known]) => known === (prefix ?? ''))) throw UNPLAIN;
    this.declared.push([prefix ?? '', namespace]);
  }
}

/** Namespaces that were looked at before and found plain; so many are kept. */
const SURE = new Set<string>();
const KEPT = 1000;

function isSure(namespace: string): boolean {
  if (SURE.has(namespace)) return true;
  if (!ABSOLUTE.test(namespace) || OF_XML.test(namespace)) return false;
  if (SURE.size < KEPT && namespace.length < KEPT) SURE.add(namespace);
  return true;
}

function hasTwins(attributes: readonly XmlAttribute[]): boolean {
  for (let at = 1; at < attributes.length; at++) {
    const one = attributes[at];
    for (let before = 0; before < at; before++) {
      const other = attributes[before];
      if (other?.name === one?.name && other?.namespace === one?.namespace) return true;
    }
  }
  return false;
}

/** An attribute holds no line breaks, but for those that a reference names. */
function spaced(value: string): string {
  return references(/[\t\n]/.test(value) ? value.replaceAll(/[\t\n]/g, ' ') : value);
}

/** Text between tags. */
export function characters(text: string): string {
  if (text.includes(']]>')) throw UNPLAIN;
  return references(text);
}

function references(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&([^;&]*);?/g, (all, name: string) => {
    if (!all.endsWith(';')) throw UNPLAIN;
    return ENTITIES.get(name) ?? numbered(name);
  });
}

/** A character by its number: only those of which nobody doubts that XML has them. */
function numbered(name: string): string {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,4})|([0-9]{1,5}))$/.exec(name) ?? unplain();
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  const isPlain = code === 0x9 || code === 0xa || code === 0xd || (code >= 0x20 && code <= 0xd7ff);
  return isPlain ? String.fromCharCode(code) : unplain();
}

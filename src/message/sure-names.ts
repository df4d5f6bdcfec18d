/**
 * What plain documents say in attributes and texts: namespaces, values, entities. What is not plainly right is left to the
 * parser.
 *
 * @see XML 1.0 (5th ed.) §3.3.3, §4.1, §4.6; Namespaces in XML 1.0 (3rd ed.) §3, §6
 */
import type { XmlAttribute } from '../model/xml-element.js';

/** Prefix → namespace; '' is the default. Has no other properties than these. */
export type Scope = Readonly<Record<string, string>>;

export const NO_PREFIXES: Scope = Object.assign(Object.create(null), { '': '' });

/** Thrown when a document is not plain; whoever reads one catches it. */
export const UNPLAIN = new Error('not a plain document');

/** What a start tag says beside its name. */
export interface Marks {
  readonly scope: Scope;
  readonly attributes: readonly XmlAttribute[];
}

const NO_ATTRIBUTES: readonly XmlAttribute[] = [];
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

/** Of a start tag without attributes. */
export function unmarked(scope: Scope): Marks {
  return { scope, attributes: NO_ATTRIBUTES };
}

/** The attributes of one start tag; prefixes are known when all of them were read. */
export class Declarations {
  private readonly declared: Record<string, string> = Object.create(null);
  private isScopeNew = false;
  private readonly found: { readonly prefix: string | undefined; readonly name: string; readonly value: string }[] = [];

  constructor(private readonly outer: Scope) {}

  add(first: string, second: string | undefined, value: string): void {
    if (first === 'xmlns') this.declare(second, value);
    else this.found.push({ prefix: second === undefined ? undefined : first, name: second ?? first, value: spaced(value) });
  }

  resolved(): Marks {
    const scope: Scope = this.isScopeNew ? Object.assign(Object.create(null), this.outer, this.declared) : this.outer;
    if (this.found.length === 0) return unmarked(scope);
    const attributes = this.found.map(({ prefix, name, value }) => {
      const namespace = prefix === undefined ? '' : (scope[prefix] ?? unplain());
      return { namespace, name, value };
    });
    if (hasTwins(attributes)) throw UNPLAIN;
    return { scope, attributes };
  }

  private declare(prefix: string | undefined, namespace: string): void {
    const isNothing = prefix === undefined && namespace === '';
    if (!isNothing && (!ABSOLUTE.test(namespace) || OF_XML.test(namespace))) throw UNPLAIN;
    if (prefix !== undefined && RESERVED.test(prefix)) throw UNPLAIN;
    if (this.declared[prefix ?? ''] !== undefined) throw UNPLAIN;
    this.declared[prefix ?? ''] = namespace;
    this.isScopeNew = true;
  }
}

function hasTwins(attributes: readonly XmlAttribute[]): boolean {
  if (attributes.length < 2) return false;
  return new Set(attributes.map(({ namespace, name }) => `{${namespace}}${name}`)).size < attributes.length;
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

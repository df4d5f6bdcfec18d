/**
 * Writes a tree as XML text, the same text for the same tree: namespaces declared once, on the root, in the order of
 * the given prefixes; no white space added.
 */
import { HarnessError } from '../model/harness-error.js';
import type { XmlElement } from '../model/xml-element.js';
import { escapeXml } from './escape-xml.js';

const XML_NAMESPACE = 'http://www.w3.org/XML/1998/namespace';

/**
 * @param element - becomes the root; its text stands before its children
 * @param prefixes - prefix → namespace, '' for the default namespace; only those in use are declared
 * @returns without an XML declaration, so that it can be put into an envelope
 * @throws {HarnessError} `INTERNAL` when a namespace in the tree has no prefix
 */
export function writeXml(element: XmlElement, prefixes: Prefixes): string {
  const names = namesBy(prefixes);
  const used = new Set<string>();
  const tag = nameOf(element, false, names, used);
  const attributes = attributesOf(element, names, used);
  const content = contentOf(element, names, used);
  let declarations = '';
  for (const [prefix, declaration] of names.declarations) if (used.has(prefix)) declarations += declaration;
  const start = `<${tag}${declarations}${attributes}`;
  return content === '' ? `${start}/>` : `${start}>${content}</${tag}>`;
}

/** Prefix → namespace. */
type Prefixes = Readonly<Record<string, string>>;

/** Prefixes as a writer wants them. */
interface Names {
  /** Namespace → prefix, and what stands before a name. */
  readonly known: ReadonlyMap<string, { readonly prefix: string; readonly before: string }>;
  readonly standard: string | undefined;
  /** In the order of the prefixes. */
  readonly declarations: readonly (readonly [prefix: string, declaration: string])[];
}

const NAMES = new WeakMap<Prefixes, Names>();

/** The same prefixes serve for many documents. */
function namesBy(prefixes: Prefixes): Names {
  const before = NAMES.get(prefixes);
  if (before) return before;
  const all = Object.entries(prefixes);
  const known = new Map([[XML_NAMESPACE, { prefix: 'xml', before: 'xml:' }]]);
  for (const [prefix, namespace] of all)
    if (!known.get(namespace)?.prefix) known.set(namespace, { prefix, before: prefix === '' ? '' : `${prefix}:` });
  const names = {
    known,
    standard: all.find(([prefix]) => prefix === '')?.[1],
    declarations: all
      .filter(([prefix]) => prefix !== 'xml')
      .map(([prefix, namespace]) => [prefix, ` xmlns${prefix && `:${prefix}`}="${escapeAttribute(namespace)}"`] as const),
  };
  NAMES.set(prefixes, names);
  return names;
}

function write(element: XmlElement, names: Names, used: Set<string>): string {
  const tag = nameOf(element, false, names, used);
  const attributes = attributesOf(element, names, used);
  const content = contentOf(element, names, used);
  return content === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
}

function attributesOf({ attributes }: XmlElement, names: Names, used: Set<string>): string {
  let text = '';
  for (const each of attributes) text += ` ${nameOf(each, true, names, used)}="${escapeAttribute(each.value)}"`;
  return text;
}

function contentOf({ text, children }: XmlElement, names: Names, used: Set<string>): string {
  let content = text === '' ? '' : escapeXml(text);
  for (const child of children) content += write(child, names, used);
  return content;
}

/** The name with its prefix, which is used from now on. An attribute never has the default namespace. */
function nameOf(
  { namespace, name }: { readonly namespace: string; readonly name: string },
  isAttribute: boolean,
  { known, standard }: Names,
  used: Set<string>,
): string {
  const isDefault = !isAttribute && namespace === standard;
  if (isDefault) used.add('');
  if (isDefault || (namespace === '' && (isAttribute || standard === undefined))) return name;
  const found = namespace === '' ? undefined : known.get(namespace);
  if (!found?.prefix) {
    throw new HarnessError('INTERNAL', `no prefix for "${name}" in namespace "${namespace}"`, {
      hint: 'Add the namespace to `namespaces` in standard.yaml.',
    });
  }
  used.add(found.prefix);
  return found.before + name;
}

/** Escapes a value for an attribute: a parser turns tabs and line ends into spaces unless they are written as references. */
export function escapeAttribute(value: string): string {
  const escaped = escapeXml(value);
  return BLANKS.test(escaped) ? escaped.replaceAll('\t', '&#9;').replaceAll('\n', '&#10;') : escaped;
}

const BLANKS = /[\t\n]/;

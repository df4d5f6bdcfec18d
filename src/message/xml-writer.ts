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
export function writeXml(element: XmlElement, prefixes: Readonly<Record<string, string>>): string {
  const used = new Set<string>();
  const body = write(element, namer(prefixes, used));
  const declarations = Object.entries(prefixes)
    .filter(([prefix]) => used.has(prefix) && prefix !== 'xml')
    .map(([prefix, namespace]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(namespace)}"`);
  return body.replace(/(?=[\s/>])/, () => declarations.join(''));
}

type Name = (of: { readonly namespace: string; readonly name: string }, isAttribute: boolean) => string;

function write(element: XmlElement, name: Name): string {
  const tag = name(element, false);
  const attributes = element.attributes.map((each) => ` ${name(each, true)}="${escapeAttribute(each.value)}"`).join('');
  const content = escapeXml(element.text) + element.children.map((child) => write(child, name)).join('');
  return content === '' ? `<${tag}${attributes}/>` : `<${tag}${attributes}>${content}</${tag}>`;
}

/** Gives names their prefix and remembers which prefixes were used. An attribute never has the default namespace. */
function namer(prefixes: Readonly<Record<string, string>>, used: Set<string>): Name {
  const known = new Map<string, string>([[XML_NAMESPACE, 'xml']]);
  for (const [prefix, namespace] of Object.entries(prefixes)) {
    if (!known.has(namespace) || known.get(namespace) === '') known.set(namespace, prefix);
  }
  const standard = Object.entries(prefixes).find(([prefix]) => prefix === '')?.[1];
  return ({ namespace, name }, isAttribute) => {
    const isDefault = !isAttribute && namespace === standard;
    const prefix = namespace === '' || isDefault ? '' : known.get(namespace) || undefined;
    if (prefix === undefined || (namespace === '' && !isAttribute && standard !== undefined)) {
      throw new HarnessError('INTERNAL', `no prefix for "${name}" in namespace "${namespace}"`, {
        hint: 'Add the namespace to `namespaces` in standard.yaml.',
      });
    }
    if (prefix !== '' || isDefault) used.add(prefix);
    return prefix === '' ? name : `${prefix}:${name}`;
  };
}

/** Escapes a value for an attribute: a parser turns tabs and line ends into spaces unless they are written as references. */
export function escapeAttribute(value: string): string {
  return escapeXml(value).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

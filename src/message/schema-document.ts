/**
 * One schema document as a plain tree that can be changed and written again. Prefixes are kept as they stand, since
 * the values of attributes (`type="p:Datum"`) mean them; annotations, comments and white space are left out.
 */
import { XmlElement as ParsedElement } from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';
import { withDocument } from './xml-document.js';
import { escapeAttribute } from './xml-writer.js';

/** The namespace of XML Schema itself. */
const XSD = 'http://www.w3.org/2001/XMLSchema';

export interface SchemaNode {
  readonly namespace: string;
  readonly name: string;
  readonly prefix: string;
  /** Names as written, prefix included. */
  readonly attributes: Readonly<Record<string, string>>;
  /** prefix → namespace, '' for the default; only what this element declares. */
  readonly declares: Readonly<Record<string, string>>;
  readonly children: readonly SchemaNode[];
}

/** A qualified name that was resolved. */
export interface QName {
  readonly namespace: string;
  readonly name: string;
}

/** Entries of one set share most of their documents, and reading is the slowest part of preparing. */
const alreadyRead = new WeakMap<Uint8Array, SchemaNode>();

/**
 * Reads one document of a schema set.
 * @param bytes - must not change afterwards: the same array is read once
 * @returns undefined when it is well-formed XML but no schema
 * @throws {HarnessError} `SCHEMA_INVALID` when it cannot be read
 */
export function readSchemaDocument(bytes: Uint8Array, file: string): SchemaNode | undefined {
  const known = alreadyRead.get(bytes);
  if (known) return known;
  const looked = withDocument(bytes, (document) => nodeOf(document.root));
  if ('problem' in looked) {
    const { detail, line } = looked.problem;
    throw new HarnessError('SCHEMA_INVALID', `${file} cannot be read: ${detail}`, {
      place: line === undefined ? { file } : { file, line },
      hint: 'Install the schema set again from the original publication.',
    });
  }
  if (!isSchema(looked.value, 'schema')) return undefined;
  alreadyRead.set(bytes, looked.value);
  return looked.value;
}

/** An element of XML Schema that we make; its prefix is its own, so that it can stand in any document. */
export function makeNode(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly SchemaNode[] = [],
): SchemaNode {
  return { namespace: XSD, name, prefix: 'ketentest', attributes, declares: { ketentest: XSD }, children };
}

/** Whether an element is one of XML Schema's own with this name. */
export function isSchema(node: SchemaNode, name: string): boolean {
  return node.namespace === XSD && node.name === name;
}

/**
 * What a prefixed name in an attribute means.
 * @param scope - prefix → namespace as it holds at this element
 */
export function resolveName(value: string, scope: Readonly<Record<string, string>>): QName {
  const [prefix = '', name] = value.trim().split(':');
  return name === undefined ? { namespace: scope[''] ?? '', name: prefix } : { namespace: scope[prefix] ?? '', name };
}

/** Writes a document as UTF-8. */
export function writeSchemaDocument(root: SchemaNode): Uint8Array {
  return new TextEncoder().encode(write(root));
}

function nodeOf(element: ParsedElement): SchemaNode {
  const children: SchemaNode[] = [];
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof ParsedElement && !(node.namespaceUri === XSD && node.name === 'annotation')) children.push(nodeOf(node));
  }
  const attributes: Record<string, string> = {};
  for (const each of element.attrs) attributes[each.prefix === '' ? each.name : `${each.prefix}:${each.name}`] = each.value;
  const declares = { ...element.nsDeclarations };
  return { namespace: element.namespaceUri, name: element.name, prefix: element.prefix, attributes, declares, children };
}

function write(node: SchemaNode): string {
  const tag = node.prefix === '' ? node.name : `${node.prefix}:${node.name}`;
  const declares = Object.entries(node.declares).map(
    ([prefix, uri]) => ` xmlns${prefix === '' ? '' : `:${prefix}`}="${escapeAttribute(uri)}"`,
  );
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`);
  const start = `<${tag}${declares.join('')}${attributes.join('')}`;
  return node.children.length === 0 ? `${start}/>` : `${start}>${node.children.map(write).join('')}</${tag}>`;
}

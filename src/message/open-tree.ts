/**
 * The plain tree of a document that is still open: an element is copied when somebody looks into it. Most judges look at
 * the top of a message only.
 */
import { XmlElement as ParsedElement, XmlCData, XmlText } from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';
import type { XmlAttribute, XmlElement } from '../model/xml-element.js';
import { treeOf } from './xml-tree.js';

/** Ends when the document is given back. */
export interface Life {
  readonly isOpen: boolean;
}

/** The parser keeps the line of an element in 16 bits; beyond that a tree has to be copied from its beginning. */
const LAST_LINE = 0xffff - 1;

/**
 * @param root - stays of its document
 * @param bytes - the document's own, to count its lines
 */
export function openTree(root: ParsedElement, bytes: Uint8Array, life: Life): XmlElement {
  return hasManyLines(bytes) ? treeOf(root) : new OpenElement(root, life);
}

class OpenElement implements XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly line: number;
  readonly #node: ParsedElement;
  readonly #life: Life;
  #children: readonly XmlElement[] | undefined;
  #text: string | undefined;
  #attributes: readonly XmlAttribute[] | undefined;

  constructor(node: ParsedElement, life: Life) {
    this.#node = node;
    this.#life = life;
    this.namespace = node.namespaceUri;
    this.name = node.name;
    this.line = node.line & 0xffff;
  }

  get children(): readonly XmlElement[] {
    this.#children ??= childrenIn(this.#opened(), this.#life);
    return this.#children;
  }

  get text(): string {
    this.#text ??= textIn(this.#opened());
    return this.#text;
  }

  get attributes(): readonly XmlAttribute[] {
    this.#attributes ??= this.#opened().attrs.map(({ namespaceUri, name, value }) => ({ namespace: namespaceUri, name, value }));
    return this.#attributes;
  }

  #opened(): ParsedElement {
    if (!this.#life.isOpen) throw new HarnessError('INTERNAL', `the message was closed before <${this.name}> was looked into`);
    return this.#node;
  }
}

function childrenIn(element: ParsedElement, life: Life): readonly XmlElement[] {
  const children: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof ParsedElement) children.push(new OpenElement(node, life));
  }
  return children;
}

function textIn(element: ParsedElement): string {
  let text = '';
  for (let node = element.firstChild; node; node = node.next) {
    if (node instanceof XmlText || node instanceof XmlCData) text += node.content;
  }
  return text;
}

function hasManyLines(bytes: Uint8Array): boolean {
  if (bytes.length < LAST_LINE) return false;
  let lines = 0;
  for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, at + 1)) {
    lines += 1;
    if (lines >= LAST_LINE) return true;
  }
  return false;
}

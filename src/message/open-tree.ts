/**
 * The plain tree of a document that is still open: an element is copied when somebody looks into it. Most judges look at
 * the top of a message only.
 */
import { type XmlElement as ParsedElement, XmlCData, XmlText } from 'libxml2-wasm';
import { HarnessError } from '../model/harness-error.js';
import type { XmlElement } from '../model/xml-element.js';
import { elementsIn } from './element-steps.js';
import { AttributeOf, type TreeAttribute, type TreeElement } from './tree/tree-node.js';
import { treeOf } from './xml-tree.js';

/** Ends when the document is given back. */
export interface Life {
  readonly isOpen: boolean;
}

/** The parser keeps the line of an element in 16 bits; beyond that lines have to be counted from the beginning. */
const LAST_LINE = 0xffff - 1;

/**
 * @param root - stays of its document
 * @param bytes - the document's own, to count its lines
 */
export function openTree(root: ParsedElement, bytes: Uint8Array, life: Life): TreeElement {
  return new OpenElement(root, life, undefined, 0, hasManyLines(bytes) ? treeOf(root) : undefined);
}

class OpenElement implements TreeElement {
  readonly namespace: string;
  readonly name: string;
  readonly line: number;
  readonly #node: ParsedElement;
  readonly #life: Life;
  readonly #parent: OpenElement | undefined;
  /** Where lines had to be counted, the element as it was copied then. */
  readonly #counted: XmlElement | undefined;
  #children: readonly OpenElement[] | undefined;
  #text: string | undefined;
  #attributes: readonly TreeAttribute[] | undefined;

  constructor(
    node: ParsedElement,
    life: Life,
    parent: OpenElement | undefined,
    readonly index: number,
    counted: XmlElement | undefined,
  ) {
    this.#node = node;
    this.#life = life;
    this.#parent = parent;
    this.#counted = counted;
    this.namespace = node.namespaceUri;
    this.name = node.name;
    this.line = counted?.line ?? node.line & 0xffff;
  }

  get isElement(): true {
    return true;
  }

  get parent(): OpenElement | undefined {
    return this.#parent;
  }

  get children(): readonly OpenElement[] {
    this.#children ??= elementsIn(this.#opened()).map(
      (node, index) => new OpenElement(node, this.#life, this, index, this.#counted?.children[index]),
    );
    return this.#children;
  }

  get text(): string {
    this.#text ??= this.#counted?.text ?? textIn(this.#opened());
    return this.#text;
  }

  get value(): string {
    return this.#opened().content;
  }

  get attributes(): readonly TreeAttribute[] {
    this.#attributes ??= this.#opened().attrs.map(
      ({ namespaceUri, name, value }) => new AttributeOf(namespaceUri, name, value, this),
    );
    return this.#attributes;
  }

  #opened(): ParsedElement {
    if (!this.#life.isOpen) throw new HarnessError('INTERNAL', `the message was closed before <${this.name}> was looked into`);
    return this.#node;
  }
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

/** An element of a tree that was read from text. */
import { AttributeOf, type TreeAttribute, type TreeElement } from './tree-node.js';

const NONE: readonly never[] = [];

/** An attribute as the reader found it. */
export interface FoundAttribute {
  readonly namespace: string;
  readonly name: string;
  readonly value: string;
}

export class PlainElement implements TreeElement {
  readonly namespace: string;
  readonly name: string;
  readonly line: number;
  attributes: readonly TreeAttribute[] = NONE;
  children: readonly PlainElement[] = NONE;
  readonly #parent: PlainElement | undefined;
  readonly #index: number;
  /** Text between its parent's start, or its last sibling, and itself. */
  readonly #before: string;
  /** Text after its last child; all its text when it has none. */
  #last = '';
  #text: string | undefined;

  constructor(namespace: string, name: string, line: number, parent: PlainElement | undefined, before: string) {
    this.namespace = namespace;
    this.name = name;
    this.line = line;
    this.#parent = parent;
    this.#before = before;
    this.#index = parent ? parent.children.length : 0;
    if (!parent) return;
    if (parent.children === NONE) parent.children = [this];
    else (parent.children as PlainElement[]).push(this);
  }

  /** While it is read. */
  carry(found: readonly FoundAttribute[]): void {
    this.attributes = found.map(({ namespace, name, value }) => new AttributeOf(namespace, name, value, this));
  }

  /** While it is read: nothing follows any more. */
  close(last: string): void {
    this.#last = last;
  }

  get isElement(): true {
    return true;
  }

  get parent(): PlainElement | undefined {
    return this.#parent;
  }

  get index(): number {
    return this.#index;
  }

  get text(): string {
    if (this.children.length === 0) return this.#last;
    this.#text ??= this.children.reduce((text, child) => text + child.#before, '') + this.#last;
    return this.#text;
  }

  get value(): string {
    if (this.children.length === 0) return this.#last;
    return this.children.reduce((value, child) => value + child.#before + child.value, '') + this.#last;
  }
}

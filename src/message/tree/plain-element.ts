/** An element of a tree that was read from text. */
import type { TreeAttribute, TreeElement } from './tree-node.js';

const NONE: readonly never[] = [];

export class PlainElement implements TreeElement {
  readonly namespace: string;
  readonly name: string;
  readonly line: number;
  attributes: readonly TreeAttribute[] = NONE;
  children: readonly PlainElement[] = NONE;
  text = '';
  readonly #parent: PlainElement | undefined;
  readonly #index: number;
  /** Text between its parent's start, or its last sibling, and itself. */
  readonly #before: string;
  /** Text after its last child; all its text when it has none. */
  #last = '';
  #notes: Map<object, object> | undefined;

  /** @param index - among the children of its parent */
  constructor(
    { namespace, name }: { readonly namespace: string; readonly name: string },
    line: number,
    parent: PlainElement | undefined,
    index: number,
    before: string,
  ) {
    this.namespace = namespace;
    this.name = name;
    this.line = line;
    this.#parent = parent;
    this.#index = index;
    this.#before = before;
  }

  /** While it is read: nothing follows any more. */
  close(last: string, children: readonly PlainElement[] = NONE): void {
    this.#last = last;
    this.children = children;
    this.text = children.length === 0 ? last : children.reduce((text, child) => text + child.#before, '') + last;
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

  /** What was made of it, by whoever made it. */
  get notes(): Map<object, object> {
    this.#notes ??= new Map();
    return this.#notes;
  }

  get value(): string {
    if (this.children.length === 0) return this.#last;
    return this.children.reduce((value, child) => value + child.#before + child.value, '') + this.#last;
  }
}

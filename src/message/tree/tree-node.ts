/**
 * The tree of a message as rules look at it: the plain tree that everybody reads, and the way up besides.
 */
import type { XmlAttribute, XmlElement } from '../../model/xml-element.js';

export interface TreeElement extends XmlElement {
  readonly isElement: true;
  /** Undefined for the root. */
  readonly parent: TreeElement | undefined;
  /** Among the children of its parent, from 0. */
  readonly index: number;
  readonly children: readonly TreeElement[];
  readonly attributes: readonly TreeAttribute[];
  /** All text in it and in what it holds, in the order of the document. */
  readonly value: string;
}

export interface TreeAttribute extends XmlAttribute {
  readonly isElement: false;
  readonly parent: TreeElement;
}

export type TreeNode = TreeElement | TreeAttribute;

/** An attribute of an element of such a tree; what is no part of the plain tree is not enumerable. */
export class AttributeOf implements TreeAttribute {
  readonly #parent: TreeElement;

  constructor(
    readonly namespace: string,
    readonly name: string,
    readonly value: string,
    parent: TreeElement,
  ) {
    this.#parent = parent;
  }

  get isElement(): false {
    return false;
  }

  get parent(): TreeElement {
    return this.#parent;
  }
}

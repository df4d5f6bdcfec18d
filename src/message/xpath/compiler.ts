/** How the parts of an XPath expression become functions. */
import type { TreeNode } from '../tree/tree-node.js';
import type { NamesIn } from './names-in.js';
import type { Expression } from './syntax.js';

/** A value at a node, which is the so manieth of so many. */
export type At<T> = (node: TreeNode, position: number, size: number, names: NamesIn) => T;

/** Each throws `BEYOND` for what is not known. */
export interface Compiler {
  /** In any order, and perhaps more than once: who minds puts them in order. */
  readonly nodes: (of: Expression) => At<readonly TreeNode[]>;
  readonly text: (of: Expression) => At<string>;
  readonly number: (of: Expression) => At<number>;
  readonly truth: (of: Expression) => At<boolean>;
}

/** Thrown where an expression is beyond what is compiled here. */
export const BEYOND = Symbol('beyond this compiler');

/** How the parts of an XPath expression become functions. */
import type { TreeNode } from '../tree/tree-node.js';
import type { NamesIn } from './names-in.js';
import type { Expression } from './syntax.js';

/** Where an expression is evaluated, besides the node. */
export interface Focus {
  /** The node is the so manieth of so many. */
  readonly position: number;
  readonly size: number;
  readonly names: NamesIn;
}

/** A value at a node. */
export type At<T> = (node: TreeNode, focus: Focus) => T;

/** Calls back for nodes until enough was seen, and says whether that was so. */
export type Way = (from: TreeNode, focus: Focus, found: Found) => boolean;

/** True when enough was seen. */
export type Found = (node: TreeNode, focus: Focus) => boolean;

/** Each throws `BEYOND` for what is not known. */
export interface Compiler {
  readonly way: (of: Expression) => Way;
  /** In any order, and perhaps more than once: who minds puts them in order. */
  readonly nodes: (of: Expression) => At<readonly TreeNode[]>;
  readonly text: (of: Expression) => At<string>;
  readonly number: (of: Expression) => At<number>;
  readonly truth: (of: Expression) => At<boolean>;
}

/** Thrown where an expression is beyond what is compiled here. */
export const BEYOND = Symbol('beyond this compiler');

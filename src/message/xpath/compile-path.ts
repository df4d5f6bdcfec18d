/** Paths of an XPath expression as functions. */
import type { TreeNode } from '../tree/tree-node.js';
import { inOrder, walkOf } from './axes.js';
import type { At, Compiler } from './compiler.js';
import type { NamesIn } from './names-in.js';
import { type Expression, isPositional, type Step, typeOf } from './syntax.js';

/** Nodes may come in any order and more than once: who minds puts them in order. */
type Selecting = (from: TreeNode, names: NamesIn) => readonly TreeNode[];

export function path(
  { from, predicates, steps }: Extract<Expression, { kind: 'path' }>,
  compiler: Compiler,
): At<readonly TreeNode[]> {
  const start = from && compiler.nodes(from);
  const kept = predicates.map((each) => filtering(each, compiler));
  const ways = steps.map((step) => stepOf(step, compiler));
  const [only] = ways;
  if (!start && only && ways.length === 1) return (node, _, __, names) => only(node, names);
  return (node, position, size, names) => {
    let at: readonly TreeNode[] = start ? start(node, position, size, names) : [node];
    if (kept.length > 0) at = kept.reduce((left, keep) => keep(left, names), inOrder(at));
    for (const way of ways) at = throughAll(at, way, names);
    return at;
  };
}

export function union(parts: readonly At<readonly TreeNode[]>[]): At<readonly TreeNode[]> {
  return (...at) => {
    const found = parts.map((part) => part(...at)).filter(({ length }) => length > 0);
    return found.length === 1 ? (found[0] ?? []) : found.flat();
  };
}

function throughAll(from: readonly TreeNode[], way: Selecting, names: NamesIn): readonly TreeNode[] {
  const [first] = from;
  if (from.length === 1 && first) return way(first, names);
  return from.length === 0 ? from : [...new Set(from.flatMap((each) => way(each, names)))];
}

function stepOf({ axis, test, predicates }: Step, compiler: Compiler): Selecting {
  const walk = walkOf(axis, test);
  if (predicates.length === 0) return walk;
  const kept = predicates.map((each) => filtering(each, compiler));
  const [only] = kept;
  if (only && kept.length === 1) return (from, names) => only(walk(from, names), names);
  return (from, names) => kept.reduce((left, keep) => (left.length === 0 ? left : keep(left, names)), walk(from, names));
}

type Keep = (nodes: readonly TreeNode[], names: NamesIn) => readonly TreeNode[];

/** A predicate that is a number asks for that place. */
function filtering(predicate: Expression, compiler: Compiler): Keep {
  if (typeOf(predicate) === 'number') {
    const place = compiler.number(predicate);
    return (nodes, names) => nodes.filter((node, index) => place(node, index + 1, nodes.length, names) === index + 1);
  }
  const holds = compiler.truth(predicate);
  if (!isPositional(predicate)) return (nodes, names) => nodes.filter((node) => holds(node, 1, 1, names));
  return (nodes, names) => nodes.filter((node, index) => holds(node, index + 1, nodes.length, names));
}

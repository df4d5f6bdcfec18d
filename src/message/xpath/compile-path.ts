/** Paths of an XPath expression as functions. */
import type { TreeNode } from '../tree/tree-node.js';
import { wayOf } from './axes.js';
import type { At, Compiler, Focus, Found, Way } from './compiler.js';
import { nameTest, onlyOf } from './name-test.js';
import { inOrder } from './order.js';
import { type Expression, isPositional, type Step, typeOf } from './syntax.js';

type Path = Extract<Expression, { kind: 'path' }>;

/** A way through the tree for every way that an expression selects nodes. */
export function visiting(of: Expression, compiler: Compiler): Way | undefined {
  if (of.kind === 'union') return oneAfterAnother(of.of, compiler);
  return of.kind === 'path' ? path(of, compiler) : undefined;
}

function oneAfterAnother(parts: readonly Expression[], compiler: Compiler): Way | undefined {
  const ways = parts.map((part) => visiting(part, compiler));
  const known = ways.filter((way) => way !== undefined);
  if (known.length < ways.length) return undefined;
  return (from, focus, found) => {
    for (const way of known) if (way(from, focus, found)) return true;
    return false;
  };
}

function path({ from, predicates, steps }: Path, compiler: Compiler): Way | undefined {
  const way = steps.reduceRight<Way | undefined>((next, step) => stepOf(step, next, compiler), undefined) ?? HERE;
  if (!from) return way;
  const start = compiler.nodes(from);
  const kept = predicates.map((each) => filtering(each, compiler));
  return (node, focus, found) => {
    const at =
      kept.length === 0 ? start(node, focus) : kept.reduce((left, keep) => keep(left, focus), inOrder(start(node, focus)));
    return at.some((each) => way(each, focus, found));
  };
}

/** `.` */
const HERE: Way = (node, focus, found) => found(node, focus);

function stepOf({ axis, test, predicates }: Step, next: Way | undefined, compiler: Compiler): Way {
  const named = nameTest(test);
  if (!predicates.some(isPositional)) {
    return wayOf(axis, named, allOf(predicates.map(compiler.truth)), next, test.names ? undefined : markIn(predicates));
  }
  // Which of them it is can be told when all of them are known.
  const all = wayOf(axis, named, undefined, undefined);
  const kept = predicates.map((each) => filtering(each, compiler));
  return (from, focus, found) => {
    const nodes = kept.reduce((left, keep) => keep(left, focus), gathered(all, from, focus));
    return nodes.some((node) => (next ? next(node, focus, found) : found(node, focus)));
  };
}

/** The attribute that some predicate asks for: what does not carry it is not kept. */
function markIn(predicates: readonly Expression[]): string | undefined {
  for (const each of predicates) {
    const path = each.kind === 'compare' && typeOf(each.right) !== 'boolean' ? each.left : each;
    if (path.kind !== 'path' || path.from) continue;
    const [step] = path.steps;
    const name = step?.axis === 'attribute' ? onlyOf(step.test) : undefined;
    if (name !== undefined) return name;
  }
  return undefined;
}

function allOf(predicates: readonly At<boolean>[]): At<boolean> | undefined {
  const [first, second, ...more] = predicates;
  if (!second) return first;
  if (more.length === 0 && first) return (node, focus) => first(node, focus) && second(node, focus);
  return (node, focus) => {
    for (const holds of predicates) if (!holds(node, focus)) return false;
    return true;
  };
}

/** Whether a way comes to its nodes in the order of the document: down from one node, step by step, once it was above. */
export function isInOrder({ from, steps }: Path): boolean {
  if (from) return false;
  const down = steps.findIndex(({ axis }) => axis !== 'parent');
  return down < 0 || steps.slice(down).every(({ axis }) => axis === 'child' || axis === 'attribute' || axis === 'self');
}

/** Everything that a way comes to; what it comes to more than once, more than once. */
export function gathered(visit: Way, from: TreeNode, focus: Focus): readonly TreeNode[] {
  const nodes: TreeNode[] = [];
  const take: Found = (node) => {
    nodes.push(node);
    return false;
  };
  visit(from, focus, take);
  return nodes;
}

type Keep = (nodes: readonly TreeNode[], focus: Focus) => readonly TreeNode[];

/** A predicate that is a number asks for that place. */
function filtering(predicate: Expression, compiler: Compiler): Keep {
  const at = ({ length }: readonly TreeNode[], { names }: Focus, index: number) => ({ position: index + 1, size: length, names });
  if (typeOf(predicate) === 'number') {
    const place = compiler.number(predicate);
    return (nodes, focus) => nodes.filter((node, index) => place(node, at(nodes, focus, index)) === index + 1);
  }
  const holds = compiler.truth(predicate);
  return (nodes, focus) => nodes.filter((node, index) => holds(node, at(nodes, focus, index)));
}

/**
 * Comparisons in an XPath expression as functions.
 *
 * @see XPath 1.0, 3.4 "Booleans": of nodes it is enough that one of them compares so
 */
import type { TreeNode } from '../tree/tree-node.js';
import type { At, Compiler, Focus } from './compiler.js';
import { lengthOf } from './functions.js';
import { type Comparison, type Expression, typeOf } from './syntax.js';
import { compareNumbers, compareTexts, numberOf } from './values.js';

type Comparing = Extract<Expression, { kind: 'compare' }>;

/** Written the other way round. */
const TURNED: Readonly<Record<Comparison, Comparison>> = { '=': '=', '!=': '!=', '<': '>', '<=': '>=', '>': '<', '>=': '<=' };

export function comparison({ by, left, right }: Comparing, compiler: Compiler): At<boolean> {
  const types = [typeOf(left), typeOf(right)];
  if (types.includes('boolean')) {
    const [one, other] = [compiler.truth(left), compiler.truth(right)];
    return (node, focus) => compareNumbers(by, Number(one(node, focus)), Number(other(node, focus)));
  }
  if (types[0] === 'nodes' && types[1] === 'nodes') return ofNodes(by, left, right, compiler);
  if (types[0] === 'nodes') return ofNodesWith(by, left, right, compiler);
  if (types[1] === 'nodes') return ofNodesWith(TURNED[by], right, left, compiler);
  const length = longerThan(by, left, right, compiler);
  if (length) return length;
  if (types.includes('number')) {
    const [one, other] = [compiler.number(left), compiler.number(right)];
    return (node, focus) => compareNumbers(by, one(node, focus), other(node, focus));
  }
  const [one, other] = [compiler.text(left), compiler.text(right)];
  return (node, focus) => compareTexts(by, one(node, focus), other(node, focus));
}

/** Whether a text has more characters than so many: one that has not as many places has not. */
function longerThan(by: Comparison, left: Expression, right: Expression, { text }: Compiler): At<boolean> | undefined {
  if (by !== '>' || right.kind !== 'number' || left.kind !== 'call' || left.name !== 'string-length') return undefined;
  const [of] = left.of;
  const said: At<string> = of ? text(of) : ({ value }) => value;
  return (node, focus) => {
    const value = said(node, focus);
    return value.length > right.value && lengthOf(value) > right.value;
  };
}

function ofNodes(by: Comparison, left: Expression, right: Expression, { way, nodes }: Compiler): At<boolean> {
  const [visit, against] = [way(left), nodes(right)];
  return (node, focus) => {
    const values = against(node, focus).map(({ value }) => value);
    if (values.length === 0) return false;
    return visit(node, focus, ({ value }) => values.some((each) => compareTexts(by, value, each)));
  };
}

/** Nodes with text or a number; each node is then as much. */
function ofNodesWith(by: Comparison, left: Expression, right: Expression, { way, number, text }: Compiler): At<boolean> {
  const visit = way(left);
  if (typeOf(right) === 'number') {
    const value = number(right);
    return (node, focus) => {
      const against = value(node, focus);
      return visit(node, focus, (each) => compareNumbers(by, numberOf(each.value), against));
    };
  }
  if (right.kind === 'literal') {
    const found = (each: TreeNode, _: Focus) => compareTexts(by, each.value, right.text);
    return (node, focus) => visit(node, focus, found);
  }
  const said = text(right);
  return (node, focus) => {
    const against = said(node, focus);
    return visit(node, focus, (each) => compareTexts(by, each.value, against));
  };
}

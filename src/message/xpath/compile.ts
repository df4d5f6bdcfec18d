/**
 * Makes functions of XPath expressions, that look at the tree of a message. They say whether a rule speaks and whether it
 * may be broken; where a rule fires, the parser's own XPath tells the places.
 */
import type { TreeElement, TreeNode } from '../tree/tree-node.js';
import { call } from './compile-call.js';
import { path, union } from './compile-path.js';
import { type At, BEYOND, type Compiler } from './compiler.js';
import type { NamesIn } from './names-in.js';
import { parseXPath } from './parse.js';
import { type Arithmetic, type Expression, typeOf } from './syntax.js';
import { compareNumbers, compareTexts, numberOf, textOf } from './values.js';

/**
 * @param text - as a rule writes it, from the message element
 * @returns whether the expression selects something, or is true; undefined for an expression that is not known here
 */
export function compileTruth(
  text: string,
  namespaces: Readonly<Record<string, string>>,
): ((message: TreeElement, names: NamesIn) => boolean) | undefined {
  const expression = parseXPath(text, namespaces);
  if (!expression) return undefined;
  try {
    const holds = compiler.truth(expression);
    return (message, names) => holds(message, 1, 1, names);
  } catch (cause) {
    if (cause === BEYOND) return undefined;
    throw cause;
  }
}

const compiler: Compiler = { nodes, text, number, truth };

function nodes(of: Expression): At<readonly TreeNode[]> {
  if (of.kind === 'path') return path(of, compiler);
  if (of.kind === 'union') return union(of.of.map(nodes));
  throw BEYOND;
}

function text(of: Expression): At<string> {
  if (of.kind === 'literal') return () => of.text;
  if (typeOf(of) === 'nodes') {
    const selected = nodes(of);
    return (...at) => textOf(selected(...at));
  }
  // How a number is written out is left to the parser.
  if (of.kind !== 'call' || typeOf(of) !== 'string') throw BEYOND;
  return call(of.name, of.of, compiler) as At<string>;
}

function number(of: Expression): At<number> {
  if (of.kind === 'number') return () => of.value;
  if (of.kind === 'calculate') {
    const [left, right, calculate] = [number(of.left), number(of.right), CALCULATED[of.by]];
    return (...at) => calculate(left(...at), right(...at));
  }
  const type = typeOf(of);
  if (of.kind === 'call' && type === 'number') return call(of.name, of.of, compiler) as At<number>;
  if (type === 'boolean') {
    const holds = truth(of);
    return (...at) => Number(holds(...at));
  }
  const said = text(of);
  return (...at) => numberOf(said(...at));
}

const CALCULATED: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
};

function truth(of: Expression): At<boolean> {
  if (of.kind === 'or' || of.kind === 'and') {
    const parts = of.of.map(truth);
    return of.kind === 'or' ? (...at) => parts.some((part) => part(...at)) : (...at) => parts.every((part) => part(...at));
  }
  if (of.kind === 'compare') return comparison(of);
  switch (typeOf(of)) {
    case 'nodes': {
      const selected = nodes(of);
      return (...at) => selected(...at).length > 0;
    }
    case 'string': {
      const said = text(of);
      return (...at) => said(...at) !== '';
    }
    case 'number': {
      const value = number(of);
      return (...at) => Boolean(value(...at));
    }
    default:
      if (of.kind !== 'call') throw BEYOND;
      return call(of.name, of.of, compiler) as At<boolean>;
  }
}

/** @see XPath 1.0, 3.4 "Booleans": of nodes it is enough that one of them compares so */
function comparison({ by, left, right }: Extract<Expression, { kind: 'compare' }>): At<boolean> {
  const types = [typeOf(left), typeOf(right)];
  if (types.includes('boolean')) {
    const [one, other] = [truth(left), truth(right)];
    return (...at) => compareNumbers(by, Number(one(...at)), Number(other(...at)));
  }
  if (types.includes('number')) return ofNumbers(left, right, (one, other) => compareNumbers(by, one, other));
  const [one, other] = [values(left), values(right)];
  return (...at) => {
    const others = other(...at);
    return one(...at).some((each) => others.some((against) => compareTexts(by, each, against)));
  };
}

/** With a number on one side, each node on the other is a number too. */
function ofNumbers(left: Expression, right: Expression, compare: (one: number, other: number) => boolean): At<boolean> {
  const [one, other] = [numbers(left), numbers(right)];
  return (...at) => {
    const others = other(...at);
    return one(...at).some((each) => others.some((against) => compare(each, against)));
  };
}

function values(of: Expression): At<readonly string[]> {
  if (typeOf(of) !== 'nodes') {
    const said = text(of);
    return (...at) => [said(...at)];
  }
  const selected = nodes(of);
  return (...at) => selected(...at).map(({ value }) => value);
}

function numbers(of: Expression): At<readonly number[]> {
  if (typeOf(of) !== 'nodes') {
    const value = number(of);
    return (...at) => [value(...at)];
  }
  const all = values(of);
  return (...at) => all(...at).map(numberOf);
}

/**
 * Makes functions of XPath expressions, that look at the tree of a message. They say whether a rule speaks and whether it
 * may be broken; where a rule fires, the parser's own XPath tells the places.
 */
import type { TreeElement, TreeNode } from '../tree/tree-node.js';
import { call } from './compile-call.js';
import { comparison } from './compile-comparison.js';
import { gathered, isInOrder, visiting } from './compile-path.js';
import { type At, BEYOND, type Compiler, type Found, type Way } from './compiler.js';
import type { NamesIn } from './names-in.js';
import { lacking } from './needs.js';
import { parseXPath } from './parse.js';
import { type Arithmetic, type Expression, typeOf } from './syntax.js';
import { numberOf, textOf } from './values.js';

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
    const [holds, lacks] = [compiler.truth(expression), lacking(expression)];
    return (message, names) => !lacks(names) && holds(message, { position: 1, size: 1, names });
  } catch (cause) {
    if (cause === BEYOND) return undefined;
    throw cause;
  }
}

const compiler: Compiler = { way, nodes, text, number, truth };

function way(of: Expression): Way {
  const found = visiting(of, compiler);
  if (!found) throw BEYOND;
  return found;
}

function nodes(of: Expression): At<readonly TreeNode[]> {
  const visit = way(of);
  return (node, focus) => gathered(visit, node, focus);
}

function text(of: Expression): At<string> {
  if (of.kind === 'literal') return () => of.text;
  if (typeOf(of) === 'nodes') {
    if (of.kind === 'path' && !of.from && of.steps.length === 0) return ({ value }) => value;
    return firstText(of) ?? textOfAll(nodes(of));
  }
  // How a number is written out is left to the parser.
  if (of.kind !== 'call' || typeOf(of) !== 'string') throw BEYOND;
  return call(of.name, of.of, compiler) as At<string>;
}

/** The text of the first node, where a path comes to it first. */
function firstText(of: Expression): At<string> | undefined {
  if (of.kind !== 'path' || !isInOrder(of)) return undefined;
  const visit = way(of);
  let first = '';
  const take: Found = ({ value }) => {
    first = value;
    return true;
  };
  return (node, focus) => {
    if (!visit(node, focus, take)) return '';
    const found = first;
    first = '';
    return found;
  };
}

function textOfAll(selected: At<readonly TreeNode[]>): At<string> {
  return (node, focus) => textOf(selected(node, focus));
}

function number(of: Expression): At<number> {
  if (of.kind === 'number') return () => of.value;
  if (of.kind === 'calculate') {
    const [left, right, calculate] = [number(of.left), number(of.right), CALCULATED[of.by]];
    return (node, focus) => calculate(left(node, focus), right(node, focus));
  }
  const type = typeOf(of);
  if (of.kind === 'call' && type === 'number') return call(of.name, of.of, compiler) as At<number>;
  if (type === 'boolean') {
    const holds = truth(of);
    return (node, focus) => Number(holds(node, focus));
  }
  const said = text(of);
  return (node, focus) => numberOf(said(node, focus));
}

const CALCULATED: Readonly<Record<Arithmetic, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  div: (left, right) => left / right,
  mod: (left, right) => left % right,
};

const ENOUGH = () => true;

function truth(of: Expression): At<boolean> {
  if (of.kind === 'or' || of.kind === 'and') return several(of.of.map(truth), of.kind === 'or');
  if (of.kind === 'compare') return comparison(of, compiler);
  switch (typeOf(of)) {
    case 'nodes': {
      const visit = way(of);
      return (node, focus) => visit(node, focus, ENOUGH);
    }
    case 'string': {
      const said = text(of);
      return (node, focus) => said(node, focus) !== '';
    }
    case 'number': {
      const value = number(of);
      return (node, focus) => Boolean(value(node, focus));
    }
    default:
      if (of.kind !== 'call') throw BEYOND;
      return call(of.name, of.of, compiler) as At<boolean>;
  }
}

/** As far as it takes: to the first that is so. */
function several(parts: readonly At<boolean>[], isSo: boolean): At<boolean> {
  return (node, focus) => {
    for (const part of parts) if (part(node, focus) === isSo) return isSo;
    return !isSo;
  };
}

/** Calls in an XPath expression as functions. */
import type { TreeNode } from '../tree/tree-node.js';
import { type At, BEYOND, type Compiler } from './compiler.js';
import { ARGUMENTS, OF_CONTEXT, substring, TEXT_FUNCTIONS, TEXT_NUMBERS, TEXT_TESTS } from './functions.js';
import { firstOf } from './order.js';
import type { Expression } from './syntax.js';

export function call(name: string, of: readonly Expression[], compiler: Compiler): At<unknown> {
  const [least, most] = ARGUMENTS[name] ?? [1, 0];
  if (of.length < least || of.length > most) throw BEYOND;
  const simple = ofTexts(name, of, compiler) ?? SPECIAL[name]?.(of, compiler);
  if (!simple) throw BEYOND;
  return simple;
}

/** What is said of the context node where a call has no argument. */
function textsOf(name: string, of: readonly Expression[], { text }: Compiler): readonly At<string>[] {
  return of.length === 0 && OF_CONTEXT.includes(name) ? [({ value }) => value] : of.map(text);
}

function ofTexts(name: string, of: readonly Expression[], compiler: Compiler): At<unknown> | undefined {
  const number = TEXT_NUMBERS[name];
  // A number that is made of something else than text is left to the parser.
  const counted = number && textsOf(name, of, compiler)[0];
  if (number && counted) return (node, focus) => number(counted(node, focus));
  const test = TEXT_TESTS[name];
  const [whole, part] = test ? textsOf(name, of, compiler) : [];
  if (test && whole && part) return (node, focus) => test(whole(node, focus), part(node, focus));
  const make = TEXT_FUNCTIONS[name];
  if (!make) return undefined;
  const texts = textsOf(name, of, compiler);
  const [one, two, three] = texts;
  if (one && texts.length === 1) return (node, focus) => make(one(node, focus));
  if (one && two && three && texts.length === 3)
    return (node, focus) => make(one(node, focus), two(node, focus), three(node, focus));
  return (node, focus) => make(...texts.map((each) => each(node, focus)));
}

type Special = (of: readonly Expression[], compiler: Compiler) => At<unknown> | undefined;

const SPECIAL: Readonly<Record<string, Special>> = {
  not([one], { truth }) {
    const holds = one && truth(one);
    return holds && ((node, focus) => !holds(node, focus));
  },
  boolean: ([one], { truth }) => one && truth(one),
  count([one], { nodes }) {
    const selected = one && nodes(one);
    return selected && ((node, focus) => sizeOf(selected(node, focus)));
  },
  floor([one], { number }) {
    const value = one && number(one);
    return value && ((node, focus) => Math.floor(value(node, focus)));
  },
  substring([of, start, length], { text, number }) {
    const [whole, from] = [of && text(of), start && number(start)];
    const size = length ? number(length) : () => Number.POSITIVE_INFINITY;
    return whole && from && ((node, focus) => substring(whole(node, focus), from(node, focus), size(node, focus)));
  },
  last:
    () =>
    (_, { size }) =>
      size,
  position:
    () =>
    (_, { position }) =>
      position,
  true: () => () => true,
  false: () => () => false,
  'local-name': (of, compiler) => nameOf(of, compiler, ({ name }) => name),
  'namespace-uri': (of, compiler) => nameOf(of, compiler, ({ namespace }) => namespace),
};

/** A node in more than one way is one node. */
function sizeOf(nodes: readonly TreeNode[]): number {
  return nodes.length < 2 ? nodes.length : new Set(nodes).size;
}

function nameOf([of]: readonly Expression[], { nodes }: Compiler, tell: (node: TreeNode) => string): At<string> {
  if (!of) return tell;
  const selected = nodes(of);
  return (node, focus) => {
    const first = firstOf(selected(node, focus));
    return first ? tell(first) : '';
  };
}

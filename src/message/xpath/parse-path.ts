/** Reads the paths of an XPath expression, and what a path may begin with. */
import { interned } from '../../model/interned.js';
import { type Axis, type Expression, isPositional, type Step, type Test, typeOf } from './syntax.js';
import type { Token } from './tokens.js';

/** The words that are left, and how a whole expression among them is read. */
export interface Tokens {
  readonly namespaces: Readonly<Record<string, string>>;
  readonly peek: (ahead?: number) => Token;
  readonly take: () => Token;
  /** Takes the next when it is one of these signs or operators. */
  readonly takeIf: (...texts: readonly string[]) => string | undefined;
  readonly expression: () => Expression | undefined;
}

const AXES: readonly string[] = [
  ...['self', 'child', 'attribute', 'parent', 'ancestor', 'ancestor-or-self', 'preceding-sibling', 'following-sibling'],
];

export function parseLocation(tokens: Tokens): Expression | undefined {
  const { kind, text } = tokens.peek();
  if (kind === 'literal') return plain(tokens, { kind: 'literal', text });
  if (kind === 'number') return plain(tokens, { kind: 'number', value: Number(text) });
  if (kind === 'sign' && text === '(') return parseGroup(tokens);
  const opens = tokens.peek(1);
  if (kind === 'name' && opens.kind === 'sign' && opens.text === '(') return parseCall(tokens);
  const steps: Step[] = [];
  return parseSteps(tokens, steps, false) ? { kind: 'path', from: undefined, predicates: [], steps } : undefined;
}

function plain(tokens: Tokens, expression: Expression): Expression {
  tokens.take();
  return expression;
}

/** `(…)`, then predicates and steps where it selects nodes. */
function parseGroup(tokens: Tokens): Expression | undefined {
  tokens.take();
  const from = tokens.expression();
  if (!from || tokens.takeIf(')') === undefined) return undefined;
  const predicates = parsePredicates(tokens);
  const steps: Step[] = [];
  if (!predicates || !parseFurther(tokens, steps)) return undefined;
  if (predicates.length === 0 && steps.length === 0) return from;
  return typeOf(from) === 'nodes' ? { kind: 'path', from, predicates, steps } : undefined;
}

function parseCall(tokens: Tokens): Expression | undefined {
  const name = tokens.take().text;
  tokens.take();
  const of: Expression[] = [];
  if (tokens.takeIf(')') !== undefined) return { kind: 'call', name, of };
  do {
    const argument = tokens.expression();
    if (!argument) return undefined;
    of.push(argument);
  } while (tokens.takeIf(',') !== undefined);
  return tokens.takeIf(')') === undefined ? undefined : { kind: 'call', name, of };
}

/** As many `/step` and `//step` as follow. */
function parseFurther(tokens: Tokens, into: Step[]): boolean {
  const slash = tokens.takeIf('/', '//');
  return slash === undefined || parseSteps(tokens, into, slash === '//');
}

/** @param isDeep - after `//` */
function parseSteps(tokens: Tokens, into: Step[], isDeep: boolean): boolean {
  // It goes nowhere; below it everything is meant, text too.
  if (tokens.takeIf('.') !== undefined) return !isDeep && parseFurther(tokens, into);
  const step = parseStep(tokens);
  const deep = step && isDeep ? deepened(step) : step;
  if (!deep) return false;
  into.push(deep);
  return parseFurther(tokens, into);
}

/** `//x` selects what a step down the tree does, unless a place among siblings is asked for. */
function deepened(step: Step): Step | undefined {
  if (step.predicates.some(isPositional)) return undefined;
  if (step.axis === 'child') return { ...step, axis: 'descendant' };
  return step.axis === 'attribute' ? { ...step, axis: 'descendant-attribute' } : undefined;
}

const ANY: Test = { namespace: undefined, names: undefined };

function parseStep(tokens: Tokens): Step | undefined {
  if (tokens.takeIf('..') !== undefined) return { axis: 'parent', test: ANY, predicates: [] };
  const axis = parseAxis(tokens);
  const test = axis && parseTest(tokens);
  if (!axis || !test) return undefined;
  const predicates = parsePredicates(tokens);
  if (!predicates) return undefined;
  const [first, ...rest] = predicates;
  const names = first && test.names === undefined ? localNamesIn(first) : undefined;
  return names ? { axis, test: { ...test, names }, predicates: rest } : { axis, test, predicates };
}

function parseAxis(tokens: Tokens): Axis | undefined {
  if (tokens.takeIf('@') !== undefined) return 'attribute';
  if (tokens.peek(1).text !== '::') return 'child';
  const { text } = tokens.take();
  tokens.take();
  return AXES.includes(text) ? (text as Axis) : undefined;
}

function parseTest(tokens: Tokens): Test | undefined {
  if (tokens.takeIf('*') !== undefined) return ANY;
  if (tokens.peek().kind !== 'name') return undefined;
  const { text } = tokens.take();
  if (text.startsWith('~')) return { namespace: undefined, names: new Set([interned(text.slice(1))]) };
  const [name = '', prefix] = text.split(':').reverse();
  const namespace = prefix === undefined ? '' : tokens.namespaces[prefix];
  if (namespace === undefined) return undefined;
  return { namespace: interned(namespace), names: name === '*' ? undefined : new Set([interned(name)]) };
}

function parsePredicates(tokens: Tokens): readonly Expression[] | undefined {
  const predicates: Expression[] = [];
  while (tokens.takeIf('[') !== undefined) {
    const predicate = tokens.expression();
    if (!predicate || tokens.takeIf(']') === undefined) return undefined;
    predicates.push(predicate);
  }
  return predicates;
}

/** `[local-name()='a' or local-name()='b']` is a test of the name. */
function localNamesIn(predicate: Expression): ReadonlySet<string> | undefined {
  const parts = predicate.kind === 'or' ? predicate.of : [predicate];
  const names = parts.flatMap((part) => {
    if (part.kind !== 'compare' || part.by !== '=' || part.right.kind !== 'literal') return [];
    return part.left.kind === 'call' && part.left.name === 'local-name' && part.left.of.length === 0
      ? [interned(part.right.text)]
      : [];
  });
  return names.length === parts.length ? new Set(names) : undefined;
}

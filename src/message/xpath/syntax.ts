/** What an XPath expression is made of. */

export type Axis =
  | 'self'
  | 'child'
  | 'attribute'
  | 'parent'
  | 'descendant'
  | 'ancestor'
  | 'ancestor-or-self'
  | 'preceding-sibling'
  | 'following-sibling'
  /** Attributes of the node and of all in it: what `//@` means. */
  | 'descendant-attribute';

export interface Test {
  /** Undefined for any namespace. */
  readonly namespace: string | undefined;
  /** Undefined for any name. */
  readonly names: ReadonlySet<string> | undefined;
}

export interface Step {
  readonly axis: Axis;
  readonly test: Test;
  readonly predicates: readonly Expression[];
}

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Arithmetic = '+' | '-' | '*' | 'div' | 'mod';

export type Expression =
  | { readonly kind: 'or' | 'and'; readonly of: readonly Expression[] }
  | { readonly kind: 'compare'; readonly by: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'calculate'; readonly by: Arithmetic; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'call'; readonly name: string; readonly of: readonly Expression[] }
  | { readonly kind: 'union'; readonly of: readonly Expression[] }
  /** Steps from the context node, or from what an expression selects. */
  | {
      readonly kind: 'path';
      readonly from: Expression | undefined;
      readonly predicates: readonly Expression[];
      readonly steps: readonly Step[];
    };

export type ValueType = 'nodes' | 'string' | 'number' | 'boolean';

const TYPES: Readonly<Record<string, ValueType>> = {
  ...{ or: 'boolean', and: 'boolean', compare: 'boolean', calculate: 'number', number: 'number', literal: 'string' },
  ...{ union: 'nodes', path: 'nodes' },
};

const NUMBERS = ['count', 'last', 'position', 'number', 'string-length', 'floor', 'ceiling', 'round', 'sum'];
const BOOLEANS = ['not', 'boolean', 'contains', 'starts-with', 'true', 'false'];

/** Without variables the type of every expression is known before it is evaluated. */
export function typeOf(expression: Expression): ValueType {
  if (expression.kind !== 'call') return TYPES[expression.kind] ?? 'nodes';
  if (NUMBERS.includes(expression.name)) return 'number';
  return BOOLEANS.includes(expression.name) ? 'boolean' : 'string';
}

/** Whether a predicate asks for a place among others: then it matters what the others are. */
export function isPositional(predicate: Expression): boolean {
  return typeOf(predicate) === 'number' || asksPosition(predicate);
}

function asksPosition(of: Expression): boolean {
  switch (of.kind) {
    case 'or':
    case 'and':
    case 'union':
      return of.of.some(asksPosition);
    case 'compare':
    case 'calculate':
      return asksPosition(of.left) || asksPosition(of.right);
    case 'call':
      return of.name === 'position' || of.name === 'last' || of.of.some(asksPosition);
    case 'path':
      // Predicates inside have a position of their own.
      return of.from !== undefined && asksPosition(of.from);
    default:
      return false;
  }
}

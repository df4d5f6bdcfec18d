/**
 * Reads an XPath 1.0 expression: the part of the language that rules are written in. What is not understood here is no
 * error: the parser's own XPath is asked instead.
 */
import { parseLocation, type Tokens } from './parse-path.js';
import type { Arithmetic, Comparison, Expression } from './syntax.js';
import { tokensOf } from './tokens.js';

/** @returns undefined for what is beyond this reader, or no XPath at all */
export function parseXPath(text: string, namespaces: Readonly<Record<string, string>>): Expression | undefined {
  const list = tokensOf(text);
  if (!list) return undefined;
  let at = 0;
  const tokens: Tokens = {
    namespaces,
    peek: (ahead = 0) => list[at + ahead] ?? { kind: 'end', text: '' },
    take: () => list[at++] ?? { kind: 'end', text: '' },
    takeIf(...texts) {
      const next = tokens.peek();
      if ((next.kind !== 'sign' && next.kind !== 'operator') || !texts.includes(next.text)) return undefined;
      at += 1;
      return next.text;
    },
    expression: () => parseOr(tokens),
  };
  const found = parseOr(tokens);
  return tokens.peek().kind === 'end' ? found : undefined;
}

type Parsed = Expression | undefined;

function parseOr(tokens: Tokens): Parsed {
  return several('or', tokens, (each) => several('and', each, parseEquality));
}

/** One, or more with a word or sign between them. */
function several(kind: 'or' | 'and' | 'union', tokens: Tokens, parse: (tokens: Tokens) => Parsed): Parsed {
  const of: Expression[] = [];
  do {
    const next = parse(tokens);
    if (!next) return undefined;
    of.push(next);
  } while (tokens.takeIf(kind === 'union' ? '|' : kind) !== undefined);
  return of.length === 1 ? of[0] : { kind, of };
}

/** Left to right, as long as one of these signs follows. */
function chain(
  tokens: Tokens,
  signs: readonly string[],
  parse: (tokens: Tokens) => Parsed,
  join: (by: string, left: Expression, right: Expression) => Expression,
): Parsed {
  let left = parse(tokens);
  for (let sign = left && tokens.takeIf(...signs); left && sign !== undefined; sign = left && tokens.takeIf(...signs)) {
    const right = parse(tokens);
    left = right && join(sign, left, right);
  }
  return left;
}

const comparing = (by: string, left: Expression, right: Expression): Expression => ({
  ...{ kind: 'compare', by: by as Comparison, left, right },
});
const calculating = (by: string, left: Expression, right: Expression): Expression => ({
  ...{ kind: 'calculate', by: by as Arithmetic, left, right },
});

function parseEquality(tokens: Tokens): Parsed {
  return chain(tokens, ['=', '!='], parseRelation, comparing);
}

function parseRelation(tokens: Tokens): Parsed {
  return chain(tokens, ['<', '<=', '>', '>='], parseSum, comparing);
}

function parseSum(tokens: Tokens): Parsed {
  return chain(tokens, ['+', '-'], parseProduct, calculating);
}

function parseProduct(tokens: Tokens): Parsed {
  return chain(tokens, ['*', 'div', 'mod'], parseUnion, calculating);
}

function parseUnion(tokens: Tokens): Parsed {
  return several('union', tokens, parseLocation);
}

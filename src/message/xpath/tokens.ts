/** Cuts an XPath 1.0 expression into its signs and words. `~naam` is an element of that name in any namespace. */

export type TokenKind = 'name' | 'literal' | 'number' | 'sign' | 'operator' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Of a literal without its quotes. */
  readonly text: string;
}

const WORD = '[A-Za-z_][\\w.-]*';
const SPACE = '[ \\t\\r\\n]*';
const LITERAL = `"[^"]*"|'[^']*'`;
const NUMBER = '\\d+(?:\\.\\d*)?|\\.\\d+';
const NAME = `~${WORD}|${WORD}(?::(?!:)(?:\\*|${WORD}))?`;
const SIGN = '::|//|\\.\\.|<=|>=|!=|[()\\[\\].@,/|+\\-=<>*]';
const TOKEN = new RegExp(`${SPACE}(?:(${LITERAL})|(${NUMBER})|(${NAME})|(${SIGN}))${SPACE}`, 'y');

const OPERATORS = new Set(['and', 'or', 'div', 'mod', '*']);

/** After these a name is a name, and a star stands for any. */
const OPENING = new Set(['@', '::', '(', '[', ',', '/', '//', '|', '+', '-', '=', '!=', '<', '<=', '>', '>=']);

/**
 * @returns undefined for what this does not know
 * @see XPath 1.0, 3.7 "Lexical Structure", also for when a name is an operator
 */
export function tokensOf(expression: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  for (let at = 0; at < expression.length; at = TOKEN.lastIndex) {
    const found = TOKEN.exec(expression);
    if (!found) return undefined;
    tokens.push(tokenOf(found, tokens.at(-1)));
  }
  tokens.push({ kind: 'end', text: '' });
  return tokens;
}

function tokenOf([, literal, number, name, sign = '']: RegExpExecArray, before: Token | undefined): Token {
  if (literal !== undefined) return { kind: 'literal', text: literal.slice(1, -1) };
  if (number !== undefined) return { kind: 'number', text: number };
  const text = name ?? sign;
  if (OPERATORS.has(text) && before && isOperand(before)) return { kind: 'operator', text };
  return { kind: name === undefined ? 'sign' : 'name', text };
}

function isOperand({ kind, text }: Token): boolean {
  return kind !== 'operator' && !(kind === 'sign' && OPENING.has(text));
}

/** Cuts an XPath 1.0 expression into its signs and words. `~naam` is an element of that name in any namespace. */

export type TokenKind = 'name' | 'literal' | 'number' | 'sign' | 'operator' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** Of a literal without its quotes. */
  readonly text: string;
}

const WORD = '[A-Za-z_][\\w.-]*';
const TOKEN = new RegExp(
  [
    `(?<literal>"[^"]*"|'[^']*')`,
    '(?<number>\\d+(?:\\.\\d*)?|\\.\\d+)',
    `(?<name>~${WORD}|${WORD}(?::(?!:)(?:\\*|${WORD}))?)`,
    '(?<sign>::|//|\\.\\.|<=|>=|!=|[()\\[\\].@,/|+\\-=<>*])',
  ].join('|'),
  'y',
);

const OPERATORS = new Set(['and', 'or', 'div', 'mod', '*']);

/** After these a name is a name, and a star stands for any. */
const OPENING = new Set(['@', '::', '(', '[', ',', '/', '//', '|', '+', '-', '=', '!=', '<', '<=', '>', '>=']);

/**
 * @returns undefined for what this does not know
 * @see XPath 1.0, 3.7 "Lexical Structure", also for when a name is an operator
 */
export function tokensOf(expression: string): readonly Token[] | undefined {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/[ \t\r\n]/.test(expression.charAt(at))) at += 1;
    if (at >= expression.length) return [...tokens, { kind: 'end', text: '' }];
    TOKEN.lastIndex = at;
    const found = TOKEN.exec(expression);
    const [kind, text] = Object.entries(found?.groups ?? {}).find(([, each]) => each !== undefined) ?? [];
    if (!found || kind === undefined || text === undefined) return undefined;
    at = TOKEN.lastIndex;
    tokens.push(tokenOf(kind as TokenKind, text, tokens.at(-1)));
  }
}

function tokenOf(kind: TokenKind, text: string, before: Token | undefined): Token {
  if (kind === 'literal') return { kind, text: text.slice(1, -1) };
  const isOperand = before !== undefined && before.kind !== 'operator' && !(before.kind === 'sign' && OPENING.has(before.text));
  if (isOperand && OPERATORS.has(text)) return { kind: 'operator', text };
  return { kind, text };
}

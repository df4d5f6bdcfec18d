/**
 * Which names a message must hold before an expression can select anything in it. Most rules speak of something that most
 * messages do not have, and looking for a name in bytes is a hundred times faster than evaluating XPath.
 *
 * Only what surely selects nothing is left out: an expression that is not understood needs nothing, and is evaluated.
 */

/** Each group needs at least one of its names; all groups are needed. Several ways: one of them is enough. */
export type Needs = readonly (readonly (readonly string[])[])[];

/** Nothing is known: the expression may select something in any message. */
const ANYTHING: Needs = [[]];

/**
 * @param text - as a rule writes it, `~naam` included
 * @returns the ways in which it can select something or be true
 */
export function needsOf(text: string): Needs {
  const ways = split(text, /^(?:\||\bor\b)/).map(waysOf);
  return ways.some((way) => way === undefined) ? ANYTHING : ways.flatMap((way) => way ?? []);
}

/** Whether some way is open in a message that mentions these names. */
export function areMet(needs: Needs, mentions: (name: string) => boolean): boolean {
  return needs.some((groups) => groups.every((names) => names.some(mentions)));
}

/** A location path, with what each of its steps needs; undefined for anything else. */
function waysOf(text: string): Needs | undefined {
  const path = text.trim();
  const inner = /^\(([\s\S]*)\)((?:\s*\[[\s\S]*\])?)$/.exec(path);
  if (inner?.[1] !== undefined && isBalanced(inner[1])) return needsOf(inner[1]);
  const groups: (readonly string[])[] = [];
  for (const step of split(path, /^\/\/?/)) {
    const names = namesOf(step.trim());
    if (names === undefined) return undefined;
    if (names.length > 0) groups.push(names);
  }
  return [groups];
}

/** `p:naam[…]`, `~naam`, `@p:naam`, `*[local-name()='a' or local-name()='b']`, `.`; empty where any name will do. */
function namesOf(step: string): readonly string[] | undefined {
  const [, test = '', rest = ''] = /^(@?(?:~|[\w.-]+:)?(?:[\w.-]+|\*)|\.\.?|)((?:\s*\[[\s\S]*\])*)$/.exec(step) ?? ['', '-', '-'];
  if (test === '-' || !areOnlyPredicates(rest)) return undefined;
  if (test === '' || test === '.' || test === '..') return [];
  const name = test.replace(/^@/, '').replace(/^(?:~|[\w.-]+:)/, '');
  return name === '*' ? localNamesIn(rest) : [name];
}

/** The names in a first predicate that says nothing else. */
function localNamesIn(predicates: string): readonly string[] {
  const first = /^\s*\[([^[\]]*)\]/.exec(predicates)?.[1] ?? '';
  const names = first.split(/\bor\b/).map((part) => /^\s*local-name\(\)\s*=\s*(?:'([\w.-]+)'|"([\w.-]+)")\s*$/.exec(part));
  return names.every((name) => name !== null) ? names.map((name) => name?.[1] ?? name?.[2] ?? '') : [];
}

/** `[…][…]` and nothing between. */
function areOnlyPredicates(text: string): boolean {
  let depth = 0;
  let quote = '';
  for (const sign of text) {
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '[') depth += 1;
    else if (sign === ']') depth -= 1;
    else if (depth === 0 && sign.trim() !== '') return false;
    if (depth < 0) return false;
  }
  return depth === 0 && quote === '';
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const sign of text.replaceAll(/'[^']*'|"[^"]*"/g, '')) {
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Splits where a separator stands outside brackets, parentheses and quotes. */
function split(text: string, separator: RegExp): readonly string[] {
  const parts: string[] = [];
  let [depth, quote, start] = [0, '', 0];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === quote) quote = '';
      continue;
    }
    if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '[' || sign === '(') depth += 1;
    else if (sign === ']' || sign === ')') depth -= 1;
    if (depth !== 0 || /[\w.-]/.test(text[at - 1] ?? '') === /[\w.-]/.test(sign)) {
      if (!/[|/]/.test(sign) || depth !== 0) continue;
    }
    const found = separator.exec(text.slice(at, at + 3))?.[0];
    if (found === undefined) continue;
    parts.push(text.slice(start, at));
    start = at + found.length;
    at = start - 1;
  }
  return [...parts, text.slice(start)];
}

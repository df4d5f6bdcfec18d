/**
 * Reads the small language in which shapes are written down: what an element holds, in order, with cardinalities.
 * Only syntax; what the names mean is for others. docs/schema-notation.md explains it by example.
 */
import type { Item, Marks, TypeRef } from './shape-items.js';

/** A mistake in the notation; `at` is the offset in the text. */
export class NotationError extends Error {
  constructor(
    message: string,
    readonly at: number,
  ) {
    super(message);
  }
}

const NAME = /[A-Za-z_]\w*(?:[.-]\w+)*/y;
const MARKS = /(?:([?*+!])|\{(\d+)(?:,(\d+|\*))?\})?(~)?/y;
const VALUE = /[^\s()|@]+/y;
const ARGS = /\(([^()]*)\)/y;
const BLANK = /(?:\s+|#[^\n]*)+/y;

const OCCURS: Readonly<Record<string, readonly [number, number | 'unbounded']>> = {
  '?': [0, 1],
  '*': [0, 'unbounded'],
  '+': [1, 'unbounded'],
  '!': [1, 1],
};

/**
 * @throws {NotationError} at the first thing that is not understood
 */
export function parseContent(text: string): readonly Item[] {
  let at = 0;

  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at = pattern.lastIndex;
    return found;
  };
  const skip = () => match(BLANK);
  const take = (symbol: string): boolean => {
    if (!text.startsWith(symbol, at)) return false;
    at += symbol.length;
    return true;
  };
  const fail = (expected: string): never => {
    const seen = text.slice(at, at + 12).split(/\s/)[0];
    throw new NotationError(`expected ${expected}, found ${seen ? `"${seen}"` : 'the end'}`, at);
  };
  const name = (what: string): string => match(NAME)?.[0] ?? fail(what);
  const args = (): readonly string[] =>
    match(ARGS)?.[1]
      ?.split(',')
      .map((each) => each.trim()) ?? [];

  const marks = (): Marks | undefined => {
    const [whole, sign, low, high, nil] = match(MARKS) ?? [''];
    if (!whole) return undefined;
    const [min, max] = sign
      ? (OCCURS[sign] ?? [1, 1])
      : [Number(low ?? 1), high === '*' ? 'unbounded' : Number(high ?? low ?? 1)];
    return { min, max: max as Marks['max'], nillable: nil === '~' };
  };

  const type = (): TypeRef => {
    skip();
    if (take('(')) return { kind: 'inline', items: closed() };
    const start = at;
    if (take('/')) return { kind: 'name', name: '', args: [], form: name('a form'), at: start };
    const of = name('a type');
    const given = args();
    if (take('/')) return { kind: 'name', name: of, args: given, form: name('a form'), at: start };
    if (take('{')) {
      const end = text.indexOf('}', at);
      if (end < 0) fail('"}"');
      const enumeration = text.slice(at, end).split('|');
      at = end + 1;
      return { kind: 'name', name: of, args: given, enumeration, at: start };
    }
    return { kind: 'name', name: of, args: given, at: start };
  };

  const closed = (): readonly Item[] => {
    const items = sequence();
    if (!take(')')) fail('")"');
    return items;
  };

  const choice = (label: string, start: number): Item => {
    const alternatives = [sequence()];
    while (take('|')) alternatives.push(sequence());
    if (!take(')')) fail('"|" or ")"');
    const of = marks();
    return { kind: 'choice', label, alternatives, ...(of && { marks: of }), at: start };
  };

  const attribute = (start: number, remove: boolean): Item => {
    const prefix = name('an attribute');
    const full = take(':') ? `${prefix}:${name('an attribute')}` : prefix;
    const required = take('!');
    const fixed = take('=') ? (match(VALUE)?.[0] ?? fail('a value')) : undefined;
    return { kind: 'attribute', name: full, required, remove, ...(fixed !== undefined && { fixed }), at: start };
  };

  const element = (start: number): Item => {
    const of = name('an element');
    if (of === 'text' && take(':')) return { kind: 'text', type: type(), at: start };
    if (take('..')) return { kind: 'range', from: of, to: name('an element'), at: start };
    if (take('(')) {
      if (of !== 'any') return choice(of, start);
      const [, inside = ''] = /([^)]*)\)/y.exec(text.slice(at)) ?? fail('")"');
      at += inside.length + 1;
      const [namespace = '##any', process = 'lax'] = inside.split(',').map((each) => each.trim());
      const often = marks();
      return { kind: 'any', namespace, process: process as 'lax', ...(often && { marks: often }), at: start };
    }
    const often = marks();
    const typed = take(':') ? type() : undefined;
    const [, word, value] = match(/ +(default|fixed)=([^\s()|@]+)/y) ?? [];
    return {
      kind: 'element',
      name: of,
      ...(often && { marks: often }),
      ...(typed && { type: typed }),
      ...(word === 'default' && value !== undefined && { default: value }),
      ...(word === 'fixed' && value !== undefined && { fixed: value }),
      at: start,
    };
  };

  const sequence = (): readonly Item[] => {
    const items: Item[] = [];
    for (;;) {
      skip();
      const start = at;
      if (at >= text.length || text[at] === ')' || text[at] === '|') return items;
      if (take('-@')) items.push(attribute(start, true));
      else if (take('-')) items.push({ kind: 'remove', name: name('an element'), at: start });
      else if (take('@')) items.push(attribute(start, false));
      else if (take('=')) items.push({ kind: 'base', form: name('a form'), at: start });
      else if (take('$')) items.push({ kind: 'part', name: name('a part'), args: args(), at: start });
      else if (take('(')) items.push(choice('', start));
      else items.push(element(start));
    }
  };

  const items = sequence();
  if (at < text.length) fail('an element');
  return items;
}

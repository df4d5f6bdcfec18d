/**
 * Cuts the text of a message into tags and content, only to lay it out and to find a place in it.
 * This is no XML reader and decides nothing: what it cannot follow is shown as it came.
 */
import type { ShownText } from '../shown-text.js';

export interface Token {
  readonly kind: 'open' | 'close' | 'text' | 'other';
  readonly text: string;
  /** Index in the shown text. */
  readonly at: number;
  /** Line in the recorded message, from 1. */
  readonly line: number;
  /** Local names from the root; of a tag including its own. */
  readonly path: readonly string[];
  /** `<a/>`: opens and closes. */
  readonly isEmpty: boolean;
}

/** @returns the tokens, or undefined when the tags do not match, or something else is amiss */
export function tokensOf(shown: ShownText): readonly Token[] | undefined {
  const { text } = shown;
  const tokens: Token[] = [];
  const lineAt = lineCounter(shown);
  let open: string[] = [];
  let at = 0;
  while (at < text.length) {
    const end = text[at] === '<' ? endOfMarkup(text, at) : endOfText(text, at);
    if (end === undefined) return undefined;
    const piece = text.slice(at, end);
    const { kind, name } = kindOf(piece);
    const isEmpty = kind === 'open' && piece.endsWith('/>');
    const path = kind === 'open' ? [...open, name] : open;
    if (kind === 'close' && open.at(-1) !== name) return undefined;
    if (kind !== 'text' || piece.trim() !== '') {
      tokens.push({
        kind,
        text: piece.trim(),
        at,
        line: lineAt(at + leadingSpace(piece)),
        path,
        isEmpty,
      });
    }
    if (kind === 'open' && !isEmpty) open = path;
    if (kind === 'close') open = open.slice(0, -1);
    at = end;
  }
  return open.length === 0 && tokens.some((each) => each.kind === 'open') ? tokens : undefined;
}

function leadingSpace(text: string): number {
  return text.length - text.trimStart().length;
}

function kindOf(piece: string): { readonly kind: Token['kind']; readonly name: string } {
  if (!piece.startsWith('<') || piece.startsWith('<![CDATA[')) return { kind: 'text', name: '' };
  const found = /^<(\/?)(?:[^\s/>:]+:)?([^\s/>:!?]+)/.exec(piece);
  if (found === null || /^<[!?]/.test(piece)) return { kind: 'other', name: '' };
  return { kind: found[1] === '/' ? 'close' : 'open', name: found[2] ?? '' };
}

function endOfText(text: string, at: number): number {
  const end = text.indexOf('<', at);
  return end < 0 ? text.length : end;
}

/** The index after a comment, CDATA section, instruction or tag; a `>` inside quotes ends no tag. */
function endOfMarkup(text: string, at: number): number | undefined {
  for (const [begin, finish] of [
    ['<!--', '-->'],
    ['<![CDATA[', ']]>'],
    ['<?', '?>'],
  ] as const) {
    if (text.startsWith(begin, at)) {
      const end = text.indexOf(finish, at + begin.length);
      return end < 0 ? undefined : end + finish.length;
    }
  }
  let quote = '';
  for (let index = at + 1; index < text.length; index += 1) {
    const sign = text[index] ?? '';
    if (sign === '<') return undefined;
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return index + 1;
  }
  return undefined;
}

/** Counts lines as it goes forward, those that were left out included. */
function lineCounter({ text, cuts }: ShownText): (at: number) => number {
  let line = 1;
  let done = 0;
  return (at) => {
    const missing = cuts.filter((cut) => cut.at >= done && cut.at < at).reduce((sum, cut) => sum + cut.lines, 0);
    line += text.slice(done, at).split('\n').length - 1 + missing;
    done = at;
    return line;
  };
}

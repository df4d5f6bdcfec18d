/**
 * Looks through text for numbers of nine digits that may belong to a citizen, also within base64, and base64 within that.
 * Text comes in pieces, so that a document of any size takes little memory.
 */
import { mayBeReal } from '../../model/elfproef.js';
import { type Base64Scan, scanBase64 } from './base64-scan.js';

export interface SeenNumber {
  readonly number: string;
  /** Line and column, from 1; within base64, where that begins. */
  readonly place: string;
  readonly isInBase64: boolean;
  /** What stands before it on the same line, as far as it matters. */
  readonly before: string;
}

export interface NumberScan {
  add(chunk: Uint8Array): void;
  end(): void;
}

/** Nine digits, or more of which the last nine may be meant; with points or spaces as people write them, too. */
const DIGITS = /\d{9,}|\d{3}([. ])\d{3}\1\d{3}|\d{4}([. ])\d{2}\2\d{3}/g;

/** `%20` and `\n` are signs of their own. */
const ESCAPE = /(?:%[\dA-Fa-f]{2}|\\(?:u[\dA-Fa-f]{4}|[nrtbf]))$/;

/** What a number may need of its surroundings, in characters. */
const OVERLAP = 200;

/** Base64 within base64 within base64 is nobody's accident. */
const DEEPEST = 2;

export function scanNumbers(found: (seen: SeenNumber) => void, depth = 0): NumberScan {
  let kept = '';
  let line = 1;
  let column = 1;
  /** As far as what is kept was looked through before. */
  let looked = 0;
  const inner = (place: string) => scanNumbers((seen) => found({ ...seen, place, isInBase64: true }), depth + 1);
  const base64: Base64Scan | undefined = depth < DEEPEST ? scanBase64(inner) : undefined;

  const look = (text: string, isLast: boolean): void => {
    const until = isLast ? text.length : Math.max(0, text.length - OVERLAP);
    let at = 0;
    const forward = (to: number): void => {
      for (let next = text.indexOf('\n', at); next >= 0 && next < to; next = text.indexOf('\n', at)) {
        line++;
        column = 1;
        at = next + 1;
      }
      column += to - at;
      at = to;
    };
    for (const match of text.matchAll(DIGITS)) {
      const digits = match[0];
      const index = digits.length > 9 && /\d{10}/.test(digits) ? match.index + digits.length - 9 : match.index;
      // What is near the end is looked at with what comes after it.
      if (index < looked || index >= until) continue;
      const end = match.index + digits.length;
      const number = text.slice(index, end).replaceAll(/\D/g, '');
      if (!mayBeReal(number) || !isAlone(text, index, end)) continue;
      forward(index);
      found({ number, place: `${line}:${column}`, isInBase64: false, before: text.slice(Math.max(0, index - OVERLAP), index) });
    }
    const keep = isLast ? text.length : Math.max(0, until - OVERLAP);
    forward(keep);
    looked = until - keep;
    kept = text.slice(keep);
  };
  return {
    add(chunk) {
      const text = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length).toString('latin1');
      // Two bytes a sign: the one that says nothing is left out.
      const plain = text.includes('\0') ? text.replaceAll('\0', '') : text;
      base64?.add(plain);
      look(kept + plain, false);
    },
    end() {
      base64?.end();
      look(kept, true);
    },
  };
}

/** Whether a number is no part of a longer number, a name, an amount, or a time. */
function isAlone(text: string, start: number, end: number): boolean {
  const [left = '', right = ''] = [text[start - 1], text[end]];
  if (/[\dA-Za-z_]/.test(right) || (/[-.,:+]/.test(right) && /\d/.test(text[end + 1] ?? ''))) return false;
  if (/[\dA-Za-z_]/.test(left)) return ESCAPE.test(text.slice(Math.max(0, start - 6), start));
  return !(/[-.,:+]/.test(left) && /\d/.test(text[start - 2] ?? ''));
}

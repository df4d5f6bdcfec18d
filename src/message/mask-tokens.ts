/**
 * What is put where something about a person stood: as long, of the same kind, and the same for the same value within one
 * report. Made with a key that stays private, so that nobody can try out all numbers until one fits.
 */
import { createHmac } from 'node:crypto';
import { passesElfproef, TEST_RANGE } from '../model/elfproef.js';
import { otherLetter } from './mask-letters.js';

export interface Tokens {
  /**
   * Sign for sign: as many as there were. White space around it stays.
   * @param keeps - so many digits at the beginning stay as well
   */
  text(value: string, keeps?: number): string;
  /** A date for a date; anything else is a text. */
  date(value: string): string;
  /** Bytes for bytes: the block of the document, again and again. */
  content(bytes: Uint8Array): Uint8Array;
  /** 48 bytes, of which base64 is 64 signs. @param document - in pieces */
  block(document: Iterable<Uint8Array>): Buffer;
  /** What was masked until now, and by what. Not documents. */
  readonly made: ReadonlyMap<string, string>;
}

/** How often another token is tried when one was given to another value; of one digit there are only nine. */
const TRIES = 50;
/** Longer texts are masked, but not looked for elsewhere, in characters. */
const REMEMBERED = 1000;

/** @param key - of one report */
export function createTokens(key: Uint8Array): Tokens {
  const made = new Map<string, string>();
  const taken = new Set<string>();
  const numbers = new Map<string, string>();
  const takenNumbers = new Set<string>();

  function once(kind: string, value: string, make: (chances: (at: number) => number) => string): string {
    const known = made.get(value);
    if (known !== undefined) return known;
    let token = value;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      token = make(chancesOf(key, `${kind}${attempt}:${value}`));
      if (token !== value && !taken.has(token)) break;
    }
    if (value.length <= REMEMBERED) {
      made.set(value, token);
      taken.add(token);
    }
    return token;
  }

  /** Out of the range for testing; it passes the elfproef when the number did. */
  function number(digits: string): string {
    const known = numbers.get(digits);
    if (known !== undefined) return known;
    const chances = chancesOf(key, `nummer:${digits}`);
    const first = chances(0) * 65536 + chances(1) * 256 + chances(2);
    for (let step = 0; step < 100_000; step++) {
      const token = TEST_RANGE + String((first + step) % 100_000).padStart(5, '0');
      if (passesElfproef(token) !== passesElfproef(digits) || token === digits || takenNumbers.has(token)) continue;
      numbers.set(digits, token);
      takenNumbers.add(token);
      return token;
    }
    return `${TEST_RANGE}00000`;
  }

  const block = (document: Iterable<Uint8Array>): Buffer => {
    const hmac = createHmac('sha384', key).update('inhoud:');
    for (const piece of document) hmac.update(piece);
    return hmac.digest();
  };

  const text = (value: string, keeps = 0): string =>
    around(value, (inner) =>
      once('tekst', inner, (chances) => {
        let at = 0;
        const head = keeps < inner.length && /^\d+$/.test(inner.slice(0, keeps)) ? inner.slice(0, keeps) : '';
        const rest = inner.slice(head.length).replaceAll(/\d+|./gsu, (run) => {
          if (/^\d{9}$/.test(run)) return number(run);
          if (!/^\d/.test(run)) return otherLetter(run, chances(at++));
          return [...run].map((digit, index) => otherDigit(digit, chances(at++), index === 0)).join('');
        });
        return head + rest;
      }),
    );

  return {
    text,
    date: (value) =>
      around(value, (inner) =>
        /^\d{4,8}$/.test(inner) ? once('datum', inner, (chances) => dateOf(inner.length, chances)) : text(inner),
      ),
    content: (bytes) => Buffer.alloc(bytes.length, block([bytes])),
    block,
    made,
  };
}

/** A number that does not begin with a zero, does not after it. */
function otherDigit(digit: string, chance: number, isFirst: boolean): string {
  if (isFirst) return digit === '0' ? '0' : String(1 + (chance % 9));
  return String(chance % 10);
}

/** There are more days in this than anybody has birthdays, and each is a day of the calendar. */
function dateOf(length: number, chances: (at: number) => number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${1901 + (chances(0) % 99)}${two(1 + (chances(1) % 12))}${two(1 + (chances(2) % 28))}`.slice(0, length);
}

function around(value: string, mask: (inner: string) => string): string {
  const inner = value.trim();
  if (inner === '') return value;
  const at = value.indexOf(inner);
  return value.slice(0, at) + mask(inner) + value.slice(at + inner.length);
}

/** As many numbers from 0 to 255 as are asked for. */
function chancesOf(key: Uint8Array, of: string): (at: number) => number {
  const blocks: Buffer[] = [];
  return (at) => {
    const index = Math.floor(at / 64);
    for (let next = blocks.length; next <= index; next++) {
      blocks.push(createHmac('sha512', key).update(`${next}:${of}`).digest());
    }
    return blocks[index]?.[at % 64] ?? 0;
  };
}

/** Goes through the tags of a document and writes tokens over what the table names. */
import { documentOver } from './mask-base64.js';
import type { Masking } from './mask-document.js';
import { type Encoding, type Stretch, signsOf, writtenOver } from './mask-signs.js';
import type { Masked } from './mask-table.js';

export interface MaskedDocument {
  readonly bytes: Buffer;
  /** Where something was masked: local names from the root, `@` before that of an attribute; each once, in order of name. */
  readonly paths: readonly string[];
}

interface Open {
  /** As written. */
  readonly name: string;
  readonly how: Masked | undefined;
  readonly isInside: boolean;
  readonly stretches: Stretch[];
}

const NAME = '[A-Za-z_\\u0080-\\u00ff][\\w.\\u0080-\\u00ff-]*(?::[A-Za-z_\\u0080-\\u00ff][\\w.\\u0080-\\u00ff-]*)?';
const START = new RegExp(`^<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>$`);
const END = new RegExp(`^</(${NAME})\\s*>$`);
const ATTRIBUTE = new RegExp(`\\s(${NAME})\\s*=\\s*(?:"([^"]*)"|'([^']*)')`, 'g');
const MARKS = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;
const LESS = 0x3c;
/** Deeper than any message, as for who reads them. */
const MAX_DEPTH = 256;

/** Undefined when it is no document that can be followed to its end. @param bytes - are written over */
export function elementsMasked(bytes: Buffer, encoding: Encoding, { table, tokens }: Masking): MaskedDocument | undefined {
  const paths = new Set<string>();
  const open: Open[] = [];
  const way: string[] = [];
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let hasRoot = false;
  while (at < bytes.length) {
    const less = bytes.indexOf(LESS, at);
    const end = less < 0 ? bytes.length : less;
    if (end > at && !keep({ start: at, end, isPlain: false })) return undefined;
    if (less < 0) break;
    const next = bytes[less + 1];
    const after = next === 0x21 || next === 0x3f ? markedOff(less) : next === 0x2f ? close(less) : start(less);
    if (after === undefined) return undefined;
    at = after;
  }
  return hasRoot && open.length === 0 ? { bytes, paths: [...paths].sort() } : undefined;

  function keep(stretch: Stretch): boolean {
    const inner = open.at(-1);
    if (!inner) return bytes.toString('latin1', stretch.start, stretch.end).trim() === '';
    if (inner.how) inner.stretches.push(stretch);
    return true;
  }

  /** Comments and instructions decide nothing, and anything may stand in them. */
  function markedOff(from: number): number | undefined {
    const mark = MARKS.find(([begin]) => bytes.toString('latin1', from, from + begin.length) === begin);
    const found = mark ? bytes.indexOf(mark[1], from + mark[0].length) : -1;
    if (!mark || found < 0) return undefined;
    const stretch = { start: from + mark[0].length, end: found, isPlain: true };
    if (mark[0] === '<![CDATA[') return open.length > 0 && keep(stretch) ? found + mark[1].length : undefined;
    const isDeclaration = open.length === 0 && /^xml\s/.test(bytes.toString('latin1', stretch.start, stretch.start + 4));
    if (!isDeclaration && blanked(stretch)) paths.add([...way, 'comment()'].join('/'));
    return found + mark[1].length;
  }

  function blanked({ start: from, end }: Stretch): boolean {
    const before = bytes.toString('latin1', from, end);
    bytes.write(before.replaceAll(/\d/g, '0').replaceAll(/[A-Za-z\u0080-\u00ff]/g, 'x'), from, 'latin1');
    return bytes.toString('latin1', from, end) !== before;
  }

  function close(from: number): number | undefined {
    const end = bytes.indexOf('>', from);
    const [, name] = END.exec(bytes.toString('latin1', from, end + 1)) ?? [];
    const inner = open.pop();
    if (end < 0 || !inner || inner.name !== name || !mask(inner)) return undefined;
    way.pop();
    return end + 1;
  }

  function start(from: number): number | undefined {
    const end = endOfTag(bytes, from);
    const tag = bytes.toString('latin1', from, end);
    const [, name, attributes = '', slash] = START.exec(tag) ?? [];
    if (end < 0 || name === undefined || open.length >= MAX_DEPTH || (open.length === 0 && hasRoot)) return undefined;
    hasRoot = true;
    way.push(localName(name));
    if (way.length === 1 && way[0]?.toLowerCase() === 'html') return undefined;
    const outer = open.at(-1);
    const isInside = outer?.isInside || table.opens(way);
    if (attributes !== '' && !maskAttributes(from + 1 + name.length, attributes)) return undefined;
    if (slash === '/') way.pop();
    else open.push({ name, isInside, how: table.howOf(way, outer?.isInside ?? false), stretches: [] });
    return end;
  }

  function maskAttributes(from: number, attributes: string): boolean {
    for (const { 0: whole, 1: name = '', 2: double, 3: single, index } of attributes.matchAll(ATTRIBUTE)) {
      const value = double ?? single ?? '';
      if (!table.isAttribute(localName(name)) || value === '') continue;
      const end = from + index + whole.length - 1;
      const isMasked = writeOver([{ start: end - value.length, end, isPlain: false }], { kind: 'text', keeps: 0 });
      if (isMasked === undefined) return false;
      if (isMasked) paths.add(`${way.join('/')}/@${localName(name)}`);
    }
    return true;
  }

  function mask({ how, stretches }: Open): boolean {
    if (!how || stretches.length === 0) return true;
    const isMasked = writeOver(stretches, how);
    if (isMasked) paths.add(way.join('/'));
    return isMasked !== undefined;
  }

  /** Whether anything is different now; undefined when it cannot be masked. */
  function writeOver(stretches: readonly Stretch[], { kind, keeps }: Masked): boolean | undefined {
    if (kind === 'document') {
      const done = documentOver(bytes, stretches, tokens);
      if (done !== undefined) return done;
    }
    const parts = stretches.map((stretch) => signsOf(bytes, stretch, encoding));
    if (parts.some((part) => part === undefined)) return undefined;
    const signs = parts.flatMap((part) => part ?? []);
    const value = signs.map(({ meant }) => meant).join('');
    const token = [...(kind === 'date' ? tokens.date(value) : tokens.text(value, keeps))];
    if (token.join('') === value) return false;
    let used = 0;
    for (const [index, { start: from }] of stretches.entries()) {
      const part = parts[index] ?? [];
      const over = writtenOver(part, token.slice(used, used + part.length), encoding);
      if (!over) return undefined;
      over.copy(bytes, from);
      used += part.length;
    }
    return true;
  }
}

/** After the `>` that ends a tag; one between quotes ends none. -1 when there is none. */
function endOfTag(bytes: Buffer, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < bytes.length; at++) {
    const sign = bytes[at];
    if (quote !== 0) quote = sign === quote ? 0 : quote;
    else if (sign === 0x22 || sign === 0x27) quote = sign;
    else if (sign === 0x3e) return at + 1;
    else if (sign === LESS) return -1;
  }
  return -1;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

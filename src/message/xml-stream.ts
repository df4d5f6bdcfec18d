/**
 * Reads an XML document of any size piece by piece: what is told of it is forgotten again, so that memory does not grow
 * with the document. For large models that are no message; messages are read as a whole.
 *
 * A DOCTYPE is refused, so there are no entities but the five that XML has of itself. What is told was well-formed as far
 * as it matters to a reader; this is no validator.
 * @see XML 1.0 (5th ed.) §2; Namespaces in XML 1.0 (3rd ed.)
 */
import { type StreamDecoder, streamDecoder } from './stream-decoder.js';
import { readTag, type StreamedElement } from './stream-element.js';
import { MARKED, type Marked, tagEnd } from './stream-marks.js';
import { UNUSUAL, withoutReferences } from './stream-references.js';
import { near, type Refuse, type Refused } from './stream-refusal.js';
import { PlainScope } from './tree/plain-scope.js';

export interface XmlTold {
  start(element: StreamedElement): void;
  /** Text in the element that was started last and not ended; may come in pieces. */
  text(text: string): void;
  end(): void;
}

/** Far more than any document needs: beyond these somebody wants to harm us. */
const MAX_DEPTH = 200;
const MAX_TAG = 256 * 1024;

export class XmlStream {
  readonly #told: XmlTold;
  readonly #refused: Refuse;
  readonly #decoder: StreamDecoder;
  readonly #open: { readonly written: string; readonly scope: PlainScope }[] = [];
  #pending = '';
  #enough = 0;
  #line = 1;
  #marked: Marked | undefined;
  #hadRoot = false;
  readonly #inValue = (text: string): string => this.#unescaped(text);
  readonly #refuseTag = (what: Refused): never => this.#refuse(what);

  constructor(told: XmlTold, refused: Refuse) {
    this.#told = told;
    this.#refused = refused;
    this.#decoder = streamDecoder(() => this.#refuse({ kind: 'encoding' }));
  }

  write(bytes: Uint8Array): void {
    this.#read(this.#decoder.decode(bytes), false);
  }

  /** Nothing follows. */
  close(): void {
    this.#read(this.#decoder.end(), true);
    if (this.#pending.trim() !== '' || this.#open.length > 0 || this.#marked) this.#refuse({ kind: 'unfinished' });
    if (!this.#hadRoot) this.#refuse({ kind: 'empty' });
  }

  #read(text: string, isLast: boolean): void {
    const odd = text.search(UNUSUAL);
    if (odd >= 0) this.#refuse({ kind: 'character' }, this.#pending + text.slice(0, odd));
    const source = this.#pending + text;
    this.#pending = source;
    if (source.length < this.#enough && !isLast) return;
    let at = 0;
    let lineBreak = source.indexOf('\n');
    for (let next = this.#step(source, at); next !== undefined; next = this.#step(source, at)) {
      for (at = next; lineBreak >= 0 && lineBreak < at; lineBreak = source.indexOf('\n', lineBreak + 1)) this.#line += 1;
    }
    // A copy of its own: a part of a text keeps the whole of it in memory.
    this.#pending = Buffer.from(source.slice(at), 'utf16le').toString('utf16le');
    if (this.#pending.length > MAX_TAG) this.#refuse({ kind: 'too-long', near: near(this.#pending) });
    // What was not enough is looked at again when there is twice as much, or a long tag in small pieces would take for ever.
    this.#enough = 2 * this.#pending.length;
  }

  /** @returns where the next part begins; undefined when more is needed to know what this is */
  #step(source: string, at: number): number | undefined {
    if (at === source.length) return undefined;
    if (this.#marked) return this.#inMarked(source, at, this.#marked);
    if (source[at] !== '<') return this.#text(source, at);
    const marked = MARKED.find(({ start }) => source.startsWith(start, at));
    if (marked) {
      if (marked.isText && this.#open.length === 0) this.#refuse({ kind: 'outside-root' });
      this.#marked = marked;
      return at + marked.start.length;
    }
    if (source[at + 1] === '!') return this.#declaration(source, at);
    return this.#tag(source, at);
  }

  #inMarked(source: string, at: number, { end, isText }: Marked): number | undefined {
    const found = source.indexOf(end, at);
    // The last signs may be the beginning of its end.
    const until = found < 0 ? source.length - end.length + 1 : found;
    if (isText && until > at) this.#told.text(source.slice(at, until));
    if (found >= 0) this.#marked = undefined;
    if (found < 0 && until <= at) return undefined;
    return found < 0 ? until : found + end.length;
  }

  #text(source: string, at: number): number | undefined {
    const next = source.indexOf('<', at);
    let until = next < 0 ? source.length : next;
    const reference = next < 0 ? source.lastIndexOf('&') : -1;
    // A reference that is not whole yet; the longest that XML has is &#x10FFFF;
    if (reference >= at && !source.includes(';', reference)) {
      if (until - reference > 10) this.#refuse({ kind: 'entity', near: near(source.slice(reference)) });
      until = reference;
    }
    if (until === at) return undefined;
    const raw = source.slice(at, until);
    if (this.#open.length === 0) {
      if (raw.trim() !== '') this.#refuse(this.#hadRoot ? { kind: 'outside-root' } : { kind: 'malformed', near: near(raw) });
      return until;
    }
    this.#told.text(this.#unescaped(raw));
    return until;
  }

  #declaration(source: string, at: number): number | undefined {
    const begin = source.slice(at, at + 9);
    if ([...MARKED.map(({ start }) => start), '<!DOCTYPE'].some((each) => each.length > begin.length && each.startsWith(begin)))
      return undefined;
    return this.#refuse(begin.toUpperCase() === '<!DOCTYPE' ? { kind: 'doctype' } : { kind: 'malformed', near: near(begin) });
  }

  #tag(source: string, at: number): number | undefined {
    const end = tagEnd(source, at + 1);
    if (end === undefined) return undefined;
    const inside = source.slice(at + 1, end);
    if (inside.startsWith('/')) this.#end(inside.slice(1).trimEnd());
    else this.#start(inside);
    return end + 1;
  }

  #start(inside: string): void {
    if (this.#open.length === 0 && this.#hadRoot) this.#refuse({ kind: 'outside-root' });
    if (this.#open.length >= MAX_DEPTH) this.#refuse({ kind: 'too-deep', near: near(inside) });
    this.#hadRoot = true;
    const isEmpty = inside.endsWith('/');
    const outer = this.#open.at(-1)?.scope ?? PlainScope.atRoot();
    const { element, written, scope } = readTag(isEmpty ? inside.slice(0, -1) : inside, {
      outer,
      line: this.#line,
      depth: this.#open.length,
      unescaped: this.#inValue,
      refuse: this.#refuseTag,
    });
    this.#told.start(element);
    if (isEmpty) this.#told.end();
    else this.#open.push({ written, scope });
  }

  #end(written: string): void {
    if (this.#open.pop()?.written !== written) this.#refuse({ kind: 'wrong-end', near: near(written) });
    this.#told.end();
  }

  #unescaped(text: string): string {
    const plain = withoutReferences(text);
    if (typeof plain === 'string') return plain;
    return this.#refuse({ kind: 'entity', near: near(text.slice(plain)) }, text.slice(0, plain));
  }

  /** @param before - what stands between what was read and the place */
  #refuse(what: Refused, before = ''): never {
    return this.#refused(what, this.#line + before.split('\n').length - 1);
  }
}

/**
 * Reads plain documents without the parser: UTF-8, no DOCTYPE, no instructions, nothing unusual in names. What is not
 * plainly well-formed is left to the parser, which then decides; so nothing is accepted here that it would refuse.
 *
 * Most messages are plain, and the tree of the parser has to be fetched node by node out of its own memory.
 *
 * @see XML 1.0 (5th ed.) §2; Namespaces in XML 1.0 (3rd ed.)
 */
import { isUtf8 } from 'node:buffer';
import type { XmlElement } from '../model/xml-element.js';
import { characters, Declarations, type Marks, NO_PREFIXES, type Scope, UNPLAIN, unmarked } from './sure-names.js';

/** Larger documents are left to the parser, in bytes. */
const MAX_BYTES = 512 * 1024;
const MAX_DEPTH = 200;

const DECLARATION = /<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"utf-8"|'utf-8'))?(?: standalone=(?:"yes"|"no"))? *\?>/iy;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow these, a carriage return only before a line feed
const UNUSUAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\r(?!\n)/;
const [LESS, GREATER, SLASH, BANG, EQUALS, COLON] = [0x3c, 0x3e, 0x2f, 0x21, 0x3d, 0x3a];
const CDATA = '<![CDATA[';
const NO_CHILDREN: readonly XmlElement[] = [];

/** @returns the tree that the parser would give; undefined when that has to look */
export function sureTree(bytes: Uint8Array): XmlElement | undefined {
  if (bytes.length > MAX_BYTES || !isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  if (UNUSUAL.test(text)) return undefined;
  try {
    return new SureReader(text.includes('\r') ? text.replaceAll('\r\n', '\n') : text).document();
  } catch (error) {
    if (error === UNPLAIN) return undefined;
    throw error;
  }
}

/** What a character may be in a name. */
const [OTHER, LETTER, FOLLOWING] = [0, 1, 2];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const sign = String.fromCharCode(code);
  return /[A-Za-z_]/.test(sign) ? LETTER : /[\d.-]/.test(sign) ? FOLLOWING : OTHER;
});

function kindOf(code: number): number {
  return code < 128 ? (KINDS[code] ?? OTHER) : OTHER;
}

class SureReader {
  private at = 0;
  private line = 1;
  /** Up to where lines were counted. */
  private counted = 0;

  constructor(private readonly source: string) {}

  document(): XmlElement {
    if (this.source.charCodeAt(0) === 0xfeff) this.at = 1;
    DECLARATION.lastIndex = this.at;
    if (DECLARATION.test(this.source)) this.at = DECLARATION.lastIndex;
    this.between();
    const root = this.element(NO_PREFIXES, 0);
    this.between();
    if (this.at < this.source.length || root.name.toLowerCase() === 'html') throw UNPLAIN;
    return root;
  }

  /** What may stand around the root: space and comments. */
  private between(): void {
    for (;;) {
      this.spaces();
      if (!this.source.startsWith('<!--', this.at)) return;
      this.comment();
    }
  }

  private element(outer: Scope, depth: number): XmlElement {
    if (this.source.charCodeAt(this.at) !== LESS || depth > MAX_DEPTH) throw UNPLAIN;
    this.at += 1;
    const began = this.at;
    const first = this.name();
    const second = this.secondName();
    const qualified = this.source.slice(began, this.at);
    const { scope, attributes } = this.marks(outer);
    const namespace = second === undefined ? scope[''] : scope[first];
    if (namespace === undefined) throw UNPLAIN;
    const line = this.lineHere();
    const name = second ?? first;
    if (this.source.charCodeAt(this.at) === SLASH) {
      this.expect('/>');
      return { namespace, name, attributes, children: NO_CHILDREN, text: '', line };
    }
    this.expect('>');
    const { children, text } = this.content(scope, depth);
    this.expect(qualified);
    this.spaces();
    this.expect('>');
    return { namespace, name, attributes, children, text, line };
  }

  /** Ends after `</`. */
  private content(scope: Scope, depth: number): Pick<XmlElement, 'children' | 'text'> {
    let children: XmlElement[] | undefined;
    let text = '';
    for (;;) {
      const next = this.source.indexOf('<', this.at);
      if (next < 0) throw UNPLAIN;
      if (next > this.at) text += characters(this.source.slice(this.at, next));
      this.at = next;
      switch (this.source.charCodeAt(next + 1)) {
        case SLASH:
          this.at += 2;
          return { children: children ?? NO_CHILDREN, text };
        case BANG:
          text += this.markedOff();
          break;
        default:
          children ??= [];
          children.push(this.element(scope, depth + 1));
      }
    }
  }

  /** A comment, or text in CDATA. */
  private markedOff(): string {
    if (this.source.startsWith('<!--', this.at)) {
      this.comment();
      return '';
    }
    const began = this.at + CDATA.length;
    const end = this.source.indexOf(']]>', began);
    if (!this.source.startsWith(CDATA, this.at) || end < 0) throw UNPLAIN;
    this.at = end + 3;
    return this.source.slice(began, end);
  }

  private comment(): void {
    const end = this.source.indexOf('--', this.at + 4);
    if (end < 0 || this.source.charCodeAt(end + 2) !== GREATER) throw UNPLAIN;
    this.at = end + 3;
  }

  /** Ends at `>` or `/>`. */
  private marks(outer: Scope): Marks {
    let found: Declarations | undefined;
    for (;;) {
      const from = this.at;
      this.spaces();
      const code = this.source.charCodeAt(this.at);
      if (code === GREATER || code === SLASH) return found ? found.resolved() : unmarked(outer);
      if (this.at === from) throw UNPLAIN;
      const first = this.name();
      const second = this.secondName();
      const value = this.value();
      found ??= new Declarations(outer);
      found.add(first, second, value);
    }
  }

  private lineHere(): number {
    for (let next = this.source.indexOf('\n', this.counted); next >= 0 && next < this.at; ) {
      this.line += 1;
      this.counted = next + 1;
      next = this.source.indexOf('\n', this.counted);
    }
    return this.line;
  }

  private spaces(): void {
    for (let code = this.source.charCodeAt(this.at); code === 0x20 || code === 0x0a || code === 0x09; ) {
      this.at += 1;
      code = this.source.charCodeAt(this.at);
    }
  }

  /** A name of plain letters, without a colon. */
  private name(): string {
    const from = this.at;
    if (kindOf(this.source.charCodeAt(from)) !== LETTER) throw UNPLAIN;
    while (kindOf(this.source.charCodeAt(this.at)) !== OTHER) this.at += 1;
    return this.source.slice(from, this.at);
  }

  /** The name after a colon; undefined when there is no colon. */
  private secondName(): string | undefined {
    if (this.source.charCodeAt(this.at) !== COLON) return undefined;
    this.at += 1;
    return this.name();
  }

  /** `=` and what stands between quotes. */
  private value(): string {
    this.spaces();
    if (this.source.charCodeAt(this.at) !== EQUALS) throw UNPLAIN;
    this.at += 1;
    this.spaces();
    const quote = this.source[this.at];
    const end = quote === '"' || quote === "'" ? this.source.indexOf(quote, this.at + 1) : -1;
    if (end < 0) throw UNPLAIN;
    const value = this.source.slice(this.at + 1, end);
    if (value.includes('<')) throw UNPLAIN;
    this.at = end + 1;
    return value;
  }

  private expect(text: string): void {
    if (!this.source.startsWith(text, this.at)) throw UNPLAIN;
    this.at += text.length;
  }
}

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
import {
  characters,
  Declarations,
  type Marks,
  NO_PREFIXES,
  type Scope,
  UNPLAIN,
  unmarked,
  unplain,
  VALUE,
} from './sure-names.js';

/** Larger documents are left to the parser, in bytes. */
const MAX_BYTES = 512 * 1024;
const MAX_DEPTH = 200;

const DECLARATION = /<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"utf-8"|'utf-8'))?(?: standalone=(?:"yes"|"no"))? *\?>/iy;
const NAME = /([A-Za-z_][\w.-]*)(?::([A-Za-z_][\w.-]*))?/y;
const SPACES = /[ \t\n]*/y;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow these, a carriage return only before a line feed
const UNUSUAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\r(?!\n)/;
const [LESS, GREATER, SLASH, BANG] = [0x3c, 0x3e, 0x2f, 0x21];
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

class SureReader {
  private at = 0;
  private line = 1;
  /** Up to where lines were counted. */
  private counted = 0;

  constructor(private readonly source: string) {}

  document(): XmlElement {
    if (this.source.charCodeAt(0) === 0xfeff) this.at = 1;
    this.match(DECLARATION);
    this.between();
    const root = this.element(NO_PREFIXES, 0);
    this.between();
    if (this.at < this.source.length || root.name.toLowerCase() === 'html') throw UNPLAIN;
    return root;
  }

  /** What may stand around the root: space and comments. */
  private between(): void {
    for (;;) {
      this.match(SPACES);
      if (!this.source.startsWith('<!--', this.at)) return;
      this.comment();
    }
  }

  private element(outer: Scope, depth: number): XmlElement {
    if (this.source.charCodeAt(this.at) !== LESS || depth > MAX_DEPTH) throw UNPLAIN;
    this.at += 1;
    const began = this.at;
    const [, first = '', second] = this.match(NAME) ?? unplain();
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
    this.match(SPACES);
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
      this.match(SPACES);
      const code = this.source.charCodeAt(this.at);
      if (code === GREATER || code === SLASH) return found ? found.resolved() : unmarked(outer);
      if (this.at === from) throw UNPLAIN;
      const [, first = '', second] = this.match(NAME) ?? unplain();
      const [, double, single = ''] = this.match(VALUE) ?? unplain();
      found ??= new Declarations(outer);
      found.add(first, second, double ?? single);
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

  private match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.source);
    if (!found) return undefined;
    this.at = pattern.lastIndex;
    return found;
  }

  private expect(text: string): void {
    if (!this.source.startsWith(text, this.at)) throw UNPLAIN;
    this.at += text.length;
  }
}

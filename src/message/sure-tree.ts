/**
 * Reads plain documents without the parser: UTF-8, no DOCTYPE, no instructions, nothing unusual in names. What is not
 * plainly well-formed is left to the parser, which then decides; so nothing is accepted here that it would refuse.
 *
 * Most messages are plain, and the tree of the parser has to be fetched node by node out of its own memory.
 *
 * @see XML 1.0 (5th ed.) §2; Namespaces in XML 1.0 (3rd ed.)
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { characters, Declarations, UNPLAIN } from './sure-names.js';
import { PlainElement } from './tree/plain-element.js';
import { PlainScope } from './tree/plain-scope.js';

/** Larger documents are left to the parser, in bytes. */
const MAX_BYTES = 512 * 1024;
const MAX_DEPTH = 200;

const DECLARATION = /<\?xml version=(?:"1\.0"|'1\.0')(?: encoding=(?:"utf-8"|'utf-8'))?(?: standalone=(?:"yes"|"no"))? *\?>/iy;
// biome-ignore lint/suspicious/noControlCharactersInRegex: XML does not allow these, a carriage return only before a line feed
const UNUSUAL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\r(?!\n)/;
const [LESS, GREATER, SLASH, BANG, EQUALS, COLON] = [0x3c, 0x3e, 0x2f, 0x21, 0x3d, 0x3a];
const CDATA = '<![CDATA[';

/** The bytes that were read last, and their trees: a schema, rules and judges look at the same message, one after another. */
const LATEST: { readonly bytes: Uint8Array; readonly tree: PlainElement | undefined }[] = [];
const KEPT = 4;

/** @returns the tree that the parser would give; undefined when that has to look */
export function sureTree(bytes: Uint8Array): PlainElement | undefined {
  const known = LATEST.find((each) => each.bytes === bytes);
  if (known) return known.tree;
  const tree = readSurely(bytes);
  if (LATEST.length === KEPT) LATEST.shift();
  if (bytes.length <= MAX_BYTES) LATEST.push({ bytes, tree });
  return tree;
}

function readSurely(bytes: Uint8Array): PlainElement | undefined {
  if (bytes.length > MAX_BYTES) return undefined;
  const isPlain = isAscii(bytes);
  if (!isPlain && !isUtf8(bytes)) return undefined;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString(isPlain ? 'latin1' : 'utf8');
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
  /** Where the next line begins, less one. */
  private break: number;

  constructor(private readonly source: string) {
    this.break = source.indexOf('\n');
  }

  document(): PlainElement {
    if (this.source.charCodeAt(0) === 0xfeff) this.at = 1;
    DECLARATION.lastIndex = this.at;
    if (DECLARATION.test(this.source)) this.at = DECLARATION.lastIndex;
    this.between();
    const root = this.element(PlainScope.atRoot(), 0, undefined, 0, '');
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

  private element(
    outer: PlainScope,
    depth: number,
    parent: PlainElement | undefined,
    index: number,
    before: string,
  ): PlainElement {
    if (this.source.charCodeAt(this.at) !== LESS || depth > MAX_DEPTH) throw UNPLAIN;
    this.at += 1;
    const began = this.at;
    this.name();
    this.secondName();
    const qualified = this.source.slice(began, this.at);
    if (qualified.startsWith('xml:')) throw UNPLAIN;
    const marks = this.marks();
    const scope = marks ? marks.scope(outer) : outer;
    const name = scope.element(qualified);
    if (!name) throw UNPLAIN;
    const element = new PlainElement(name, this.lineHere(), parent, index, before);
    if (marks) element.attributes = marks.of(element, scope);
    if (this.source.charCodeAt(this.at) === SLASH) {
      this.expect('/>');
      return element;
    }
    this.expect('>');
    this.content(element, scope, depth);
    this.expect(qualified);
    this.spaces();
    this.expect('>');
    return element;
  }

  /** Ends after `</`. */
  private content(element: PlainElement, scope: PlainScope, depth: number): void {
    let children: PlainElement[] | undefined;
    let text = '';
    for (;;) {
      const next = this.source.indexOf('<', this.at);
      if (next < 0) throw UNPLAIN;
      if (next > this.at) text += characters(this.source.slice(this.at, next));
      this.at = next;
      switch (this.source.charCodeAt(next + 1)) {
        case SLASH:
          this.at += 2;
          element.close(text, children);
          return;
        case BANG:
          text += this.markedOff();
          break;
        default:
          children ??= [];
          children.push(this.element(scope, depth + 1, element, children.length, text));
          text = '';
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
  private marks(): Declarations | undefined {
    let found: Declarations | undefined;
    for (;;) {
      const from = this.at;
      this.spaces();
      const code = this.source.charCodeAt(this.at);
      if (code === GREATER || code === SLASH) return found;
      if (this.at === from) throw UNPLAIN;
      const began = this.at;
      const first = this.name();
      const second = this.secondName();
      const written = this.source.slice(began, this.at);
      found ??= new Declarations();
      found.add(written, first, second, this.value());
    }
  }

  private lineHere(): number {
    while (this.break >= 0 && this.break < this.at) {
      this.line += 1;
      this.break = this.source.indexOf('\n', this.break + 1);
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

/**
 * Reads a document into a plain tree, straight from its text. Ten times faster than asking the parser for every node, and
 * no second opinion: the parser has read the same bytes before and found them well-formed, and what this reader is not
 * sure of it leaves to the parser.
 */
import { PlainElement } from './plain-element.js';
import { PlainScope } from './plain-scope.js';
import { blanksEnd, isTagEnd, nameEnd } from './plain-signs.js';
import { plainText, unescaped } from './plain-text.js';
import { AttributeOf } from './tree-node.js';

const [SLASH, EXCLAMATION, QUESTION, QUOTE, COLON] = [0x2f, 0x21, 0x3f, 0x22, 0x3a];

/**
 * @param bytes - a well-formed document without a DOCTYPE
 * @returns the root; undefined where the parser has to be asked
 */
export function plainTreeOf(bytes: Uint8Array): PlainElement | undefined {
  const text = plainText(bytes);
  return text === undefined ? undefined : new PlainReader(text).read();
}

/** Thrown nowhere else, and caught here: something that is left to the parser. */
const LEFT = Symbol('left to the parser');

class PlainReader {
  readonly #text: string;
  readonly #isEscaped: boolean;
  #at = 0;
  #line = 1;
  /** Where the next line begins, less one. */
  #break: number;
  #current: PlainElement | undefined;
  #pending = '';
  /** Elements that were read, and whose parents are still being read: from `#first` on the children of the current one. */
  readonly #unclaimed: PlainElement[] = [];
  #count = 0;
  #first = 0;
  readonly #firsts: number[] = [];
  /** Attributes of the start tag that is being read. */
  readonly #names: string[] = [];
  readonly #values: string[] = [];
  readonly #scopes: PlainScope[] = [PlainScope.atRoot()];

  constructor(text: string) {
    this.#text = text;
    this.#isEscaped = text.includes('&');
    this.#break = text.indexOf('\n');
  }

  read(): PlainElement | undefined {
    let root: PlainElement | undefined;
    try {
      for (let less = this.#text.indexOf('<'); less >= 0; less = this.#text.indexOf('<', this.#at)) {
        if (less > this.#at && this.#current) this.#pending += this.#plain(this.#text.slice(this.#at, less));
        const begun = this.#markup(less);
        root ??= begun;
      }
    } catch (cause) {
      if (cause === LEFT) return undefined;
      throw cause;
    }
    return this.#current ? undefined : root;
  }

  /** @returns the element that began here */
  #markup(less: number): PlainElement | undefined {
    const text = this.#text;
    const sign = text.charCodeAt(less + 1);
    if (sign === SLASH) {
      this.#close();
      this.#at = this.#after('>', less);
    } else if (sign === QUESTION) {
      this.#at = this.#after('?>', less);
    } else if (sign !== EXCLAMATION) {
      return this.#startTag(less);
    } else if (text.startsWith('<!--', less)) {
      this.#at = this.#after('-->', less + 4);
    } else if (text.startsWith('<![CDATA[', less)) {
      this.#at = this.#after(']]>', less);
      this.#pending += text.slice(less + 9, this.#at - 3);
    } else {
      throw LEFT;
    }
    return undefined;
  }

  #startTag(less: number): PlainElement {
    const text = this.#text;
    let at = nameEnd(text, less + 1);
    const written = text.slice(less + 1, at);
    let attributes = 0;
    let declared: [string, string][] | undefined;
    for (at = blanksEnd(text, at); !isTagEnd(text.charCodeAt(at)); at = blanksEnd(text, at)) {
      const end = nameEnd(text, at);
      const name = text.slice(at, end);
      const quote = blanksEnd(text, blanksEnd(text, end) + 1);
      const close = text.indexOf(text.charCodeAt(quote) === QUOTE ? '"' : "'", quote + 1);
      if (close < 0) throw LEFT;
      const value = this.#attribute(text.slice(quote + 1, close));
      if (name.startsWith('xmlns') && (name.length === 5 || name.charCodeAt(5) === COLON)) {
        declared ??= [];
        declared.push([name.slice(6), value]);
      } else {
        this.#names[attributes] = name;
        this.#values[attributes] = value;
        attributes += 1;
      }
      at = close + 1;
    }
    const isEmpty = text.charCodeAt(at) === SLASH;
    const element = this.#open(written, declared, attributes, this.#lineOf(at));
    this.#at = isEmpty ? at + 2 : at + 1;
    if (isEmpty) this.#close();
    return element;
  }

  /** @param attributes - how many */
  #open(
    written: string,
    declared: readonly (readonly [string, string])[] | undefined,
    attributes: number,
    line: number,
  ): PlainElement {
    const outer = this.#scopes.at(-1) ?? PlainScope.atRoot();
    const scope = declared ? outer.inside(declared) : outer;
    const name = scope.element(written);
    if (!name) throw LEFT;
    const element = new PlainElement(name, line, this.#current, this.#count - this.#first, this.#taken());
    if (attributes > 0) element.attributes = this.#carried(element, scope, attributes);
    this.#unclaimed[this.#count] = element;
    this.#count += 1;
    this.#firsts.push(this.#first);
    this.#first = this.#count;
    this.#scopes.push(scope);
    this.#current = element;
    return element;
  }

  #carried(element: PlainElement, scope: PlainScope, count: number): readonly AttributeOf[] {
    const carried: AttributeOf[] = new Array(count);
    for (let index = 0; index < count; index++) {
      const name = scope.attribute(this.#names[index] ?? '');
      if (!name) throw LEFT;
      carried[index] = new AttributeOf(name.namespace, name.name, this.#values[index] ?? '', element);
    }
    return carried;
  }

  #close(): void {
    const element = this.#current;
    if (!element) return;
    const hasChildren = this.#count > this.#first;
    element.close(this.#taken(), hasChildren ? this.#unclaimed.slice(this.#first, this.#count) : undefined);
    this.#count = this.#first;
    this.#first = this.#firsts.pop() ?? 0;
    this.#current = element.parent;
    this.#scopes.pop();
  }

  #taken(): string {
    const text = this.#pending;
    this.#pending = '';
    return text;
  }

  /** The end of a start tag is where the parser sees an element begin. */
  #lineOf(at: number): number {
    while (this.#break >= 0 && this.#break < at) {
      this.#line += 1;
      this.#break = this.#text.indexOf('\n', this.#break + 1);
    }
    return this.#line;
  }

  #after(end: string, from: number): number {
    const found = this.#text.indexOf(end, from);
    if (found < 0) throw LEFT;
    return found + end.length;
  }

  #plain(text: string): string {
    if (!this.#isEscaped || !text.includes('&')) return text;
    const plain = unescaped(text);
    if (plain === undefined) throw LEFT;
    return plain;
  }

  #attribute(text: string): string {
    return this.#plain(text.includes('\n') || text.includes('\t') ? text.replaceAll(/[\n\t]/g, ' ') : text);
  }
}

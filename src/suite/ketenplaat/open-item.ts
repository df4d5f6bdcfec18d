/** Something in a ketenplaat that is being read: its name and its properties come in pieces. */
import type { StreamedElement } from '../../message/stream-element.js';

const XML = 'http://www.w3.org/XML/1998/namespace';

/** Names and values are short; what goes on beyond this is cut off. */
const MOST_TEXT = 300;

/** Of several names the Dutch one counts, and else the first. */
const LANGUAGE = 'nl';

export class OpenItem {
  readonly id: string;
  readonly tag: string;
  readonly line: number;
  readonly depth: number;
  readonly type: string;
  readonly ends: { readonly source: string; readonly target: string } | undefined;
  readonly properties = new Map<string, string>();
  #name: string | undefined;
  /** Names of the open elements below this one. */
  readonly #path: string[] = [];
  #property: string | undefined;
  #reading: string | undefined;
  #isOurLanguage = false;

  constructor(element: StreamedElement, type: string, ends?: { readonly source: string; readonly target: string }) {
    this.id = element.attribute('identifier') ?? '';
    this.tag = element.name;
    this.line = element.line;
    this.depth = element.depth;
    this.type = type;
    this.ends = ends;
  }

  get name(): string {
    return oneLine(this.#name ?? '');
  }

  /** @param known - identifier of a property definition → its name */
  start(element: StreamedElement, parent: string, known: ReadonlyMap<string, string>): void {
    // The name of the model is an item by itself.
    const isName = element.name === 'name' && element.depth === (this.tag === 'name' ? this.depth : this.depth + 1);
    this.#path.push(element.name);
    if (isName) {
      this.#isOurLanguage = element.attribute('lang', XML) === LANGUAGE;
      this.#reading = '';
    } else if (element.name === 'property' && element.depth === this.depth + 2) {
      this.#property = known.get(element.attribute('propertyDefinitionRef') ?? '');
    } else if (element.name === 'value' && parent === 'property' && this.#property !== undefined) {
      this.#reading = '';
    }
  }

  text(text: string): void {
    if (this.#reading !== undefined && this.#reading.length < MOST_TEXT)
      this.#reading += text.slice(0, MOST_TEXT - this.#reading.length);
  }

  end(): void {
    const ended = this.#path.pop();
    if (ended === 'property') this.#property = undefined;
    if (this.#reading === undefined || (ended !== 'name' && ended !== 'value')) return;
    if (ended === 'name') {
      if (this.#name === undefined || this.#isOurLanguage) this.#name = this.#reading;
    } else if (this.#property !== undefined && !this.properties.has(this.#property)) {
      this.properties.set(this.#property, oneLine(this.#reading));
    }
    this.#reading = undefined;
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ').trim();
}

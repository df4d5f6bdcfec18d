/**
 * The namespaces that are declared at one place of a document. Message after message declares the same: what was found out
 * about one declaration is kept for the next.
 */
import { interned } from '../../model/interned.js';

export interface ResolvedName {
  readonly namespace: string;
  readonly name: string;
}

/** Bound everywhere. */
const XML = 'http://www.w3.org/XML/1998/namespace';

/** A stranger can declare what he likes: beyond so many scopes, and names in one, nothing is kept. */
const [SCOPES, NAMES] = [500, 1000];

let scopes = 0;

export class PlainScope {
  readonly #uris: ReadonlyMap<string, string>;
  readonly #elements = new Map<string, ResolvedName>();
  readonly #attributes = new Map<string, ResolvedName>();
  readonly #inside = new Map<string, PlainScope>();

  constructor(uris: ReadonlyMap<string, string>) {
    this.#uris = uris;
  }

  static atRoot(): PlainScope {
    return ROOT;
  }

  /** @param declared - prefix and namespace; the prefix of the default namespace is '' */
  inside(declared: readonly (readonly [string, string])[]): PlainScope {
    // Neither a prefix nor a namespace can hold these signs.
    const key = declared.map(([prefix, uri]) => `${prefix}\u0001${uri}\u0002`).join('');
    const known = this.#inside.get(key);
    if (known) return known;
    const made = new PlainScope(new Map([...this.#uris, ...declared]));
    if (scopes < SCOPES && key.length < NAMES) {
      scopes += 1;
      this.#inside.set(key, made);
    }
    return made;
  }

  /** @returns undefined for a prefix that is not declared */
  element(written: string): ResolvedName | undefined {
    return this.#elements.get(written) ?? this.#look(written, this.#elements, '');
  }

  attribute(written: string): ResolvedName | undefined {
    return this.#attributes.get(written) ?? this.#look(written, this.#attributes, undefined);
  }

  #look(written: string, known: Map<string, ResolvedName>, bare: string | undefined): ResolvedName | undefined {
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? bare : written.slice(0, colon);
    const namespace = prefix === undefined ? '' : this.#uris.get(prefix);
    if (namespace === undefined) return undefined;
    const found = { namespace: interned(namespace), name: interned(written.slice(colon + 1)) };
    if (known.size < NAMES && written.length < NAMES) known.set(written, found);
    return found;
  }
}

const ROOT = new PlainScope(
  new Map([
    ['', ''],
    ['xml', XML],
  ]),
);

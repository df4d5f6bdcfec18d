/** The namespaces that are declared at one place of a document. */

export interface ResolvedName {
  readonly namespace: string;
  readonly name: string;
}

/** Bound everywhere. */
const XML = 'http://www.w3.org/XML/1998/namespace';

export class PlainScope {
  readonly #uris: ReadonlyMap<string, string>;
  readonly #elements = new Map<string, ResolvedName | undefined>();
  readonly #attributes = new Map<string, ResolvedName | undefined>();

  constructor(uris: ReadonlyMap<string, string>) {
    this.#uris = uris;
  }

  static atRoot(): PlainScope {
    return new PlainScope(
      new Map([
        ['', ''],
        ['xml', XML],
      ]),
    );
  }

  /** @param declared - prefix and namespace; the prefix of the default namespace is '' */
  inside(declared: readonly (readonly [string, string])[]): PlainScope {
    return new PlainScope(new Map([...this.#uris, ...declared]));
  }

  /** @returns undefined for a prefix that is not declared */
  element(written: string): ResolvedName | undefined {
    return this.#look(written, this.#elements, '');
  }

  attribute(written: string): ResolvedName | undefined {
    return this.#look(written, this.#attributes, undefined);
  }

  #look(written: string, known: Map<string, ResolvedName | undefined>, bare: string | undefined): ResolvedName | undefined {
    const before = known.get(written);
    if (before) return before;
    const colon = written.indexOf(':');
    const prefix = colon < 0 ? bare : written.slice(0, colon);
    const namespace = prefix === undefined ? '' : this.#uris.get(prefix);
    const found = namespace === undefined ? undefined : { namespace, name: written.slice(colon + 1) };
    known.set(written, found);
    return found;
  }
}

/** A report package as something that lists and opens names; where it is kept is somebody else's business. */

export interface ListedFile {
  /** With `/` between folders, relative to the package. */
  readonly name: string;
  /** `link` and `other` are never opened. */
  readonly kind: 'file' | 'link' | 'other';
  /** In bytes. */
  readonly size: number;
}

export interface PackageSource {
  /** Everything public: all but what is below `prive/`. */
  list(): Promise<readonly ListedFile[]>;
  /** @param name - as it was listed */
  open(name: string): AsyncIterable<Uint8Array>;
  /** SHA-256 in hexadecimal, of a source that tells it sooner than by opening; undefined when it does not. */
  digest?(name: string): string | undefined;
}

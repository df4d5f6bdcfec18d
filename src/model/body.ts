/**
 * A body is a handle: the bytes as they went over the wire (before content decoding), in memory when small,
 * on disk when large. Nothing keeps 100 MB in memory because it was sent.
 */
export interface Body {
  /** Unique within a run. */
  readonly id: string;
  /** In bytes. */
  readonly size: number;
  /** Lower-case hex sha256. */
  readonly digest: string;
  open(): AsyncIterable<Uint8Array>;
  bytes(): Promise<Uint8Array>;
}

/** Names and values in the order and case in which they went. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** The first value of a header, whatever its case. */
export function headerOf(headers: HeaderList, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [each, value] of headers) if (each.length === name.length && each.toLowerCase() === wanted) return value;
  return undefined;
}

/** Every value of a header, in order, whatever its case. */
export function headersOf(headers: HeaderList, name: string): readonly string[] {
  const wanted = name.toLowerCase();
  return headers.filter(([each]) => each.length === name.length && each.toLowerCase() === wanted).map(([, value]) => value);
}
